#!/usr/bin/env bash
# How much a copy in Chromium takes along when the marked line stands before a <details>.
#
# A guess: what is marked on screen is what lands on the clipboard, as plain text and as HTML.
# What happens: three clicks on a line mark that line, and the plain text is that line. The HTML holds every element after it
#   in the document too, to the foot, as soon as the next element is a <details>; before any other element it is the line
#   and an empty neighbour. Whatever pastes formatted text (mail, a word processor) shows all of it.
# Seen with: Chromium 156.0.8078.114 of Debian 12, playwright-core 1.65.1, 30 November 2026.
# Why it matters here: a page of folds that shows a person's own words between them hands them over with a quoted line.
#
# Needs chromium (Debian), node and npm.
set -euo pipefail
command -v chromium >/dev/null || { echo "this needs chromium: apt-get install chromium" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund playwright-core@1.65.1
cat >look.mjs <<'LOOK'
import { chromium } from "playwright-core";

const rest = ["between", "second", "foot"];
const page = (fold, title) => `<!doctype html><title>copy</title><p id="line">A line.</p>
<${fold}><${title}>first</${title}>inside</${fold}><p>between</p><${fold}><${title}>second</${title}>inside</${fold}><footer>foot</footer>`;
const bodies = { "/details": page("details", "summary"), "/section": page("section", "h2") };

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const copied = {};
try {
  console.log(`Chromium ${browser.version()}`);
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const tab = await context.newPage();
  await tab.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: bodies[new URL(route.request().url()).pathname] ?? "" }));
  for (const address of Object.keys(bodies)) {
    await tab.goto(`http://localhost${address}`);
    await tab.click("#line", { clickCount: 3 });
    await tab.keyboard.press("Control+C");
    copied[address] = await tab.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const text = async (type) => (await item.getType(type)).text();
      const html = new DOMParser().parseFromString(await text("text/html"), "text/html");
      return { plain: (await text("text/plain")).trim(), html: html.body.textContent.replace(/\s+/g, " ").trim() };
    });
    console.log(`${address}: as text ${JSON.stringify(copied[address].plain)}, as HTML ${JSON.stringify(copied[address].html)}`);
  }
} finally {
  await browser.close();
}
const { "/details": folds, "/section": plain } = copied;
const holds =
  folds.plain === "A line." && plain.plain === "A line." &&
  rest.every((word) => folds.html.includes(word)) && !rest.some((word) => plain.html.includes(word));
console.log(holds ? "holds: the HTML goes on to the foot of the page" : "changed");
process.exit(holds ? 0 : 1);
LOOK
node look.mjs
