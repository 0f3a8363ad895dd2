#!/usr/bin/env python3
"""Where the cycles of the command go, by stage: a table each text and profile, for docs/speed.md.

  bench/where.py [--maske PROGRAM] [--profile fast,balanced] FILE...

Runs `maske mask` under perf (Debian: linux-perf) once for each of four counters of the processor and shares each out among
the stages by the namespace of the function that was running: cycles and instructions a byte, mispredicted branches and
cache misses a kilobyte of text. What a stage calls in RE2, ICU and the C library has a row of its own. A build with symbols is needed (a
Release build has them). Two runs differ by some percent on a busy machine, instructions by nothing. Linux. Test:
tests/bench/scripts_test.py.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

EVENTS = ("cycles:u", "instructions:u", "branch-misses:u", "cache-misses:u")
# The first that fits counts; in the order of the data flow.
STAGES = [
    ("text: scan, fold, tokens", r"maske::text::"),
    ("match: triggers, patterns, checks", r"maske::(match|check)::"),
    ("names: the model", r"maske::names::(model::|TaggedNames|Gate|MayAsk|Ask)"),
    ("names: lexicon and rules", r"maske::names::"),
    ("address", r"maske::address::"),
    ("phrases and lists", r"maske::(phrases|lists)::"),
    ("resolve", r"maske::resolve::"),
    ("redact: vault, placeholders", r"maske::redact::"),
    ("engine, command", r"maske::"),
    ("the rest of the program", r""),
]
LIBRARIES = [("RE2", r"^libre2"), ("ICU", r"^libicu"), ("C library, allocation", r"^(libc|libstdc|ld-linux|libm)[.+-]")]
ROWS = [name for name, _ in STAGES[:-1]] + [name for name, _ in LIBRARIES] + [STAGES[-1][0]]


def stage_of(library, symbol, program):
    if library != program:
        for name, pattern in LIBRARIES:
            if re.search(pattern, library):
                return name
        return STAGES[-1][0]
    return next(name for name, pattern in STAGES if re.search(pattern, symbol))


def shares(report, program):
    """Share of each stage of what `perf report --sort dso,symbol -t ;` lists: lines "12.3%;library;[.] symbol"."""
    of = dict.fromkeys(ROWS, 0.0)
    for line in report.splitlines():
        found = re.match(r"\s*([0-9.]+)%?\s*;\s*([^;]*?)\s*;\s*\[.\]\s*(.*)$", line)
        if found:
            of[stage_of(found.group(2), found.group(3), program)] += float(found.group(1))
    whole = sum(of.values())
    return {name: value / whole for name, value in of.items()} if whole else of


def run(command, **more):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False, **more)
    if done.returncode != 0:
        sys.exit(f"where.py: {' '.join(command)} ended with {done.returncode}\n{done.stderr}")
    return done


def total_of(stat, event):
    found = re.search(r"^\s*([0-9]+);[^;]*;" + re.escape(event), stat, re.MULTILINE)
    return int(found.group(1)) if found else 0


def measure(maske, profile, name, folder):
    command = [maske, "mask", "--profile", profile, "--binary", "-o", os.devnull, name]
    table = {}
    for event in EVENTS:
        stat = run(["perf", "stat", "-x;", "-e", event, "--", *command]).stderr
        data = os.path.join(folder, "data")
        run(["perf", "record", "-q", "-e", event, "-F", "4000", "-o", data, "--", *command])
        report = run(["perf", "report", "-i", data, "--stdio", "--no-children", "-t", ";", "--sort", "dso,symbol"]).stdout
        table[event] = (total_of(stat, event), shares(report, os.path.basename(maske)))
    return table


def show(name, profile, size, table):
    print(f"\n{os.path.basename(name)}, {profile}, {size} bytes")
    print(f"{'':36} {'cycles':>8} {'':>6} {'instr.':>8} {'branch misses':>14} {'cache misses':>13}")
    print(f"{'':36} {'a byte':>8} {'%':>6} {'a byte':>8} {'a KB':>14} {'a KB':>13}")

    def line(row, part):
        each = [table[event][0] * part(table[event][1]) for event in EVENTS]
        print(f"{row:36} {each[0] / size:8.2f} {100 * part(table[EVENTS[0]][1]):6.1f} {each[1] / size:8.2f} "
              f"{1e3 * each[2] / size:14.3f} {1e3 * each[3] / size:13.3f}")

    for row in ROWS:
        if any(table[event][1][row] >= 0.001 for event in EVENTS):
            line(row, lambda of, row=row: of[row])
    line("all", lambda of: 1.0)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--maske", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../build/release/maske"))
    options.add_argument("--profile", default="fast,balanced")
    options.add_argument("files", nargs="+")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in given.files:
            for profile in given.profile.split(","):
                show(name, profile, os.path.getsize(name), measure(given.maske, profile, name, folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
