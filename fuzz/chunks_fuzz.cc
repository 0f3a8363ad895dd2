// Law 1 and the slow filter: any bytes, any cutting, any size of segments. The first two bytes of the input choose the cuts.
//   - whole == pieces, with every pattern, name and address;
//   - fast == slow (tests/reference/reference_filter.h), with the patterns alone, on inputs of one segment.
// Aborts on a difference. Corpus: fuzz/corpus/chunks.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "filter_impl.h"
#include "maske/maske.h"
#include "reference/pattern_files.h"
#include "reference/reference_filter.h"

namespace {

using maske::Filter;

void Check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "chunks_fuzz: %s\n", what);
  std::abort();
}

std::shared_ptr<const Filter> MakeFilter(bool detectors) {
  auto filter = Filter::Create();
  Check(filter.ok(), "no filter");
  // Our own object, not const when it was made: the twin knows no names and addresses.
  const_cast<Filter::Impl&>((*filter)->impl()).detectors = detectors;
  return *filter;
}

std::string Mask(const std::shared_ptr<const Filter>& filter, std::string_view text, std::size_t piece,
                 std::size_t segment) {
  maske::Policy policy;
  policy.binary = true;
  policy.vault_limit_bytes = 0;
  auto session = maske::Session::Create(filter, policy);
  Check(session.ok(), "no session");
  std::string out;
  const maske::Sink sink = [&out](std::string_view bytes) {
    out += bytes;
    return true;
  };
  maske::MaskStream stream = segment == 0 ? session->OpenMask(sink) : session->OpenMaskForTest(sink, nullptr, segment);
  std::size_t length = piece;
  for (std::size_t at = 0; at < text.size(); at += length) {
    length = piece == 0 ? text.size() : 1 + (length * 7 + at) % piece;
    Check(stream.Write(text.substr(at, length)).ok(), "a write failed");
  }
  Check(stream.Finish().ok(), "finishing failed");
  const auto back = session->Restore(out);
  Check(back.ok() && *back == text, "restore(mask(x)) != x");
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::shared_ptr<const Filter> all = MakeFilter(true);
  static const std::shared_ptr<const Filter> patterns_only = MakeFilter(false);
  if (size < 2) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::size_t piece = 1 + data[0];
  const std::size_t segment = 32 + std::size_t{data[1]} * 4;

  Check(Mask(all, text, piece, 0) == Mask(all, text, 0, 0), "pieces differ from the whole");
  Check(Mask(all, text, piece, segment) == Mask(all, text, 0, segment), "pieces differ in small segments");
  if (text.size() <= 2048) {
    static maske::reference::ReferenceFilter slow(*patterns_only, maske::reference::BuiltinPatternFiles());
    Check(Mask(patterns_only, text, 0, 0) == slow.Mask(text), "the fast filter differs from the slow one");
  }
  return 0;
}
