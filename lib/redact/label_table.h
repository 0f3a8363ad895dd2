// The labels that placeholders may carry: those of every type in both languages, and those of user types. Immutable once
// built; shared by threads. Looking up is by the folded form (lower case, without separators), so that "Steuer ID" of a
// model's answer is STEUER-ID. Tested by tests/redact/placeholder_test.cc.
#ifndef MASKE_REDACT_LABEL_TABLE_H_
#define MASKE_REDACT_LABEL_TABLE_H_

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/types.h"

namespace maske::redact {

class LabelTable {
 public:
  static constexpr std::size_t kMaxLabelBytes = 40;

  // Types get ids in order of the calls. A label must be 1..kMaxLabelBytes bytes, begin and end with a letter, hold only
  // letters, digits, '_' and '-', and no '_' or '-' followed by a digit; its folded form must not belong to another type.
  // Returns what is wrong, nothing when it was added.
  std::optional<std::string> Add(std::string_view name, std::string_view label_en, std::string_view label_de);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::string_view label(TypeId type, bool german) const {
    return german ? rows_[type].label_de : rows_[type].label_en;
  }
  // The type whose label (of either language) folds to the same form.
  [[nodiscard]] std::optional<TypeId> Find(std::string_view label) const;

 private:
  struct Row {
    std::string label_en;
    std::string label_de;
  };
  std::vector<Row> rows_;
  std::unordered_map<std::string, TypeId> by_folded_;
};

// The folded form of a label: lower case, without '_', '-', blanks and backslashes.
std::string FoldLabel(std::string_view label);

}  // namespace maske::redact

#endif  // MASKE_REDACT_LABEL_TABLE_H_
