#!/usr/bin/env python3
"""Changes the arithmetic, the reading of evidence and the scoring in small ways, and counts which changes tests find.

    Tests/Scripts/mutate.py [--sample N] [--seed S] [--module M] [--list] [--scratch DIR] [--state FILE]

A scratch copy of the repository is built once with all chosen mutants in it (see schemata.py); those that do not
compile are dropped. Then the test binary runs once for each mutant, the tests that most likely find it first; a mutant
is found where a run fails, or takes five times as long as without it. The state file, in the scratch folder unless
told otherwise, keeps every verdict: a run that was cut off goes on where it stood, `--again` tries the survivors once
more after tests were added. The exit status is 1 where fewer than `--least` percent (default 90) are found.
"""

import argparse
import concurrent.futures
import glob
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import schemata

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
FLAGS = ["-c", "release", "-Xswiftc", "-enable-testing"]
MODULES = ["ExactArithmetic", "RulebookEvidence", "RulebookScoring"]
TESTS = {
    "ExactArithmetic": ["ExactArithmeticTests", "ConformanceTests", "RulebookEvidenceTests", "RulebookScoringTests"],
    "RulebookEvidence": ["RulebookEvidenceTests", "ConformanceTests", "RulebookScoringTests"],
    "RulebookScoring": ["ConformanceTests", "RulebookScoringTests"],
}
MEMORY = 12 << 30


def sources():
    """The sources of the modules, by their paths in the repository."""
    found = {}
    for module in MODULES:
        for path in glob.glob(os.path.join(ROOT, "Sources", module, "**", "*.swift"), recursive=True):
            with open(path, encoding="utf-8") as file:
                found[os.path.relpath(path, ROOT)] = file.read()
    return found


def write(path, text):
    """Writes the file where it is not the same already, so that builds keep what they can."""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            if file.read() == text:
                return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def mirror(copy):
    """Makes or renews the scratch copy, all but the sources that carry mutants."""
    kept = set()
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    for name in names.stdout.decode().split("\0"):
        source, target = os.path.join(ROOT, name), os.path.join(copy, name)
        kept.add(target)
        if not name or not os.path.isfile(source) or name.split("/")[:2] in [["Sources", m] for m in MODULES]:
            continue
        if not os.path.exists(target) or os.path.getmtime(target) != os.path.getmtime(source):
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copy2(source, target)
    for path in glob.glob(os.path.join(copy, "Sources", "**", "*.swift"), recursive=True):
        if path not in kept:
            os.remove(path)
    package = os.path.join(copy, "Package.swift")
    with open(package, encoding="utf-8") as file:
        write(package, file.read().replace("  .treatAllWarnings(as: .error),\n", ""))


class Build:
    """The scratch copy with its mutants."""

    def __init__(self, copy, texts, chosen):
        """A copy in the folder `copy` of the sources `texts` with the mutants `chosen`."""
        self.copy, self.texts = copy, texts
        self.viable = {mutant.number: mutant for mutant in chosen}
        self.schemas = {}

    def write(self):
        """Writes the sources with the mutants that are still there."""
        for module in MODULES:
            write(os.path.join(self.copy, "Sources", module, "MutantSelector.swift"), schemata.SELECTOR)
        for path, text in self.texts.items():
            own = [mutant for mutant in self.viable.values() if mutant.path == path]
            self.schemas[path] = schemata.Schema(text, own)
            write(os.path.join(self.copy, path), self.schemas[path].text)

    def run(self):
        """Builds, without the mutants that do not compile, and gives the path of the test binary."""
        for target in [["--target", module] for module in MODULES] + [["--build-tests"]]:
            while True:
                self.write()
                done = subprocess.run(
                    ["swift", "build", *FLAGS, *target], cwd=self.copy, capture_output=True, text=True, errors="replace")
                if done.returncode == 0:
                    break
                self.drop(done.stdout + done.stderr)
        return glob.glob(os.path.join(self.copy, ".build", "release", "*.xctest"))[0]

    def drop(self, output):
        """Takes out the mutants in whose lines the compiler found errors."""
        blamed = set()
        for path, line in set(re.findall(r"(?m)^(/[^:\n]+):(\d+):\d+: error:", output)):
            schema = self.schemas.get(os.path.relpath(path, self.copy))
            blamed.update(schema.at(int(line)) if schema else [])
        if not blamed & self.viable.keys():
            sys.exit("The copy does not build:\n" + output[-4000:])
        print(f"{len(blamed)} mutants do not compile", flush=True)
        for number in blamed:
            self.viable.pop(number, None)


class Runner:
    """Runs the tests with one mutant alive."""

    def __init__(self, binary, copy):
        """Over the test binary, from the folder of the copy."""
        self.binary, self.copy = binary, copy
        self.baseline = {}

    def run(self, number, tests, limit=None):
        """Whether the tests pass with this mutant; None where they take longer than the limit."""
        process = subprocess.Popen(
            [self.binary, "--testing-library", "swift-testing", "--filter", f"^{tests}\\."], cwd=self.copy,
            env=dict(os.environ, SWIFT_BACKTRACE="enable=no", **{schemata.VARIABLE: str(number)}),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            return process.wait(limit) == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return None

    def measure(self):
        """How long all tests take without a mutant; they have to pass."""
        for tests in sorted({tests for names in TESTS.values() for tests in names}):
            begin = time.monotonic()
            if not self.run(0, tests):
                sys.exit(f"{tests} fails without any mutant.")
            self.baseline[tests] = time.monotonic() - begin
            print(f"{tests}: {self.baseline[tests]:.1f} s", flush=True)

    def verdict(self, mutant):
        """`survived`, or the tests that find the mutant."""
        for tests in TESTS[mutant.path.split("/")[1]]:
            passed = self.run(mutant.number, tests, max(10, 5 * self.baseline[tests]))
            if not passed:
                return tests if passed is False else tests + " (time)"
        return "survived"


def try_all(runner, chosen, state, path):
    """Finds the verdict of all mutants that have none yet, two at a time."""
    left = [mutant for mutant in chosen if mutant.key not in state]
    random.Random(1).shuffle(left)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        waiting = {pool.submit(runner.verdict, mutant): mutant for mutant in left}
        for done in concurrent.futures.as_completed(waiting):
            state[waiting[done].key] = done.result()
            with open(path + ".new", "w", encoding="utf-8") as file:
                json.dump(state, file, ensure_ascii=False, indent=0)
            os.replace(path + ".new", path)
            if done.result() == "survived":
                print("survived", waiting[done].key, flush=True)


def report(chosen, state, least):
    """Prints the figures and the survivors; the exit status."""
    survivors = [mutant for mutant in chosen if state[mutant.key] == "survived"]
    for module in MODULES:
        own = [mutant for mutant in chosen if mutant.path.split("/")[1] == module]
        found = len(own) - len([mutant for mutant in survivors if mutant in own])
        print(f"{module}: {found} of {len(own)} found")
    for mutant in survivors:
        print("survived", mutant.key)
    found = len(chosen) - len(survivors)
    print(f"{found} of {len(chosen)} viable mutants found: {100 * found / max(1, len(chosen)):.1f} %")
    return 0 if 100 * found >= least * len(chosen) else 1


def main():
    parser = argparse.ArgumentParser(description="Counts which small changes of the engine the tests find.")
    parser.add_argument("--sample", type=int, help="how many mutants to draw; all of them where not told")
    parser.add_argument("--seed", type=int, default=1, help="which sample")
    parser.add_argument("--module", choices=MODULES, help="only mutants of this module")
    parser.add_argument("--list", action="store_true", help="only list the mutants")
    parser.add_argument("--scratch", default=os.path.join(tempfile.gettempdir(), "rulebook-mutants"))
    parser.add_argument("--state", help="where verdicts are kept")
    parser.add_argument("--again", action="store_true", help="try those that survived once more")
    parser.add_argument("--least", type=float, default=90, help="the percentage to be reached")
    options = parser.parse_args()

    texts = sources()
    chosen = [m for m in schemata.mutants(texts) if options.module in (None, m.path.split("/")[1])]
    if options.sample and options.sample < len(chosen):
        chosen = sorted(random.Random(options.seed).sample(chosen, options.sample), key=lambda mutant: mutant.number)
    if options.list:
        print("\n".join(mutant.key for mutant in chosen))
        return 0

    copy = os.path.join(os.path.abspath(options.scratch), "rulebook")
    path = options.state or os.path.join(os.path.abspath(options.scratch), "state.json")
    mirror(copy)
    build = Build(copy, texts, chosen)
    binary = build.run()
    chosen = list(build.viable.values())
    runner = Runner(binary, copy)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    runner.measure()
    state = {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            state = json.load(file)
    if options.again:
        state = {key: verdict for key, verdict in state.items() if verdict != "survived"}
    try_all(runner, chosen, state, path)
    return report(chosen, state, options.least)


if __name__ == "__main__":
    sys.exit(main())
