"""Fails when maske needs over 5 % more instructions a megabyte than record.json says, on any of the three fixtures.

  guard.py --program maske_count_instructions --compiler "GNU 12.2.0" --record record.json [--renew] [--valgrind PROGRAM]

Why instructions: they are the same on a busy machine. Counted by callgrind inside one function, vector code of AVX2, the
compiler of the record; with another compiler, without valgrind or AVX2 the test is skipped (status 77). Cost: about a
minute. What it does not see: cache misses and mispredicted branches (docs/speed.md).

To renew the record, in the commit that changes the counts, with the compiler it names, in a Release build:

  cmake --build build/release --target renew_instructions

It is to be renewed when a fixture's text changed (the test says so), when a change is worth its instructions (say why in the
commit), and when counts fell, so that nothing can eat up the gain unseen. Test: guard_test.py.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

MOST = 1.05
SKIPPED = 77
FIXTURES = ("mail", "manual", "log")
PROFILES = ("fast", "all")


class Skip(Exception):
    pass


class Broken(Exception):
    pass


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == SKIPPED:
        raise Skip("this processor has no AVX2")
    if done.returncode != 0:
        raise Broken(f"{' '.join(command)} ended with {done.returncode}\n{done.stderr}")
    return done


def count(valgrind, program, fixture, profile):
    with tempfile.TemporaryDirectory() as folder:
        done = run([valgrind, "--tool=callgrind", "--callgrind-out-file=" + os.path.join(folder, "out"), "--collect-atstart=no",
                    "--toggle-collect=maske_counted", program, fixture, profile])
    found = re.search(r"Collected\s*:\s*(\d+)", done.stderr)
    if not found or int(found.group(1)) == 0:
        raise Broken(f"callgrind counted nothing for {fixture}, {profile}:\n{done.stderr}")
    return int(found.group(1))


def measure(valgrind, program, compiler):
    counts = {"compiler": compiler, "fixtures": {}}
    for fixture in FIXTURES:
        size, digest = run([program, fixture, "all", "--hash"]).stdout.split()
        row = {"bytes": int(size), "hash": digest}
        for profile in PROFILES:
            row[profile] = round(count(valgrind, program, fixture, profile) * 1e6 / int(size))
        counts["fixtures"][fixture] = row
    return counts


def compare(record, now):
    """What is wrong, a line each."""
    wrong = []
    for fixture in FIXTURES:
        old, new = record["fixtures"][fixture], now["fixtures"][fixture]
        if old["hash"] != new["hash"]:
            wrong.append(f"{fixture}: the text is not the one that was recorded: renew the record")
            continue
        for profile in PROFILES:
            ratio = new[profile] / old[profile]
            print(f"{fixture + ', ' + profile:14} {new[profile]:>14,} instructions a MB, {100 * (ratio - 1):+.2f} %")
            if ratio > MOST:
                wrong.append(f"{fixture}, {profile}: {100 * (ratio - 1):.1f} % more instructions than recorded")
            elif ratio < 2 - MOST:
                print(f"{fixture}, {profile}: this has become faster; renew the record so that it stays so")
    return wrong


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", required=True)
    options.add_argument("--compiler", required=True)
    options.add_argument("--record", required=True)
    options.add_argument("--valgrind", default="valgrind")
    options.add_argument("--renew", action="store_true")
    given = options.parse_args()
    try:
        if not shutil.which(given.valgrind):
            raise Skip("valgrind is not installed (./dev test --slow installs it)")
        if given.renew:
            now = measure(given.valgrind, given.program, given.compiler)
            with open(given.record, "w", encoding="utf-8") as file:
                json.dump(now, file, indent=1)
                file.write("\n")
            return 0
        with open(given.record, encoding="utf-8") as file:
            record = json.load(file)
        if record["compiler"] != given.compiler:
            raise Skip(f"the record is of {record['compiler']}, this build of {given.compiler}")
        wrong = compare(record, measure(given.valgrind, given.program, given.compiler))
    except Skip as why:
        print(f"skipped: {why}")
        return SKIPPED
    except Broken as why:
        print(why)
        return 1
    for line in wrong:
        print(line)
    if wrong:
        print("If that is meant, renew the record in the same commit: cmake --build build/release --target renew_instructions")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
