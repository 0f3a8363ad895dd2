// What looks like a name and is none, or belongs to something else.
#include <gtest/gtest.h>

#include "names/persons.h"

namespace maske::names {
namespace {

TEST(NoNamesTest, NothingIsFound) {
  for (const char* text : {"Die Robert Bosch GmbH liefert.",
                           "Müller & Co. KG",
                           "Anna Schmidt GmbH",
                           "Peter Müller Stiftung",
                           "Die Firma Müller & Söhne baut.",
                           "Max-Planck-Straße 5",
                           "Hauptstraße 12",
                           "Peter-Müller-Weg 3",
                           "Herr Präsident, meine Damen und Herren",
                           "Frau Präsidentin!",
                           "Herr Kollege, bitte.",
                           "Frau Kollegin, ich danke.",
                           "Sehr geehrte Damen und Herren,\n",
                           "Freundliche Grüße\n",
                           "Liebe Kolleginnen und Kollegen,\n",
                           "Hallo zusammen,\n",
                           "Hallo Welt!",
                           "Liebe Grüße\n",
                           "Mit freundlichen Grüßen\n\nIhr Kundenservice\n",
                           "Mit freundlichen Grüßen\nIhre Stadtwerke\n",
                           "Morbus Crohn",
                           "Der Dijkstra-Algorithmus",
                           "das Hashimoto-Syndrom",
                           "im August 2024",
                           "am Montag, Dienstag und Mittwoch",
                           "Der Koch kocht, der Bauer baut.",
                           "Das Wetter in Berlin ist gut.",
                           "Er fuhr nach Paris.",
                           "der Bäcker und die Wolke",
                           "St. Martin",
                           "San Francisco",
                           "Name: Beschreibung der Datei\n",
                           "Autor: siehe Anhang\n",
                           "Kontakt: Telefon 030\n",
                           "Sun Dec 04 04:47:44 2005",
                           "/home/Peter/Daten",
                           "www.Peter.example",
                           "Peter@example.org",
                           "std::Thomas::Type",
                           "Frau Bundeskanzlerin",
                           "Herr Vorsitzender, ich danke.",
                           "Hier stehen Wald und Wiese.",
                           "A. Allgemeines\nB. Besonderes\n",
                           "Vgl. § 5 Abs. 2 BGB"}) {
    EXPECT_EQ(Persons(text), std::vector<std::string>{}) << text;
  }
}

TEST(NoNamesTest, TitlesAndWordsAroundStayOutside) {
  EXPECT_EQ(Persons("Herrn Dr. Egbert Zwickelmoser Kaiserstraße 33"), std::vector<std::string>{"Egbert Zwickelmoser"});
  EXPECT_EQ(Persons("mit Frau Zoekemann am Montag"), std::vector<std::string>{"Zoekemann"});
  EXPECT_EQ(Persons("Peter Neumann (SPD)"), std::vector<std::string>{"Peter Neumann"});
}

}  // namespace
}  // namespace maske::names
