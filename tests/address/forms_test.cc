// Forms of German, Austrian and Swiss addresses with their exact bounds. Every person and house is invented.
#include <gtest/gtest.h>

#include "address/spans.h"

namespace maske::address {
namespace {

class Forms : public testing::TestWithParam<const char*> {};

TEST_P(Forms, FoundExactly) { EXPECT_EQ(Marked(Unmarked(GetParam())), GetParam()); }

const char* const kBlocks[] = {
    "Muster AG\n⟦Lange Straße 5\n10115 Berlin⟧\nDeutschland\n",
    "Erika Muster\r\n⟦Ahornweg 12a\r\n20095 Hamburg⟧\r\nTel. 040 123456\r\n",
    "Erika Muster, ⟦Ahornweg 12a, 20095 Hamburg⟧, Tel. 040 123456",
    "Muster GmbH · ⟦Am Ring 7 · 50667 Köln⟧ · www.example.com",
    "Muster GmbH | ⟦Alte Gasse 7-9 | 80331 München⟧ | info@example.com",
    "Muster GmbH - ⟦Kirchplatz 3 - 01067 Dresden⟧",
    "> Muster\n> ⟦Kirchplatz 3\n> 01067 Dresden⟧\n> Gruß",
    "Kirchplatz<br>⟦Kirchplatz 3<br>01067 Dresden⟧<br/>",
    "wohnhaft in ⟦10115 Berlin, Lange Straße 5⟧, geboren am 1. Mai",
    "⟦A-9020 Klagenfurt, Villacher Straße 31⟧\n\nSehr geehrte Frau Kollegin,",
    "Sie wohnt in der ⟦Lange Straße 5 in 10115 Berlin⟧.",
    "Wir ziehen um: ⟦Lange Straße 5 10115 Berlin⟧",
    "Muster e. V.\n⟦c/o Beispiel GmbH\nLange Straße 5\n10115 Berlin⟧\n",
    "Muster e. V.\n⟦Lange Straße 5\nc/o Beispielhaus\n10115 Berlin⟧\n",
    "Muster AG\n⟦Lange Straße 5\nHinterhaus, 3. OG\n10115 Berlin⟧\n",
    "Muster AG\n⟦Technologiepark\nLange Straße 5\n10115 Berlin⟧\n",
    "An: ⟦Postfach 10 12 34\n20008 Hamburg⟧",
    "Muster AG, ⟦Postfach 1234, 8021 Zürich⟧",
    "Muster AG\n⟦Lange Straße 5\nPostfach 12 34\n10115 Berlin⟧\n",
};
INSTANTIATE_TEST_SUITE_P(Blocks, Forms, testing::ValuesIn(kBlocks));

const char* const kStreets[] = {
    "Er wohnt in der ⟦Lindenstraße 5⟧.",
    "die ⟦Hauptstr. 12 a⟧ ist",
    "Treffpunkt ⟦Hans-Böckler-Straße 14/16⟧!",
    "Lieferung an ⟦Straße des 17. Juni 135⟧",
    "Sitz: ⟦Platz der Republik 1⟧",
    "Sitz: ⟦Neue Schönhauser Str. 19⟧",
    "bei ⟦Große Elbstraße 45–47⟧ vorbei",
    "in ⟦Karl Marx Allee 70c⟧,",
    "im ⟦St.-Anna-Weg 4⟧ wohnt",
    "ich wohne in der ⟦lindenstr 5⟧ und",
    "BÜRO: ⟦HAUPTSTRASSE 17⟧",
    "Wien, ⟦Mariahilfer Straße 12/3/14⟧",
    "⟦Hanauer Landstraße 147-149⟧",
    "Ecke ⟦Alter Ring 145 e – f⟧ gelegen",
    "Sie finden uns ⟦Rosenweg Nr. 5⟧.",
    "liegt bereit bei Frau Muster, ⟦Am Anger 12⟧, danke",
    "⟦Rue de la Gare 5⟧",
    "⟦Kirchgasse 5½⟧",
};
INSTANTIATE_TEST_SUITE_P(Streets, Forms, testing::ValuesIn(kStreets));

// No street word: postcode and place make the street.
const char* const kBare[] = {
    "Muster AG\n⟦Hülsenbecke 22\n58256 Ennepetal⟧\n",     "Muster AG\n⟦Am Mantel 4\n76646 Bruchsal⟧\n",
    "Muster AG\n⟦Unter den Eichen 7\n65195 Wiesbaden⟧\n", "Muster AG\n⟦Schwarzer Bär 4\n30449 Hannover⟧\n",
    "Muster AG\n⟦Alt-Moabit 60\n10555 Berlin⟧\n",         "Muster AG\n⟦O4 4\n68161 Mannheim⟧\n",
    "Muster AG\n⟦Am Grauen Stein\n51105 Köln⟧\n",         "Muster AG\n⟦Vor dem Neuen Tore 6a\n21339 Lüneburg⟧\n",
    "Muster AG, ⟦Heideblick 18, 29614 Soltau⟧, Tel.",     "Muster AG\n⟦Wiener Straße 11/Top 6\n1100 Wien⟧\n",
};
INSTANTIATE_TEST_SUITE_P(Bare, Forms, testing::ValuesIn(kBare));

const char* const kPlaces[] = {
    "Büro in ⟦10115 Berlin⟧.",
    "Büro in ⟦D-10115 Berlin⟧.",
    "Büro in ⟦60311 Frankfurt am Main⟧ und",
    "Büro in ⟦60311 Frankfurt/M.⟧ und",
    "Büro in ⟦60311 Frankfurt a. M.⟧, Haus",
    "Büro in ⟦67433 Neustadt a. d. Weinstr.⟧, Haus",
    "Büro in ⟦14542 Werder (Havel)⟧ und",
    "Büro in ⟦61348 Bad Homburg vor der Höhe⟧.",
    "Büro in ⟦82467 Garmisch-Partenkirchen⟧ ab Mai",
    "Büro in ⟦10117 Berlin-Mitte⟧ ab Mai",
    "Büro in ⟦80331 Muenchen⟧ ab Mai",
    "Büro in ⟦80331 Munich⟧, Germany",
    "Büro in ⟦A-1010 Wien⟧ ab Mai",
    "Büro in ⟦1010 Wien⟧ ab Mai",
    "Büro in ⟦CH-8001 Zürich⟧ ab Mai",
    "Büro in ⟦8001 Zürich⟧ ab Mai",
    "Büro in ⟦L-1855 Luxembourg⟧ ab Mai",
    "Büro in ⟦FL-9490 Vaduz⟧ ab Mai",
    "ich wohne in ⟦50674 köln⟧ und",
    "Muster\n⟦10115 Berln⟧\n",  // misspelt, on a line of its own
    "Muster\n⟦Lange Str. 5\n10115 Berln⟧\n",
    "PLZ/Ort: ⟦10115 Berlin⟧\n",
};
INSTANTIATE_TEST_SUITE_P(Places, Forms, testing::ValuesIn(kPlaces));

// What a form's field or a word says.
const char* const kLabelled[] = {
    "Straße: ⟦Hülshof 24⟧\nPLZ/Ort: ⟦58256 Ennepetal⟧\n",
    "PLZ: ⟦10115⟧\nOrt: Berlin\n",
    "wohnhaft ⟦Mustergrund 5⟧ seit Mai",
    "Anschrift: ⟦Am Alten Hof 7⟧\n",
    "Adresse: ⟦Musterhof 5, 50674 Köln⟧\n",
};
INSTANTIATE_TEST_SUITE_P(Labelled, Forms, testing::ValuesIn(kLabelled));

// As people type in a chat.
const char* const kChat[] = {
    "ich wohne in der ⟦lindenstr 5 in 50674 köln⟧ ok",
    "⟦lindenstr 5 50674 köln⟧",
    "komm in den ⟦musterweg 5, 50674 köln⟧",
    "ADRESSE: ⟦LANGE STR. 5, 10115 BERLIN⟧",
};
INSTANTIATE_TEST_SUITE_P(Chat, Forms, testing::ValuesIn(kChat));

TEST(Forms, CompanyAndCountryLinesStayOutside) {
  const std::string text =
      "Muster GmbH\nErika Muster\n⟦Lange Straße 5\n10115 Berlin⟧\nDEUTSCHLAND\nE-Mail: a@example.com\n";
  EXPECT_EQ(Marked(Unmarked(text)), text);
}

TEST(Forms, TwoAddressesAreTwo) {
  const std::string text =
      "⟦Lange Straße 5, 10115 Berlin⟧; ⟦Kirchplatz 3, 01067 Dresden⟧\n⟦Ahornweg 1\n20095 Hamburg⟧\n";
  EXPECT_EQ(Marked(Unmarked(text)), text);
}

TEST(Forms, ScoresSayHowSure) {
  const auto score = [](const char* text) { return FindAll(text).at(0).score; };
  EXPECT_GE(score("Lange Straße 5, 10115 Berlin"), 0.9F);
  EXPECT_GE(score("in 10115 Berlin"), 0.8F);
  EXPECT_LT(score("in 10115 Berlin"), 0.9F);
  EXPECT_GE(score("in der Lindenstraße 5"), 0.75F);
}

TEST(Forms, OffsetsLeadBackToTheInput) {
  const std::string text = "x\u00ADy, ⟦Lange\u00A0Stra\u00ADße 5, 10115\u00A0Berlin⟧ z";  // NBSP and soft hyphens
  EXPECT_EQ(Marked(Unmarked(text)), text);
}

}  // namespace
}  // namespace maske::address
