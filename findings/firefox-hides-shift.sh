#!/usr/bin/env bash
# Which keys a page gets to know in Firefox with resistance against fingerprinting.
#
# A guess: that setting blurs what tells machines apart (screen, clock, layout of the keyboard), and a page still hears that
#   a key was pressed.
# What happens: Shift, Control and Alt on their own are not told at all, neither going down nor coming up. Letters, arrows,
#   Enter and Escape are; and whether Shift was down is worked out from the letter, so that a capital that was typed
#   without Shift comes with it.
# Seen with: Firefox ESR 153.8.0 of Debian 12, puppeteer-core 24.43.1, 30 November 2026.
# Why it matters here: a quick way out on a bare modifier key does nothing where that setting is on, and a page that is not
#   told cannot say so. Escape is told.
#
# Needs firefox-esr (Debian), node and npm.
set -euo pipefail
command -v firefox-esr >/dev/null || { echo "this needs firefox-esr: apt-get install firefox-esr" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund puppeteer-core@24.43.1
cat >look.mjs <<'LOOK'
import puppeteer from "puppeteer-core";

const told = async (resist) => {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: { "privacy.resistFingerprinting": resist },
  });
  try {
    const page = await browser.newPage();
    await page.goto("data:text/html,<!doctype html><title>keys</title><p>keys");
    await page.evaluate(() => {
      window.told = [];
      for (const kind of ["keydown", "keyup"]) {
        addEventListener(kind, (event) => window.told.push(`${kind} ${event.key}${event.shiftKey ? " with Shift" : ""}`));
      }
    });
    for (const key of ["Shift", "Control", "Alt", "A", "Escape"]) await page.keyboard.press(key);
    console.log(`${await browser.version()}, privacy.resistFingerprinting ${resist}:`);
    const keys = await page.evaluate(() => window.told);
    console.log(`  ${keys.join("; ")}`);
    return keys.join();
  } finally {
    await browser.close();
  }
};

const plain = await told(false);
const resisting = await told(true);
const modifiers = ["keydown Shift with Shift", "keyup Shift", "keydown Control", "keydown Alt"];
const holds =
  modifiers.every((key) => plain.includes(key)) &&
  plain.includes("keydown A,keyup A,keydown Escape") &&
  resisting === "keydown A with Shift,keyup A with Shift,keydown Escape,keyup Escape";
console.log(holds ? "holds: bare modifier keys are kept from the page" : "changed");
process.exit(holds ? 0 : 1);
LOOK
node look.mjs
