"""Writes the table of docs/identifiers.md from the pattern files: type, id, country, form, check, what it needs, source.

  table.py PATTERNS PAGE [--check]

PATTERNS is the folder with core/ and country/; PAGE the page, whose lines between the marks of the table are written anew.
--check writes nothing and exits with 1 when the page is not what the pattern files say. Tested by tests/house (identifiers).
"""

import pathlib
import sys
import tomllib

BEGIN, END = "<!-- table: tools/patterns/table.py -->", "<!-- end of the table -->"
OTHERS = {"EMAIL", "SECRET", "URL_CREDENTIALS"}  # by their own pages and files


def cell(text):
    return text.replace("|", "\\|").replace("\n", " ")


def needs(pattern):
    scores = pattern["scores"]
    alone = scores.get("check", scores.get("bare", 0)) if "check" in pattern else scores.get("bare", 0)
    if alone < 0.5:
        return "a word" + (", or a wrong check with it" if scores.get("failed_context", 0) >= 0.5 else "")
    return "nothing" if scores.get("failed_context", 0) < 0.5 else "nothing; with a word also a wrong check"


def example(pattern):
    text = pattern["examples"]["match"][0]
    begin, end = text.find("«"), text.find("»")
    return text[begin + 1 : end] if 0 <= begin < end else text


def table(folder):
    rows = []
    for path in sorted(folder.glob("core/*.toml")) + sorted(folder.glob("country/*.toml")):
        for pattern in tomllib.loads(path.read_text(encoding="utf-8"))["pattern"]:
            if pattern["type"] in OTHERS:
                continue
            where = " ".join(pattern.get("countries", []) or pattern.get("languages", [])) or "all"
            form = example(pattern).split("\n")[0]
            check = pattern.get("check", "none")
            rows.append((pattern["type"], where, pattern["id"], form, check, needs(pattern), pattern["source"]))
    lines = ["| type | for | pattern | example | check | needs | source |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for kind, where, name, form, check, need, source in sorted(rows):
        lines.append(f"| {kind} | {where} | {name} | `{cell(form)}` | {check} | {need} | {cell(source)} |")
    return lines


def main():
    folder, page = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    text = page.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN + "\n", 1)
    tail = rest.split(END, 1)[1]
    fresh = head + BEGIN + "\n" + "\n".join(table(folder)) + "\n" + END + tail
    if "--check" in sys.argv[3:]:
        if fresh != text:
            print(f"{page} is not what the pattern files say: run tools/patterns/table.py {folder} {page}")
            return 1
        return 0
    page.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
