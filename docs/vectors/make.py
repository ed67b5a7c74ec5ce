"""Makes the codes and sealed files of examples.toml, by docs/formats.md alone.

It shares no line with the page, and key and cipher come from libsodium, so that both agree only if both are right.
Run it from this folder, after `pip install pynacl`; it takes Python 3.11 or newer.
"""

import tomllib
import zlib
from pathlib import Path
from unicodedata import normalize

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt
from nacl.pwhash import argon2id

HERE = Path(__file__).parent
CONTENT = HERE / "../../assets/content"
CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PARTS = ["goals", "situation", "rungs", "rest"]
EFFECTS = 6


def versions():
    """What the newest version counts, and its number."""
    tables = tomllib.loads((CONTENT / "code.toml").read_text())["version"]
    goals, questions, rungs = [], {}, {}
    for table in tables:
        goals += table.get("goals", [])
        for question in table.get("question", []):
            questions.setdefault(question["id"], []).extend(question.get("answers", []))
        for rung in table.get("rung", []):
            pros, cons = rungs.setdefault(rung["id"], ([], []))
            pros.extend(rung.get("pros", []))
            cons.extend(rung.get("cons", []))
    return len(tables), goals, questions, rungs


# -- the code on paper


def choices(kept):
    """The choices of a code, each as its shares and the option that was chosen."""
    version, goals, questions, rungs = versions()
    parts = kept.get("parts", PARTS)
    yield [1] * 32, version
    yield [1] * 15 + [15], sum(1 << place for place, part in enumerate(PARTS) if part in parts)
    if "goals" in parts:
        for goal in goals:
            yield [3, 1, 1, 1], kept.get("goals", {}).get(goal, 0)
    if "situation" in parts:
        for question, answers in questions.items():
            chosen = kept.get("answers", {}).get(question, [])
            if not chosen:
                yield [7, 1, 8], 1 if question in kept.get("skipped", []) else 0
                continue
            yield [7, 1, 8], 2
            for count in range(1, len(answers)):
                yield [2, 1], int(len(chosen) > count)
                if len(chosen) == count:
                    break
            left = len(chosen)
            for place, answer in enumerate(answers):
                if left > 0:
                    rest = len(answers) - place
                    yield [rest - left, left], int(answer in chosen)
                    left -= answer in chosen
    if "rungs" in parts:
        for rung, lists in rungs.items():
            said = kept.get("rungs", {}).get(rung)
            if said is None:
                yield [28, 3, 1], 0
                continue
            yield [28, 3, 1], 2 if said.get("put_back") else 1
            weights = [said.get(side, {}).get(line) for side, lines in zip(["for", "against"], lists) for line in lines]
            given = sum(weight is not None for weight in weights)
            state = 0 if given == 0 else 1 if given == len(weights) else 2
            yield [3, 4, 1], state
            for weight in weights:
                if state == 1:
                    yield [1, 1, 1], weight
                elif state == 2:
                    yield [3, 1, 1, 1], 0 if weight is None else weight + 1
            effects = said.get("effects", {})
            yield [15, 1], int(bool(effects))
            if effects:
                for goal in goals:
                    yield [6] + [1] * EFFECTS, effects.get(goal, -1) + 1
    if "rest" in parts:
        yield [1, 7, 7], ["", "nl", "en"].index(kept.get("language", ""))
        yield [5, 1, 1, 1, 1, 1], kept.get("ending", -1) + 1
        ready = kept.get("readiness", [])
        yield [3, 1], int(bool(ready))
        if ready:
            for place in range(5):
                yield [1, 1, 1], 0 if place >= len(ready) else 1 + ready[place]
        beside = kept.get("beside", [])
        yield [12, 1, 1, 1, 1], len(beside)
        for rung in beside:
            yield [1] * len(rungs), list(rungs).index(rung)


def code(kept):
    number = 0
    for shares, option in reversed(list(choices(kept))):
        quotient, remainder = divmod(number, shares[option])
        number = quotient * sum(shares) + sum(shares[:option]) + remainder
    digits = []
    while number or not digits or len(digits) % 5:
        number, digit = divmod(number, 32)
        digits.insert(0, digit)
    groups = [digits[start : start + 5] for start in range(0, len(digits), 5)]
    for place, group in enumerate(groups):
        last = place == len(groups) - 1
        for check in range(32):
            total = (place + 16 * last) % 32
            for value in group + [check]:
                total *= 2
                total = (total - 32) ^ 5 if total >= 32 else total
                total ^= value
            if total == 0:
                break
        group.append(check)
    return "-".join("".join(CHARACTERS[value] for value in group) for group in groups)


# -- the sealed file


def mark(line):
    """The mark of a pro or con."""
    hashed = 0x811C9DC5
    for byte in line.encode():
        hashed = (hashed ^ byte) * 0x01000193 % 2**32
    return (hashed >> 16 ^ hashed & 0xFFFF).to_bytes(2, "big")


def records(kept):
    _, goals, questions, rungs = versions()

    def record(kind, numbers, text=""):
        body = bytes(numbers) + text.encode()
        return bytes([kind]) + len(body).to_bytes(2, "little") + body

    if "language" in kept:
        yield record(1, [], kept["language"])
    for goal in goals:
        if goal in kept.get("goals", {}):
            yield record(2, [kept["goals"][goal]], goal)
    if "own_goal" in kept:
        yield record(3, [kept.get("own_goal_weight", 0)], kept["own_goal"])
    for question, answers in questions.items():
        for answer in answers:
            if answer in kept.get("answers", {}).get(question, []):
                yield record(5, [len(question)], question + answer)
    for question in questions:
        if question in kept.get("skipped", []):
            yield record(6, [], question)
    for rung, lists in rungs.items():
        said = kept.get("rungs", {}).get(rung)
        if said is None:
            continue
        yield record(7, [0 if said.get("put_back") else 1], rung)
        for number, (side, lines) in enumerate(zip(["for", "against"], lists)):
            for line in lines:
                if line in said.get(side, {}):
                    yield record(8, [number, said[side][line], *mark(line)])
        for number, side in enumerate(["own_for", "own_against"]):
            for own in said.get(side, []):
                yield record(9, [number, own.get("weight", 255)], own["text"])
        if "note" in said:
            yield record(10, [], said["note"])
        for goal in goals:
            if goal in said.get("effects", {}):
                yield record(11, [said["effects"][goal]], goal)
    for place, ready in enumerate(kept.get("readiness", [])):
        yield record(12, [place, ready])
    if "ending" in kept:
        yield record(13, [kept["ending"]])
    for rung in kept.get("beside", []):
        yield record(18, [], rung)
    texts = [(4, "must_not_happen"), (14, "ending_words"), (15, "ending_date"), (16, "own_words"), (17, "unclear")]
    for kind, name in texts:
        if name in kept:
            yield record(kind, [], kept[name])


def as_meant(passphrase):
    """A passphrase as format 1 takes it."""
    return " ".join("".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in passphrase).split())


def spans(text):
    """The letters that hexadecimal numbers and spans of them name."""
    for span in text.split():
        first, _, last = span.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


UNSEEN = set(spans("AD 61C 200B-200F 202A-202E 2060-206F FE00-FE0F FEFF"))
LEVEL = {
    **dict.fromkeys(spans("60 B4 2B9-2BD 2C8 2018-201B 2032 2035"), "'"),
    **dict.fromkeys(spans("AB BB 201C-201F 2033 2036"), '"'),
    **dict.fromkeys(spans("2010-2015 2212"), "-"),
    "\u2026": "...",
    "\u0133": "ij",
    "\u03c2": "\u03c3",
}


def levelled(passphrase):
    """A passphrase as format 2 takes it."""
    small = normalize("NFC", normalize("NFC", passphrase).lower())
    level = "".join(LEVEL.get(letter, letter) for letter in small if letter not in UNSEEN)
    while "--" in level:
        level = level.replace("--", "-")
    return " ".join(filter(None, (word.rstrip(".") for word in level.split())))


def sealed(kept, form):
    passphrase = [as_meant, levelled][form - 1](kept["passphrase"]).encode()
    salt, nonce = bytes.fromhex(kept["salt"]), bytes.fromhex(kept["nonce"])
    both = argon2id.kdf(64, passphrase, salt, opslimit=3, memlimit=65536 * 1024)
    header = b"KH1" + bytes([form]) + salt + nonce + both[32:]
    payload = b"".join(records(kept))
    body = len(payload).to_bytes(4, "little") + payload
    body += bytes(-(len(header) + len(body) + 16 + 4) % 4096)
    file = header + encrypt(body, header, nonce, both[:32])
    return file + zlib.crc32(file).to_bytes(4, "little")


examples = tomllib.loads((HERE / "examples.toml").read_text())
(HERE / "codes.txt").write_text("".join(f"{name} {code(kept)}\n" for name, kept in examples.items()))
for name, kept in examples.items():
    if "passphrase" in kept:
        (HERE / f"{name}.bin").write_bytes(sealed(kept, 1))
        (HERE / f"{name}.2.bin").write_bytes(sealed(kept, 2))
        for other in kept.get("opens_with", []):
            assert levelled(other) == levelled(kept["passphrase"]), other
