#!/usr/bin/env python3
"""Draws findings of a type at random, each with the text around it, for a person to judge: right, partly or wrong.

  draw.py --program build/release/maske --type PERSON --count 100 --seed 20261124 PATH...

PATH is a file of documents (*.jsonl, *.jsonl.xz: an object with "text" a line), a file of text, which is cut at an empty line
after 4,000 characters, or a folder of such files, which is read whole. Each document is looked at by itself. Every finding of
the type has the same chance. The same seed, program and corpus give the same list.

It writes originals to standard output and nothing anywhere else: what is drawn from text of others is not to be passed on.
Findings stand between >>> and <<<; line feeds are shown as a bar, other control characters as dots.
It judges nothing and sees only what was found: what was missed shows in the context alone, if at all.

Cost: one run of the program; all texts and findings are in memory. Test: tests/eval/draw_test.py.
Status: 0 drawn; 2 wrong usage; 3 an input cannot be read or the program failed.
"""
import argparse
import collections
import json
import lzma
import os
import random
import shlex
import subprocess
import sys

PIECE = 4000  # characters of a text file after which the next empty line ends a document

Finding = collections.namedtuple("Finding", "document start end score rule")


def fail(message):
    print(f"draw: {message}", file=sys.stderr)
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


def pieces(text):
    """A long text as (number of its first line, piece); together they are the text."""
    start, line = 0, 1
    while start < len(text):
        cut = text.find("\n\n", start + PIECE)
        end = len(text) if cut < 0 else cut + 2
        yield line, text[start:end]
        line += text.count("\n", start, end)
        start = end


def documents(path):
    """(place, text) of each document of a file."""
    try:
        if path.endswith((".jsonl", ".jsonl.xz")):
            with lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8") as f:
                for number, line in enumerate(f, 1):
                    if line.strip():
                        yield f"{path}:{number}", json.loads(line)["text"]
        else:
            with open(path, "rb") as f:
                for number, piece in pieces(f.read().decode("utf-8", "replace")):
                    yield f"{path}:{number}", piece
    except (OSError, ValueError, KeyError, TypeError, lzma.LZMAError) as e:
        fail(f"{path}: {type(e).__name__}: give text, or a JSON object with \"text\" a line")


def find(command, texts, wanted):
    """The findings of the wanted type, in order of text and offset."""
    lines = "".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(texts))
    words = shlex.split(command)
    try:
        run = subprocess.run([words[0], "detect", "--documents", "--offsets", "codepoint", *words[1:]], input=lines.encode(),
                             capture_output=True, check=False)
        if run.returncode != 0:
            fail(f"{words[0]} ended with {run.returncode}: {run.stderr.decode('utf-8', 'replace').strip()}")
        found = []
        answers = [json.loads(line) for line in run.stdout.splitlines()]
        if [int(answer["id"]) for answer in answers] != list(range(len(texts))):
            fail(f"{words[0]} did not answer each document in order")
        for i, answer in enumerate(answers):
            for entity in sorted(answer["entities"], key=lambda e: (e["start"], e["end"])):
                if entity["type"] == wanted:
                    found.append(Finding(i, entity["start"], entity["end"], entity.get("score", 0), entity.get("pattern", "")))
        return found
    except (OSError, ValueError, KeyError, TypeError) as e:
        fail(f"{words[0]}: {type(e).__name__}: {e}")


def shown(text):
    """The text on one line, harmless to a terminal."""
    text = text.replace("\r\n", "\n").replace("\n", "|").replace("\t", " ")
    return "".join(c if c.isprintable() else "." for c in text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, help="maske and options of detect, such as 'maske --profile fast'")
    parser.add_argument("--type", required=True, help="such as PERSON")
    parser.add_argument("--count", required=True, type=int, help="how many to draw; all when there are fewer")
    parser.add_argument("--seed", required=True, type=int)
    parser.add_argument("--context", type=int, default=200, help="characters to show on each side, default 200")
    parser.add_argument("path", nargs="+")
    options = parser.parse_args()
    if options.count < 1 or options.context < 0 or not shlex.split(options.program):
        parser.error("--count is at least 1, --context at least 0, --program not empty")

    places, texts, origins = [], [], []
    for path in files(options.path):
        for place, text in documents(path):
            places.append(place)
            texts.append(text)
            origins.append(path)
    found = find(options.program, texts, options.type)

    in_file = collections.Counter(origins[f.document] for f in found)
    for path in dict.fromkeys(origins):
        own = [text for text, origin in zip(texts, origins) if origin == path]
        print(f"# {path}: {len(own)} documents, {sum(len(t.split()) for t in own)} words, "
              f"{sum(len(t.encode('utf-8', 'replace')) for t in own)} bytes, {in_file[path]} {options.type}")
    drawn = sorted(random.Random(options.seed).sample(range(len(found)), min(options.count, len(found))))
    print(f"# {len(drawn)} of {len(found)} {options.type}, seed {options.seed}")
    for number, index in enumerate(drawn, 1):
        f = found[index]
        text = texts[f.document]
        print(f"\n[{number}] {places[f.document]} {f.start}-{f.end} {f.rule} {f.score}")
        print(shown(text[max(0, f.start - options.context):f.start]) + ">>>" + shown(text[f.start:f.end]) + "<<<" +
              shown(text[f.end:f.end + options.context]))


if __name__ == "__main__":
    main()
