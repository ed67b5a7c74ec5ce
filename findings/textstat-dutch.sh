#!/usr/bin/env bash
# What textstat's figure for Dutch is made of.
#
# A guess: `set_lang` takes a language tag, so `nl`, `nl_NL` and `nl-NL` all give the Dutch formula (Flesch-Douma); and the
#   syllables in it are syllables.
# What happens: with the tag in the form that HTML uses, `nl-NL`, the words are parted by Dutch patterns and put into the
#   English formula, without a word. And in every form syllables are places where a line may be broken. Dutch patterns
#   leave no letter alone on a line, so avond, idee, open, over, eten and uren count as one, and everyday Dutch seems far
#   easier than it is: 19 syllables for 26, some thirty points in the formula.
# Seen with: textstat 0.7.13, pyphen 0.18.1, 30 November 2026.
# Why it matters here: a text is held to plain Dutch (B1) by such a figure, and passes by the counting alone.
#
# Needs python3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check textstat==0.7.13 pyphen==0.18.1
"$folder/python/bin/python" - 2>/dev/null <<'LOOK'
import sys
from importlib.metadata import version
import textstat

text = "De avond was open. Het idee kwam over. Iemand wil eten. De agenda is vol met uren."
by_hand = 26  # 6, 6, 5 and 9: de a-vond was o-pen, het i-dee kwam o-ver, ie-mand wil e-ten, de a-gen-da is vol met u-ren
sentences, words = 4, 17
print(f"textstat {version('textstat')}, pyphen {version('pyphen')}")

def dutch(syllables):
    return round(206.835 - 0.93 * words / sentences - 77 * syllables / words, 1)

def english(syllables):
    return round(206.835 - 1.015 * words / sentences - 84.6 * syllables / words, 1)

score, counted = {}, {}
for tag in ("nl", "nl_NL", "nl-NL"):
    textstat.set_lang(tag)
    score[tag], counted[tag] = round(textstat.flesch_reading_ease(text), 1), textstat.syllable_count(text)
    print(f"{tag}: {counted[tag]} syllables, score {score[tag]}")
print(f"by hand: {by_hand} syllables, Flesch-Douma {dutch(by_hand)}")
holds = (
    set(counted.values()) == {19}
    and score["nl"] == score["nl_NL"] == dutch(19)
    and score["nl-NL"] == english(19)
    and score["nl"] - dutch(by_hand) > 30
)
print("holds: another formula for nl-NL, and too few syllables for all" if holds else "changed")
sys.exit(not holds)
LOOK
