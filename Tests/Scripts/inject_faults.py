#!/usr/bin/env python3
"""Every command that writes, with a fault at each of its system calls: nothing torn, nothing lost, no false success.

    Tests/Scripts/inject_faults.py path/to/rulecheck [--every N] [--control]

Needs strace. For each job the system calls that touch files are counted in a run without faults; then the job is run
again for each of them with a signal or an error at just that call. After each run

- the file (or folder) to be written is what it was before, or what the run without faults made, to the byte;
- the exit status is 0 only where it is the new one, and where standard output is whole;
- nothing but a temporary file of ours is left, and that only after a kill.

`--control` runs the same checks over a writer that writes in place, as a proof that they find what they are for: the
script then fails unless faults are found.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile

RULEBOOK = """【细则：样例考核细则】
【年度：2013】
一、日常工作（10分）（由办公室考核）
投诉查实的【投诉】，每起扣0.2分。
"""
REGISTER = "单位,简称\n市财政局,财政局\n市教育局,教育局\n"
LEDGER = "单位,证据,数量\n市财政局,投诉,2\n"
ISSUED = "样例考核细则\n一、日常工作（10分）\n投诉查实的，每起扣0.2分。\n"
OLD = "旧的\n"

# Calls that a job makes on files, and what may befall each.
CALLS = {
    "openat": ["error=EIO", "error=EMFILE", "error=EINTR", "error=ENOSPC", "signal=KILL"],
    "read": ["error=EIO", "error=EINTR", "signal=KILL"],
    "write": ["error=ENOSPC", "error=EIO", "error=EINTR", "signal=KILL"],
    "fsync": ["error=EIO", "error=ENOSPC", "error=EINTR", "signal=KILL"],
    "close": ["error=EIO", "error=EINTR", "signal=KILL"],
    "rename": ["error=EIO", "error=ENOSPC", "signal=KILL"],
    "mkdir": ["error=ENOSPC", "error=EIO", "signal=KILL"],
    "fchmod": ["error=EIO", "error=EPERM", "signal=KILL"],
    "unlink": ["signal=KILL"],
}

# The control: a writer as it must not be.
CONTROL = "import sys\nwith open('得分.csv', 'w') as f:\n    f.write('新的' * 99)\n    f.flush()\n    f.write('完\\n')\nsys.exit(0)\n"


class Job:
    """A command, what it writes, what stood there before; `by_file` where a folder may hold some of its files, each whole."""

    def __init__(self, name, command, target, old, by_file=False):
        self.name, self.command, self.target, self.old, self.by_file = name, command, target, old, by_file

    def may_leave(self, after, old, new, killed=False):
        if after in (old, new):
            return True
        if not self.by_file or not isinstance(after, dict):
            return False
        return all(
            new.get(name) == text or killed and name.startswith(".rulecheck-") for name, text in after.items())


def jobs(program):
    evaluate = [program, "evaluate", "--year", "2013", "--evidence", "台账"]
    return [
        Job("evaluate -o, new file", evaluate + ["--format", "csv", "-o", "得分.csv"], "得分.csv", None),
        Job("evaluate -o, old file", evaluate + ["--format", "json", "-o", "得分.csv"], "得分.csv", OLD),
        Job("why -o", [program, "why"] + evaluate[2:] + ["--unit", "市财政局", "-o", "理由.txt"], "理由.txt", OLD),
        Job("format --write", [program, "format", "样.rulebook", "--write"], "样.rulebook", RULEBOOK.replace("10分", " １０ 分")),
        Job("evaluate --results", evaluate + ["--results", "结果"], "结果", None),
        Job("draft -o", [program, "draft", "原文.txt", "-o", "草稿.rulebook"], "草稿.rulebook", OLD),
        Job("forms -o", [program, "forms", "--year", "2013", "-o", "空表"], "空表", None, by_file=True),
        Job("evaluate to standard output", evaluate, None, None),
    ]


def prepare(folder, job):
    os.makedirs(folder + "/台账")
    os.makedirs(folder + "/rulebooks")
    for name, text in [
        ("rulebooks/2013.rulebook", RULEBOOK),
        ("台账/单位名册.csv", REGISTER),
        ("台账/台账-办公室.csv", LEDGER),
        ("原文.txt", ISSUED),
    ]:
        write(folder + "/" + name, text)
    if job.old is not None:
        write(folder + "/" + job.target, job.old)


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def state(folder, target):
    """What is at the target: nothing, bytes, or the bytes of each file of a folder."""
    path = folder + "/" + target if target else None
    if path is None or not os.path.lexists(path):
        return None
    if os.path.isdir(path):
        return {name: open(path + "/" + name, "rb").read() for name in sorted(os.listdir(path))}
    return open(path, "rb").read()


def run(job, injection, log=None):
    """Exit status, standard output, the target afterwards, what is left over."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder, job)
        before = set(os.listdir(folder))
        command = ["strace", "-f", "-qq", "-o", log or "/dev/null"]
        command += ["-e", "trace=" + ",".join("?" + call for call in CALLS)]
        if injection:
            command += ["-e", "inject=" + injection]
        done = subprocess.run(
            command + job.command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
        after = state(folder, job.target)
        extra = set(os.listdir(folder)) - before - {job.target}
        return done.returncode, done.stdout, after, extra


def baseline(job):
    """How often each call is made, from the first that reads the job's own files on, and the outcome."""
    with tempfile.NamedTemporaryFile() as log:
        status, output, after, extra = run(job, None, log.name)
        counts, first = {}, {}
        own = False
        for line in open(log.name, encoding="utf-8", errors="replace"):
            words = line.split(None, 1)[1] if line.split(None, 1)[0].isdigit() else line
            call = words.split("(")[0].strip()
            if call in CALLS:
                counts[call] = counts.get(call, 0) + 1
                # What the loader does before the program starts is not ours.
                own = own or "rulebooks" in words or ".rulebook" in words or ".csv" in words
                if own:
                    first.setdefault(call, counts[call])
    if status != 0 or extra:
        sys.exit(f"{job.name}: fails without faults ({status}, {extra})")
    return counts, first, output, after


def faults(job, every):
    counts, first, output, new = baseline(job)
    old = job.old.encode() if job.old is not None else None
    points, problems, number = 0, [], 0
    for call, kinds in CALLS.items():
        for when in range(first.get(call, 1), counts.get(call, 0) + 1):
            for kind in kinds:
                number += 1
                if number % every:
                    continue
                points += 1
                status, text, after, extra = run(job, f"{call}:{kind}:when={when}")
                name = f"{job.name}: {call} {kind} at {when}"
                killed = "KILL" in kind
                if not job.may_leave(after, old, new, "KILL" in kind):
                    problems.append(f"{name}: torn output")
                if status == 0 and (after != new or text != output):
                    problems.append(f"{name}: status 0 without the whole output")
                if status in (132, 133, 134, 135, 136, 139, -4, -5, -6, -7, -8, -11):
                    problems.append(f"{name}: trapped ({status})")
                left = [one for one in extra if not one.startswith(".rulecheck-")]
                if left or (extra and not killed):
                    problems.append(f"{name}: left {sorted(extra)}")
    return points, problems


def streams(program):
    """A full device and a closed pipe at standard output."""
    problems, points = [], 0
    commands = [["--help"], ["check"], ["evaluate", "--year", "2013", "--evidence", "台账"], ["text", "rulebooks/2013.rulebook"]]
    for words in commands:
        with tempfile.TemporaryDirectory() as folder:
            prepare(folder, Job("", [], None, None))
            for name in ["full", "pipe"]:
                points += 1
                if name == "full":
                    target = os.open("/dev/full", os.O_WRONLY)
                else:
                    end, target = os.pipe()
                    os.close(end)
                done = subprocess.run([program] + words, cwd=folder, stdout=target, stderr=subprocess.DEVNULL)
                os.close(target)
                if done.returncode == 0:
                    problems.append(f"{words[0]} to a {name} standard output: status 0")
    return points, problems


def short_writes(job):
    """Files that may not grow beyond so many bytes: the last write is cut short, the next one fails."""
    _, _, output, new = baseline(job)
    old = job.old.encode() if job.old is not None else None
    problems, sizes = [], [1, 2, 3, 7, 50, 99, 150, 200, 250, 300]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            prepare(folder, job)
            limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            done = subprocess.run(
                job.command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=limit)
            after = state(folder, job.target)
            if not job.may_leave(after, old, new, done.returncode < 0) or (done.returncode == 0 and after != new):
                problems.append(f"{job.name}: files of at most {size} bytes: torn output")
    return len(sizes), problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--every", type=int, default=1, help="only every Nth point")
    parser.add_argument("--control", action="store_true", help="the writer that is wrong")
    arguments = parser.parse_args()
    if shutil.which("strace") is None:
        sys.exit("strace is needed")
    program = os.path.abspath(arguments.program)
    if arguments.control:
        job = Job("control", [sys.executable, "-c", CONTROL], "得分.csv", OLD)
        points, problems = faults(job, arguments.every)
        print(f"control: {points} points, {len(problems)} problems")
        sys.exit(0 if problems else "the control was not found out")
    points, problems = streams(program)
    for job in jobs(program):
        more, found = faults(job, arguments.every)
        if job.target:
            few, cut = short_writes(job)
            more, found = more + few, found + cut
        print(f"{job.name}: {more} points, {len(found)} problems", flush=True)
        points, problems = points + more, problems + found
    print("\n".join(problems))
    print(f"{points} points, {len(problems)} problems")
    sys.exit(1 if problems or points < 300 and arguments.every == 1 else 0)


if __name__ == "__main__":
    main()
