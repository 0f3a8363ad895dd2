#!/usr/bin/env python3
"""Makes patterns/lexicons/postcodes_<cc>.tsv from a folder of GeoNames postal files.

usage: build_postcodes.py SOURCE_FOLDER [OUTPUT_FOLDER]

SOURCE_FOLDER holds plz_de.tsv, plz_at.tsv, plz_ch.tsv, plz_li.tsv, plz_lu.tsv (postcode, TAB, place; GeoNames postal
codes, CC BY 4.0) and vorwahl_de.tsv (area code, TAB, place), whose names are known to be places. The German file lists
companies and offices that have a postcode of their own; their names are dropped, the postcode stays, with an empty
place, because it is a valid one and stands before a town's name in letters ("10704 Berlin").
The output is sorted and free of duplicates; the same input gives the same bytes. tools/gazetteer/pack.cc packs it.
"""
import collections
import os
import re
import sys

HEADER = ("# postcode<TAB>place. An empty place: a postcode of one recipient. Built by tools/gazetteer/build_postcodes.py\n"
          "# from GeoNames postal codes (https://www.geonames.org), CC BY 4.0; changed: filtered, sorted. See patterns/SOURCES.md.\n")

# Words that no place bears: legal forms, offices, banks, media. Compared in lower case with whole words …
NOT_PLACE_WORDS = set("""
ag kg gmbh mbh ohg gbr se eg ev e.v. e.g. ltd inc plc kgaa co aktiengesellschaft gesellschaft handelsgesellschaft verein verband
bundesamt landesamt finanzamt amt amtsgericht landgericht oberlandesgericht verwaltungsgericht arbeitsgericht sozialgericht
bundesministerium ministerium staatsministerium senat senatsverwaltung behörde bezirksregierung regierungspräsidium
regierung kreisverwaltung stadtverwaltung landratsamt landkreis kreis polizei polizeipräsidium staatsanwaltschaft agentur
arbeitsagentur jobcenter botschaft konsulat sparkasse kreissparkasse volksbank raiffeisenbank bank bausparkasse versicherung
versicherungen krankenkasse aok bkk ikk dak kkh tk barmer lotterie lotterie-einnahme verlag zeitung universität hochschule
fachhochschule klinik kliniken klinikum krankenhaus uniklinik werk werke stadtwerke versand versandhaus service services
zentrale post deutsche bundesbank lzb berufsgenossenschaft handwerkskammer industrie- ihk rechtsanwälte rechtsanwalt praxis
gemeinschaftspraxis labor institut marketing handel vertrieb telekom telecom rundfunk radio fernsehen diakoniewerk
caritas deutscher deutsches bayerische bayerisches landes bundes kundenservice einkaufszentrum möbel druckerei
fachbereich abteilung rechnungswesen poststelle postfach postfächer nachsendezentrum briefzentrum frachtzentrum
paketzentrum paketermittlung sozialwerk akademie stiftung partner group holding international systems technologies dienst
dr. prof. prof dr steuerberater notar bevollmächtigte magistrat landrat restaurant apotheke juweliere report friends
shop drive dienstleistungszentrum hospital großhandel fachgroßhandel infrastruktur niederlassung studio design
""".split())
# … and as the end of a word.
NOT_PLACE_ENDS = ("gesellschaft", "versicherung", "versicherungen", "versicherungs", "bank", "kasse", "verlag", "werke", "ministerium",
                  "verwaltung", "gericht", "amt", "klinik", "klinikum", "verband", "zeitung", "lotterie", "versand", "anstalt",
                  "zentrale", "kammer", "versorgung", "genossenschaft", "schule", "universität", "krankenhaus", "hospital", "kliniken", "minister", "landrat", "agentur", "service", "rundfunk")
# Lower-case words inside a place's name.
CONNECTORS = set("""
am an a. auf aus bei b. beim d. der den dem des die das do im in i. i.d. a.d. an.d. ob ob. of o. und u. unter vor v. v.d. von zu zum zur ober ob.
le la les de du et sur sous près à aux en lès d' l' di del da sul e ed sin v.d.h. h. o.d. i.d.opf. i.tirol über/ bis vorm nördlicher südlicher
""".split())


def words(name):
    return re.findall(r"[^\s,/()]+", name)


def is_company(name, postcodes_of_name, names_of_postcode, known):
    """A judgement about one row; only a name with one postcode, alone under it, comes into question."""
    if name in known:
        return False
    if re.search(r"[&+0-9\"@ÃÂ]", name):
        return True
    ws = words(name)
    if any(w.lower().strip(".,") in NOT_PLACE_WORDS or w.lower() in NOT_PLACE_WORDS for w in ws):
        return True
    if any(w.lower().endswith(NOT_PLACE_ENDS) for w in ws):
        return True
    letters = [c for c in name if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return True
    if name.startswith("Der ") or any(len(w) > 1 and w.isupper() and not re.fullmatch("[IVX]+", w) for w in ws):
        return True
    if postcodes_of_name > 1 or names_of_postcode > 1:
        return False
    if any(w[0].islower() and w.lower() not in CONNECTORS for w in ws):
        return True
    # Several capitalised words without a connector, parenthesis or slash, and no word that begins places' names.
    plain = len(ws) > 1 and not re.search(r"[(/]", name) and not any(w.lower() in CONNECTORS for w in ws)
    first = ws[0].lower().rstrip(".") if ws else ""
    begins = {"bad", "st", "sankt", "groß", "gross", "klein", "neu", "alt", "hohen", "markt", "ober", "unter", "stadt", "burg", "schloß", "kloster",
              "lutherstadt", "hansestadt", "deutsch", "königs", "nieder", "hoch", "hl", "ostseebad", "nordseebad", "seebad", "insel", "hallig",
              "flecken", "gemeinde", "am", "an", "auf", "im", "in", "zu", "kirch", "mittel", "vorder", "hinter", "wendisch", "alte", "neue", "hohe"}
    return plain and first not in begins


def clean(name):
    name = re.sub(r"\s+", " ", name).strip()
    return re.sub(r"^(Gemeinde|Stadt|Flecken|Hansestadt|Lutherstadt) (?=[A-ZÄÖÜ])", "", name)


def read(path):
    with open(path, encoding="utf-8") as f:
        return [(c.strip(), clean(p)) for c, p in (line.rstrip("\n").split("\t")[:2] for line in f if "\t" in line)]


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    source = sys.argv[1]
    out = sys.argv[2] if len(sys.argv) == 3 else os.path.join(os.path.dirname(__file__), "..", "..", "patterns", "lexicons")
    known = {p for _, p in read(os.path.join(source, "vorwahl_de.tsv"))}
    for cc in ("de", "at", "ch", "li", "lu"):
        rows = read(os.path.join(source, f"plz_{cc}.tsv"))
        per_name = collections.Counter(p for _, p in rows)
        per_code = collections.Counter(c for c, _ in rows)
        result = set()
        for code, place in rows:
            code = code[2:] if code.startswith("L-") else code
            if cc == "de" and is_company(place, per_name[place], per_code[code], known):
                place = ""
            result.add((code, place))
        with_place = {c for c, p in result if p}
        result = {(c, p) for c, p in result if p or c not in with_place}
        with open(os.path.join(out, f"postcodes_{cc}.tsv"), "w", encoding="utf-8") as f:
            f.write(HEADER)
            f.writelines(f"{c}\t{p}\n" for c, p in sorted(result))


if __name__ == "__main__":
    main()
