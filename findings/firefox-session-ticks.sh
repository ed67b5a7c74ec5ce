#!/usr/bin/env bash
# What Firefox's session store keeps of a form that asks not to be remembered.
#
# A guess: `autocomplete=off` on a control keeps its state out of the session that Firefox writes to disk, as it does for
#   text; and whether a tick was the page's own default is no part of the question.
# What happens: the text stays out. A checkbox with the same attribute is written, by its id, as soon as it is ticked. It is
#   left out when the page sets `defaultChecked` along with the tick: what is compared is `checked` with `defaultChecked`.
# Seen with: Firefox ESR 153.8.0 of Debian 12, python-lz4 4.4.5, 30 November 2026.
# Why it matters here: an answer on a page about trouble at work is a tick with a speaking id, and the profile outlives it.
#
# Needs firefox-esr (Debian) and python3. Takes a minute or so.
set -euo pipefail
command -v firefox-esr >/dev/null || { echo "this needs firefox-esr: apt-get install firefox-esr" >&2; exit 2; }
folder=$(mktemp -d)
browser=
trap '[ -z "$browser" ] || { kill "$browser" 2>/dev/null || true; wait "$browser" 2>/dev/null || true; }; rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check lz4==4.4.5
firefox-esr --version

cat >"$folder/page.html" <<'PAGE'
<!doctype html><title>ticks</title>
<input id="words" autocomplete="off">
<input id="ticked" type="checkbox" autocomplete="off">
<input id="ticked-by-default-too" type="checkbox" autocomplete="off">
<input id="remembered" autocomplete="on">
<script>
  onload = () => {
    const by = (id) => document.getElementById(id);
    for (const id of ["ticked", "ticked-by-default-too"]) by(id).click();
    by("ticked-by-default-too").defaultChecked = true;
    for (const id of ["words", "remembered"]) {
      by(id).value = "something";
      by(id).dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
</script>
PAGE
mkdir "$folder/profile"
cat >"$folder/profile/user.js" <<'PREFS'
user_pref("browser.sessionstore.interval", 1000);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
user_pref("termsofuse.bypassNotification", true);
PREFS
HOME=$folder firefox-esr --headless --no-remote --profile "$folder/profile" "file://$folder/page.html" >/dev/null 2>&1 &
browser=$!

"$folder/python/bin/python" - "$folder/profile/sessionstore-backups/recovery.jsonlz4" <<'LOOK'
import json, sys, time
import lz4.block

def forms(path):
    """The form data of every entry in a session, by id."""
    try:
        packed = open(path, "rb").read()
    except FileNotFoundError:
        return {}
    session = json.loads(lz4.block.decompress(packed[8:]))
    tabs = [tab for window in session["windows"] for tab in window["tabs"]]
    found = {}
    for tab in tabs:
        found.update((tab.get("formdata") or {}).get("id", {}))
    return found

until = time.monotonic() + 120
found = {}
# The field that may be remembered says that the form was written.
while "remembered" not in found and time.monotonic() < until:
    time.sleep(0.5)
    found = forms(sys.argv[1])
print("written to the profile:", json.dumps(found))
if set(found) != {"ticked", "remembered"} or found["ticked"] is not True:
    sys.exit("changed: the tick was written, and neither the words nor the tick that is also the default")
print("holds: a tick is kept although autocomplete is off, and is not once it is the default")
LOOK
