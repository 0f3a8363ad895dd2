// Labels: every one leads to its type, whatever its case, and what could not be restored is refused.
#include "redact/label_table.h"

#include <gtest/gtest.h>

#include "redact/labels.h"
#include "text/chars.h"

namespace maske::redact {
namespace {

std::optional<TypeId> Find(const LabelTable& labels, std::string_view label) {
  LabelTable::Node node = 0;
  for (std::size_t i = 0, next = 0; i < label.size(); i = next) {
    node = labels.Step(node, text::CharAt(label, i, &next));
    if (node == 0) return std::nullopt;
  }
  return labels.TypeAt(node);
}

TEST(LabelTableTest, EveryLabelLeadsToItsType) {
  const LabelTable labels = AllLabels();
  for (TypeId type = 0; type < labels.size(); ++type) {
    for (const bool german : {false, true}) {
      std::string bare;
      for (const char c : labels.label(type, german)) {
        if (c != '_' && c != '-') bare.push_back(c);
      }
      EXPECT_EQ(Find(labels, bare), type) << bare;
    }
  }
  EXPECT_EQ(Find(labels, "führerschein"), kDrivingLicence);
  EXPECT_EQ(Find(labels, "steuerid"), kTaxId);
  for (const char* none : {"", "PERSO", "PERSONS", "TAX_ID", "1", "X"})
    EXPECT_EQ(Find(labels, none), std::nullopt) << none;
}

TEST(LabelTableTest, RefusesLabelsThatCannotBeRestored) {
  LabelTable labels = AllLabels();
  for (const char* label : {"", "1A", "A1", "_A", "A_", "A B", "A[", "A_1B", "person", "Per-son", "STEUER_ID"}) {
    EXPECT_TRUE(labels.Add("X", label, label)) << label;
  }
  EXPECT_TRUE(labels.Add("X", std::string(41, 'A'), "X"));
  EXPECT_FALSE(labels.Add("Kostenstelle", "Kostenstelle", "Kostenstelle"));
}

}  // namespace
}  // namespace maske::redact
