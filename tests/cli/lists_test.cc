// --allow, --deny, --people: the files as people write them, and every fault with its line.
#include "cli/lists.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/harness.h"

namespace maske::cli {
namespace {

TEST(Lists, DenyAllowAndPeople) {
  const Workspace ws;
  ws.Write("deny", "\xEF\xBB\xBF# Projekte\r\nProjekt Apfel\r\n\r\nORGANIZATION\tACME GmbH\r\n#42\n");
  ws.Write("allow", "info@example.org\n");
  ws.Write("people.csv",
           "Nr;Vorname;Nachname;Firma\n1;Anna;\"Zwetschken\"\"müller\"\"\";\n2;Bernd;Koch;\n3;;;Blumen Sommer KG\n");
  const std::string text = "projekt apfel #42 Acme GmbH info@example.org a@example.org bernd koch BLUMEN SOMMER KG\n";
  const Outcome run = ws.Run({"--deny", "deny", "--allow", "allow", "--people", "people.csv"}, text);
  EXPECT_EQ(run.status, 0) << run;
  EXPECT_EQ(run.out, "[SECRET_1] [SECRET_2] [ORGANIZATION_1] info@example.org [EMAIL_1] [PERSON_1] [ORGANIZATION_2]\n");
  EXPECT_EQ(run.err, "maske: people.csv: a surname is an everyday word and does not count alone in lower case: Koch\n");
}

TEST(Lists, WhatWasDeniedIsRestoredWithoutTheList) {
  const Workspace ws;
  ws.Write("deny", "Projekt Apfel\n");
  ASSERT_EQ(ws.Run({"--deny", "deny", "--map", "m", "-o", "out"}, "das Projekt Apfel\n").status, 0);
  EXPECT_EQ(ws.Read("out"), "das [SECRET_1]\n");
  EXPECT_EQ(ws.Run({"restore", "--map", "m", "out"}).out, "das Projekt Apfel\n");
}

std::vector<KnownPerson> Parse(std::string_view csv) {
  std::vector<KnownPerson> people;
  EXPECT_EQ(ParsePeople(csv, &people), "") << csv;
  return people;
}

TEST(People, CsvInEveryShape) {
  for (const std::string_view csv :
       {"vorname,nachname\nAnna,Muster\n", "Nachname;Vorname\r\nMuster;Anna\r\n", "Last Name\tFirst Name\nMuster\tAnna",
        "\"id\",\"given\",\"surname\"\n1,\"Anna\",\"Muster\"\n", "Name\nAnna Muster\n", "name;x\n\"Muster, Anna\";y\n",
        "given,surname\n\n Anna , Muster \n,\n"}) {
    const std::vector<KnownPerson> people = Parse(csv);
    ASSERT_EQ(people.size(), 1U) << csv;
    EXPECT_EQ(people[0].given, "Anna") << csv;
    EXPECT_EQ(people[0].surname, "Muster") << csv;
  }
  const std::vector<KnownPerson> quoted = Parse("firma,nachname\n\"Ober\n\"\"X\"\", GmbH\",Muster\nY,Z\n");
  ASSERT_EQ(quoted.size(), 2U);
  EXPECT_EQ(quoted[0].organization, "Ober\n\"X\", GmbH");
  EXPECT_EQ(quoted[1].surname, "Z");
}

TEST(People, CsvFaultsAreSaidWithTheirLine) {
  std::vector<KnownPerson> people;
  EXPECT_TRUE(ParsePeople("a,b\n1,2\n", &people).starts_with("1: the first line names no column"));
  EXPECT_TRUE(ParsePeople("", &people).starts_with("1: the first line names no column"));
  EXPECT_EQ(ParsePeople("name\nx\n\"y\nz\n", &people), "3: a quote is never closed");
}

TEST(Lists, FaultsEndWithStatusTwo) {
  const Workspace ws;
  ws.Write("deny", "gut\n--\n");
  ws.Write("typed", "PERSONN\tAnna\n");
  ws.Write("people", "a;b\n");
  const std::vector<std::pair<std::vector<std::string>, std::string>> faults{
      {{"--deny", "deny"}, "maske: deny:2: a phrase needs a letter or digit"},
      {{"--deny", "typed"}, "maske: typed:1: there is no entity type 'PERSONN'"},
      {{"--people", "people"}, "maske: people:1: the first line names no column"},
      {{"--deny", "none"}, "maske: cannot read the list none: No such file or directory"},
      {{"--allow", "."}, "maske: cannot read the list .: Is a directory"},
      {{"restore", "--map", "m", "--deny", "deny"}, "option --deny belongs to: mask, detect, explain"},
  };
  for (const auto& [words, said] : faults) {
    const Outcome run = ws.Run(words, kText);
    EXPECT_EQ(run.status, 2) << run;
    EXPECT_EQ(run.out, "");
    EXPECT_NE(run.err.find(said), std::string::npos) << run;
  }
}

}  // namespace
}  // namespace maske::cli
