// House numbers, streets, boxes, places and the shapes that letters, tables and markup give them: exact bounds of each form that
// docs/addresses.md calls found. Every person and house is invented.
#include <gtest/gtest.h>

#include "address/spans.h"

namespace maske::address {
namespace {

class German : public testing::TestWithParam<const char*> {};

TEST_P(German, Bounds) { EXPECT_EQ(Marked(Unmarked(GetParam())), GetParam()); }

const char* const kNumbers[] = {
    "Muster GmbH\n⟦Ahornweg 5 a-c\n20095 Hamburg⟧\n",
    "Muster GmbH\n⟦Ahornweg 12/14\n20095 Hamburg⟧\n",
    "Muster GmbH\n⟦Ahornweg 7½\n20095 Hamburg⟧\n",
    "Muster GmbH\n⟦Ahornweg 7 1/2\n20095 Hamburg⟧\n",
    "Muster GmbH\n⟦Ahornweg 5, Haus B\n20095 Hamburg⟧\n",
    "Muster GmbH\n⟦Ahornweg 5 Haus B\n20095 Hamburg⟧\n",
    "Muster GmbH\n⟦Ahornweg 5 Hinterhaus\n20095 Hamburg⟧\n",
    "Muster GmbH\n⟦Ahornweg 5, Hinterhaus, 20095 Hamburg⟧\n",
    "Muster GmbH\n⟦Ahornweg 5, 3. OG links\n20095 Hamburg⟧\n",
    "Er wohnt ⟦Ahornweg 5, 3. OG links, 20095 Hamburg⟧.",
    "Muster GmbH\n⟦Ahornweg o. Nr.\n20095 Hamburg⟧\n",
    "Muster GmbH\n⟦Ahornweg ohne Nummer\n20095 Hamburg⟧\n",
    "Muster GmbH, ⟦Ahornweg o. Nr., 20095 Hamburg⟧",
    "Muster GmbH\n⟦Ahornweg 12/Stiege 3/Tür 14\n1100 Wien⟧\n",
    "Muster GmbH\n⟦Ahornweg 12, Stiege 3, Tür 14\n1100 Wien⟧\n",
    "Muster GmbH, ⟦Ahornweg 12/3/14, 1100 Wien⟧, Tel",
    "Muster GmbH\n⟦Ahornweg 12 Top 7\n1100 Wien⟧\n",
    "Muster GmbH\n⟦Q7, 12\n68161 Mannheim⟧\n",
    "Muster GmbH\n⟦Q 7, 12\n68161 Mannheim⟧\n",
    "Muster GmbH, ⟦Q7, 12, 68161 Mannheim⟧",
    "Muster GmbH\n⟦C 4, 9b\n68159 Mannheim⟧\n",
    "Muster GmbH\n⟦M1 4a\n68161 Mannheim⟧\n",
    "Muster GmbH\n⟦Ahornweg Hsnr. 5\n20095 Hamburg⟧\n",
    "Muster GmbH\n⟦Ahornweg Haus-Nr. 5\n20095 Hamburg⟧\n",
};
INSTANTIATE_TEST_SUITE_P(Numbers, German, testing::ValuesIn(kNumbers));

const char* const kStreets[] = {
    "Muster\n⟦Straße des 17. Juni 135\n10623 Berlin⟧\n",
    "Sie finden uns in der ⟦Straße des 17. Juni 135, 10623 Berlin⟧.",
    "Muster\n⟦Straße der Deutsch-Sowjetischen Freundschaft 9\n10115 Berlin⟧\n",
    "Muster\n⟦An der Alten Mühle 9\n10115 Berlin⟧\n",
    "Muster\n⟦Hermann-Ehlers-Pl. 4\n10115 Berlin⟧\n",
    "Muster\n⟦Prof.-Dr.-Helmert-Straße 3\n14482 Potsdam⟧\n",
    "Muster\n⟦Dr.-Karl-Muster-Weg 3\n14482 Potsdam⟧\n",
    "Muster\n⟦Alt- Moabit 91\n10559 Berlin⟧\n",
    "Muster\n⟦Sankt-Anna-Gasse 3\n80331 München⟧\n",
    "Muster\n⟦St. Anna Str. 3\n80331 München⟧\n",
    "Muster\n⟦Franz-\nJosef-Straße 3\n80331 München⟧\n",
    "Muster\n⟦Brunnen-\nstraße 3\n80331 München⟧\n",
    "Ich wohne in der ⟦Brunnen-\nstraße 3⟧ hier.",
    "Die Lieferung geht an die ⟦Lange\nStraße 5⟧ hier.",
    "Bitte schicken Sie es an Muster, ⟦Ahornweg\n5, 20095 Hamburg⟧, danke.",
    "Bitte schicken Sie es an Muster, ⟦Ahornweg 5,\n20095 Hamburg⟧, danke.",
    "Bitte schicken Sie es an Muster, ⟦Ahornweg 5, 20095\nHamburg⟧, danke.",
    "> Bitte schicken Sie es an Muster, ⟦Ahornweg 5, 20095\n> Hamburg⟧, danke.",
    "Muster, ⟦Zum Grünen Jäger 3, 20095 Hamburg⟧",
    "Muster, ⟦Zwischen den Deichen 3, 20095 Hamburg⟧",
    "Muster, ⟦Twiete 3, 20095 Hamburg⟧",
    "Muster\n⟦Haidberg 3\n20095 Hamburg⟧\n",
    "Muster\n⟦Gut Haidberg 3\n20095 Hamburg⟧\n",
    "Muster\n⟦Gut Haidberg\n24376 Kappeln⟧\n",
    "Muster\n⟦Hof Sonnental\n24376 Kappeln⟧\n",
    "Muster\n⟦Gewerbegebiet Nord 7\n24376 Kappeln⟧\n",
    "Muster\n⟦Gewerbepark 12\n24376 Kappeln⟧\n",
    "Muster\n⟦Haus Nr. 12\n24376 Kappeln⟧\n",
    "Muster\n⟦Dorf 12\n5020 Salzburg⟧\n",
    "Muster\n⟦Rohrmoos 587\n9414 Schachen⟧\n",
    "Muster\n⟦Schloßberg 12\n8010 Graz⟧\n",
    "Muster\n⟦MUSTERWEG 5\n20095 HAMBURG⟧\n",
    "MUSTER GMBH, ⟦AM ALTEN MARKT 5, 20095 HAMBURG⟧",
    "⟦lindenstr 5, 50674 köln⟧",
    "ich wohne am ⟦lindenweg 5, 50674 köln⟧",
    "bin in der ⟦lindenstrasse 5a⟧ zu finden",
    "adresse ist ⟦ahornweg 12 in 50674 köln⟧",
};
INSTANTIATE_TEST_SUITE_P(Streets, German, testing::ValuesIn(kStreets));

const char* const kBoxes[] = {
    "Muster\n⟦Postfach 12 34 56\n20095 Hamburg⟧\n",
    "Muster\n⟦Postf. 1234\n20095 Hamburg⟧\n",
    "Muster, ⟦PF 1234, 20095 Hamburg⟧",
    "Muster\n⟦P.O. Box 1234\n20095 Hamburg⟧\n",
    "Muster\n⟦P.O.Box 1234\n20095 Hamburg⟧\n",
    "Muster\n⟦P. O. Box 1234\n20095 Hamburg⟧\n",
    "Muster\n⟦Postfach\n8021 Zürich⟧\n",
    "Muster\n⟦Case postale 123\n1211 Genève⟧\n",
    "Muster\n⟦CP 123\n1211 Genève⟧\n",
    "Muster\n⟦Casella postale 12\n6900 Lugano⟧\n",
    "Muster\n⟦B.P. 123\n75002 Paris⟧\n",
    "Muster\n⟦BP 123\n75002 Paris Cedex 02⟧\n",
    "Muster\n⟦Postbus 123\n1000 AB Amsterdam⟧\n",
    "Muster\n⟦Apartado 123\n28013 Madrid⟧\n",
    "Muster\n⟦Apartado de correos 123\n28013 Madrid⟧\n",
    "Muster\n⟦Casilla 123\n28013 Madrid⟧\n",
    "Muster\n⟦Skrytka pocztowa 12\n00-238 Warszawa⟧\n",
    "Olga Muster\n⟦Packstation 123\n20095 Hamburg⟧\n",
    "Olga Muster\n12345678\n⟦Packstation 123\n20095 Hamburg⟧\n",
    "Olga Muster, ⟦Packstation 123, 20095 Hamburg⟧",
    "Olga Muster\n⟦Postfiliale 512\n20095 Hamburg⟧\n",
    "Schicken Sie es an ⟦Packstation 123⟧.",
};
INSTANTIATE_TEST_SUITE_P(Boxes, German, testing::ValuesIn(kBoxes));

const char* const kPlaces[] = {
    "in ⟦60313 Frankfurt/Main⟧ an",
    "in ⟦60313 Frankfurt (Main)⟧ an",
    "in ⟦60313 Frankfurt⟧ an",
    "in ⟦15230 Frankfurt (Oder)⟧ an",
    "in ⟦15230 Frankfurt/Oder⟧ an",
    "Muster\n⟦Ahornweg 3\n67433 Neustadt an der Weinstraße⟧\n",
    "Muster\n⟦Ahornweg 3\n10117 Berlin Mitte⟧\n",
    "Muster\n⟦Ahornweg 3\n10117 Berlin (Mitte)⟧\n",
    "Muster\n⟦Ahornweg 3\n22765 Hamburg-Ottensen⟧\n",
    "Muster\n⟦Ahornweg 3\nD 22765 Hamburg⟧\n",
    "Muster\n⟦Ahornweg 3\nD - 22765 Hamburg⟧\n",
    "Muster\n⟦Ahornweg 3\nDE-22765 Hamburg⟧\n",
    "Muster\n⟦Ahornweg 3\nCH - 8001 Zürich⟧\n",
    "Muster\n⟦Ahornweg 3\n6370 Stans NW⟧\n",
    "Muster\n⟦Ahornweg 3\n22765 Hambrug⟧\n",
    "Muster\n⟦Ahornweg 3\n8001 Zürch⟧\n",
    "Muster\n⟦Ahornweg 3\n1100 Wine⟧\n",
};
INSTANTIATE_TEST_SUITE_P(Places, German, testing::ValuesIn(kPlaces));

const char* const kShapes[] = {
    R"({"street": "⟦Ahornweg 3⟧", "zip": "⟦20095⟧", "city": "Hamburg"})",
    R"({"strasse":"⟦Ahornweg 3⟧","plz":"⟦20095⟧","ort":"Hamburg"})",
    "privat: ⟦Ahornweg 63,          A-9020 Klagenfurt⟧\n",
    "Muster\n⟦Ahornweg 07\n20095 Hamburg⟧\n",
    "Olga Muster, ⟦20095 Hamburg, Ahornweg 3⟧\nPeter Muster, ⟦10115 Berlin, Lange Straße 5⟧\n",
    "Straße: ⟦Ahornweg 3⟧\nPLZ: ⟦20095⟧\nOrt: Hamburg\n",
    "Straße / Nr.: ⟦Ahornweg 3⟧\nPLZ / Ort: ⟦20095 Hamburg⟧\n",
    "Straße, Hausnummer: ⟦Ahornweg 3⟧\nPostleitzahl, Ort: ⟦20095 Hamburg⟧\n",
    "Anschrift\n⟦Ahornweg 3\n20095 Hamburg⟧\n",
    "Name;Straße;PLZ;Ort\nMuster;⟦Ahornweg 3;20095;Hamburg⟧\n",
    "Muster,Olga,⟦Ahornweg 3,20095,Hamburg⟧,DE\n",
    "\"Muster\";\"⟦Ahornweg 3\";\"20095\";\"Hamburg⟧\"\n",
    "| Muster | ⟦Ahornweg 3 | 20095 | Hamburg⟧ |\n",
    "| Muster | ⟦Ahornweg 3 | 20095 Hamburg⟧ |\n",
    "Muster\tOlga\t⟦Ahornweg 3\t20095\tHamburg⟧\n",
    "Muster\t⟦Ahornweg 3\t20095 Hamburg⟧\n",
    "<p>Muster GmbH<br/>⟦Ahornweg 3<br/>20095 Hamburg⟧</p>",
    "<p>Muster GmbH<br>\n⟦Ahornweg 3<br>\n20095 Hamburg⟧</p>",
    "<td>Muster</td><td>⟦Ahornweg 3</td><td>20095 Hamburg⟧</td>",
    "<div>⟦Ahornweg&nbsp;3, 20095&nbsp;Hamburg⟧</div>",
    "> > Muster\n> > ⟦Ahornweg 3\n> > 20095 Hamburg⟧\n",
    "Muster GmbH  •  ⟦Ahornweg 3  •  20095 Hamburg⟧",
    "Muster GmbH * ⟦Ahornweg 3 * 20095 Hamburg⟧",
    "Muster GmbH // ⟦Ahornweg 3 // 20095 Hamburg⟧",
    "Muster GmbH / ⟦Ahornweg 3 / 20095 Hamburg⟧",
    "Muster GmbH – ⟦Ahornweg 3 – 20095 Hamburg⟧",
    "Muster GmbH ⟦Ahornweg 3 20095 Hamburg⟧",
    "Olga Muster (⟦Ahornweg 3, 20095 Hamburg⟧)",
    "Olga Muster, wohnhaft in der ⟦Ahornstraße 3 in 20095 Hamburg⟧, sagt",
    "Olga Muster, wohnhaft ⟦Ahornhag 3⟧, sagt",
    "Olga Muster, wh. ⟦Ahornhag 3⟧, sagt",
    "Olga Muster, wohnh. ⟦Ahornhag 3⟧, sagt",
};
INSTANTIATE_TEST_SUITE_P(Shapes, German, testing::ValuesIn(kShapes));

}  // namespace
}  // namespace maske::address
