#!/usr/bin/env python3
"""Opens the 校对稿 of a rulebook in headless Chromium and takes a picture of it, and of what would be printed.

    swift build
    look_at_proof.py [RULEBOOK [FOLDER]]     (default: rulebooks/2013.rulebook, a new folder)

Checks that the page opens and prints, with notes and without scripts; what it looks like is for people to
judge. Chromium is installed with apt-get where that can be done; where not, that is said and nothing is checked.
"""

import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.normpath(os.path.join(os.path.dirname(__file__), "..", ".."))
RULECHECK = os.path.join(ROOT, ".build", "debug", "rulecheck")
NAMES = ["chromium", "chromium-browser", "google-chrome"]


def browser():
    """A Chromium; installed where there is none."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and shutil.which("apt-get"):
        words = ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"]
        subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        found = next(filter(None, map(shutil.which, NAMES)), None)
    return found


def main():
    rulebook = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "rulebooks", "2013.rulebook")
    folder = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="proof-")
    program = browser()
    if program is None:
        print("skipped: there is no Chromium here, and it cannot be installed")
        return
    os.makedirs(folder, exist_ok=True)
    page, picture, print_out = (os.path.join(folder, name) for name in ["proof.html", "proof.png", "proof.pdf"])
    subprocess.run([RULECHECK, "check", rulebook, "--format", "html", "-o", page], check=True)
    base = [program, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1150,1700"]
    quiet = {"stderr": subprocess.DEVNULL, "timeout": 120, "check": True}
    subprocess.run(base + [f"--screenshot={picture}", "file://" + page], **quiet)
    subprocess.run(base + ["--no-pdf-header-footer", f"--print-to-pdf={print_out}", "file://" + page], **quiet)
    document = subprocess.run(base + ["--dump-dom", "file://" + page], stdout=subprocess.PIPE, **quiet).stdout
    assert b"<script" not in document, "a script stands in the page"
    assert document.count(b'class="note"') > 0, "no notes"
    for path in [picture, print_out]:
        assert os.path.getsize(path) > 10_000, f"{path} is empty"
    print(f"look at {picture} and {print_out}")


main()
