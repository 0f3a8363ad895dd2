// See fold.h.
#include "text/fold.h"

#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <array>
#include <bit>
#include <cstddef>

#include "text/char_info.h"
#include "text/chars.h"
#include "text/utf8.h"

namespace maske::text {
namespace {

// A base and kMaxAttached marks, two units each; NFKC makes at most 18 of the base and 4 of a mark.
constexpr std::size_t kClusterUnits = 2 * (kMaxAttached + 1);
constexpr std::size_t kFormUnits = 18 + 4 * kMaxAttached;

constexpr bool IsHyphen(char32_t c) { return (c >= U'\u2010' && c <= U'\u2012') || c == U'\u2212'; }
// The folded form of characters that are common in text and become one ASCII character; 0 for all others.
constexpr char SimpleForm(char32_t c) {
  if (IsHyphen(c)) return '-';
  if (c == U'\u00A0' || (c >= U'\u2000' && c <= U'\u200A') || c == U'\u202F' || c == U'\u205F' || c == U'\u3000')
    return ' ';
  if (c >= U'\uFF01' && c <= U'\uFF5E') return static_cast<char>(c - U'\uFF01' + U'!');  // full-width ASCII
  return 0;
}

class Folder {
 public:
  Folder(std::string_view raw, std::string* text, std::vector<FoldEdit>* edits)
      : raw_(raw), text_(text), edits_(edits) {}

  bool Run(const Bitmap& fold) {
    text_->clear();
    edits_->assign(1, FoldEdit{});
    for (std::size_t w = 0; w < fold.size(); ++w) {
      for (std::uint64_t bits = fold[w]; bits != 0; bits &= bits - 1) {
        const std::size_t pos = w * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        if (pos < done_) continue;
        std::size_t begin = pos;
        if (IsAttached(InfoOf(DecodeAt(raw_, pos).c)) && pos > done_) CharBefore(raw_, pos, &begin);
        Copy(begin);
        Cluster();
      }
    }
    if (edits_->size() == 1) {
      text_->clear();
      edits_->clear();
      return false;
    }
    Copy(raw_.size());
    return true;
  }

 private:
  static bool IsAttached(CharInfo info) { return info.Has(CharInfo::kIgnorable | CharInfo::kJoins); }

  // Raw bytes [done_, end) go over as they are.
  void Copy(std::size_t end) {
    text_->append(raw_.data() + done_, end - done_);
    done_ = end;
  }

  // Raw bytes [done_, end), one character: as they are, or as what they are read as.
  void CopyOne(std::size_t end, const Decoded& character) {
    if (character.valid) return Copy(end);
    std::array<char, 4> form;
    int size = 0;
    U8_APPEND_UNSAFE(form.data(), size, static_cast<UChar32>(character.c));
    Replace(end, {form.data(), static_cast<std::size_t>(size)});
  }

  // Raw bytes [done_, end) become `form`.
  void Replace(std::size_t end, std::string_view form) {
    Mark(true);
    text_->append(form);
    done_ = end;
    Mark(false);
  }

  void Mark(bool atomic) {
    const FoldEdit edit{static_cast<std::uint32_t>(text_->size()), static_cast<std::uint32_t>(done_), atomic};
    FoldEdit& last = edits_->back();
    if (last.text == edit.text && last.raw == edit.raw) {
      last = edit;
    } else {
      edits_->push_back(edit);
    }
  }

  // One cluster at done_: a base and what is attached to it; or, at the begin of the input, attached characters alone.
  void Cluster() {
    std::array<UChar, kClusterUnits> units;
    int count = 0;
    const Decoded base = DecodeAt(raw_, done_);
    const char simple = SimpleForm(base.c);
    CharInfo info = InfoOf(base.c);
    std::size_t base_end = done_ + base.size;
    if (IsAttached(info)) {
      base_end = done_;
      info = CharInfo();
    } else {
      U16_APPEND_UNSAFE(units.data(), count, static_cast<UChar32>(simple != 0 ? simple : base.c));
    }
    const int base_units = count;

    std::size_t joined_end = base_end;  // behind the last character that joins
    std::size_t end = base_end;
    int attached = 0;
    CharInfo next;
    for (; end < raw_.size() && NextAttached(end, &next) && attached < kMaxAttached; ++attached) {
      const Decoded more = DecodeAt(raw_, end);
      end += more.size;
      if (next.Has(CharInfo::kIgnorable)) continue;
      U16_APPEND_UNSAFE(units.data(), count, static_cast<UChar32>(more.c));
      joined_end = end;
    }

    if (info.Has(CharInfo::kKeepsForm)) {
      CopyOne(base_end, base);
      if (count > base_units) Normalize(joined_end, units.data() + base_units, count - base_units);
    } else if (count > base_units || (info.Has(CharInfo::kChanges) && simple == 0)) {
      Normalize(joined_end, units.data(), count);
    } else if (simple != 0) {
      Replace(base_end, {&simple, 1});
    } else if (base_end > done_) {
      CopyOne(base_end, base);
    }
    if (end > done_) Replace(end, "");

    if (attached == kMaxAttached) {  // the rest of the run, if any
      while (end < raw_.size() && NextAttached(end, &next)) end += DecodeAt(raw_, end).size;
      if (end > done_) Replace(end, " ");
    }
  }

  bool NextAttached(std::size_t pos, CharInfo* info) const {
    if (static_cast<unsigned char>(raw_[pos]) < 0x80) return false;
    *info = InfoOf(DecodeAt(raw_, pos).c);
    return IsAttached(*info);
  }

  // Raw bytes [done_, end) become the NFKC form of the units. Should ICU fail, they stay what they are.
  void Normalize(std::size_t end, const UChar* units, int count) {
    std::array<UChar, kFormUnits> form;
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* nfkc = unorm2_getNFKCInstance(&error);
    const int size = unorm2_normalize(nfkc, units, count, form.data(), static_cast<int>(form.size()), &error);
    const UChar* result = U_FAILURE(error) ? units : form.data();
    const int result_size = U_FAILURE(error) ? count : size;
    std::array<char, 3 * kFormUnits> bytes;
    int used = 0;
    for (int i = 0; i < result_size;) {
      UChar32 c = 0;
      U16_NEXT(result, i, result_size, c);
      if (IsHyphen(static_cast<char32_t>(c))) c = '-';
      U8_APPEND_UNSAFE(bytes.data(), used, c);
    }
    const std::string_view folded(bytes.data(), static_cast<std::size_t>(used));
    if (raw_.substr(done_, end - done_) == folded) {
      Copy(end);
    } else {
      Replace(end, folded);
    }
  }

  std::string_view raw_;
  std::string* text_;
  std::vector<FoldEdit>* edits_;
  std::size_t done_ = 0;
};

}  // namespace

bool Fold(std::string_view raw, const ScanResult& scan, std::string* text, std::vector<FoldEdit>* edits) {
  return Folder(raw, text, edits).Run(scan.fold);
}

}  // namespace maske::text
