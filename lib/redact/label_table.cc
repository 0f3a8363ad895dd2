#include "redact/label_table.h"

#include "text/chars.h"

namespace maske::redact {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsSeparator(char c) { return c == '_' || c == '-'; }

std::optional<std::string> WhatIsWrong(std::string_view label) {
  if (label.empty() || label.size() > LabelTable::kMaxLabelBytes) return "a label has 1 to 40 bytes";
  if (IsSeparator(label.front()) || IsSeparator(label.back()) || IsDigit(label.front()) || IsDigit(label.back())) {
    return "a label begins and ends with a letter";
  }
  for (std::size_t i = 0; i < label.size();) {
    std::size_t next = 0;
    const char32_t c = text::CharAt(label, i, &next);
    if (!(c == '_' || c == '-' || text::IsWordChar(c))) return "a label holds letters, digits, '_' and '-' alone";
    if (next < label.size() && IsSeparator(label[i]) && IsDigit(label[next])) {
      return "in a label no digit follows '_' or '-'";
    }
    i = next;
  }
  return std::nullopt;
}

}  // namespace

LabelTable::Node LabelTable::StepOrAdd(Node node, char32_t c) {
  if (const Node next = Step(node, c); next != 0) return next;
  const auto added = static_cast<Node>(nodes_.size());
  nodes_.push_back({text::ToLower(c), 0, nodes_[node].child, std::nullopt});
  nodes_[node].child = added;
  return added;
}

LabelTable::Node LabelTable::Step(Node node, char32_t c) const {
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') c |= 0x20;
  } else {
    c = text::ToLower(c);
  }
  for (Node next = nodes_[node].child; next != 0; next = nodes_[next].sibling) {
    if (nodes_[next].c == c) return next;
  }
  return 0;
}

std::optional<TypeId> LabelTable::TypeAt(Node node) const { return nodes_[node].type; }

std::optional<std::string> LabelTable::Add(std::string_view name, std::string_view label_en,
                                           std::string_view label_de) {
  const auto type = static_cast<TypeId>(rows_.size());
  for (const std::string_view label : {label_en, label_de}) {
    if (auto wrong = WhatIsWrong(label)) return wrong;
    Node node = 0;
    for (std::size_t i = 0, next = 0; i < label.size(); i = next) {
      const char32_t c = text::CharAt(label, i, &next);
      if (c != '_' && c != '-') node = StepOrAdd(node, c);
    }
    if (nodes_[node].type.value_or(type) != type) {
      return "type " + std::string(name) + " has a label that another type has";
    }
    nodes_[node].type = type;
  }
  rows_.push_back({std::string(label_en), std::string(label_de)});
  return std::nullopt;
}

}  // namespace maske::redact
