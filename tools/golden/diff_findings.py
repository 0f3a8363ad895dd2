#!/usr/bin/env python3
"""Shows what two builds find differently, so that a changed lexicon, pattern or ICU is seen before a release.

  diff_findings.py --old 'old/maske' --new 'new/maske' PATH...
  diff_findings.py --old 'build/maske' --new 'build/maske --threshold 0.6' PATH...      any two commands

PATH is a file of text, a file of documents (*.jsonl, *.jsonl.xz: an object with "text" a line) or a folder, which is read
whole. Every text is a document of its own. A finding is its span, type, rule and score. One that both have is kept; one
that overlaps a finding of the other build is changed (span, type, rule or score); the others vanished or appeared.

Text of the input is shown with --text only. Status: 0 the same, 1 something differs, 2 wrong usage, 3 an input cannot be
read or a command failed. Memory: one batch of documents. Test: tests/golden/diff_findings_test.py.
"""
import argparse
import collections
import json
import lzma
import os
import shlex
import subprocess
import sys

BATCH = 2000  # documents a run of the commands


def fail(message):
    print(f"diff_findings: {message}", file=sys.stderr)
    sys.exit(3)


def files(paths):
    for path in paths:
        if os.path.isdir(path):
            for folder, folders, names in os.walk(path):
                folders.sort()
                for name in sorted(names):
                    yield os.path.join(folder, name)
        else:
            yield path


def documents(paths):
    """(name, text) of each document."""
    for path in files(paths):
        try:
            if path.endswith((".jsonl", ".jsonl.xz")):
                with lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8") as f:
                    for number, line in enumerate(f, 1):
                        if line.strip():
                            yield f"{path}:{number}", json.loads(line)["text"]
            else:
                with open(path, "rb") as f:
                    yield path, f.read().decode("utf-8", "replace")
        except (OSError, ValueError, KeyError, TypeError, lzma.LZMAError) as e:
            fail(f"{path}: {type(e).__name__}: give text, or a JSON object with \"text\" a line")


def find(command, texts):
    """Findings of each text as (start, end, type, rule, score), offsets in code points."""
    words = shlex.split(command)
    feed = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts)).encode()
    run = subprocess.run(words[:1] + ["detect"] + words[1:] + ["--documents", "--offsets", "codepoint"], input=feed,
                         stdout=subprocess.PIPE, check=False)
    if run.returncode != 0:
        fail(f"{command!r} ended with status {run.returncode}")
    found = [[(e["start"], e["end"], e["type"], e["pattern"], e["score"]) for e in json.loads(line)["entities"]]
             for line in run.stdout.splitlines()]
    if len(found) != len(texts):
        fail(f"{command!r} answered {len(found)} of {len(texts)} documents")
    return found


def differences(old, new):
    """Yields (kind, before or None, after or None)."""
    kept = collections.Counter(old) & collections.Counter(new)
    before = sorted((collections.Counter(old) - kept).elements())
    after = sorted((collections.Counter(new) - kept).elements())
    used = set()
    for b in before:
        match = next((i for i, a in enumerate(after) if i not in used and a[0] < b[1] and b[0] < a[1]), None)
        if match is None:
            yield "vanished", b, None
        else:
            used.add(match)
            yield "changed", b, after[match]
    for i, a in enumerate(after):
        if i not in used:
            yield "appeared", None, a


def shown(finding):
    start, end, kind, rule, score = finding
    return f"{start}-{end} {kind} {score:g} {rule}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--old", required=True, metavar="COMMAND", help="program of the build before, with options")
    parser.add_argument("--new", required=True, metavar="COMMAND", help="program of the build after, with options")
    parser.add_argument("--text", action="store_true", help="show the text of each difference, which is an original")
    parser.add_argument("--list", type=int, default=20, metavar="N", help="list the first N differences of each kind (20)")
    parser.add_argument("--json", action="store_true", help="the figures as one JSON object")
    parser.add_argument("paths", nargs="+", metavar="PATH")
    o = parser.parse_args()

    figures = collections.defaultdict(collections.Counter)  # type -> kind -> number
    rules = collections.defaultdict(collections.Counter)    # rule -> kind -> number
    listed = collections.Counter()
    lines = []
    total = touched = same = 0

    def compare(batch):
        nonlocal total, touched, same
        texts = [text for _, text in batch]
        for (name, text), old, new in zip(batch, find(o.old, texts), find(o.new, texts)):
            total += 1
            different = False
            for kind, before, after in differences(old, new):
                different = True
                finding = after or before
                figures[finding[2]][kind] += 1
                rules[finding[3]][kind] += 1
                listed[kind] += 1
                if listed[kind] <= o.list:
                    line = f"{kind:8} {name} " + " -> ".join(shown(f) for f in (before, after) if f)
                    if o.text:
                        s = min(f[0] for f in (before, after) if f)
                        e = max(f[1] for f in (before, after) if f)
                        line += " " + json.dumps(text[max(0, s - 30):s] + "[" + text[s:e] + "]" + text[e:e + 20],
                                                 ensure_ascii=False)
                    lines.append(line)
            touched += different
            same += sum((collections.Counter(old) & collections.Counter(new)).values())

    batch = []
    for document in documents(o.paths):
        batch.append(document)
        if len(batch) == BATCH:
            compare(batch)
            batch = []
    if batch:
        compare(batch)
    if total == 0:
        fail("no document; give files or folders with text")

    kinds = ("vanished", "appeared", "changed")
    if o.json:
        print(json.dumps({"documents": total, "documents_different": touched, "same": same,
                          "types": {t: {k: c[k] for k in kinds} for t, c in sorted(figures.items())},
                          "rules": {r: {k: c[k] for k in kinds} for r, c in sorted(rules.items())}}))
    else:
        for line in lines:
            print(line)
        print(f"{total} documents, {touched} of them different; {same} findings the same")
        for title, table in (("type", figures), ("rule", rules)):
            if table:
                print(f"  {title:28}" + "".join(f"{k:>10}" for k in kinds))
            for name, c in sorted(table.items()):
                print(f"  {name:28}" + "".join(f"{c[k]:>10}" for k in kinds))
    sys.exit(1 if touched else 0)


if __name__ == "__main__":
    main()
