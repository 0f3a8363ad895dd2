// See the header. Tested by tests/filter/folded_map_test.cc against text::Prepared.
#include "reference/reference_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "reference/fold_reference.h"
#include "reference/utf8_reference.h"

namespace maske::reference {
namespace {

constexpr std::size_t kMostAttached = 30;

bool IsIgnorable(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

// NFKC would change it, and folding leaves it: … and spacing marks.
bool IsKept(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString alone(static_cast<UChar32>(c));
  return !FoldsAlone(c) && icu::Normalizer2::getNFKCInstance(error)->normalize(alone, error) != alone;
}

bool IsInside(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Text that stands for raw bytes [raw_begin, raw_end): all for all, or character by character when it is the same.
void Append(std::string_view text, std::size_t raw_begin, std::size_t raw_end, bool same, FoldedText* out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t begin = i, end = i + 1;
    while (begin > 0 && IsInside(text[begin])) --begin;
    while (end < text.size() && IsInside(text[end])) ++end;
    out->text += text[i];
    out->raw_begin.push_back(same ? raw_begin + begin : raw_begin);
    out->raw_end.push_back(same ? raw_begin + end : raw_end);
  }
}

}  // namespace

FoldedText FoldWithMap(std::string_view raw) {
  FoldedText out;
  const std::vector<Character> characters = Decode(raw);
  const auto fold = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    const std::string_view bytes = raw.substr(begin, end - begin);
    const std::string folded = Fold(bytes);
    Append(folded, begin, end, folded == bytes, &out);
  };
  for (std::size_t i = 0; i < characters.size();) {
    const std::size_t begin = characters[i].begin;
    std::size_t attached_begin = begin;
    if (!IsAttached(characters[i].c)) {
      attached_begin = characters[i].end;
      ++i;
    }
    std::size_t joined_end = attached_begin;
    std::size_t count = 0;
    for (; i < characters.size() && count < kMostAttached && IsAttached(characters[i].c); ++i, ++count) {
      if (!IsIgnorable(characters[i].c)) joined_end = characters[i].end;
    }
    if (attached_begin > begin && IsKept(characters[i - count - 1].c)) {
      fold(begin, attached_begin);
      fold(attached_begin, joined_end);
    } else {
      fold(begin, joined_end);
    }
    if (count < kMostAttached) continue;
    const std::size_t rest = i;
    while (i < characters.size() && IsAttached(characters[i].c)) ++i;
    if (i > rest) Append(" ", characters[rest].begin, characters[i - 1].end, false, &out);
  }
  return out;
}

}  // namespace maske::reference
