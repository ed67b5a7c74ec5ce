#!/usr/bin/env bash
# A frame with its own `sandbox`, put into a text with TinyMCE.
#
# A guess: the editor adds `sandbox` where a frame has none, and leaves what the writer set.
# What happens: the attribute is emptied, whatever stood there, also where the options name `sandbox` as allowed. An empty one
#   is the strictest: the framed page runs no script. It is kept when the frame's host is on the editor's own
#   list, or when the rule is switched off as a whole.
# Seen with: TinyMCE 8.9.2, playwright-core 1.65.1, Chromium 156.0.8078.114 of Debian 12, 30 November 2026.
# Why it matters here: whoever offers a snippet with a frame for intranets gets a page without its program, and nothing in the
#   snippet explains it. Such a page has to be readable without script and to say where it is whole.
#
# Needs chromium (Debian), node and npm.
set -euo pipefail
command -v chromium >/dev/null || { echo "this needs chromium: apt-get install chromium" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund tinymce@8.9.2 playwright-core@1.65.1
cat >look.mjs <<'LOOK'
import { chromium } from "playwright-core";

const options = {
  "as it comes": {},
  "sandbox named as allowed": { extended_valid_elements: "iframe[src|title|sandbox]" },
  "the host on the editor's list": { sandbox_iframes_exclusions: ["example.org"] },
  "the rule switched off": { sandbox_iframes: false },
};
const written = "allow-scripts allow-popups";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const kept = [];
try {
  const page = await browser.newPage();
  // The frame's address is asked for by the editor's view; nothing is to leave this machine.
  await page.route("https://example.org/**", (route) => route.fulfill({ contentType: "text/html", body: "framed" }));
  await page.setContent('<!doctype html><title>editor</title><textarea id="text"></textarea>');
  for (const file of ["tinymce", "models/dom/model", "themes/silver/theme", "icons/default/icons"]) {
    await page.addScriptTag({ path: `node_modules/tinymce/${file}.min.js` });
  }
  console.log(`TinyMCE ${await page.evaluate(() => `${tinymce.majorVersion}.${tinymce.minorVersion}`)}, Chromium ${browser.version()}`);
  for (const [name, option] of Object.entries(options)) {
    const html = await page.evaluate(
      async ([option, sandbox]) => {
        const [editor] = await tinymce.init({ selector: "#text", license_key: "gpl", skin: false, content_css: false, ...option });
        editor.setContent(`<p><iframe src="https://example.org/page.html" title="page" sandbox="${sandbox}"></iframe></p>`);
        const html = editor.getContent();
        editor.remove();
        return html;
      },
      [option, written],
    );
    kept.push(/sandbox="([^"]*)"/.exec(html)?.[1]);
    console.log(`${name}: ${html}`);
  }
} finally {
  await browser.close();
}
const holds = JSON.stringify(kept) === JSON.stringify(["", "", written, written]);
console.log(holds ? "holds: the frame's own sandbox is emptied" : "changed");
process.exit(holds ? 0 : 1);
LOOK
node look.mjs
