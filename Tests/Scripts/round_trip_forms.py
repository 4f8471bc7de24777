#!/usr/bin/env python3
"""Takes the forms of a year through LibreOffice Calc and back, and has `rulecheck evaluate` read what comes out.

    swift build
    round_trip_forms.py [YEAR [FOLDER OF THE YEAR BEFORE]]     (default: 2014, rulebooks/sample-evidence/2013)

Every CSV file is opened as an office would open it (UTF-8, commas, types guessed), saved as a workbook, opened again and
saved as CSV; cells must come back as they were, but for the quotes. LibreOffice is installed with apt-get where that can be
done; where not, that is said and nothing is checked.
"""

import csv
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.normpath(os.path.join(os.path.dirname(__file__), "..", ".."))
RULECHECK = os.path.join(ROOT, ".build", "debug", "rulecheck")
# Commas, double quotes, UTF-8, from the first line, types guessed as for somebody who only opens the file.
READ = "--infilter=CSV:44,34,76,1"
WRITE = "csv:Text - txt - csv (StarCalc):44,34,76,1"


def office():
    """LibreOffice; installed where there is none."""
    if shutil.which("soffice") is None and shutil.which("apt-get"):
        words = ["apt-get", "install", "-y", "--no-install-recommends", "libreoffice-calc"]
        subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return shutil.which("soffice")


def convert(program, paths, form, folder, *more):
    words = [program, "--headless", *more, "--convert-to", form, "--outdir", folder, *paths]
    subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=400, check=True)


def cells(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file) if any(row)]


def main():
    year = sys.argv[1] if len(sys.argv) > 1 else "2014"
    before = sys.argv[2] if len(sys.argv) > 2 else os.path.join(ROOT, "rulebooks", "sample-evidence", "2013")
    program = office()
    if program is None:
        print("skipped: there is no LibreOffice here, and it cannot be installed")
        return
    base = tempfile.mkdtemp(prefix="forms-")
    forms, books, back = (os.path.join(base, name) for name in ["forms", "books", "back"])
    words = [RULECHECK, "forms", "--year", year, "--from", before, "-o", forms]
    subprocess.run(words, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    names = sorted(name for name in os.listdir(forms) if name.endswith(".csv"))
    convert(program, [os.path.join(forms, name) for name in names], "xlsx", books, READ)
    convert(program, [os.path.join(books, name[:-3] + "xlsx") for name in names], WRITE, back)
    for name in names:
        one, other = cells(os.path.join(forms, name)), cells(os.path.join(back, name))
        assert one == other, f"{name} came back otherwise: {[pair for pair in zip(one, other) if pair[0] != pair[1]][:3]}"
    words = [RULECHECK, "evaluate", "--year", year, "--evidence", back, "--fail-incomplete"]
    result = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 4, f"exit status {result.returncode}: {result.stderr}"
    assert "错误[" not in result.stderr, result.stderr
    print(f"{len(names)} files came back from Calc as they were; all of them still wait to be filled in")


main()
