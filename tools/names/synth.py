"""Invented German and English texts with labelled persons: letters, mails, minutes, forms, lists, chats, posts.

What: Maker(lexicons, seed).document() gives (text, [(begin, end, label)]), code points; labels as in data.py.
Why so: the free labelled sets hold news, court decisions and requests to an assistant; mail, forms and chats, and names
from Turkish to Vietnamese, are hardly in them. A frame is a line with slots in braces; frames are drawn with a seed.
Cost: about 20,000 documents a second. Does not: look like real prose; it is a tenth of what the network is shown.
Tested by tests/names/train_test.py.
"""

import os
import random
import re

PERSON, PLACE, ORGANISATION, OTHER = "P", 3, 4, 5


def read_lists(path):
    """Sections of frames.txt."""
    out, name = {}, ""
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            if re.fullmatch(r"\[\w+\]", line):
                name = line[1:-1]
                out[name] = []
            elif name.isupper():
                out[name] += line.split()
            else:
                out[name].append(line.replace("\\n", "\n").replace("\\t", "\t"))
    return out


LISTS = read_lists(os.path.join(os.path.dirname(os.path.abspath(__file__)), "frames.txt"))
SLOT = re.compile(r"\{([A-Z0-9]+)\}")


def read_rows(path):
    with open(path, encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")]


class People:
    """Draws given names and surnames: common, rare, foreign, ambiguous and invented ones."""

    def __init__(self, rng, lexicons):
        self.rng = rng
        plain = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})?")
        given = [r for r in read_rows(os.path.join(lexicons, "given_names.tsv")) if plain.fullmatch(r[0])]
        family = [r for r in read_rows(os.path.join(lexicons, "surnames.tsv")) if plain.fullmatch(r[0])]
        self.given = {t: [r[0] for r in given if r[1] == str(t) and "o" not in r[2]] for t in (1, 2, 3)}
        self.family = {t: [r[0] for r in family if r[1] == str(t)] for t in (1, 2, 3)}
        self.ambiguous = [r[0] for r in family if "n" in r[2] and r[1] != "1"]

    def invented(self, pool):
        a, b = self.rng.choice(pool), self.rng.choice(pool)
        cut = self.rng.randint(2, max(2, len(a) - 2))
        return (a[:cut] + b[self.rng.randint(1, max(1, len(b) - 3)) :].lower())[:13].capitalize()

    def first1(self, english=False):
        r, p = self.rng, self.rng.random()
        if english and p < 0.55:
            return r.choice(LISTS["GIVEN_EN"])
        if p < 0.58:
            return r.choice(self.given[3])
        if p < 0.72:
            return r.choice(LISTS["FOREIGN_GIVEN"])
        return (
            r.choice(self.given[2])
            if p < 0.82
            else r.choice(self.given[1]) if p < 0.92 else self.invented(self.given[3])
        )

    def first(self, english=False):
        p = self.rng.random()
        if p < 0.07 and not english:
            return self.first1() + self.rng.choice("- ") + self.first1()
        return self.first1(english)

    def last1(self, english=False):
        r, p = self.rng, self.rng.random()
        if english and p < 0.4:
            return r.choice(LISTS["TOP_EN"])
        if p < 0.14:
            return r.choice(LISTS["TOP_DE"])
        if p < 0.24:
            return r.choice(LISTS["FOREIGN_SURNAMES"])
        if p < 0.32:
            return r.choice(self.ambiguous)
        if p < 0.52:
            return r.choice(self.family[3])
        return (
            r.choice(self.family[2])
            if p < 0.74
            else r.choice(self.family[1]) if p < 0.88 else self.invented(self.family[3])
        )

    def last(self, english=False):
        r, p = self.rng, self.rng.random()
        if p < 0.05:
            return self.last1() + "-" + self.last1()
        if p < 0.09:
            return (
                r.choice("von|von der|van|van der|de|zu|von und zu|el|da|di|ter|dos|de la|Le|Mac".split("|"))
                + " "
                + self.last1()
            )
        return self.last1(english)


class Maker:
    def __init__(self, lexicons, seed):
        self.r = random.Random(seed)
        self.people = People(self.r, lexicons)
        self.letters, self.chat, self.others = LISTS["letters"], LISTS["chat"], LISTS["others"]
        self.english, self.english_others = LISTS["english"], LISTS["english_others"]
        self.sayings = {False: LISTS["sayings"], True: LISTS["sayings_en"]}
        self.towns = sorted(
            {
                r[1].split(",")[0]
                for r in read_rows(os.path.join(lexicons, "postcodes_de.tsv"))
                if len(r) > 1 and r[1] and not re.search(r"\d|GmbH|AG|[A-Z]{2}", r[1])
            }
        )
        self.en = False

    def slot(self, key):
        r, n, en = self.r, self.people, self.en
        name = lambda s: [(s, PERSON)]
        text = lambda s: [(s, 0)]
        if key == "FIRST":
            return name(n.first(en))
        if key == "LAST":
            return name(n.last(en))
        if key == "FULL":
            p = r.random()
            if p < (0.12 if en else 0.05):
                return name(n.first(en) + " " + n.first1(en)[0] + r.choice([". ", ". ", " "]) + n.last(en))
            if p < 0.08:
                return name(n.first(en) + " " + n.last(en).upper())
            return name(n.first(en) + " " + n.last(en))
        if key == "FULLT":
            head = r.choice(["Herrn ", "Frau ", "", "Herr ", "Fr. ", "Hr. "]) + (
                r.choice(LISTS["titles"]) + " " if r.random() < 0.3 else ""
            )
            return (text(head) if head else []) + name(
                n.first() + " " + n.last() if r.random() < 0.6 or not head else n.last()
            )
        if key == "LASTFIRST":
            return name(
                n.last(en) + ", " + n.first(en) + (" " + n.first1(en)[0] + "." if en and r.random() < 0.3 else "")
            )
        if key == "INITIAL":
            return name(n.first1(en)[0] + "." + r.choice([" ", " ", ""]) + n.last(en))
        if key == "LASTX":
            return [(n.last1(en), PLACE)]
        if key == "HANDLE":
            return [
                (
                    r.choice(
                        [
                            n.first1(en).lower() + str(r.randint(1, 99)),
                            n.first1(en) + n.last1(en),
                            "news24",
                            "thereal" + n.last1(en).lower(),
                        ]
                    ),
                    6,
                )
            ]
        if key == "ACT":
            return [
                (
                    r.choice(
                        [
                            n.first1(True) + " " + n.last1(True),
                            "die " + r.choice(LISTS["THINGS"]).lower(),
                            n.last1(True),
                            "the " + r.choice(LISTS["THINGS_EN"]) + "s",
                        ]
                    ),
                    OTHER,
                )
            ]
        if key == "ACTONE":  # a storm or a hall has a name and is no person
            return [(n.first1(True), OTHER)]
        if key == "HOUSEX":
            return [
                (
                    r.choice(
                        [
                            n.last1() + " & " + n.last1(),
                            n.last1() + " " + r.choice(["Partner", "Verlag", "Group", "Media", "Capital", "Consulting"]),
                            n.last1() + ", " + n.last1() + " und Partner",
                        ]
                    ),
                    ORGANISATION,
                )
            ]
        if key == "CITY":
            if en:
                return [(r.choice(LISTS["CITIES_EN"]), PLACE)]
            return [(r.choice(LISTS["BIG_CITIES"]) if r.random() < 0.5 else r.choice(self.towns), PLACE)]
        if key == "STREET":
            p = r.random()
            if p < 0.3:
                s = r.choice(LISTS["FAMOUS"]) + "-" + r.choice(LISTS["STREET_ENDS"]).capitalize()
            elif p < 0.5:
                s = n.first1() + "-" + n.last1() + "-" + r.choice(LISTS["STREET_ENDS"]).capitalize()
            elif p < 0.8:
                s = n.last1() + r.choice(LISTS["STREET_ENDS"])
            else:
                s = (
                    r.choice(["Am ", "Im ", "An der ", "Auf dem ", "Alte "])
                    + r.choice(LISTS["THINGS"] + LISTS["JOBS"])
                    + r.choice(["weg", "hof", "berg", "gasse"])
                )
            return [(s, PLACE)]
        if key == "ADDR":
            gap = " %d%s%s%05d " % (
                r.randint(1, 199),
                r.choice(["", "", "a"]),
                r.choice(["\n", ", "]),
                r.randint(1067, 99998),
            )
            return self.slot("STREET") + text(gap) + self.slot("CITY")
        if key == "FIRM":
            p = r.random()
            bare = r.choice(LISTS["BRANDS"]) if r.random() < 0.3 else n.last1(en)
            if p < 0.5:
                s = bare + " " + r.choice(LISTS["forms"])
            elif p < 0.75:
                s = r.choice(LISTS["HOUSES"]) + " " + bare
            elif p < 0.9:
                s = n.first1(en) + " " + n.last1(en) + " " + r.choice(LISTS["forms"])
            else:
                s = r.choice(LISTS["BRANDS"])
            return [(s, ORGANISATION)]
        if key == "MAIL":
            return [
                (
                    r.choice([n.first1().lower() + "." + n.last1().lower(), "info", "kontakt", n.last1().lower()])
                    + "@"
                    + r.choice(["example.de", "example.com", n.last1().lower() + ".example", "mail.example.org"]),
                    6,
                )
            ]
        if key == "SAY":
            parts = self.fill(r.choice(self.sayings[en]))
            return [(parts[0][0][0].upper() + parts[0][0][1:], parts[0][1])] + parts[1:]
        if key == "SAYL":
            return self.fill(r.choice(self.sayings[en]).rstrip("."))
        if key == "CLOSE":
            return self.fill(r.choice(LISTS["closings_en"] if en else LISTS["closings"]))
        if key == "SIG":
            p = r.random()
            who = (
                "{FIRST}"
                if p < 0.35
                else "{FULL}" if p < 0.8 else "{TITLE} {FULL}" if p < 0.85 else "{LAST}" if p < 0.9 else "{INITIAL}"
            )
            tail = r.choice(
                [
                    "",
                    "",
                    "\n{ROLE}",
                    "\n{FIRM}",
                    "\n\n{ROLE}\n{FIRM}\n{ADDR}\nTel. {PHONE}",
                    "\nTelefon: {PHONE}\n{MAIL}",
                ]
            )
            return self.slot("CLOSE") + self.fill(r.choice(["\n", "\n\n", ",\n", " ", "\n\n\n"]) + who + tail)
        lists = {
            "TITLE": LISTS["titles"],
            "ROLE": LISTS["roles_en"] if en else LISTS["roles"],
            "JOB": LISTS["JOBS"],
            "THING": LISTS["THINGS_EN"] if en else LISTS["THINGS"],
            "DEPT": LISTS["DEPARTMENTS"],
            "PRODUCT": LISTS["PRODUCTS"],
            "MONTH": LISTS["MONTHS_EN"] if en else LISTS["MONTHS"],
            "DAY": LISTS["DAYS_EN"] if en else LISTS["DAYS"],
        }
        if key in lists:
            return text(r.choice(lists[key]))
        number = {"NUM": (100, 99999), "NUM2": (1, 199), "PLZ": (10115, 99998), "YEAR": (1780, 2026), "AGE": (18, 90)}
        if key in number:
            return text(str(r.randint(*number[key])))
        if key in ("MED", "MEDSAY", "LAB", "DX", "FINDING"):
            return self.fill(r.choice(LISTS[key.lower() + "s"]))
        if key in ("SUBSTANCE", "LATIN", "SIGN", "TEST", "GERM", "EPONYM", "REGIMEN", "ORGAN", "METHOD", "COMPLAINT"):
            return [(r.choice(LISTS[key + "S"]), OTHER)]
        if key == "DRUG":
            return [(self.drug(), OTHER)]
        if key == "RETARD":
            return text(r.choice(LISTS["RETARD"]))
        if key == "DOSE":
            unit = r.choice(["mg", " mg", " mg", "mg", " µg", " g", " IE", "mg/d"])
            return text(
                r.choice(["%d" % r.choice([1, 2, 5, 10, 20, 40, 50, 75, 100, 250, 400, 500, 1000]), "2,5", "0,5"])
                + unit
            )
        if key == "SCHEME":
            return text("-".join(str(r.choice([0, 0, 1, 1, 2])) for _ in range(r.choice([3, 3, 4]))))
        if key == "BRAND":
            return [(r.choice(LISTS["BRANDS"]), ORGANISATION)]
        if key == "CODE":
            return text("".join(r.choice("ABCDEHKMNORSTU") for _ in range(r.randint(2, 4))))
        if key == "THINGW":
            word = r.choice(LISTS["THINGS_EN"])
            return text(word.capitalize() if r.random() < 0.6 else word)
        if key == "MONTHX":
            return text(r.choice(LISTS["MONTHS_EN"])[:3])
        if key == "ISO":
            return text(
                "%d-%02d-%02d %02d:%02d:%02d"
                % (
                    r.randint(2005, 2026),
                    r.randint(1, 12),
                    r.randint(1, 28),
                    r.randint(0, 23),
                    r.randint(0, 59),
                    r.randint(0, 59),
                )
            )
        if key in ("LOGLINE", "CODELINE"):
            return self.fill(r.choice(LISTS[key.lower() + "s"]))
        if key == "DATE":
            return text(
                r.choice(["%d.%d.%d", "%02d.%02d.%d", "%d/%d/%d"])
                % (r.randint(1, 28), r.randint(1, 12), r.randint(1930, 2026))
            )
        if key == "TIME":
            return text("%d:%02d" % (r.randint(7, 19), r.choice([0, 15, 30, 45])))
        if key == "PHONE":
            return text(
                r.choice(["0%d/%d", "+49 %d %d", "0%d %d", "(0%d) %d"])
                % (r.randint(30, 9999), r.randint(10000, 9999999))
            )
        raise KeyError(key)

    def drug(self):
        """A trade name: a substance, or what sounds like one."""
        r = self.r
        if r.random() < 0.35:
            return r.choice(LISTS["SUBSTANCES"])
        head, body, tail = (r.choice(LISTS[part]) for part in ("DRUG_HEADS", "DRUG_MIDDLES", "DRUG_ENDS"))
        return head + body * (r.random() < 0.6) + r.choice("ratlimnspbd") * (r.random() < 0.3) + tail

    def fill(self, frame):
        out, at = [], 0
        for m in SLOT.finditer(frame):
            if m.start() > at:
                out.append((frame[at : m.start()], 0))
            out += self.slot(m.group(1))
            at = m.end()
        if at < len(frame):
            out.append((frame[at:], 0))
        return out or [("", 0)]

    def part(self, english, person_share):
        r, self.en = self.r, english
        with_people = r.random() < person_share
        if english:
            return self.fill(r.choice(self.english if with_people else self.english_others)), False
        if with_people and r.random() < 0.3:
            return self.fill(r.choice(self.chat)), True
        return self.fill(r.choice(self.letters if with_people else self.others)), False

    def document(self):
        r = self.r
        english = r.random() < 0.4
        parts, chat = self.part(english, 0.68)
        while r.random() < 0.3:
            parts += [(r.choice(["\n", "\n\n", " "]), 0)] + self.part(english, 0.6)[0]
        p = r.random()
        if chat and p < 0.75 or p < 0.1:
            parts = [(t.lower(), l) for t, l in parts]
        elif p < 0.13:
            parts = [(t.upper() if len(t.upper()) == len(t) else t, l) for t, l in parts]
        elif p < 0.16:
            parts = [(t.upper() if l == PERSON and len(t.upper()) == len(t) else t, l) for t, l in parts]
        text, spans = "", []
        for t, l in parts:
            if l:
                spans.append((len(text), len(text) + len(t), l))
            text += t
        return text, spans
