// Forms in which names stand, by idea. All people are invented.
#include "names/detector.h"

#include <gtest/gtest.h>

#include "names/persons.h"

namespace maske::names {
namespace {

using Strings = std::vector<std::string>;

struct Form {
  const char* text;
  Strings persons;
};

void Check(std::initializer_list<Form> forms) {
  for (const Form& form : forms) EXPECT_EQ(Persons(form.text), form.persons) << form.text;
}

TEST(NamesTest, TitlesAndSalutations) {
  Check({{"Wir sprachen mit Frau Zoekemann darüber.", {"Zoekemann"}},
         {"Wir sprachen mit Frau Dr. Zoekemann-Brill darüber.", {"Zoekemann-Brill"}},
         {"Herrn Prof. Dr. med. Egbert Quandel geht es gut.", {"Egbert Quandel"}},
         {"Herr Kollege Stumpnagel, bitte.", {"Stumpnagel"}},
         {"die Frage der Frau Abgeordneten Kribbel", {"Kribbel"}},
         {"(Zuruf des Abg. Quastenburg)", {"Quastenburg"}},
         {"Der Parlamentarische Staatssekretär Fribbe antwortet.", {"Fribbe"}},
         {"Herr Dipl.-Ing. Tombrock kommt.", {"Tombrock"}},
         {"Patientin M. Zwickelmoser, geboren 2000", {"M. Zwickelmoser"}},
         {"behandelt durch Mag.Zwickelmoser", {"Zwickelmoser"}},
         {"Herr Sommer und Frau Wolf kommen.", {"Sommer", "Wolf"}},
         {"Herr von der Quastenburg kommt.", {"von der Quastenburg"}},
         {"Dr. de Wittelbrink antwortet", {"de Wittelbrink"}},
         {"Herrn Prof. Dr. h. c. Zwickelmoser", {"Zwickelmoser"}},
         {"Dr. h. c. mult. Egbert Quandel spricht", {"Egbert Quandel"}},
         {"nur h. c. Zwickelmoser", {}}});
}

TEST(NamesTest, Greetings) {
  Check({{"Sehr geehrte Frau Zoekemann,\n", {"Zoekemann"}},
         {"Sehr geehrter Herr Dr. Albersloh,\n", {"Albersloh"}},
         {"Liebe Anna,\nes geht los", {"Anna"}},
         {"Hallo Zwickel,\nes geht los", {"Zwickel"}},
         {"Hi Tom!\n", {"Tom"}},
         {"Liebe Anna, lieber Bernd,\n", {"Anna", "Bernd"}}});
}

TEST(NamesTest, Signatures) {
  Check({{"Mit freundlichen Grüßen\n\nEgbert Zwickelmoser\n", {"Egbert Zwickelmoser"}},
         {"Viele Grüße aus Kiel,\nZoeke\n", {"Zoeke"}},
         {"Gruß Zoeke\n", {"Zoeke"}},
         {"MfG\nE. Zwickelmoser", {"E. Zwickelmoser"}},
         {"> Gruß\n> Egbert Zwickelmoser\n", {"Egbert Zwickelmoser"}},
         {"Liebe Grüße\nDeine Anna", {"Anna"}},
         {"gez. Dr. Zwickelmoser", {"Zwickelmoser"}},
         {"i. A. Zwickelmoser", {"Zwickelmoser"}},
         {"cu, schoenes WE\n\nZoeke\n", {"Zoeke"}},
         {"bis dann\n-- \nEgbert Zwickelmoser\nexample.org", {"Egbert Zwickelmoser"}}});
}

TEST(NamesTest, FieldsAndHeaders) {
  Check({{"Ansprechpartner: Egbert Zwickelmoser\n", {"Egbert Zwickelmoser"}},
         {"Patientin: Zwickelmoser, Gisela geb. am 1.2.1990", {"Zwickelmoser, Gisela"}},
         {"Name: Zwickelmoser\nVorname: Gisela\n", {"Zwickelmoser", "Gisela"}},
         {"Teilnehmer: Jana Quastenburg, Nazmiye Zwickel und Egbert Tombrock\n",
          {"Jana Quastenburg", "Nazmiye Zwickel", "Egbert Tombrock"}},
         {"Von: Egbert Zwickelmoser <ez@example.org>\n", {"Egbert Zwickelmoser"}},
         {"und\nDr. Egbert Zwickelmoser <ez@example.org>\n", {"Egbert Zwickelmoser"}},
         {"An: \"Zwickelmoser, Gisela\" <gz@example.org>\n", {"Zwickelmoser, Gisela"}},
         {"Am 3.4. schrieb Egbert Zwickelmoser:\n", {"Egbert Zwickelmoser"}},
         {"z. Hd. Egbert Zwickelmoser\n", {"Egbert Zwickelmoser"}},
         {"Zwickelmoser, Gisela\nTombrock, Egbert\n", {"Zwickelmoser, Gisela", "Tombrock, Egbert"}}});
}

TEST(NamesTest, Transcripts) {
  Check({{"Zwickelmoser (SPD): Ja.\n", {"Zwickelmoser"}},
         {"Zwickelmoser (Altenau) (CDU/CSU): Ja.\n", {"Zwickelmoser"}},
         {"\nZwickelmoser, Parl. Staatssekretär: Ja.\n", {"Zwickelmoser"}},
         {"ZusFr Quastenburg SPD 1844\n", {"Quastenburg"}},
         {"Vizepräsident Quastenburg: Bitte.", {"Quastenburg"}}});
}

TEST(NamesTest, FullNamesOfTheLexicon) {
  Check({{"das Buch von Peter Neumann liegt hier", {"Peter Neumann"}},
         {"das Buch von Hans-Peter Neumann-Schulz liegt hier", {"Hans-Peter Neumann-Schulz"}},
         {"das Buch von Peter M. Neumann liegt hier", {"Peter M. Neumann"}},
         {"das Buch von Peter van der Velden liegt hier", {"Peter van der Velden"}},
         {"mit Ayşe Yılmaz gesprochen", {"Ayşe Yılmaz"}},
         {"mit Agnieszka Kowalczyk gesprochen", {"Agnieszka Kowalczyk"}},
         {"PETER NEUMANN UND", {"PETER NEUMANN"}},
         {"das Buch von M. Neumann liegt hier", {"M. Neumann"}},
         {"sie heißt Maria Neumann, geb. Tombrock, und", {"Maria Neumann", "Tombrock"}}});
}

TEST(NamesTest, InflectedSStaysOutside) {
  Check({{"das ist Peter Neumanns Buch", {"Peter Neumann"}},
         {"das ist Claudias Buch", {"Claudia"}},
         {"Frau Zoekemann kam. Zoekemanns Buch blieb.", {"Zoekemann", "Zoekemann"}}});
}

TEST(NamesTest, NamesOnceSeenCountAlone) {
  Check({{"Frau Zoekemann kam. Später ging Zoekemann wieder.", {"Zoekemann", "Zoekemann"}},
         {"Später ging Zoekemann wieder.", {}},
         {"Egbert Zwickelmoser schrieb. Dann rief Zwickelmoser an.", {"Egbert Zwickelmoser", "Zwickelmoser"}},
         {"Herr Sommer kam. Im Sommer ist es warm.", {"Sommer"}},
         {"Frau Zoekemann-Brill kam. Dann ging Zoekemann-Brill.", {"Zoekemann-Brill", "Zoekemann-Brill"}}});
}

TEST(NamesTest, MemoryLastsFromTextToText) {
  NameMemory memory;
  (void)Candidates("Frau Zoekemann kam.", &memory);
  EXPECT_FALSE(Candidates("Später ging Zoekemann.", &memory).empty());
  memory.Clear();
  EXPECT_TRUE(Candidates("Später ging Zoekemann.", &memory).empty());
}

TEST(NamesTest, RulesAreNamed) {
  NameMemory memory;
  const std::vector<Candidate> found = Candidates("Frau Zoekemann kam.", &memory);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(Rules()[found[0].rule], "person_title");
  EXPECT_EQ(found[0].type, kPerson);
}

}  // namespace
}  // namespace maske::names
