#!/usr/bin/env bash
# How telephone numbers are read aloud in Dutch by eSpeak NG, the voice that comes with screen readers such as Orca and NVDA.
#
# A guess: a number is read by one rule, all digits or all as amounts.
# What happens: each group by its own look. One that begins with 0 is read by its digits, others as amounts: 0800-0188 is all
#   digits, 0800-2000 ends in "two thousand", the emergency number 112 is "honderdtwaalf". And a space between three
#   digits is the mark of thousands: 088 012 34 56 begins with "eighty-eight thousand". A hyphen there is not.
# Seen with: eSpeak NG 1.52.0 (espeakng-loader 0.2.4), 30 November 2026. Debian 12 has 1.51, which does the same.
# Why it matters here: numbers to call are what a page like this must get across; a number with a space in it arrives as another.
#
# Needs python3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check espeakng-loader==0.2.4
"$folder/python/bin/python" - <<'LOOK'
import ctypes, re, sys
import espeakng_loader

espeak = ctypes.CDLL(espeakng_loader.get_library_path())
espeak.espeak_Info.restype = espeak.espeak_TextToPhonemes.restype = ctypes.c_char_p
espeak.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
espeak.espeak_SetVoiceByName(b"nl")
print(f"eSpeak NG {espeak.espeak_Info(None).decode()}")

def said(text):
    """The sounds of a text, without stress and pauses."""
    left, parts = ctypes.c_char_p(text.encode()), []
    while left.value:
        parts.append(espeak.espeak_TextToPhonemes(ctypes.byref(left), 1, 0).decode())
    return re.sub(r"[',_!| ]", "", "".join(parts))

thousand, eight = "dWyzEnt", "Axt"
numbers = {name: said(name) for name in ("112", "honderdtwaalf", "0800-0188", "0800-2000", "088 012 34 56", "088-012 34 56")}
for name, sounds in numbers.items():
    print(f"{name}: {sounds}")
holds = (
    numbers["112"] == numbers["honderdtwaalf"]
    and thousand not in numbers["0800-0188"] and numbers["0800-0188"].count(eight) == 3
    and numbers["0800-2000"].endswith(thousand)
    and thousand in numbers["088 012 34 56"] and thousand not in numbers["088-012 34 56"]
)
print("holds: each group by its own look, and a space can mean thousands" if holds else "changed")
sys.exit(not holds)
LOOK
