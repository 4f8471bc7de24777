#!/usr/bin/env python3
"""Plants a fault in the engine, one at a time, and runs the comparison with the reference scorer and the conformance
cases: a fault that nobody finds shows what the tests do not look at.

    Tests/Scripts/plant_faults.py [--only N,M…] [--cases N] [--list]

Works on a copy of the repository in a folder of its own (kept between runs, since the first build takes long), never
on the sources here. Exits 0 when at least 19 in 20 of the faults that were run were found.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile

SCORING = "Sources/RulebookScoring/"

# What is wrong, where, the words as they are, the words with the fault.
FAULTS = [
    ("a curve's last piece is left out", "Kernels/ScaledCurve.swift", "for piece in pieces.dropFirst() where", "for piece in pieces.dropFirst().dropLast() where"),
    ("a border belongs to the piece before it", "Kernels/ScaledCurve.swift", "piece.includesStart ? scaled.ceiling : scaled.floor + 1", "piece.includesStart ? scaled.floor + 1 : scaled.floor + 1"),
    ("begun steps are whole steps", "Kernels/ScaledCurve.swift", "(steps - 1) / chosen.step + 1", "steps / chosen.step"),
    ("steps are counted from 0", "Kernels/ScaledCurve.swift", "wide.subtractingReportingOverflow(chosen.anchor)", "wide.subtractingReportingOverflow(0)"),
    ("an upper bound does not hold", "Kernels/Column+Operations.swift", "if let high { result = result.bounded", "if let high, count > 1_000_000 { result = result.bounded"),
    ("the lower bound comes before the upper one", "Kernels/Column+Operations.swift", "if let low { result = result.bounded(by: low, keeping: max)", "if let low { result = result.bounded(by: low, keeping: min)"),
    ("此项不得分 does not hold", "Kernels/Column+Operations.swift", "if let low = switched.low, low.signum > 0 { return other }", "if let low = switched.low, low.signum > 1 { return other }"),
    ("the choice is the other way round", "Kernels/Column+Operations.swift", "mask.indices.map { mask[$0] ? mine[$0] : theirs[$0] }", "mask.indices.map { mask[$0] ? theirs[$0] : mine[$0] }"),
    ("periods are folded a cell off", "Kernels/Column+Operations.swift", "totals[index / periods] = sum", "totals[(index + 1) / periods % totals.count] = sum"),
    ("a negative factor leaves the ends of an interval as they are", "Kernels/Interval.swift", "Score(low: first, high: second) : Score(low: second, high: first)", "Score(low: first, high: second) : Score(low: first, high: second)"),
    ("a joined interval is the inner one", "Kernels/Interval.swift", "    return min(left, right)", "    return max(left, right)"),
    ("the anchor inside an interval is passed over", "Kernels/Interval.swift", "{ points.append(anchor) }", "{ points += [] }"),
    ("a missing count is zero", "Evaluation/Gatherer.swift", "let absent = isReported ? settled : open", "let absent = settled"),
    ("an office that has not reported may not add rows", "Evaluation/Gatherer.swift", "evidence.mayGainRows && !isReported", "evidence.mayGainRows && isReported"),
    ("sums take the last row", "Evaluation/Gatherer.swift", "totals[place] + value : max", "value : max"),
    ("decimals are read as whole numbers", "Evaluation/Gatherer.swift", "powerOfTen(scale - table.scales[row])", "powerOfTen(0)"),
    ("the mean divides by one more", "Kernels/Column+Population.swift", "Rational(members.count).reciprocal", "Rational(members.count + 1).reciprocal"),
    ("places count from the bottom", "Kernels/Column+Population.swift", "statistic == .rankFromTop ? values", "statistic == .rankFromBottom ? values"),
    ("核减 goes below nothing", "Plan/Planner.swift", "plan.add(.clamp(rest, low: plan.add(.amount(.zero), axis: axis), high: nil), axis: axis)", "plan.add(.clamp(rest, low: nil, high: nil), axis: axis)"),
    ("免扣 waives nothing", "Plan/Planner.swift", "if let waiver { points = plan.add(.unless(zero: waiver, points), axis: term.axis) }", "if let waiver, waiver == points { points = waiver }"),
]


def sources(copy):
    return [os.path.join(copy, SCORING + fault[1]) for fault in FAULTS]


def check(copy):
    """Every fault stands at one place and only there."""
    wrong = []
    for number, (name, _, old, _) in enumerate(FAULTS):
        with open(sources(copy)[number], encoding="utf-8") as file:
            if file.read().count(old) != 1:
                wrong.append(f"{number + 1} {name}: the words are not there once; bring this script up to date")
    if wrong:
        sys.exit("\n".join(wrong))


def build(copy):
    done = subprocess.run(
        ["swift", "build", "--build-tests"], cwd=copy, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode == 0, done.stdout


def tests_pass(copy, cases):
    environment = dict(os.environ, CASES=str(cases))
    command = ["swift", "test", "--skip-build", "--filter", "AgreementTests|ConformanceTests|MissingTests|PropertyTests"]
    done = subprocess.run(
        command, cwd=copy, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=1800)
    return done.returncode == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", help="the numbers of the faults to plant, with commas between")
    parser.add_argument("--cases", type=int, default=2000, help="generated cases for each fault")
    parser.add_argument("--list", action="store_true", help="name the faults, and check that each has its place")
    arguments = parser.parse_args()
    here = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
    check(here)
    if arguments.list:
        for number, fault in enumerate(FAULTS):
            print(f"{number + 1:2} {fault[0]} ({fault[1]})")
        return
    chosen = [int(one) - 1 for one in arguments.only.split(",")] if arguments.only else range(len(FAULTS))
    copy = os.path.join(tempfile.gettempdir(), "rulecheck-planted")
    os.makedirs(copy, exist_ok=True)
    for name in ["Package.swift", "Sources", "Tests", "rulebooks", "grammar", "docs", "README.md", "README.zh-CN.md", "CHANGELOG.md"]:
        source, target = os.path.join(here, name), os.path.join(copy, name)
        if os.path.isdir(source):
            subprocess.run(["rsync", "-a", "--delete", source + "/", target], check=False) if shutil.which(
                "rsync") else shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copy2(source, target)
    works, output = build(copy)
    if not works or not tests_pass(copy, arguments.cases):
        sys.exit("the tests fail without a fault\n" + output[-2000:])
    found, missed = [], []
    for number in chosen:
        name, path, old, new = FAULTS[number]
        place = sources(copy)[number]
        with open(place, encoding="utf-8") as file:
            text = file.read()
        try:
            with open(place, "w", encoding="utf-8") as file:
                file.write(text.replace(old, new))
            works, output = build(copy)
            if not works:
                sys.exit(f"{number + 1} {name}: does not build\n{output[-2000:]}")
            is_found = not tests_pass(copy, arguments.cases)
        finally:
            with open(place, "w", encoding="utf-8") as file:
                file.write(text)
        (found if is_found else missed).append(number)
        print(f"{number + 1:2} {'found' if is_found else 'MISSED'}: {name}", flush=True)
    print(f"{len(found)} of {len(found) + len(missed)} found")
    sys.exit(0 if len(found) * 20 >= (len(found) + len(missed)) * 19 else 1)


if __name__ == "__main__":
    main()
