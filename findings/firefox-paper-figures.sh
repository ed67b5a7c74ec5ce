#!/usr/bin/env bash
# What a program reads of the figures on paper that Firefox writes as a PDF, where the style asks for old-style figures.
#
# A guess: to ask for another form of the same figures changes how they look; who copies a telephone number from the PDF, or
#   has it read aloud, gets the same figures.
# What happens: each figure that the font has an old-style form for is embedded without saying which figure it is. Programs
#   read a replacement character for every one of them; lining figures on the same page, and all letters, are read well.
# Seen with: Firefox ESR 153.8.0 and poppler-utils 22.12.0 of Debian 12, puppeteer-core 24.43.1,
#   @expo-google-fonts/noto-serif 0.4.2, 30 November 2026.
# Why it matters here: a sheet on paper with telephone numbers and dates is also a file that is read aloud or copied from.
#   Nobody who looks at it sees the difference.
#
# Needs firefox-esr and poppler-utils (Debian), node and npm.
set -euo pipefail
for tool in firefox-esr pdftotext; do
  command -v "$tool" >/dev/null || { echo "this needs $tool: apt-get install firefox-esr poppler-utils" >&2; exit 2; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund puppeteer-core@24.43.1 @expo-google-fonts/noto-serif@0.4.2
cat >print.mjs <<'PRINT'
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const font = readFileSync("node_modules/@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf").toString("base64");
const html = `<!doctype html><title>figures</title><style>
  @font-face { font-family: pinned; src: url(data:font/ttf;base64,${font}) }
  p { font: 20px pinned } .old { font-variant-numeric: oldstyle-nums } .lining { font-variant-numeric: lining-nums }
</style><p class="old">old 0123456789 end<p class="lining">lining 0123456789 end`;

const browser = await puppeteer.launch({ browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true });
try {
  const page = await browser.newPage();
  await page.goto("data:text/html;base64," + Buffer.from(html).toString("base64"));
  await page.evaluate(() => document.fonts.ready.then(() => document.fonts.size));
  writeFileSync("page.pdf", await page.pdf());
  console.log(await browser.version());
} finally {
  await browser.close();
}
const read = execFileSync("pdftotext", ["-layout", "page.pdf", "-"]).toString();
const line = (name) => read.split("\n").find((words) => words.trim().startsWith(name))?.trim();
console.log(`  ${line("old")}\n  ${line("lining")}`);
const holds = /^old \uFFFD{10} end$/.test(line("old") ?? "") && line("lining") === "lining 0123456789 end";
console.log(holds ? "holds: old-style figures cannot be read from the PDF" : "changed");
process.exit(holds ? 0 : 1);
PRINT
node print.mjs
