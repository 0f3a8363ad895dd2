// The labels of all built-in types and of one of a user's, for the tests of placeholders.
#ifndef MASKE_TESTS_REDACT_LABELS_H_
#define MASKE_TESTS_REDACT_LABELS_H_

#include <gtest/gtest.h>

#include "base/types.h"
#include "redact/label_table.h"

namespace maske::redact {

inline LabelTable AllLabels() {
  LabelTable labels;
  for (const TypeInfo& type : BuiltinTypes()) {
    EXPECT_FALSE(labels.Add(type.name, type.label_en, type.label_de)) << type.name;
  }
  EXPECT_FALSE(labels.Add("Projekt", "Projekt", "Projekt"));
  return labels;
}

}  // namespace maske::redact

#endif  // MASKE_TESTS_REDACT_LABELS_H_
