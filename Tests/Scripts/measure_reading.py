#!/usr/bin/env python3
"""Measures how long reading and checking a rulebook takes, against a Swift program that does nothing.

    swift build -c release --static-swift-stdlib --product rulecheck
    measure_reading.py [RUNS]                (default: 40 runs of each)

Times are medians of runs by turns, so that what else the machine does falls on all of them alike; the least of
them is shown too. Where valgrind is installed, instructions are counted: those are the same on a busy machine.
docs/performance.md says what the figures are made of.
"""

import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.normpath(os.path.join(os.path.dirname(__file__), "..", ".."))
RULECHECK = os.path.join(ROOT, ".build", "release", "rulecheck")
RULEBOOK = os.path.join(ROOT, "rulebooks", "2013.rulebook")

PACKAGE = """// swift-tools-version: 6.2
import PackageDescription
let package = Package(name: "empty", targets: [.executableTarget(name: "empty")])
"""

# What may open a bracket that names no evidence.
DIRECTIVES = {
    "例", "适用", "项", "目", "考核单位", "说明", "注", "其余", "分值", "起评", "上限", "下限", "缺", "同上",
}


def empty_program(folder):
    """Builds a static program without a line in it."""
    os.makedirs(os.path.join(folder, "Sources", "empty"))
    with open(os.path.join(folder, "Package.swift"), "w") as file:
        file.write(PACKAGE)
    with open(os.path.join(folder, "Sources", "empty", "Empty.swift"), "w") as file:
        file.write("@main enum Empty { static func main() {} }\n")
    build = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--package-path", folder]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    return os.path.join(folder, ".build", "release", "empty")


def numeral(value):
    digits = "零一二三四五六七八九"
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")


def long_rulebook(path, copies):
    """Writes the second and third section of 2013 again and again, each time with other names and numbers."""
    with open(RULEBOOK, encoding="utf-8") as file:
        text = file.read()
    begin = text.index("\n二、") + 1
    head, body = text[:begin].split("（三）")[0], text[begin:]
    names = set()
    for bracket in re.findall("【([^】]*)】", body):
        words = bracket.split("：")[0]
        if words not in DIRECTIVES:
            names.update(words.split("、"))
    known = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
    signs = [chr(code) for code in range(0x4E00, 0x9FA5) if chr(code).encode("gb2312", "ignore")]
    random.Random(7).shuffle(signs)
    head = head.replace("85分", f"{75 * copies}分").replace("一，一（一），一（二）", "一")
    with open(path, "w", encoding="utf-8") as file:
        file.write(head)
        for copy in range(copies):
            mark = "".join(signs[4 * copy:4 * copy + 4])

            def renamed(found):
                words = found.group(1)
                if words.split("：")[0] in DIRECTIVES - {"例"}:
                    return found.group(0)
                return "【" + known.sub(lambda name: mark + name.group(0), words) + "】"

            section = re.sub("【([^】]*)】", renamed, body).replace("\n三、", f"\n{numeral(2 * copy + 3)}、")
            file.write(numeral(2 * copy + 2) + "、" + section[2:] + "\n")


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def instructions(command, folder):
    if not shutil.which("valgrind"):
        return None
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=" + os.path.join(folder, "callgrind.out")]
    run = subprocess.run(tool + command, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    return int(found.group(1)) if found else None


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory() as folder:
        half, whole = os.path.join(folder, "half.rulebook"), os.path.join(folder, "whole.rulebook")
        long_rulebook(half, 21)
        long_rulebook(whole, 42)
        commands = {
            "an empty program": [empty_program(os.path.join(folder, "empty"))],
            "rulecheck --version": [RULECHECK, "--version"],
            "rulecheck 2013.rulebook": [RULECHECK, RULEBOOK],
            f"rulecheck, {os.path.getsize(half) >> 10} KB": [RULECHECK, half],
            f"rulecheck, {os.path.getsize(whole) >> 10} KB": [RULECHECK, whole],
        }
        times = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(seconds(command))
        for name, command in commands.items():
            counted = instructions(command, folder)
            shown = "" if counted is None else f"{counted / 1e6:9.1f} M instructions"
            median, least = statistics.median(times[name]) * 1e3, min(times[name]) * 1e3
            print(f"{name:26}{median:8.1f} ms (least {least:.1f}){shown}")


if __name__ == "__main__":
    main()
