// Puts the snippets of docs/embed through the filters of editors that are packages, and compares what is left with what the
// table there says. Prints what is otherwise, a line each. `cargo xtask test` runs it, and expects nothing to be printed.
// Usage: node snippets.js FILE; the snippets are its blocks of HTML.
const { readFileSync } = require("node:fs");
const sanitize = require("sanitize-html");
const xss = require("xss");
const insane = require("insane");

const filters = { "sanitize-html": (html) => sanitize(html), xss: (html) => xss(html), insane: (html) => insane(html) };

const text = readFileSync(process.argv[2], "utf8");
const snippets = [...text.matchAll(/^```html\n(.*?)^```$/gms)].map(([, html]) => html);
const told = (name) => text.match(new RegExp(`^\\| ${name} [0-9.]+ \\| (.*?) \\| (.*?) \\| (.*?) \\|$`, "m"))?.slice(1) ?? [];

// What a reader has of one kind of tag: it works, it is there as source, or it is gone.
const left = (html, tag) => (html.includes(`<${tag} `) ? "stays" : html.includes(`&lt;${tag} `) ? "shown as source" : "goes");

if (snippets.length === 0) console.log("there are no snippets");
for (const html of snippets) {
  const [, address] = html.match(/<a href="([^"]*)"/) ?? [];
  if (!address?.startsWith("https://")) console.log(`a snippet without a link with a whole address: ${html}`);
  for (const [name, filter] of Object.entries(filters)) {
    const filtered = filter(html);
    if (!filtered.includes(`href="${address}"`)) console.log(`${name} takes the address away: ${filtered}`);
    ["a", "script", "iframe"].forEach((tag, place) => {
      const found = left(filtered, tag);
      if (html.includes(`<${tag} `) && found !== told(name)[place]) {
        console.log(`${name}, <${tag}>: ${found}, and not "${told(name)[place]}" as it is told`);
      }
    });
  }
}
