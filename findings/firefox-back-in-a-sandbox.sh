#!/usr/bin/env bash
# Where Back leads after steps inside a sandboxed frame of another origin.
#
# A guess: steps that a frame adds to the history by pushState, each at a person's press, are taken back one by one before the
#   page around the frame is left. A sandbox without allow-same-origin changes what the frame may reach, and not the history.
# What happens: Chromium takes them back one by one, with and without the sandbox. Firefox does so too, but not where the frame
#   is of another origin and has `sandbox="allow-scripts"`: there history.length does not grow for the page around, and the first
#   Back leaves it. With the sandbox and the origin of the page around (tried apart), Firefox goes back step by step.
# Seen with: Firefox ESR 153.8.0 and Chromium 156.0.8078.114 of Debian 12, selenium 4.36.0, 1 December 2026.
# Why it matters here: what was filled in inside the frame is gone with one press of Back, and only the page can say so ahead.
#
# Needs firefox-esr, chromium and chromium-driver (Debian), geckodriver (`cargo install geckodriver`), and python3.
set -euo pipefail
for program in firefox-esr chromium chromedriver geckodriver; do
  command -v $program >/dev/null || { echo "this needs $program" >&2; exit 2; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check selenium==4.36.0
firefox-esr --version
chromium --version

"$folder/python/bin/python" - <<'LOOK'
import json, shutil, sys, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PAGES = {
    "/before": "<title>before</title>",
    "/open": '<title>around</title><iframe src="/steps"></iframe>',
    "/boxed": '<title>around</title><iframe sandbox="allow-scripts" src="/steps"></iframe>',
    "/steps": """<title>steps</title><button>next</button><output>0</output><script>
        let step = 0;
        const show = (to) => { step = to; document.querySelector("output").textContent = to; };
        document.querySelector("button").onclick = () => { show(step + 1); history.pushState(step, ""); };
        onpopstate = (event) => show(event.state ?? 0);
    </script>""",
}

class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        page = PAGES.get(self.path, "")
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(("<!doctype html>" + page).encode())

    def log_message(self, *_):
        pass

class Quiet(ThreadingHTTPServer):
    daemon_threads = True
    def handle_error(self, *_):
        pass

server = Quiet(("127.0.0.1", 0), Pages)
threading.Thread(target=server.serve_forever, daemon=True).start()
here = f"http://127.0.0.1:{server.server_port}"
for path in ("/open", "/boxed"):
    PAGES[path] = PAGES[path].replace("/steps", f"http://localhost:{server.server_port}/steps")

def firefox():
    options = webdriver.FirefoxOptions()
    # A step back inside a frame loads no page, and the driver would wait for one.
    options.page_load_strategy = "none"
    options.binary_location = shutil.which("firefox-esr")
    options.add_argument("-headless")
    return webdriver.Firefox(options=options, service=webdriver.FirefoxService(shutil.which("geckodriver")))

def chromium():
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for flag in ("--headless", "--no-sandbox", "--disable-gpu"):
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))

def first_back(browser, path):
    """Two steps in the frame, then Back: the title on top, the step in the frame if it is there, and how much the history grew."""
    wait = WebDriverWait(browser, 30)
    for there, title in (("/before", "before"), (path, "around")):
        browser.get(here + there)
        wait.until(lambda one: one.title == title and one.execute_script("return document.readyState") == "complete")
    length = browser.execute_script("return history.length")
    browser.switch_to.frame(0)
    for step in ("1", "2"):
        browser.find_element(By.TAG_NAME, "button").click()
        wait.until(lambda one: one.find_element(By.TAG_NAME, "output").text == step)
    browser.switch_to.default_content()
    grown = browser.execute_script("return history.length") - length
    browser.back()

    def settled(one):
        one.switch_to.default_content()
        if one.title != "around":
            return [one.title, None, grown]
        one.switch_to.frame(0)
        step = one.find_element(By.TAG_NAME, "output").text
        return [("around"), step, grown] if step != "2" else False

    return wait.until(settled)

found = {}
for name, start in (("Chromium", chromium), ("Firefox", firefox)):
    browser = start()
    try:
        for path in ("/open", "/boxed"):
            found[name + path] = first_back(browser, path)
            print(f"{name}, {path[1:]}: after Back {json.dumps(found[name + path])}")
    finally:
        browser.quit()
expected = {
    "Chromium/open": ["around", "1", 2],
    "Chromium/boxed": ["around", "1", 2],
    "Firefox/open": ["around", "1", 2],
    "Firefox/boxed": ["before", None, 0],
}
if found != expected:
    sys.exit("changed")
print("holds: only Firefox leaves the page around, and only where the frame of another origin has a sandbox")
LOOK
