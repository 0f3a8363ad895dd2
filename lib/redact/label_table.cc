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

std::string FoldLabel(std::string_view label) {
  std::string folded;
  for (std::size_t i = 0; i < label.size();) {
    std::size_t next = 0;
    const char32_t c = text::ToLower(text::CharAt(label, i, &next));
    if (c == '_' || c == '-' || c == ' ' || c == '\\') {
    } else if (c < 0x80) {
      folded.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
      folded.push_back(static_cast<char>(0xC0U | (c >> 6U)));
      folded.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
    } else {
      folded.append(label.substr(i, next - i));
    }
    i = next;
  }
  return folded;
}

std::optional<std::string> LabelTable::Add(std::string_view name, std::string_view label_en,
                                           std::string_view label_de) {
  const auto type = static_cast<TypeId>(rows_.size());
  for (const std::string_view label : {label_en, label_de}) {
    if (auto wrong = WhatIsWrong(label)) return wrong;
    const auto [row, added] = by_folded_.try_emplace(FoldLabel(label), type);
    if (!added && row->second != type) {
      return "type " + std::string(name) + " has a label that another type has";
    }
  }
  rows_.push_back({std::string(label_en), std::string(label_de)});
  return std::nullopt;
}

std::optional<TypeId> LabelTable::Find(std::string_view label) const {
  const auto row = by_folded_.find(FoldLabel(label));
  if (row == by_folded_.end()) return std::nullopt;
  return row->second;
}

}  // namespace maske::redact
