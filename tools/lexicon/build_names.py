#!/usr/bin/env python3
"""Makes the committed name and word lists under patterns/lexicons from raw lists.

  build_names.py LISTS PROTOCOLS OUT

LISTS holds first_names_ship.tsv (name, births, source letters), surnames.tsv[.xz] (name, US per mille, French bearers,
source letters), de_words_cc0.txt[.xz] (one word form a line, as it is capitalised) and places.txt (one place a line).
PROTOCOLS is a JSON Lines file (plain or .xz) of running German text, official plenary protocols; it only tells which
names are everyday words. OUT receives

  given_names.tsv  name, rarity 1 (rare) to 3 (common), flags
  surnames.tsv     name, tier 1 (weak) to 3 (known to be common), flags
  words.txt.xz     every German word form, sorted

Flags: n also a noun form, o also another word form (both dropped where the protocols use it as a name), e everyday word
(far more often a word than a name), p also a place (for given names that are not rare: only when the protocols use it as
one), g known from the GermaNER list alone. Sources and licences: patterns/SOURCES.md. Standard library only; same input,
same output. Used by hand; the build reads its output with tools/lexicon/pack.cc.
"""
import collections
import json
import lzma
import os
import re
import sys

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
DETERMINERS = set("""der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
mein meine meinen meinem meiner unser unsere unseren unserem unserer ihr ihre ihren ihrem ihrer sein seine seinen seinem
seiner dieser diese dieses diesen diesem jeder jede jedes jeden jedem zum zur im ins am vom beim alle allen aller viele
vielen mehr und oder ohne zwei drei vier fünf zehn""".split())


def open_list(folder, name):
    path = os.path.join(folder, name)
    if os.path.exists(path):
        return open(path, encoding="utf-8")
    return lzma.open(path + ".xz", "rt", encoding="utf-8")


def open_text(path):
    return lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")


def usage_counts(path):
    """How often a word stands in lower case, capitalised inside a sentence, behind a determiner, behind in/aus/nach."""
    lower, inside, determined, placed = (collections.Counter() for _ in range(4))
    for line in open_text(path):
        text = json.loads(line)["text"]
        previous, previous_end = "", 0
        for m in WORD.finditer(text):
            word = m.group()
            if word[0].islower():
                lower[word] += 1
            elif text[previous_end:m.start()] == " " and previous:
                inside[word] += 1
                if previous in DETERMINERS and text[m.end():m.end() + 1] != "-":
                    determined[word] += 1
                if previous in ("in", "aus", "nach", "bei", "aus", "um", "über"):
                    placed[word] += 1
            previous, previous_end = word, m.end()
    return lower, inside, determined, placed


def main():
    lists, protocols, out = sys.argv[1:4]
    words = sorted({line.rstrip("\n") for line in open_list(lists, "de_words_cc0.txt")})
    nouns = {w for w in words if w[:1].isupper()}
    others = {w for w in words if w[:1].islower()}
    places = {line.rstrip("\n") for line in open_list(lists, "places.txt")}
    places = {p for p in places if WORD.fullmatch(p)}
    lower, inside, determined, placed = usage_counts(protocols)

    def flags(name, sources, common_given=False):
        small = name[:1].lower() + name[1:]
        noun, other = name in nouns, small in others
        everyday = (noun or other) and (
            (lower[small] >= 20 and lower[small] * 2 >= inside[name]) or
            (determined[name] >= 8 and determined[name] * 6 >= inside[name]))
        if inside[name] >= 15 and determined[name] * 20 < inside[name] and lower[small] * 20 < inside[name]:
            noun = other = everyday = False  # the protocols use it as a name
        return (("n" if noun else "") + ("o" if other else "") + ("e" if everyday else "") +
                ("p" if (placed[name] >= 3 and placed[name] * 5 >= inside[name]) or
                 (name in places and not common_given) else "") + ("g" if sources == "G" else ""))

    given = {}
    for line in open_list(lists, "first_names_ship.tsv"):
        name, births, sources = line.rstrip("\n").split("\t")
        births = int(births or 0)
        if not all(WORD.fullmatch(part) for part in re.split(r"[- ]", name)) or len(name) < 2:
            continue
        old = len(set(sources) & set("FPUJ"))  # lists that know the names of adults too
        if "P" in sources or births >= 200 or (births >= 40 and old >= 2):
            rarity = 3
        elif births >= 20 or old >= 2:
            rarity = 2
        else:
            rarity = 1
        given[name] = (rarity, flags(name, sources, rarity >= 2))

    surnames = {}
    for line in open_list(lists, "surnames.tsv"):
        name, us, fr, sources = line.rstrip("\n").split("\t")
        us, fr, letters = int(us or 0), int(fr or 0), set(sources)
        if not all(WORD.fullmatch(part) for part in re.split(r"[- ]", name)) or len(name) < 2:
            continue
        if letters & set("PJ"):
            tier = 3
        elif "G" in letters and letters & set("UFN"):
            tier = 2
        elif "G" in letters:
            tier = 1
        elif us >= 1 or fr >= 1000:
            tier = 2 if us >= 5 or fr >= 5000 else 1
        else:
            continue
        marks = flags(name, sources)
        if not letters & set("GPJ") and ("n" in marks or "o" in marks):
            continue  # a German word that is a surname elsewhere: more harm than help
        surnames[name] = (tier, marks)

    os.makedirs(out, exist_ok=True)
    for name, table in (("given_names.tsv", given), ("surnames.tsv", surnames)):
        with open(os.path.join(out, name), "w", encoding="utf-8") as f:
            for key in sorted(table):
                f.write(f"{key}\t{table[key][0]}\t{table[key][1]}\n")
    with lzma.open(os.path.join(out, "words.txt.xz"), "wt", encoding="utf-8", preset=9 | lzma.PRESET_EXTREME) as f:
        f.writelines(w + "\n" for w in words if w)
    print(f"{len(given)} given names, {len(surnames)} surnames, {len(words)} words")


if __name__ == "__main__":
    main()
