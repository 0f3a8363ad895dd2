"""Makes the training and development texts of the name model, one JSON Lines file a set.

  data.py TUNING CORPORA LEXICONS OUT [--synthetic N]

TUNING and CORPORA are folders of .jsonl.xz files ({"id", "text", "entities"}), LEXICONS is patterns/lexicons. OUT
receives SET.jsonl with {"id", "text", "spans": [[begin, end, label], ...]} (code points, half open) and, for every
development set, SET.gold.jsonl as it was read, for tools that score. Labels: "P" person, 3 place, 4 organisation, 5
some thing that is no person, 6 not to be learnt from. What has no span is no name.
Why so: sets call the same things differently and nest them; here they become one scheme, once.
The development sets are never trained on, and no training text shares a line of more than 30 letters with them.
Cost: a minute. Tested by tests/names/train_test.py.
"""

import json
import lzma
import os
import random
import sys
import zlib

import synth

PERSON = {"PER", "PERSON", "person", "NAME_PATIENT", "NAME_DOCTOR", "NAME_RELATIVE", "NAME_EXT", "RR", "AN"}
PLACE = {
    "LOC",
    "LD",
    "ST",
    "STR",
    "LDS",
    "place_name",
    "CITY",
    "ADDRESS",
    "GPE",
    "STREET_ADDRESS",
    "location",
    "STREET_LINE",
}
ORGANISATION = {
    "ORG",
    "UN",
    "INN",
    "GRT",
    "MRK",
    "business_name",
    "ORGANIZATION",
    "ORGANIZATION_COMPANY",
    "corporation",
    "group",
}
THING = {
    "MISC",
    "NAME_TITLE",
    "LOCATION_HOSPITAL",
    "HumanProd",
    "ORG_POSITION",
    "OTH",
    "LOCderiv",
    "ORGpart",
    "LOCpart",
    "OTHpart",
    "OTHderiv",
    "ORGderiv",
    "product",
    "creative-work",
    "artist_name",
    "TITLE",
    "NRP",
    "song_name",
    "playlist_name",
    "movie_name",
    "game_name",
    "radio_name",
    "app_name",
    "podcast_name",
}
SKIP = {
    "EMAIL",
    "email_address",
    "EMAIL_ADDRESS",
    "NAME_USERNAME",
    "audiobook_author",
    "NAME_OTHER",
    "PERpart",
    "PERderiv",
    "URL",
    "DOMAIN_NAME",
}

DEV = {
    "germeval": ["germeval2014.dev"],
    "massive": ["massive_de.dev"],
    "wnut": ["wnut17.dev"],
    "mobie": ["mobie.dev"],
    "bundestag_gold": ["bundestag_gold.tuning"],
    "enron": ["enron_emailcoref.train"],
    "grascco": ["grascco_phi.tuning"],
}
TRAIN = {
    "news": ["mobie.train"],
    "requests": ["massive_de.train"],
    "courts": ["ler.dev"],
    "addresses": ["datenanfragen_de.tuning", "datenanfragen_en.tuning"],
    "english": ["wnut17.train", "presidio_synth_en.v2"],
    "silver": ["wikiann_de.train", "wikiann_de.extra"],
    "scans": [
        "europeana_de.lft",
        "europeana_de.onb",
        "europeana_de.sbb",
        "hipe2022_newseye_de.dev",
        "hipe2022_sonar_de.dev",
    ],
}
RAW = ["bundestag", "de_mail", "de_manuals"]
HELD_OUT_PERCENT = 15  # of the smartdata documents, by the checksum of their id


def label_of(kind):
    if kind in PERSON:
        return "P"
    if kind in PLACE or kind.startswith("LOCATION"):
        return 3
    if kind in ORGANISATION:
        return 4
    return 5 if kind in THING else 6 if kind in SKIP else 0


def spans_of(document):
    """Outer persons win over what they hold; a person inside something else is not learnt from."""
    text, out = document["text"], []
    entities = [(e["start"], e["end"], label_of(e["type"]), e.get("nested", False)) for e in document["entities"]]
    entities = [e for e in entities if e[2]]
    persons = [e for e in entities if e[2] == "P"]
    for begin, end, label, nested in sorted(entities, key=lambda e: (e[0], -e[1])):
        if label == "P":
            while end > begin and text[end - 1] in " .,;:!?\"'»«“”)":
                end -= 1
            while begin < end and text[begin] in " \"'»«„“(@":
                begin += 1
            if end <= begin:
                continue
            if nested or any(
                o[2] in (3, 4, 5) and o[0] <= begin and o[1] >= end and o[1] - o[0] > end - begin for o in entities
            ):
                label = 6
        elif any(p[0] <= begin and p[1] >= end for p in persons):
            continue
        out.append([begin, end, label])
    return out


def read(folder, name):
    with lzma.open(os.path.join(folder, name + ".jsonl.xz"), "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def write(folder, name, documents):
    with open(os.path.join(folder, name + ".jsonl"), "w", encoding="utf-8") as f:
        for d in documents:
            f.write(json.dumps(d, ensure_ascii=False) + "\n")
    print(name, len(documents), "documents", sum(len(d["text"]) for d in documents), "characters", flush=True)


def held_out(identifier):
    return zlib.crc32(identifier.encode()) % 100 < HELD_OUT_PERCENT


def labelled(documents):
    return [{"id": d["id"], "text": d["text"], "spans": spans_of(d)} for d in documents]


def long_lines(documents):
    return {s.strip() for d in documents for s in d["text"].split("\n") if len(s.strip()) > 30}


def main():
    tuning, corpora, lexicons, out = sys.argv[1:5]
    count = int(sys.argv[sys.argv.index("--synthetic") + 1]) if "--synthetic" in sys.argv else 110000
    os.makedirs(out, exist_ok=True)
    rng = random.Random(5)
    smart = read(tuning, "smartdata.train")
    dev = {name: [d for f in files for d in read(tuning, f)] for name, files in DEV.items()}
    dev["smartdata"] = [d for d in smart if held_out(d["id"])]
    seen = set()
    for name, documents in dev.items():
        write(out, name + ".gold", documents)
        write(out, "dev_" + name, labelled(documents))
        seen |= long_lines(documents)
    clean = lambda ds: [d for d in ds if not long_lines([d]) & seen]
    for name, files in TRAIN.items():
        documents = [d for f in files for d in read(tuning, f)]
        if name == "news":
            documents += [d for d in smart if not held_out(d["id"])]
        documents = clean(documents)
        rng.shuffle(documents)
        write(out, name, labelled(documents))
    maker = synth.Maker(lexicons, 11)
    made = []
    for i in range(count):
        text, spans = maker.document()
        made.append({"id": "made-%d" % i, "text": text, "spans": spans})
    write(out, "made", made)
    for name in RAW:
        documents = clean(read(corpora, name))
        write(out, "raw_" + name, [{"id": d["id"], "text": d["text"], "spans": []} for d in documents])


if __name__ == "__main__":
    main()
