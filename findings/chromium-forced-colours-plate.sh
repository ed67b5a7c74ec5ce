#!/usr/bin/env bash
# Inverted text in Chromium's forced colours.
#
# A guess: text and box that are given as a pair of system colours (Canvas on CanvasText, HighlightText on Highlight) stay
#   readable in forced colours; that is what the pairs are for, and the computed colours say so.
# What happens: between the letters and the box Chromium draws a plate in the colour of Canvas. Where the letters have that
#   colour too, what is seen is a blank bar, whatever the box is; computed styles and checks of contrast know nothing of it.
#   `forced-color-adjust: none` on the box takes the plate away.
# Seen with: Chromium 156.0.8078.114 of Debian 12 (emulated light palette), playwright-core 1.65.1, pngjs 7.0.0,
#   30 November 2026.
# Why it matters here: chosen answers and a way out are drawn inverted, and are the ones that become unreadable.
#
# Needs chromium (Debian), node and npm.
set -euo pipefail
command -v chromium >/dev/null || { echo "this needs chromium: apt-get install chromium" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund playwright-core@1.65.1 pngjs@7.0.0
cat >look.mjs <<'LOOK'
import { chromium } from "playwright-core";
import { PNG } from "pngjs";

const boxes = {
  "Canvas on CanvasText": "color: Canvas; background: CanvasText",
  "HighlightText on Highlight": "color: HighlightText; background: Highlight",
  "Canvas on CanvasText, not adjusted": "color: Canvas; background: CanvasText; forced-color-adjust: none",
  "CanvasText on Canvas": "color: CanvasText; background: Canvas",
};
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const readable = {};
try {
  console.log(`Chromium ${browser.version()}`);
  const page = await browser.newPage({ forcedColors: "active", colorScheme: "light" });
  for (const [name, style] of Object.entries(boxes)) {
    // Two words of the same width: if both give the same picture, nobody can read which it is.
    const pictures = [];
    for (const word of ["HOOHOO", "OHHOHH"]) {
      await page.setContent(`<!doctype html><title>plate</title><p style="font: bold 40px monospace; width: 8em; ${style}">${word}</p>`);
      pictures.push(await page.locator("p").screenshot());
    }
    const computed = await page.locator("p").evaluate((box) => `${getComputedStyle(box).color} on ${getComputedStyle(box).backgroundColor}`);
    const [one, other] = pictures.map((picture) => PNG.sync.read(picture).data);
    readable[name] = one.some((value, at) => Math.abs(value - other[at]) > 64);
    console.log(`${name} (${computed}): ${readable[name] ? "can be read" : "two different words give the same picture"}`);
  }
} finally {
  await browser.close();
}
const holds = JSON.stringify(Object.values(readable)) === "[false,false,true,true]";
console.log(holds ? "holds: the plate has the colour of the letters" : "changed");
process.exit(holds ? 0 : 1);
LOOK
node look.mjs
