// English addresses with their exact bounds, and what looks like their postcodes.
#include <gtest/gtest.h>

#include "address/spans.h"

namespace maske::address {
namespace {

class English : public testing::TestWithParam<const char*> {};

TEST_P(English, FoundExactly) { EXPECT_EQ(Marked(Unmarked(GetParam())), GetParam()); }

const char* const kForms[] = {
    "Example Ltd.\n⟦98 Sample Street\nLondon\nSE1 2TH⟧\nUnited Kingdom\n",
    "Example Ltd.\n⟦10c Warner Lane\nGloucester GL1 1AU⟧\n",
    "Example Inc.\n⟦580 Sample Street\nSuite 400\nSan Francisco CA 94104⟧\nUnited States of America\n",
    "Example Inc.\n⟦255 Executive Drive, Suite 40\nAustin, TX 78701-1234⟧\n",
    "Example Inc.\n⟦48 Gold St\nSan Francisco\nCA 94133⟧\n",
    "Example Inc.\n⟦460 Maple Road\nMontreal, QC\nH2Y 2H2⟧\nCanada",
    "Example Ltd.\n⟦8 Harbour Quay\nDublin 2⟧\nIreland\n",
    "Example Inc.\n⟦PO Box 156\nNewark, NJ 07604⟧\n",
    "lives at ⟦12 Sample Road⟧, next door",
    "write to ⟦12 Sample Avenue, London, SE1 2TH⟧, please",
    // The place right behind a flat, on the same line.
    "lives at ⟦230 12 Sample Street Suite 503 Exampletown Cyprus⟧",
    "sent to ⟦071 Beispielgasse 80 Suite 12 BEISPIELDORF⟧? Soon",
    "it is ⟦12 Sample Street Apt. 4 Springfield IL⟧ now",
    "it is ⟦12 Sample Street Apt. 4⟧ Anyone there",
    "Example Inc.\n⟦1100 Sample, Suite 3300 Springfield, Texas 77002⟧\n",
    "it is ⟦12 Sample Street, Springfield, Ohio⟧",
    "at ⟦50668 Beispielkatu 98 Apt. 105, EXAMPLEBY, United Kingdom⟧",
    "at ⟦12 Sample Street\n Apt. 4\n Exampleby\n Canada 36523⟧ last night",
    "⟦P.O. Box 242\nSuite 787\nExampleby\nFinland 54005⟧\n",
    // Another number in front.
    "the office, ⟦9931 14 Sample Street⟧, is closed",
    "drop it at ⟦760 Beispielstraße 33⟧ please",
    "Los 760 ⟦Beispielstraße 33⟧",
    "Olga Muster\n⟦77009 P.O. Box 255⟧\n",
    "in 123456 ⟦14 Sample Street⟧",
};
INSTANTIATE_TEST_SUITE_P(Forms, English, testing::ValuesIn(kForms));

const char* const kNone[] = {
    "8GB RAM, X1 8GB, HP48SX, C4H7SH, WKN H1E6AA",
    "colours #AA00AA #FF55FF",
    "the T5 3AB bus and M3 8GB of memory",
    "12 Monkeys and 7 Days a Week",
    "in 1998 Ikea close 29",
    "5 Billionen TRL, 40 Millionen ct",
    "Version 2 Alpha, 3 Drive bays",
    "Page 4 Section 5 Unit 3",
    "error 94104 in CA module",
};
INSTANTIATE_TEST_SUITE_P(None, English, testing::ValuesIn(kNone));

}  // namespace
}  // namespace maske::address
