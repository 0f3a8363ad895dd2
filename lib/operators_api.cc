// ParseOperator, and what a policy's operators become for one filter.
#include <algorithm>
#include <charconv>
#include <vector>

#include "filter_impl.h"
#include "maske/operators.h"
#include "redact/style.h"
#include "redact/surrogate.h"
#include "redact/token.h"
#include "text/chars.h"

namespace maske {
namespace {

constexpr std::uint32_t kMostKept = 1000;

Status Wrong(const std::string& why) { return {ErrorCode::kInvalidArgument, why}; }

bool MayMask(std::string_view character) {
  std::size_t next = 0;
  if (character.empty()) return false;
  const char32_t c = text::CharAt(character, 0, &next);
  constexpr std::string_view kNot = " \t\n\r[]\\~<>{}\"'";
  return next == character.size() && !text::IsWordChar(c) && c > 0x20 &&
         (c >= 0x80 || kNot.find(static_cast<char>(c)) == std::string_view::npos);
}

std::vector<std::string_view> Parts(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t colon = text.find(':');
    parts.push_back(text.substr(0, colon));
    if (colon == std::string_view::npos) return parts;
    text.remove_prefix(colon + 1);
  }
}

bool ReadCount(std::string_view text, std::uint32_t* count) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *count);
  return error == std::errc() && end == text.data() + text.size() && *count <= kMostKept;
}

}  // namespace

bool NeedsKey(OperatorKind kind) {
  return kind == OperatorKind::kHash || kind == OperatorKind::kEncrypt || kind == OperatorKind::kDateShift;
}

Result<Operator> ParseOperator(std::string_view text) {
  struct Named {
    std::string_view name;
    OperatorKind kind;
  };
  static constexpr Named kNamed[] = {
      {"placeholder", OperatorKind::kPlaceholder},
      {"keep", OperatorKind::kKeep},
      {"remove", OperatorKind::kRemove},
      {"mask", OperatorKind::kMask},
      {"last4", OperatorKind::kLast4},
      {"hash", OperatorKind::kHash},
      {"encrypt", OperatorKind::kEncrypt},
      {"surrogate", OperatorKind::kSurrogate},
      {"dateshift", OperatorKind::kDateShift},
  };
  const std::vector<std::string_view> parts = Parts(text);
  Operator op;
  const auto* const named =
      std::find_if(std::begin(kNamed), std::end(kNamed), [&](const Named& each) { return each.name == parts[0]; });
  if (named == std::end(kNamed)) {
    return Wrong("an operator is placeholder, keep, remove, mask, last4, hash, encrypt, surrogate or dateshift");
  }
  op.kind = named->kind;
  if (parts.size() == 1) return op;
  if (op.kind != OperatorKind::kMask || parts.size() > 4) {
    return Wrong("only mask has settings: mask:CHARACTER:FIRST:LAST");
  }
  op.mask_character = parts[1];
  if (!MayMask(op.mask_character)) return Wrong("mask takes one character that is no letter, digit, blank or bracket");
  if ((parts.size() > 2 && !ReadCount(parts[2], &op.keep_first)) ||
      (parts.size() > 3 && !ReadCount(parts[3], &op.keep_last))) {
    return Wrong("mask keeps 0 to 1000 characters at an end: mask:CHARACTER:FIRST:LAST");
  }
  return op;
}

Status PlanOperators(const Filter::Impl& filter, const Policy& policy, Plan* plan) {
  plan->one_output = policy.one_output;
  if (policy.operators.empty() && policy.operator_key == nullptr) return Status::Ok();
  plan->operator_key = policy.operator_key;
  plan->operators.assign(filter.type_names.size(), Operator{});
  for (const bool all : {true, false}) {
    for (const TypeOperator& each : policy.operators) {
      if (each.type.empty() != all) continue;
      if (NeedsKey(each.op.kind) && policy.operator_key == nullptr) {
        return Wrong("the operators hash, encrypt and dateshift need a key");
      }
      if (each.op.kind == OperatorKind::kMask && !MayMask(each.op.mask_character)) {
        return Wrong("mask takes one character that is no letter, digit, blank or bracket");
      }
      plan->surrogates = plan->surrogates || each.op.kind == OperatorKind::kSurrogate;
      if (all) {
        const Operator literal = each.op.kind == OperatorKind::kEncrypt ? each.op : Operator{};
        std::fill(plan->operators.begin(), plan->operators.end(), each.op);
        plan->operators[kLiteral] = literal;  // its way back must stay
        continue;
      }
      const auto type = std::find(filter.type_names.begin(), filter.type_names.end(), each.type);
      if (type == filter.type_names.end()) return Wrong("there is no entity type '" + each.type + "'");
      const auto id = static_cast<TypeId>(type - filter.type_names.begin());
      if (id == kLiteral) return Wrong("LITERAL is what restoring depends on and has no operator");
      if (each.op.kind == OperatorKind::kDateShift && id != kDob && id != kDate) {
        return Wrong("dateshift is for DOB and DATE");
      }
      plan->operators[id] = each.op;
    }
  }
  const Result<redact::Style> style = redact::Style::Create(policy.style);
  if (plan->surrogates && style.ok() && redact::kSurrogateMarks.find(style->open.front()) != std::string_view::npos) {
    return Wrong("a style that opens with one of + . , : @ / cannot be told from surrogates");
  }
  for (std::size_t type = 0; type < plan->operators.size(); ++type) {
    OperatorKind& kind = plan->operators[type].kind;
    if (kind == OperatorKind::kKeep) plan->report[type] = false;
    if (kind == OperatorKind::kDateShift && type != kDob && type != kDate) kind = OperatorKind::kPlaceholder;
  }
  return Status::Ok();
}

}  // namespace maske
