// What looks like an address and is none.
#include <gtest/gtest.h>

#include "address/spans.h"

namespace maske::address {
namespace {

class Negatives : public testing::TestWithParam<const char*> {};

TEST_P(Negatives, NothingFound) { EXPECT_EQ(Marked(GetParam()), GetParam()); }

const char* const kTexts[] = {
    "Nach der Straße 5 km geradeaus.",
    "Gemäß § 5 Abs. 2 Satz 1 BGB",
    "Die Parkstraße 12:30 Uhr gesperrt",
    "Auf dem Weg 3 Stunden verloren",
    "Der lange Weg 3 Stunden",
    "Am 3. Mai 2021 kam er",
    "Sie steht auf Platz 1 der Liste",
    "Der Ring 2 ist lieferbar",
    "Die B 27 und die A 5 sind frei",
    "in 12345 Fällen wurde",
    "12345 Stück auf Lager",
    "Es waren 10000 Mark im Topf.",
    "siehe Seite 12, Zeile 14",
    "Tabellenplatz 5, Arbeitsplatz 3, Sitzplatz 12",
    "Bahnsteig 4, Anstieg 3, Ausstieg 2",
    "Am Montag 5 Leute, im Jahr 1999 keine",
    "Im Kapitel 4 steht mehr. Zum Thema 3 nichts.",
    "ISO-12345 Norm und RFC-10115 Text",
    "Tel. 030-12345 Frau Muster",
    "Bestellnummer 10115-12 Berliner Blau",
    "C:\\Projekt\\Platz 5\\a.txt und /usr/share/10115/Berlin",
    "version 1.10115 Berlin",
    "Hertha - Union 2 : 1, Nierstraß 2 zu 1",
    "#10115 Berlin",
    "Im Jahr 2020 Wien besucht",
    "2008 Die Zeit danach, 1999 Der Sommer",
    "Engineering 3, Monitoring 12, String 5",
    "Hauptstraße 5,50 Euro je Meter",
    "Lindenstraße 30 % Rabatt",
    "Die Lindenstraße ist lang. Berlin auch.",
    "Er kommt aus Berlin und wohnt in Köln.",
    "Umleitung über die Seidenstraße 2019",
    "Müller 3, Schmidt 5",
    "x = 10115; Berlin = 3",
    "der Platz 12 und die Straße 7",
    "Gleis 5, Haus 3, Zimmer 205, Etage 2",
    "INFO 10115 Request done in 5 ms",
    "Hauptplatine 5 V, Netzteil 12 V",
    "Marathonläufer 5 und Verkäufer 3",
    "#AA00AA #FF55FF 8GB RAM, Lenovo X1 8GB, C4H7SH",
    "Gegen 31 GO der Abgeordneten Dr. Muster",
    "40 Billionen TRL und 4 Millionen ct",
    "2 : 1 Sieg, 3 Punkte, 1860 München gewinnt",  // the club
};
INSTANTIATE_TEST_SUITE_P(Texts, Negatives, testing::ValuesIn(kTexts));

}  // namespace
}  // namespace maske::address
