// The labels that placeholders may carry: those of every type in both languages, and those of user types. Immutable once
// built; shared by threads. A label is looked up character by character, in the folded form (lower case, without
// separators), so that "Steuer ID" of a model's answer is STEUER-ID, and what begins no label is known as early as can be.
// Cost: some ns a character. Tested by tests/redact/label_table_test.cc.
#ifndef MASKE_REDACT_LABEL_TABLE_H_
#define MASKE_REDACT_LABEL_TABLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/types.h"

namespace maske::redact {

class LabelTable {
 public:
  static constexpr std::size_t kMaxLabelBytes = 40;

  LabelTable() : nodes_(1) {}

  // Types get ids in order of the calls. A label must be 1..kMaxLabelBytes bytes, begin and end with a letter, hold only
  // letters, digits, '_' and '-', and no '_' or '-' followed by a digit; its folded form must not belong to another type.
  // Returns what is wrong, nothing when it was added.
  std::optional<std::string> Add(std::string_view name, std::string_view label_en, std::string_view label_de);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::string_view label(TypeId type, bool german) const {
    return german ? rows_[type].label_de : rows_[type].label_en;
  }

  // A place inside of folded labels: 0 before the first character.
  using Node = std::uint32_t;
  // Where c, in any case, leads from there; 0: no label goes on so.
  [[nodiscard]] Node Step(Node node, char32_t c) const;
  // The type whose label (of either language) ends there.
  [[nodiscard]] std::optional<TypeId> TypeAt(Node node) const;

 private:
  struct Row {
    std::string label_en;
    std::string label_de;
  };
  struct TrieNode {
    char32_t c = 0;
    Node child = 0;
    Node sibling = 0;
    std::optional<TypeId> type;
  };
  Node StepOrAdd(Node node, char32_t c);

  std::vector<Row> rows_;
  std::vector<TrieNode> nodes_;  // the first is the root
};

}  // namespace maske::redact

#endif  // MASKE_REDACT_LABEL_TABLE_H_
