#!/usr/bin/env bash
# Telephone numbers in a reader's view.
#
# A guess: a reader's view drops navigation and keeps what stands in an item of the text, a number to call above all.
# What happens: Readability looks at each block by itself. A `<div>` inside a list item that holds nothing but links counts as
#   navigation, `tel:` or not, and goes; the sentence that announces the number stays. In a sentence, or in a `<p>`, the
#   number stays too.
# Seen with: @mozilla/readability 0.6.0 (the library of Firefox's reader view), linkedom 0.18.15, 30 November 2026.
# Why it matters here: "Help day and night, free" without the number is what a person in need gets to read.
#
# Needs node and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund @mozilla/readability@0.6.0 linkedom@0.18.15
cat >look.mjs <<'LOOK'
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const version = JSON.parse(readFileSync("node_modules/@mozilla/readability/package.json", "utf8")).version;
console.log(`@mozilla/readability ${version}`);
const number = '<a href="tel:08000188">0800-0188</a>';
const items = {
  "in the sentence": `Help day and night, free: ${number}.`,
  "in a <p> of its own": `Help day and night, free.<p>${number}</p>`,
  "in a <div> of its own": `Help day and night, free.<div>${number}</div>`,
};
const paragraph = (word) => `<p>${word}. ${"Whoever has a question about safety at work can put it there, and gets an answer. ".repeat(4)}</p>`;
const kept = {};
for (const [where, item] of Object.entries(items)) {
  const { document } = parseHTML(
    `<!doctype html><html><head><title>Help</title></head><body><main><article><h1>Help</h1>${paragraph("Before")}` +
      `<ul><li>${item}</li></ul>${paragraph("After")}${paragraph("Last")}</article></main></body></html>`,
  );
  const text = new Readability(document).parse().textContent;
  kept[where] = [text.includes("Help day and night"), text.includes("0800-0188")];
  console.log(`${where}: the sentence ${kept[where][0] ? "kept" : "lost"}, the number ${kept[where][1] ? "kept" : "lost"}`);
}
const holds = JSON.stringify(Object.values(kept)) === "[[true,true],[true,true],[true,false]]";
console.log(holds ? "holds: a block of links only is lost, with the number in it" : "changed");
process.exit(holds ? 0 : 1);
LOOK
node look.mjs
