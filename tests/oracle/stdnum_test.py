"""Holds lib/check against python-stdnum, a library of other authors: for each check that both know, random numbers of the
form, and numbers that python-stdnum calls valid, must get the same answer. Where the two differ for a reason, the reason is
written down here with the rule that settles it; any other difference fails.

  stdnum_test.py PROBE [COUNT]     COUNT candidates a check (10,000), and a tenth as many valid numbers

Exits with 77 (skipped) where python-stdnum is not installed. Seeded: the same numbers every time.
"""

import datetime
import importlib
import multiprocessing
import os
import random
import subprocess
import sys

DIGITS = "0123456789"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def date(rng, form, first=1900, last=2024):
    year, month, day = rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 31)
    values = {"YYYY": f"{year:04}", "YYY": f"{year % 1000:03}", "YY": f"{year % 100:02}", "MM": f"{month:02}", "DD": f"{day:02}"}
    for key, value in values.items():
        form = form.replace(key, value)
    return form


def fill(rng, form):
    """d: a digit, L: a capital, a: either, [abc]: one of these; dates as in date()."""
    form = date(rng, form)
    out, at = [], 0
    while at < len(form):
        c = form[at]
        if c == "[":
            end = form.index("]", at)
            out.append(rng.choice(form[at + 1 : end]))
            at = end
        elif c == "\\":
            at += 1
            out.append(form[at])
        else:
            out.append(rng.choice({"d": DIGITS, "L": CAPITALS, "a": DIGITS + CAPITALS}.get(c, c)))
        at += 1
    return "".join(out)


D1 = (1, DIGITS)
D2 = (2, DIGITS)
NONE = (0, DIGITS)
HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY"

# check: module of stdnum, forms, and how many places at the end are tried, in which alphabet, to make a number valid (with
# none of them, random numbers are drawn until enough are valid)
CHECKS = {
    "abgabenkonto_at": ("at.tin", ["ddddddddd"], D1),
    "account_cz": ("cz.bankaccount", ["dddddddddd/0100", "dddddd-dddddddddd/0800"], NONE),
    "account_no": ("no.kontonr", ["ddddddddddd", "dddd00ddddd"], D1),
    "afm_gr": ("gr.vat", ["ddddddddd"], D1),
    "ahv_ch": ("ch.ssn", ["756dddddddddd"], D1),
    "amka_gr": ("gr.amka", ["DDMMYYddddd"], D1),
    "bic": ("bic", ["LLLLDEaa", "LLLLATaaaaa", "LLLLLLaa"], NONE),
    "bsn_nl": ("nl.bsn", ["ddddddddd"], D1),
    "ccc_es": ("es.ccc", ["dddddddddddddddddddd"], NONE),
    "citizen_card_pt": ("pt.cc", ["dddddddddaad"], D1),
    "cnp_ro": ("ro.cnp", ["[1256]YYMMDDdddddd"], D1),
    "codice_fiscale_it": ("it.codicefiscale", ["LLLLLLdd[ABCDEHLMPRST][0123]dLdddL"], (1, CAPITALS)),
    "cpr_dk": ("dk.cpr", ["DDMMYYdddd"], NONE),
    "creditor_id": ("eu.at_02", ["DEddZZZ0dddddddddd", "ATddZZZddddddddddd"], NONE),
    "creditor_reference": ("iso11649", ["RFddaaaaaaaa"], NONE),
    "cvr_dk": ("dk.cvr", ["dddddddd"], D1),
    "ean13": ("ean", ["ddddddddddddd"], D1),
    "egn_bg": ("bg.egn", ["YYMMDDdddd"], D1),
    "fodselsnummer_no": ("no.fodselsnummer", ["DDMMYYddddd"], D2),
    "hetu_fi": ("fi.hetu", ["DDMMYY[-A]ddda"], (1, HETU)),
    "iban": ("iban", ["DEdddddddddddddddddddd", "ATdddddddddddddddddd", "NLddLLLLdddddddddd", "PLdddddddddddddddddddddddddd"], NONE),
    "ico_cz": ("cz.dic", ["[12345678]ddddddd"], D1),
    "identity_number_tr": ("tr.tckimlik", ["ddddddddddd"], D2),
    "imei": ("imei", ["ddddddddddddddd"], D1),
    "itin_us": ("us.itin", ["9dddddddd"], NONE),
    "jmbg": ("si.emso", ["DDMMYYYdddddd"], D1),
    "kennitala_is": ("is_.kennitala", ["DDMMYYdddd"], NONE),
    "lei": ("lei", ["aaaaaaaaaaaaaaaaaadd"], D2),
    "luhn": ("luhn", ["dddddddddddddddd"], D1),
    "nhs_gb": ("gb.nhs", ["dddddddddd"], D1),
    "nif_es": ("es.nif", ["ddddddddL", "[XYZ]dddddddL", "[ABCDEFGHJNPQRSUVW]ddddddda"], (1, DIGITS + CAPITALS)),
    "nif_fr": ("fr.nif", ["[0123]dddddddddddd"], (3, DIGITS)),
    "nif_pt": ("pt.nif", ["ddddddddd"], D1),
    "nip_pl": ("pl.nip", ["dddddddddd"], D1),
    "nir_fr": ("fr.nir", ["[1234]YYMMdddddddddd", "[12]YYMM2[AB]dddddddd"], D2),
    "nn_be": ("be.nn", ["YYMMDDddddd"], D2),
    "oib_hr": ("hr.oib", ["ddddddddddd"], D1),
    "orgnr_no": ("no.orgnr", ["[89]dddddddd"], D1),
    "orgnr_se": ("se.orgnr", ["dddddddddd"], D1),
    "partita_iva_it": ("it.iva", ["ddddddd0ddd"], D1),
    "personal_code_ee": ("ee.ik", ["[123456]YYMMDDdddd"], D1),
    "personal_code_lv": ("lv.pvn", ["DDMMYY[12]dddd"], D1),
    "personnummer_se": ("se.personnummer", ["YYMMDD-dddd", "YYYYMMDDdddd"], D1),
    "pesel_pl": ("pl.pesel", ["YYMMDDddddd"], D1),
    "pps_ie": ("ie.pps", ["dddddddL", "dddddddL[ABCW]"], NONE),
    "rc_cz": ("cz.rc", ["YYMMDDdddd", "YYMMDDddd"], D1),
    "reference_ch": ("ch.esr", ["ddddddddddddddddddddddddddd"], D1),
    "regon_pl": ("pl.regon", ["ddddddddd", "dddddddddddddd"], NONE),
    "routing_us": ("us.rtn", ["ddddddddd"], NONE),
    "siren_fr": ("fr.siren", ["ddddddddd"], D1),
    "siret_fr": ("fr.siret", ["dddddddddddddd"], NONE),
    "ssn_us": ("us.ssn", ["ddddddddd"], NONE),
    "steuernummer_de_13": ("de.stnr", ["[5]dddd0ddddddd", "9ddd0dddddddd", "28dd0dddddddd"], NONE),
    "svnr_at": ("at.vnr", ["ddddDDMMYY"], NONE),
    "tax_id_de": ("de.idnr", ["[123456789]dddddddddd"], D1),
    "tax_number_ua": ("ua.rntrc", ["dddddddddd"], D1),
    "upn_gb": ("gb.upn", ["Lddddddddddd[0123456789A]"], NONE),
    "utr_gb": ("gb.utr", ["dddddddddd"], NONE),
    "vat_de": ("de.vat", ["ddddddddd"], D1),
    "vat_eu": ("eu.vat", ["ATUdddddddd", "BE0ddddddddd", "DKdddddddd", "FIdddddddd", "FRddddddddddd", "ITddddddd0ddd",
                          "LUdddddddd", "NLdddddddddB01", "PLdddddddddd", "PTddddddddd", "SEdddddddddd01", "SIdddddddd",
                          "HUdddddddd", "HRddddddddddd", "ELddddddddd", "MTdddddddd", "EEddddddddd", "DEddddddddd",
                          "CZdddddddd", "ROdddddddddd", "BGddddddddd", "SKdddddddddd", "LTdddddd1dd"], D1),
    "ytunnus_fi": ("fi.ytunnus", ["dddddddd"], D1),
}

# What maske does not ask, or asks beyond python-stdnum: (check, what maske says): the rule that settles it, and of which
# numbers it speaks, where that is easily said.
REASONS = {
    ("abgabenkonto_at", True): "python-stdnum knows the tax offices of before 2021; maske has no list of them",
    ("bic", False): "ISO 9362: the fifth and sixth letter are a country of ISO 3166-1",
    ("cnp_ro", False): "county codes: 1 to 48, 51, 52, 70, 80 and more; python-stdnum does not look at them",
    ("hetu_fi", True): ("DVV: numbers from 900 on are temporary ones", lambda n: n[7:10] >= "900"),
    ("itin_us", True): ("IRS: groups 50 to 65 are given out as well", lambda n: "50" <= n[3:5] <= "65"),
    ("nif_fr", False): "python-stdnum of before 2.0 knows no check digits of this number",
    ("pps_ie", True): "Revenue: second letters A to I, and W",
    ("rc_cz", False): ("the serial number 000 is not given out", lambda n: n[6:9] == "000"),
    ("rc_cz", True): ("remainder 10, check digit 0: at any time, as python-stdnum has it since 2.0",
                      lambda n: int(n[:9]) % 11 == 10),
    ("routing_us", False): "American Bankers Association: 01-12, 21-32, 61-72 and 80 begin a routing number",
    ("steuernummer_de_13", False): "ELSTER has check digits; python-stdnum asks for the form alone",
    ("svnr_at", False): "the last six digits are a date (month 13 to 15: not known to the day)",
    ("tax_id_de", False): "section 139b AO, since 2016: a digit that occurs thrice does not stand thrice in a row",
    ("vat_eu", False): ("Slovakia: no IČ DPH begins with 0 (VIES); Belgium: 97 less a rest is 01 to 97 (SPF Finances)",
                        lambda n: n.startswith("SK0") or (n.startswith("BE") and n[-2:] in ("98", "99", "00"))),
    ("vat_eu", True): ("birth numbers: see rc_cz", lambda n: n[:2] in ("CZ", "SK") and int(n[2:11]) % 11 == 10),
    ("upn_gb", True): "python-stdnum has a list of the authorities",
}


class LateDate(datetime.date):
    """maske looks at no clock, so python-stdnum is told that no birth date is still to come."""

    @classmethod
    def today(cls):
        return cls(2199, 12, 31)


def allowed(check, number, ours):
    """The reason why the two may differ on this number; None when there is none."""
    reason = REASONS.get((check, ours))
    if isinstance(reason, tuple):
        return reason[0] if reason[1](number) else None
    return reason


def known(module, number):
    try:
        return bool(module.is_valid(number))
    except Exception:  # noqa: BLE001  python-stdnum stumbles over some texts instead of refusing them
        return False


def completed(rng, module, forms, tail, count):
    """Numbers that python-stdnum calls valid: random ones with their last places tried through."""
    places, alphabet = tail
    numbers, tries = [], 0
    while len(numbers) < count and tries < 60 * count:
        number = fill(rng, rng.choice(forms))
        if places == 0:
            tries += 1
            if known(module, number):
                numbers.append(number)
            continue
        endings = [""]
        for _ in range(places):
            endings = [e + c for e in endings for c in alphabet]
        rng.shuffle(endings)
        for ending in endings:
            tries += 1
            if known(module, number[:-places] + ending):
                numbers.append(number[:-places] + ending)
                break
    return numbers


def ask(probe, pairs):
    text = "".join(f"{check}\t{number}\n" for check, number in pairs)
    done = subprocess.run([probe], input=text, capture_output=True, text=True, check=True)
    answers = done.stdout.split()
    assert len(answers) == len(pairs)
    return answers


def compare(task):
    """Asks one check; returns how many faults there are, and what to print."""
    probe, check, count, valid_count = task
    name, forms, tail = CHECKS[check]
    rng = random.Random(check)
    datetime.date = LateDate
    module = importlib.import_module("stdnum." + name)
    numbers = [fill(rng, rng.choice(forms)) for _ in range(count)] + completed(rng, module, forms, tail, valid_count)
    valid, reasons, faults = 0, {}, []
    for number, answer in zip(numbers, ask(probe, [(check, number) for number in numbers])):
        ours, theirs = answer == "1", known(module, number)
        valid += theirs
        if answer == "?":
            faults.append(f"{number}: no such check")
        elif ours != theirs:
            reason = allowed(check, number, ours)
            if reason is None:
                faults.append(f"{number}: maske {ours}, python-stdnum {theirs}")
            else:
                reasons[reason] = reasons.get(reason, 0) + 1
    lines = [f"{check}: {len(numbers)} asked, {valid} valid, {len(faults)} differ without a reason"]
    lines += [f"    {times} differ: {reason}" for reason, times in reasons.items()]
    lines += ["    " + fault for fault in faults[:5]]
    return len(faults) + (valid == 0), "\n".join(lines)


def main():
    probe, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    only = sys.argv[3:]
    tasks = [(probe, check, count, count // 10) for check in CHECKS if not only or check in only]
    failed = 0
    with multiprocessing.Pool() as pool:
        for faults, text in pool.imap(compare, tasks):
            print(text, flush=True)
            failed += faults > 0
    print(f"{len(tasks)} checks, {failed} with faults")
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        import stdnum  # noqa: F401
    except ImportError:
        # Debian's package belongs to Debian's interpreter, which need not be the first of the path.
        if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
            os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
        print("python-stdnum is not installed (Debian: python3-stdnum)")
        sys.exit(77)
    sys.exit(main())
