#!/usr/bin/env bash
# A label for listeners only, clipped in the old way and in the new.
#
# A guess: a label that is clipped to nothing names its field whichever property clips it; `clip` is the old one and
#   `clip-path` took its place.
# What happens: IBM's checker accepts the label under `clip` and reports a violation, no associated label, under `clip-path`,
#   also when both are given. The browser's own tree of accessible names has the label in every case.
# Seen with: accessibility-checker-engine 4.0.34, playwright-core 1.65.1, Chromium 156.0.8078.114 of Debian 12,
#   30 November 2026.
# Why it matters here: whoever checks a page with it before taking it over reads that fields have no names.
#
# Needs chromium (Debian), node and npm.
set -euo pipefail
command -v chromium >/dev/null || { echo "this needs chromium: apt-get install chromium" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund accessibility-checker-engine@4.0.34 playwright-core@1.65.1
cat >look.mjs <<'LOOK'
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const clips = {
  "not clipped": "",
  "clip": "clip: rect(0 0 0 0)",
  "clip-path": "clip-path: inset(50%)",
  "clip and clip-path": "clip: rect(0 0 0 0); clip-path: inset(50%)",
};
const engine = "node_modules/accessibility-checker-engine";
console.log(`accessibility-checker-engine ${JSON.parse(readFileSync(`${engine}/package.json`, "utf8")).version}`);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const complains = [];
const named = [];
try {
  console.log(`Chromium ${browser.version()}`);
  const page = await browser.newPage();
  for (const [name, clip] of Object.entries(clips)) {
    const hidden = clip && `position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap; ${clip}`;
    await page.setContent(
      `<!doctype html><html lang="en"><title>label</title><main><h1>Label</h1><label for="field" style="${hidden}">Your goal</label><input id="field"></main>`,
    );
    named.push((await page.getByRole("textbox", { name: "Your goal", exact: true }).count()) === 1);
    await page.addScriptTag({ path: `${engine}/ace.js` });
    const failed = await page.evaluate(async () => {
      const report = await new ace.Checker().check(document, ["WCAG_2_1"]);
      return report.results.filter((result) => result.value[1] === "FAIL").map((result) => result.message);
    });
    complains.push(failed.some((message) => message.includes("no associated label")));
    console.log(`${name}: ${failed.join("; ") || "nothing found"}; named for listeners: ${named.at(-1)}`);
  }
} finally {
  await browser.close();
}
const holds = JSON.stringify(complains) === "[false,false,true,true]" && named.every(Boolean);
console.log(holds ? "holds: clip-path makes a label count as absent" : "changed");
process.exit(holds ? 0 : 1);
LOOK
node look.mjs
