#!/usr/bin/env python3
"""Feeds any bytes to the targets of Tests/FuzzTargets with libFuzzer, and keeps what is worth keeping.

    Tests/Scripts/fuzz.py [TARGET…] [--seconds N] [--keep N]

Builds the program with the coverage that the sanitizers lose when they are asked for plainly, refuses to go on where
there is none, and shows first that a planted fault is found. Then each target runs for N seconds (default 60) on both
cores, from the kept inputs, the conformance cases and the words of the grammar. A crash, an input of over 2 seconds or 512 MB is
written to the folder it names. With --keep the smallest N inputs of those that reach most are kept in Tests/FuzzCorpus,
where `swift test` runs them.
"""

import argparse
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SCRATCH = os.path.join(ROOT, ".build-fuzz")
TARGETS = ["rulebook", "composed", "ledger", "cells", "number", "year"]
BUILD = [
    "swift", "build", "-c", "release", "--scratch-path", SCRATCH, "--sanitize=fuzzer", "--sanitize=address",
    "-Xswiftc", "-sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp", "--product", "rulebook-fuzz",
]


def build():
    subprocess.run(BUILD, cwd=ROOT, env=dict(os.environ, RULEBOOK_FUZZ="1"), check=True)
    return os.path.join(SCRATCH, "release", "rulebook-fuzz")


def environment(target, planted=False):
    own = dict(os.environ, FUZZ_TARGET=target, SWIFT_BACKTRACE="enable=no")
    return dict(own, FUZZ_PLANTED="1") if planted else own


def sections(path):
    """The parts of a conformance case: rules, and its ledgers."""
    parts, name = {}, None
    for line in open(path, encoding="utf-8"):
        if line.startswith("=== "):
            name = line[4:].strip()
            parts[name] = ""
        elif name is not None:
            parts[name] += line
    return parts


def seeds(target, folder):
    """Inputs to begin with."""
    head = "【细则：例】【年度：2013】【考核单位：考核办】\n"
    texts = []
    for path in sorted(glob.glob(ROOT + "/Tests/Conformance/*/*.case")):
        parts = sections(path)
        rules = parts.get("文件头", head) + parts.get("规则", "")
        ledgers = [text for name, text in parts.items() if name.endswith(".csv") and "台账" in name]
        register = parts.get("单位名册.csv", "单位\n甲局\n乙局\n丙局\n")
        if target == "rulebook":
            texts.append(rules)
        elif target == "ledger":
            texts += ledgers
        elif target == "year" and ledgers:
            texts.append("\0".join([rules, register, ledgers[0]]))
    if target == "number":
        texts = ["0", "-0.5", "1234567890.0987654321", "00.10", "9" * 40, "9" * 41, "1e3", "+1", ".5", "5.", "-"]
    if target == "cells":
        for date in ["2013-5-8", "2013年5月8日", "20130508", "41402", "5/8/2013", "2013-13-1", ""]:
            texts += [f"市发展局\0{name}\0{amount}\0{date}\0甲" for name in ["投诉", "任务", "测评"] for amount in ["1", "95%", "第1名"]]
    if target == "composed":
        texts = ["".join(chr((seed * step) % 128) for step in range(1, 200)) for seed in range(1, 100)]
    for number, text in enumerate(texts):
        with open(f"{folder}/seed{number:04}", "w", encoding="utf-8", newline="") as file:
            file.write(text)


def dictionary(path):
    """The words of the grammar."""
    grammar = open(ROOT + "/grammar/rulebook.ebnf", encoding="utf-8").read()
    words = sorted(set(re.findall(r'"([^"\n]{1,24})"', grammar)) | {"单位", "证据", "数量", "日期", "说明", "材料", "市发展局", "投诉", "任务", "信息"})
    with open(path, "w", encoding="utf-8") as file:
        for word in words:
            file.write('"' + "".join(f"\\x{byte:02X}" for byte in word.encode()) + '"\n')


def gate(program):
    """The program counts what it reaches, and finds a fault that is planted."""
    with tempfile.TemporaryDirectory() as folder:
        seen = subprocess.run(
            [program, "-runs=1", folder], env=environment("rulebook"), capture_output=True, text=True, cwd=folder).stderr
        counters = re.search(r"Loaded 1 modules\s+\((\d+) inline 8-bit counters\)", seen)
        if counters is None or int(counters.group(1)) < 50:
            sys.exit("no coverage in the build\n" + seen[-2000:])
        with open(folder + "/seed", "w", encoding="utf-8") as file:
            file.write("一、作风（5分）")
        found = subprocess.run(
            [program, "-max_total_time=60", folder], env=environment("rulebook", planted=True), capture_output=True, cwd=folder)
        if found.returncode == 0:
            sys.exit("the planted fault was not found")
    print(f"coverage: {counters.group(1)} counters; the planted fault is found", flush=True)


def run(program, target, seconds, keep):
    work = tempfile.mkdtemp(prefix=f"fuzz-{target}-")
    corpus, kept = work + "/corpus", f"{ROOT}/Tests/FuzzCorpus/{target}"
    os.makedirs(corpus)
    os.makedirs(kept, exist_ok=True)
    seeds(target, corpus)
    dictionary(work + "/words")
    command = [
        program, "-fork=2", "-ignore_crashes=0", f"-max_total_time={seconds}", "-max_len=4096", "-timeout=2",
        "-rss_limit_mb=512", f"-dict={work}/words", corpus, kept,
    ]
    done = subprocess.run(command, cwd=work, env=environment(target), capture_output=True, text=True)
    last = [line for line in done.stderr.splitlines() if "cov:" in line][-1:]
    crashes = [name for name in os.listdir(work) if name.split("-")[0] in ("crash", "timeout", "oom", "leak")]
    print(f"{target}: {last[0].strip() if last else done.stderr[-500:]}; {len(crashes)} problems {work if crashes else ''}", flush=True)
    if keep and not crashes:
        merged = work + "/merged"
        os.makedirs(merged)
        subprocess.run(
            [program, "-merge=1", "-max_len=4096", merged, kept, corpus], cwd=work, env=environment(target), capture_output=True)
        files = sorted((os.path.getsize(merged + "/" + name), name) for name in os.listdir(merged))
        shutil.rmtree(kept)
        os.makedirs(kept)
        for _, name in files[:keep]:
            shutil.copy(merged + "/" + name, kept)
    return len(crashes)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("targets", nargs="*", choices=[[]] + TARGETS, default=[])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--keep", type=int, default=0)
    arguments = parser.parse_args()
    program = build()
    gate(program)
    problems = sum(run(program, target, arguments.seconds, arguments.keep) for target in arguments.targets or TARGETS)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
