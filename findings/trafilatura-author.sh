#!/usr/bin/env bash
# A section whose id has the letters "author" in it.
#
# A guess: what an extractor throws away as a note about the writer has `author` as a class or id, or as a part of one between
#   hyphens.
# What happens: trafilatura looks for the letters anywhere in the id. A section about the labour authority goes, heading and
#   text, from the middle of an article; the same section under another id stays.
# Seen with: trafilatura 2.3.1, lxml-html-clean 0.4.6, 30 November 2026.
# Why it matters here: archives and assistants read pages through it. A list of choices arrives with one choice missing, and
#   nothing shows the gap.
#
# Needs python3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml-html-clean==0.4.6
"$folder/python/bin/python" - <<'LOOK'
import sys
from importlib.metadata import version
import trafilatura

print(f"trafilatura {version('trafilatura')}")

def paragraph(word):
    return f"<p>{word}. " + "Whoever has a question about safety at work can put it there, and gets an answer. " * 4 + "</p>"

def kept(identifier):
    page = (
        "<!doctype html><html><head><title>Choices</title></head><body><main><article><h1>Choices</h1>"
        + paragraph("Before")
        + f'<section id="{identifier}"><h2>Where to ask</h2>{paragraph("Inside")}</section>'
        + paragraph("After") + paragraph("Last") + "</article></main></body></html>"
    )
    text = trafilatura.extract(page) or ""
    return "Before" in text and "After" in text, "Inside" in text

seen = {name: kept(name) for name in ("labour-inspection", "labour-authority")}
for name, (around, inside) in seen.items():
    print(f"id={name}: what stands around it {'kept' if around else 'lost'}, the section {'kept' if inside else 'lost'}")
holds = seen == {"labour-inspection": (True, True), "labour-authority": (True, False)}
print("holds: an authority is taken for an author" if holds else "changed")
sys.exit(not holds)
LOOK
