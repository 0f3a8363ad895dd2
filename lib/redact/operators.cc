#include "redact/operators.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

#include "redact/normalise.h"
#include "redact/token.h"
#include "text/chars.h"

namespace maske::redact {
namespace {

constexpr std::size_t kLeastForLast4 = 8;  // letters and digits; of fewer too much would be seen

bool IsBlank(std::string_view character) {
  return character == " " || character == "\t" || character == "\n" || character == "\r";
}

// Begins of the characters of a text, and its end; a byte that is no UTF-8 is one.
std::vector<std::size_t> Characters(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < text.size();) {
    begins.push_back(at);
    std::size_t next = at + 1;
    (void)text::CharAt(text, at, &next);
    at = std::max(at + 1, next);
  }
  begins.push_back(text.size());
  return begins;
}

void AppendMasked(std::string_view original, std::size_t first, std::size_t last, std::string_view mask,
                  std::string* out) {
  const std::vector<std::size_t> begins = Characters(original);
  const std::size_t count = begins.size() - 1;
  if (first >= count || last >= count - first) first = last = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view character = original.substr(begins[i], begins[i + 1] - begins[i]);
    const bool kept = i < first || i >= count - last || IsBlank(character);
    out->append(kept ? character : mask);
  }
}

void AppendLast4(std::string_view original, bool piece, std::string* out) {
  const std::vector<std::size_t> begins = Characters(original);
  const std::size_t count = begins.size() - 1;
  const auto is_word = [&](std::size_t i) {
    std::size_t next = 0;
    return text::IsWordChar(text::CharAt(original, begins[i], &next));
  };
  std::size_t words = 0;
  for (std::size_t i = 0; i < count; ++i) words += is_word(i) ? 1 : 0;
  const std::size_t keep = words >= kLeastForLast4 && !piece ? 4 : 0;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view character = original.substr(begins[i], begins[i + 1] - begins[i]);
    const bool word = is_word(i);
    seen += word ? 1 : 0;
    const bool kept = (word && seen > words - keep) || IsBlank(character);
    out->append(kept ? character : "*");
  }
}

// Digits at the begin of *text, taken off; -1 when there are none or too many.
int TakeNumber(std::string_view* text, std::size_t most) {
  std::size_t size = 0;
  while (size < text->size() && (*text)[size] >= '0' && (*text)[size] <= '9') ++size;
  if (size == 0 || size > most) return -1;
  int value = -1;
  std::from_chars(text->data(), text->data() + size, value);
  text->remove_prefix(size);
  return value;
}

void AppendNumber(unsigned value, std::size_t digits, std::string* out) {
  const std::string text = std::to_string(value);
  out->append(digits > text.size() ? digits - text.size() : 0, '0').append(text);
}

}  // namespace

std::string ShiftDate(std::string_view date, int days) {
  std::array<int, 3> parts{};
  std::array<std::size_t, 3> widths{};
  std::array<std::string_view, 2> separators{};
  std::string_view rest = date;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t before = rest.size();
    parts[i] = TakeNumber(&rest, 4);
    widths[i] = before - rest.size();
    if (parts[i] < 0) return {};
    if (i == 2) break;
    std::size_t size = 0;
    while (size < rest.size() && (rest[size] == '.' || rest[size] == '-' || rest[size] == '/' || rest[size] == ' '))
      ++size;
    separators[i] = rest.substr(0, size);
    rest.remove_prefix(size);
    if (size == 0) return {};
  }
  const bool year_first = widths[0] == 4;
  if (!rest.empty() || (year_first ? widths[2] > 2 : widths[0] > 2 || widths[2] != 4) || widths[1] > 2) return {};
  const std::chrono::year_month_day day{std::chrono::year(year_first ? parts[0] : parts[2]),
                                        std::chrono::month(static_cast<unsigned>(parts[1])),
                                        std::chrono::day(static_cast<unsigned>(year_first ? parts[2] : parts[0]))};
  if (!day.ok()) return {};
  const std::chrono::year_month_day moved{std::chrono::sys_days(day) + std::chrono::days(days)};
  const int year = static_cast<int>(moved.year());
  if (year < 1000 || year > 9999) return {};
  const std::array<unsigned, 3> numbers = {
      year_first ? static_cast<unsigned>(year) : static_cast<unsigned>(moved.day()),
      static_cast<unsigned>(moved.month()),
      year_first ? static_cast<unsigned>(moved.day()) : static_cast<unsigned>(year)};
  std::string out;
  for (std::size_t i = 0; i < 3; ++i) {
    // "03" says how a 5 is written; "13" does not, but its other numbers do.
    const bool padded = widths[i] == 2 && (widths[1] == 2 || i == 1);
    AppendNumber(numbers[i], padded ? 2 : 1, &out);
    if (i < 2) out.append(separators[i]);
  }
  return out;
}

int DaysOf(const OperatorKey& key) {
  const std::string digits = key.Hash("", "days of dateshift");
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + std::min<std::size_t>(digits.size(), 7), value, 16);
  const int days = 1 + static_cast<int>(value / 2 % 365);
  return value % 2 == 0 ? days : -days;
}

bool ApplyOperator(const Operator& op, TypeId type, std::string_view type_name, std::string_view original, bool piece,
                   const OperatorKey* key, std::string* out) {
  switch (op.kind) {
    case OperatorKind::kPlaceholder:
    case OperatorKind::kSurrogate:  // needs the number of the placeholder
    case OperatorKind::kKeep:
      return false;
    case OperatorKind::kRemove:
      return true;
    case OperatorKind::kMask:
      AppendMasked(original, piece ? 0 : op.keep_first, piece ? 0 : op.keep_last, op.mask_character, out);
      return true;
    case OperatorKind::kLast4:
      AppendLast4(original, piece, out);
      return true;
    case OperatorKind::kHash: {
      std::string normal;
      Normalise(type, original, &normal);
      out->append("[").append(type_name).append("#").append(key->Hash(type_name, normal)).append("]");
      return true;
    }
    case OperatorKind::kEncrypt:
      if (original.size() > kMostEncrypted) return false;
      AppendToken(type_name, key->Encrypt(type_name, original), out);
      return true;
    case OperatorKind::kDateShift: {
      const std::string moved = ShiftDate(original, DaysOf(*key));
      out->append(moved);
      return !moved.empty();
    }
  }
  return false;
}

}  // namespace maske::redact
