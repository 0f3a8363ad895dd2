// See the header.
#include "reference/reference_filter.h"

#include <re2/re2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <set>

#include "base/types.h"
#include "redact/open_span.h"
#include "reference/reference_resolve.h"
#include "reference/reference_text.h"

namespace maske::reference {
namespace {

constexpr std::uint64_t kPiece = 4096;     // of an open span
constexpr std::size_t kLongestForm = 128;  // of a placeholder
constexpr unsigned kMostVariants = 9999;

// Lower case, character by character. Characters whose lower case lies above U+07FF stay, and so do broken bytes.
std::string Lower(std::string_view text) {
  std::string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c < 0) at = begin + 1;
    const UChar32 lower = c < 0 ? c : u_tolower(c);
    if (c < 0 || lower == c || lower > 0x7FF) {
      out.append(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
    } else {
      char form[4];
      std::int32_t length = 0;
      U8_APPEND_UNSAFE(form, length, lower);
      out.append(form, static_cast<std::size_t>(length));
    }
  }
  return out;
}

std::string FoldedLabel(std::string_view label) {
  std::string out;
  for (const char c : Lower(label)) {
    if (c != '_' && c != '-' && c != ' ' && c != '\\') out += c;
  }
  return out;
}

// What two spellings of one value have in common (see lib/redact/normalise.h for the rule).
std::string ValueOf(TypeId type, std::string_view original) {
  static const std::set<TypeId> kNumbers = {
      kIban,   kCard,     kTaxId,          kTaxNumber, kVatId, kSocialSecurity, kHealthInsurance,
      kIdCard, kPassport, kDrivingLicence, kPhone,     kBic,   kBankAccount,    kDeviceId};
  static const std::set<TypeId> kWords = {kPerson, kAddress, kEmail, kLicensePlate, kOrganization, kPlace};
  std::string out;
  if (kNumbers.contains(type)) {
    for (const char c : original) {
      if (c >= 'a' && c <= 'z') {
        out += static_cast<char>(c - 32);
      } else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0) {
        out += c;
      }
    }
    return out;
  }
  if (!kWords.contains(type)) return std::string(original);
  for (const char c : Lower(original)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace

ReferenceFilter::ReferenceFilter(const Filter& filter, const match::LoadedPatterns& patterns, double threshold)
    : patterns_(patterns), threshold_(threshold) {
  const std::vector<TypeDescription> types = filter.Types();
  const std::vector<RuleDescription> rules = filter.Rules();
  for (const TypeDescription& type : types) {
    on_.push_back(type.on_by_default);
    labels_.emplace_back(type.label_en);
    folded_labels_.push_back(FoldedLabel(type.label_en));
    folded_labels_.push_back(FoldedLabel(type.label_de));
  }
  for (const auto& pattern : patterns.patterns) {
    Row row;
    while (types[row.type].name != pattern->type) ++row.type;
    while (rules[row.rule].id != pattern->id) ++row.rule;
    rows_.push_back(row);
  }
}

// A whole form, from its first to its last byte.
bool ReferenceFilter::IsPlaceholderForm(std::string_view form) const {
  static const RE2 kForm(
      [] {
        const std::string inside = R"([A-Za-z0-9_\- \\\x80-\xFF])", separator = R"(\\?[_\- ])";
        return R"((\\?)\[([A-Za-z\x80-\xFF])" + inside + "*?)(?:" + separator + "([1-9][0-9]{0,8}))?" + separator +
               R"(([1-9][0-9]{0,8})(\\?)\])";
      }(),
      RE2::Latin1);
  if (form.size() > kLongestForm) return false;
  std::string before, label, number, last, after;
  if (!RE2::FullMatch(re2::StringPiece(form.data(), form.size()), kForm, &before, &label, &number, &last, &after))
    return false;
  if (!before.empty() && after.empty()) return false;
  if (label.back() == '_' || label.back() == '-' || label.back() == ' ') return false;
  if (!number.empty() && (last.size() > 4 || std::stoul(last) < 2)) return false;
  return std::find(folded_labels_.begin(), folded_labels_.end(), FoldedLabel(label)) != folded_labels_.end();
}

void ReferenceFilter::AddLiterals(std::string_view text, std::vector<resolve::Span>* candidates) const {
  for (std::size_t open = 0; open < text.size(); ++open) {
    if (text[open] != '[') continue;
    const std::size_t close = text.find(']', open);
    if (close == std::string_view::npos) return;
    for (const std::size_t begin : {open > 0 && text[open - 1] == '\\' ? open - 1 : open, open}) {
      if (!IsPlaceholderForm(text.substr(begin, close + 1 - begin))) continue;
      candidates->push_back({begin, close + 1, kLiteral, 0xFFFF, 2.0F, OpenSpan::kNone});
      break;
    }
  }
}

std::vector<resolve::Span> ReferenceFilter::Detect(std::string_view text) const {
  const FoldedText folded = FoldWithMap(text);
  std::vector<resolve::Span> candidates;
  for (const Match& m : patterns_.Find(folded.text)) {
    const Row row = rows_[m.row];
    if (!on_[row.type] || m.score < static_cast<float>(threshold_)) continue;
    candidates.push_back({folded.raw_begin[m.begin], folded.raw_end[m.end - 1], row.type, row.rule, m.score, m.open});
  }
  AddLiterals(text, &candidates);

  std::vector<resolve::Span> out;
  std::uint64_t done = 0;  // everything before is decided and masked, or plain
  for (resolve::Span finding : Resolve(std::move(candidates))) {
    if (finding.end <= done) continue;
    finding.begin = std::max(finding.begin, done);
    std::uint64_t end = finding.end;
    if (finding.open == OpenSpan::kRun) {
      while (end < text.size() && std::string_view(" \t\r\n\"'").find(text[end]) == std::string_view::npos) ++end;
    } else if (finding.open == OpenSpan::kPem) {
      redact::OpenSpanMachine machine(finding.open);
      while (end < text.size() && machine.Take(text[end])) ++end;
    }
    done = end;
    for (std::uint64_t at = finding.begin; at < end; at += kPiece) {
      resolve::Span piece = finding;
      piece.begin = at;
      piece.end = finding.open == OpenSpan::kNone ? end : std::min(end, at + kPiece);
      out.push_back(piece);
    }
  }
  return out;
}

std::string ReferenceFilter::Placeholder(TypeId type, std::string_view original) {
  std::string& known = by_original_[{type, std::string(original)}];
  if (!known.empty()) return known;
  auto& [number, variant] = by_value_[{type, ValueOf(type, original)}];
  if (number == 0 || variant == kMostVariants) {
    number = ++numbers_[type];
    variant = 1;
  } else {
    ++variant;
  }
  known = "[" + labels_[type] + "_" + std::to_string(number) + (variant > 1 ? "_" + std::to_string(variant) : "") + "]";
  return known;
}

std::string ReferenceFilter::Mask(std::string_view text) {
  by_original_.clear();
  by_value_.clear();
  numbers_.clear();
  std::string out;
  std::size_t at = 0;
  for (const resolve::Span& finding : Detect(text)) {
    out += text.substr(at, finding.begin - at);
    out += Placeholder(finding.type, text.substr(finding.begin, finding.end - finding.begin));
    at = finding.end;
  }
  return out + std::string(text.substr(at));
}

}  // namespace maske::reference
