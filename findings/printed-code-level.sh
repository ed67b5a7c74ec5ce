#!/usr/bin/env bash
# How much correction a printed QR code should have.
#
# A guess: level H survives more than level L, so a code that people scan from paper gets H, or the highest that fits.
# What happens: at the same size on paper a higher level means more and smaller squares. After a blur, or with a camera that
#   sees half the dots, L is read and H is not. H wins where a part is missing, by a stain.
# Seen with: segno 1.6.6 (a link of 96 characters), Pillow 12.0.0, numpy 2.3.5, zxing-cpp 3.1.1, 30 November 2026.
# Why it matters here: a code that shares a sheet with other things is small, and is scanned from whatever the printer made.
#
# Needs python3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check segno==1.6.6 pillow==12.0.0 numpy==2.3.5 zxing-cpp==3.1.1
"$folder/python/bin/python" - <<'LOOK'
import io, sys
from importlib.metadata import version
import numpy, segno, zxingcpp
from PIL import Image, ImageDraw, ImageFilter

link = "https://example.org/choices/" + "a1b2c3d4" * 8 + "abcd"
border, dots_per_mm = 4, 300 / 25.4
print(", ".join(f"{name} {version(name)}" for name in ("segno", "zxing-cpp")), f"; {len(link)} characters")

def printed(level, mm):
    """A code as 300 dots to the inch show it, so many millimetres wide without its border."""
    code = segno.make(link, error=level, boost_error=False, micro=False)
    file = io.BytesIO()
    code.save(file, kind="png", scale=8, border=border)
    across = code.symbol_size(border=border)[0]
    side = round(mm * dots_per_mm * across / (across - 2 * border))
    return Image.open(file).convert("L").resize((side, side), Image.Resampling.BOX)

def stained(picture):
    spoiled, side = picture.copy(), picture.width
    ImageDraw.Draw(spoiled).ellipse([side * 0.42, side * 0.42, side * 0.70, side * 0.70], fill=255)
    return spoiled

def reads(picture):
    return any(found.text == link for found in zxingcpp.read_barcodes(numpy.array(picture)))

tries = {
    "10 mm, clean": (10, lambda picture: picture),
    "10 mm, half the dots": (10, lambda picture: picture.resize((picture.width // 2,) * 2, Image.Resampling.BOX)),
    "12 mm, blurred": (12, lambda picture: picture.filter(ImageFilter.GaussianBlur(1.5))),
    "25 mm, a stain": (25, stained),
}
seen = {}
for name, (mm, spoil) in tries.items():
    seen[name] = [reads(spoil(printed(level, mm))) for level in "lh"]
    print(f"{name}: L {'read' if seen[name][0] else 'not read'}, H {'read' if seen[name][1] else 'not read'}")
holds = list(seen.values()) == [[True, True], [True, False], [True, False], [False, True]]
print("holds: at one size, more correction is read less" if holds else "changed")
sys.exit(not holds)
LOOK
