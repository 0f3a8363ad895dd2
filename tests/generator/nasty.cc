// See the header; used by tests/laws, tests/chunks and tests/filter.
#include "generator/nasty.h"

namespace maske::generator {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kTexts[] = {
    // Plain findings and their edges.
    "max.muster@example.org",
    "<max@example.org>, (eva@example.com); mailto:a.b+c@example.net?x",
    "an max.muster@example.org.",
    "IBAN DE89 3704 0044 0532 0130 00, BIC folgt",
    "DE89370400440532013000",
    "de89-3704-0044-0532-0130-00\r\n",
    ("IBAN: DE89\xC2\xA0"
     "3704\xC2\xA0"
     "0044\xC2\xA0"
     "0532\xC2\xA0"
     "0130\xC2\xA0"
     "00"),
    "IBAN DE00 3704 0044 0532 0130 00 (Tippfehler)",
    "GB33BUKB20201555555555 NO 9386011117947 MT84MALT011000012345MTLCAST001S",
    "Tel. 030 23125 000, +49 (0)30 23125-123; 0171/39200 00",
    "Fax: +49-30-23125456 Mobil 0152 28817386",
    "4111 1111 1111 1111 und 5500-0000-0000-0004",
    "192.0.2.1:8080 2001:db8::1 [2001:db8::8a2e:370:7334]",
    "https://nutzer:geheim12@git.example.org/x.git",
    "geboren am 12.03.1971, geb. 3. Mai 1984",
    "Steuer-ID 86095742719, USt-IdNr. DE136695976, ATU13585627",
    "ghp_0123456789abcdefghijABCDEFGHIJ012345 AKIAIOSFODNN7EXAMPLE",
    "Passwort: hunter2!x\nweiter",
    ("Sehr geehrte Frau Dr. M\xC3\xBCller-L\xC3\xBC"
     "denscheid,\n\nmit Gru\xC3\x9F\nMax Muster"),
    "Herr M\xFCller (Windows-1252), Frau Gro\xDF",
    ("Max Muster\nGartenstra\xC3\x9F"
     "e 12a\n10115 Berlin\n"),
    "MUSTER, MAX; Muster, Max",
    // What stands side by side, in each other, or nearly.
    "a@example.org,b@example.org;c@example.org",
    "https://max@example.org:443/?mail=eva@example.com",
    "DE89370400440532013000DE89370400440532013000",
    "0049 30 23125000 DE89 3704 0044 0532 0130 00",
    "1234567890123456789012345678901234567890",
    "12.03.2024 14:30 1.234,56 EUR 978-3-16-148410-0 v1.2.3 192.168",
    "+++@@@...---___:::===[[[]]]",
    "@",
    "[",
    "\\",
    "0",
    "+",
    "\n",
    " ",
    "\r",
    "\xC3",
    "",
    // Placeholder forms.
    "[PERSON_1]",
    "[PERSON_1_2] [EMAIL_7][IBAN_12]",
    "[[PERSON_1]]",
    "[PERSON_01] [PERSON_0] [PERSON_]",
    "[person 1] [Person-1]",
    "\\[PERSON\\_1\\] \\[PERSON_1] [PERSON_1\\]",
    "[PERSON_1",
    "PERSON_1]",
    "[STEUER-ID_1] [E-MAIL_2_3] [E-Mail 2]",
    "x[EMAIL_1]y max@example.org [EMAIL_1]",
    "[PERSON_1[PERSON_1]",
    "[EMAIL_max@example.org]",
    "[LITERAL_1] [LITERAL_1_2]",
    "[F\xC3\x9CHRERSCHEIN_1] [f\xC3\xBChrerschein 1]",
    "Passwort: ab[PERSON 1] c",
    "[EMAIL_999999999] [EMAIL_1_9999] [EMAIL_1_1] [EMAIL_1_10000]",
    // UTF-8, broken and odd.
    "\xEF\xBB\xBFmax@example.org",
    "\xFF\xFD\x80 max@example.org \xC3",
    "\xE2\x82max@example.org\xE2",
    "\xF0\x9F\x98\x80 030 23125000 \xF0\x9F\x98",
    "max\xE2\x80\x8B@exam\xC2\xADple.org",
    "\xEF\xBC\x90\xEF\xBC\x93\xEF\xBC\x90 23125000",
    ("D\xCC\x88"
     "E89 3704 0044 0532 0130 00"),
    ("max\xEF\xBC\xA0"
     "example.org"),
    "ma\xCC\x8Ax@example.org",
    "\xEF\xB7\xBA\xEF\xB7\xBA@example.org",
    ("J\xC3\xB6rg@b\xC3\xBC"
     "cher.example"),
    "\xD0\xBC\xD0\xB0\xD1\x85@example.org",
    ("\xE2\x80\xAE"
     "gro.elpmaxe@xam"),
    "\xED\xA0\x80\xED\xB0\x80",
    "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81@x.de",
    // Key blocks and runs.
    ("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQC7\n-----END PRIVATE "
     "KEY-----\nmax@example.org"),
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----\r\nProc-Type: 4,ENCRYPTED\r\n\r\nMIIE\r\n-----END RSA PRIVATE KEY-----\r\n",
    "token=\"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abc\"",
    "TWF4IE11c3RlciBpc3QgZWluIE5hbWU/TWF4IE11c3RlciBpc3QgZWluIE5hbWU+TWF4IE11c3RlciBpc3QgZWluIE5hbWU=",
    "Am 3.4.2024 schrieb Max Muster <max@example.org>:\n> Hallo Max,\n> 030 23125000\n",
    "a\tb\x0B\x0C\x01\x1B[31mmax@example.org\x1B[0m",
};

}  // namespace

std::span<const std::string_view> NastyTexts() { return kTexts; }

}  // namespace maske::generator
