#include "redact/forms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/mutation.h"
#include "redact/spelled_char.h"
#include "text/chars.h"

namespace maske::redact {
namespace {

constexpr std::size_t kNumberDigits = 9;
constexpr std::size_t kVariantDigits = 4;
constexpr std::size_t kMostEmphasis = 3;

struct PartWord {
  std::string_view word;  // as written
  Part part;
  bool german;
};
constexpr PartWord kPartWords[] = {{"GIVEN", Part::kGiven, false},
                                   {"SURNAME", Part::kSurname, false},
                                   {"VORNAME", Part::kGiven, true},
                                   {"NACHNAME", Part::kSurname, true}};

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }
bool IsBlank(char32_t c) { return c == ' ' || c == 0xA0; }
bool IsEmphasis(char32_t c) { return c == '*' || c == '_' || c == '`' || c == '~'; }
bool IsSeparator(char32_t c) {
  return c == '_' || c == '-' || IsBlank(c) || (c >= 0x2010 && c <= 0x2013);  // hyphens, figure dash, en dash
}

// Reads one form: at_ goes on over what fits, and `cut_` says that the text ended where more would have had to be seen.
class Reader {
 public:
  Reader(std::string_view text, const LabelTable& labels) : text_(text), labels_(labels) {}

  // From the opening delimiter on, which is read as `pair` has it.
  bool ReadWithin(const Delimiters& pair, Placeholder* placeholder) {
    at_ = 0;
    const SpelledChar first = Peek();
    if (first.bytes == 0 || first.c != pair.open[0]) return false;
    at_ += first.bytes;
    if (!TakeRest(pair.open, first.escape)) return false;
    if (IsBlank(Peek().c)) at_ += Peek().bytes;
    const char32_t emphasis = Peek().c;
    std::size_t run = 0;
    for (; run < kMostEmphasis && IsEmphasis(emphasis) && Peek().bytes == 1 && Peek().c == emphasis; ++run) ++at_;
    if (!ReadInner(false, placeholder)) return false;
    for (; run > 0; --run) {
      if (!TakePlain(emphasis)) return false;
    }
    if (IsBlank(Peek().c)) at_ += Peek().bytes;
    const SpelledChar last = Peek();
    const bool escaped =
        last.escape == first.escape || (first.escape == Escape::kNone && last.escape == Escape::kBackslash);
    if (last.bytes == 0 || last.c != pair.close[0] || !escaped) return false;
    at_ += last.bytes;
    return TakeRest(pair.close, last.escape);
  }

  // Label, number, part, variant. bare: without delimiters.
  bool ReadInner(bool bare, Placeholder* placeholder) {
    bool capitals = true;
    const std::optional<TypeId> type = ReadLabel(&capitals);
    if (!type) return false;
    const SpelledChar separator = Peek();
    if (bare && !(separator.c == '_' || separator.c == '-' || (separator.c == ' ' && capitals))) return false;
    at_ += separator.bytes;  // ReadLabel saw that it is one and a digit follows
    placeholder->type = *type;
    placeholder->variant = 1;
    placeholder->part = Part::kWhole;
    if (!ReadNumber(kNumberDigits, &placeholder->number)) return false;
    if (*type == kPerson) ReadPart(bare, &placeholder->part);
    const std::size_t before = at_;
    if (cut_ || !TakeSeparator(bare) || !IsDigit(Peek().c)) {
      at_ = before;
    } else if (!ReadNumber(kVariantDigits, &placeholder->variant) || placeholder->variant < 2) {
      return false;
    }
    return !cut_;
  }

  SpelledChar Peek() {
    const SpelledChar seen = ReadSpelledChar(text_, at_);
    cut_ = cut_ || seen.cut;
    return seen;
  }

  [[nodiscard]] bool cut() const { return cut_; }
  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  bool TakePlain(char32_t c) {
    const SpelledChar seen = Peek();
    if (seen.bytes == 0 || seen.c != c || seen.escape != Escape::kNone) return false;
    at_ += seen.bytes;
    return true;
  }

  // What follows the first character of a delimiter, escaped as that one or not at all.
  bool TakeRest(std::u32string_view delimiter, Escape escape) {
    for (const char32_t c : delimiter.substr(1)) {
      const SpelledChar seen = Peek();
      if (seen.bytes == 0 || seen.c != c || (seen.escape != escape && seen.escape != Escape::kNone)) return false;
      at_ += seen.bytes;
    }
    return true;
  }

  // Up to the separator behind the label, behind which a digit stands.
  std::optional<TypeId> ReadLabel(bool* capitals) {
    LabelTable::Node node = 0;
    while (true) {
      SpelledChar seen = Peek();
      if (seen.bytes == 0) return std::nullopt;
      std::size_t skipped = 0;
      if (node != 0 && IsSeparator(seen.c)) {
        const SpelledChar behind = PeekAt(at_ + seen.bytes);
        if (behind.bytes == 0) return std::nullopt;
        if (IsDigit(behind.c)) return labels_.TypeAt(node);
        skipped = seen.bytes;
        seen = behind;
      }
      if (seen.escape == Escape::kBackslash) return std::nullopt;
      node = labels_.Step(node, seen.c);
      if (node == 0) return std::nullopt;
      if (text::IsLower(seen.c)) *capitals = false;
      at_ += skipped + seen.bytes;
    }
  }

  SpelledChar PeekAt(std::size_t at) {
    const SpelledChar seen = ReadSpelledChar(text_, at);
    cut_ = cut_ || seen.cut;
    return seen;
  }

  bool ReadNumber(std::size_t most, std::uint32_t* number) {
    std::uint32_t value = 0;
    std::size_t digits = 0;
    while (true) {
      const SpelledChar seen = Peek();
      if (!IsDigit(seen.c)) break;
      if (++digits > most || (digits == 1 && seen.c == '0') || seen.escape == Escape::kBackslash) return false;
      value = value * 10 + static_cast<std::uint32_t>(seen.c - '0');
      at_ += seen.bytes;
    }
    *number = value;
    return digits > 0;
  }

  bool TakeSeparator(bool bare) {
    const SpelledChar seen = Peek();
    if (!IsSeparator(seen.c) || (bare && seen.c != '_' && seen.c != '-')) return false;
    at_ += seen.bytes;
    return true;
  }

  void ReadPart(bool bare, Part* part) {
    const std::size_t before = at_;
    if (!TakeSeparator(bare)) return;
    const std::size_t begin = at_;
    for (const PartWord& known : kPartWords) {
      at_ = begin;
      std::size_t i = 0;
      for (; i < known.word.size(); ++i) {
        const SpelledChar seen = Peek();
        if (seen.bytes == 0 || seen.escape == Escape::kBackslash ||
            (seen.c & ~char32_t{0x20}) != char32_t(known.word[i]))
          break;
        at_ += seen.bytes;
      }
      if (i < known.word.size()) continue;
      *part = known.part;
      return;
    }
    at_ = before;
  }

  std::string_view text_;
  const LabelTable& labels_;
  std::size_t at_ = 0;
  bool cut_ = false;
};

std::string BeginsOf(const Style& style) {
  std::string bytes = "[<{\\&\xC2\xE2\xE3\xEF";
  if (!style.own_open.empty()) bytes.push_back(style.open.front());
  return bytes;
}

// Whether a form may begin with the bytes at text[at], of which the first is one of BeginsOf: what most of the text's marks are
// told apart by.
bool MayBegin(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const std::size_t left = text.size() - at;
  if (left == 1) return true;
  switch (byte(0)) {
    case '[':
    case '<':
      return byte(1) >= 'A' || byte(1) == ' ' || byte(1) == '*' || byte(1) == '&';
    case '{':
      return byte(1) == '{';
    case 0xC2:
      return byte(1) == 0xAB || byte(1) == 0xBB;  // « »
    case 0xE2:
      if (byte(1) != 0x80) return false;
      return left == 2 || (byte(2) >= 0x98 && byte(2) <= 0x9E && byte(2) % 2 == 0) ||  // ‘ ‚ “ „
             byte(2) == 0xB9 || byte(2) == 0xBA;                                       // ‹ ›
    case 0xE3:
      return byte(1) == 0x80 && (left == 2 || byte(2) == 0x90);
    case 0xEF:
      return byte(1) == 0xBC || byte(1) == 0xBD;
    default:
      return true;
  }
}

}  // namespace

Forms::Forms(const LabelTable* labels, Style style, bool german)
    : labels_(labels), style_(std::move(style)), german_(german), begins_(BeginsOf(style_)) {}

void Forms::AppendWithin(std::string_view open, std::string_view close, bool german, const Placeholder& placeholder,
                         std::string* out) const {
  const auto number = [out](std::uint32_t value) {
    std::array<char, 12> digits{'_'};
    char* const end = std::to_chars(digits.data() + 1, digits.data() + digits.size(), value).ptr;
    out->append(digits.data(), static_cast<std::size_t>(end - digits.data()));
  };
  out->append(open);
  out->append(labels_->label(placeholder.type, german));
  number(placeholder.number);
  for (const PartWord& known : kPartWords) {
    if (known.part == placeholder.part && known.german == german) out->append("_").append(known.word);
  }
  if (placeholder.variant > 1) number(placeholder.variant);
  out->append(close);
}

std::string Forms::Written(const Placeholder& placeholder) const {
  std::string out;
  Append(placeholder, &out);
  return out;
}

std::size_t Forms::Find(std::string_view text, std::size_t from) const {
  for (; from < text.size(); ++from) {
    from = text::FindAnyOf(text, from, begins_);
    if (from == std::string_view::npos) return from;
    if (MayBegin(text, from) || (!style_.own_open.empty() && text[from] == style_.open.front())) return from;
  }
  return std::string_view::npos;
}

Reading Forms::Read(std::string_view text, Placeholder* placeholder, std::size_t* length) const {
  const bool bounded = text.size() >= kMaxPlaceholderBytes;
  Reader reader(text.substr(0, kMaxPlaceholderBytes), *labels_);
  const SpelledChar first = reader.Peek();
  if (first.bytes == 0) return first.cut && !bounded ? Reading::kMore : Reading::kNone;
  bool cut = false;
  const auto read = [&](const Delimiters& pair) {
    if (pair.open[0] != first.c) return false;
    Reader attempt(text.substr(0, kMaxPlaceholderBytes), *labels_);
    const bool form = attempt.ReadWithin(pair, placeholder);
    cut = cut || attempt.cut();
    *length = attempt.at();
    return form && !MASKE_MUTATION("law4_no_placeholder");
  };
  if (!style_.own_open.empty() && read({style_.own_open, style_.own_close})) return Reading::kForm;
  for (const Delimiters& pair : KnownDelimiters()) {
    if (read(pair)) return Reading::kForm;
  }
  return cut && !bounded ? Reading::kMore : Reading::kNone;
}

Reading Forms::ReadBare(std::string_view text, Placeholder* placeholder, std::size_t* length) const {
  const bool bounded = text.size() >= kMaxPlaceholderBytes;
  Reader reader(text.substr(0, kMaxPlaceholderBytes), *labels_);
  const bool form = reader.ReadInner(true, placeholder);
  const SpelledChar behind = form ? reader.Peek() : SpelledChar{};
  if (reader.cut() && !bounded) return Reading::kMore;
  *length = reader.at();
  return form && !text::IsWordChar(behind.c) ? Reading::kForm : Reading::kNone;
}

std::size_t Forms::FindBare(std::string_view text, std::size_t from) const {
  const auto in_word = [](char c) { return text::IsWordChar(static_cast<unsigned char>(c)) || c == '_'; };
  for (; from < text.size(); ++from) {
    const char c = text[from];
    if (begins_.Has(c)) return from;
    if (static_cast<unsigned char>(c) < 0x80 && (from == 0 || !in_word(text[from - 1])) &&
        labels_->Step(0, static_cast<unsigned char>(c)) != 0)
      return from;
  }
  return std::string_view::npos;
}

bool Forms::IsExact(std::string_view form, const Placeholder& placeholder) const {
  std::string written;
  const auto is = [&](std::string_view open, std::string_view close) {
    for (const bool german : {false, true}) {
      written.clear();
      AppendWithin(open, close, german, placeholder, &written);
      if (written == form) return true;
    }
    return false;
  };
  return is(style_.open, style_.close) || is("[", "]") || is("<", ">") || is("{{", "}}");
}

}  // namespace maske::redact
