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
    // Of reviews: what each kind of false address looked like.
    "§ 5 Straßenverkehrsordnung Absatz 3 Platz 4",
    "Art. 12 Abs. 3 GG, Weg 3 ist",
    "Die Lange Straße ist 5 km lang",
    "Treffen Parkstraße 18 Uhr",
    "Treffen in der Parkstraße um 18 Uhr",
    "Ab Parkstraße 12.30 Uhr",
    "U-Bahn Alexanderplatz 10 Uhr",
    "U-Bahn Alexanderplatz 10.15 Uhr",
    "FC Muster - SV Beispielweg 2:1",
    "SV Lindenstraße 3 : 1 TSV Ahornweg",
    "SV Lindenstraße 3 - 1 TSV Ahornweg",
    "Auf der A 5 bei km 12, Autobahn 12345 Autos",
    "Die B 27 bei Stuttgart 21",
    "12345 Stück Schrauben",
    "Galaxy S10 20095 Einheiten",
    "Samsung Ring 5 und Apple Watch 3",
    "/home/strasse/5/10115/Berlin",
    "C:\\strasse 5\\platz",
    "2021 Januar Straße 30.12.2020",
    "Lindenstraße 2019 eröffnet, Ahornweg 2020 saniert",
    "Hauptstraße 30er-Zone",
    "Der Weg 3 ist frei",
    "1999 Berlin, 2005 Wien und 2010 Zürich waren Stationen",
    "In 2004 Linz gewann",
    "Klasse 5a, Weg 5b",
    "Die Grundstücke Ahornweg 5. Januar wird",
    "Tagesschau 20 Uhr, Lindenstraße 18.50 Uhr",
    "Linie 5 Hauptplatz 7 Minuten",
    "Haltestelle Lindenplatz 3 min",
    "Umsatz Allee 5 Mio. Euro",
    "Ticket 20095 Hans Muster",
    "2 Apartments, 3 Suiten, Suite 2 ist schön",
    "Windows Suite 8 und Office Suite 2019",
    "Adobe Creative Suite 5 und Unit 3 Tests",
    "1/2 Bd. Petersilie, 1 TL Salz",
    "13. Sample Pro v3.03\n14. Sample Performance Suite 2000\n",
    "x = 10115; Berlin = 3",
    "Muster\t2\tStGallen\t2\t3,90",
    "live in Action 24-06-2010",
    "Transversale-Plein 10-12 3 x erschienen",
    "lager Zoomarkt 86... 0.0",
};
INSTANTIATE_TEST_SUITE_P(Texts, Negatives, testing::ValuesIn(kTexts));

}  // namespace
}  // namespace maske::address
