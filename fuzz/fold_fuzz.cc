// Any bytes: the folded text equals the twin's, and the map leads every text byte back to whole characters of the
// input, in order (law 3). Corpus: fuzz/corpus/fold/.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "reference/fold_reference.h"
#include "reference/utf8_reference.h"
#include "text/prepared.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static maske::text::Prepared prepared;
  const std::string_view raw(reinterpret_cast<const char*>(data), size);
  prepared.Assign(raw);
  const std::string_view text = prepared.text();
  Require(text == maske::reference::Fold(raw));
  Require(prepared.identity() == (text == raw));

  std::set<std::size_t> borders = {raw.size()};
  for (const auto& character : maske::reference::Decode(raw)) borders.insert(character.begin);
  std::uint32_t last = 0;
  for (std::uint32_t t = 0; t < text.size(); ++t) {
    const std::uint32_t begin = prepared.RawBegin(t);
    const std::uint32_t end = prepared.RawEnd(t + 1);
    Require(begin < end && end <= raw.size() && last <= begin);
    Require(borders.contains(begin) && borders.contains(end));
    Require(begin == last || prepared.RawEnd(t) <= begin);
    last = begin;
  }
  for (std::uint32_t r = 0; r <= raw.size(); ++r) {
    const std::uint32_t t = prepared.TextOffset(r);
    Require(t <= text.size());
    Require(t == text.size() || prepared.RawBegin(t) >= r);
    Require(t == 0 || prepared.RawBegin(t - 1) < r);
  }
  return 0;
}
