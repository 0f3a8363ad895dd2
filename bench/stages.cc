// Each stage is one function over the same text; stages behind `prepare` get slices made ready before the clock starts,
// so that a line is the cost of that stage alone. `filter` is all of them, through a fresh Session and the stream that
// programs use, written in pieces of 64 KiB.
#include "bench/stages.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "address/detector.h"
#include "base/types.h"
#include "bench/contender.h"
#include "bench/corpus.h"
#include "bench/hash.h"
#include "bench/measure.h"
#include "maske/maske.h"
#include "match/matcher.h"
#include "match/pattern.h"
#include "match/pattern_set.h"
#include "match/set_impl.h"
#include "names/detector.h"
#include "names/memory.h"
#include "text/prepared.h"
#include "text/scan.h"

namespace maske::bench {
namespace {

constexpr std::size_t kSegment = std::size_t{12} << 10;  // as the stream cuts
constexpr std::size_t kPrompt = 2000;

void AddCandidates(const std::vector<Candidate>& found, StreamHash* hash) {
  for (const Candidate& c : found) hash->AddWord(std::uint64_t{c.begin} << 32U | c.end);
}

struct Slice {
  text::Prepared prepared;
  std::uint32_t size = 0;
};

// Slices are made before the first stage that needs them is timed.
class Slices {
 public:
  explicit Slices(std::string_view text) : text_(text) {}
  std::vector<Slice>& all() {
    if (slices_.empty()) {
      const auto pieces = Pieces(text_, kSegment);
      slices_.resize(pieces.size());
      for (std::size_t i = 0; i < pieces.size(); ++i) {
        slices_[i].prepared.Assign(pieces[i]);
        slices_[i].size = static_cast<std::uint32_t>(slices_[i].prepared.text().size());
      }
    }
    return slices_;
  }

 private:
  std::string_view text_;
  std::vector<Slice> slices_;
};

std::string WithSoftHyphens(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.size(), at + 60);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    out.append(text.substr(at, end - at)).append("\xC2\xAD");
    at = end;
  }
  return out;
}

void RegisterText(std::string_view text) {
  Measure("memcpy", text.size(), [text, copy = std::string(text.size(), '\0')](StreamHash* hash) mutable {
    std::memcpy(copy.data(), text.data(), text.size());
    benchmark::DoNotOptimize(copy.data());
    benchmark::ClobberMemory();
    hash->Add(std::string_view(copy).substr(0, 4096));
    return true;
  });
  Measure("hash", text.size(), [text](StreamHash* hash) {
    hash->Add(text);
    return true;
  });
  Measure("re2_email", text.size(), [text](StreamHash* hash) {
    HashEmails(text, hash);
    return true;
  });
  Measure("scan", text.size(),
          [pieces = Pieces(text, kSegment), maps = text::ClassMaps(),
           result = text::ScanResult()](StreamHash* hash) mutable {
            for (const std::string_view piece : pieces) {
              text::Scan(piece, &maps, &result);
              hash->AddWord(maps.word[0] ^ maps.upper[maps.upper.size() / 2] ^ std::uint64_t{result.any_odd});
            }
            return true;
          });
  Measure("fold", text.size(),  // a soft hyphen in every line or so: all of it goes through ICU
          [text = WithSoftHyphens(text), prepared = text::Prepared()](StreamHash* hash) mutable {
            for (const std::string_view piece : Pieces(text, kSegment)) {
              prepared.Assign(piece);
              hash->Add(prepared.text());
            }
            return true;
          });
  Measure("prepare", text.size(),
          [pieces = Pieces(text, kSegment), prepared = text::Prepared()](StreamHash* hash) mutable {
            for (const std::string_view piece : pieces) {
              prepared.Assign(piece);
              for (const text::Token& token : prepared.tokens())
                hash->AddWord(std::uint64_t{token.begin} << 32U | token.end);
            }
            return true;
          });
}

// The patterns of one type alone.
void RegisterType(std::string_view text, const std::string& type, const std::shared_ptr<Slices>& slices) {
  const auto set = std::make_shared<match::PatternSetImpl>();
  for (const match::Pattern& pattern : match::BuiltinPatterns()) {
    if (pattern.type == type) set->Add(pattern, 0);
  }
  if (set->size() == 0) return;
  set->Build();
  Measure(
      "match_" + type, text.size(),
      [slices, set, found = std::vector<Candidate>()](StreamHash* hash) mutable {
        for (const Slice& slice : slices->all()) {
          found.clear();
          if (!match::FindCandidates(*set, slice.prepared, 0, slice.size, {}, &found).ok()) return false;
          AddCandidates(found, hash);
        }
        return true;
      },
      [slices] { slices->all(); });
}

void RegisterDetectors(std::string_view text) {
  const auto slices = std::make_shared<Slices>(text);
  std::vector<std::string> types;
  for (const TypeInfo& type : BuiltinTypes()) types.emplace_back(type.name);
  const auto patterns = match::PatternSet::Create(true, {}, &types);
  if (patterns.ok()) {
    Measure(
        "match", text.size(),
        [slices, patterns = *patterns, found = std::vector<Candidate>()](StreamHash* hash) mutable {
          for (const Slice& slice : slices->all()) {
            found.clear();
            if (!match::FindCandidates(*patterns, slice.prepared, 0, slice.size, {}, &found).ok()) return false;
            AddCandidates(found, hash);
          }
          return true;
        },
        [slices] { slices->all(); });
  }
  for (std::size_t type = 0; patterns.ok() && type < types.size(); ++type) RegisterType(text, types[type], slices);
  Measure(
      "names", text.size(),
      [slices, found = std::vector<Candidate>()](StreamHash* hash) mutable {
        names::NameMemory memory;
        for (const Slice& slice : slices->all()) {
          found.clear();
          names::Find(slice.prepared, 0, slice.size, 0, &memory, &found);
          AddCandidates(found, hash);
        }
        return true;
      },
      [slices] { slices->all(); });
  Measure(
      "address", text.size(),
      [slices, found = std::vector<Candidate>()](StreamHash* hash) mutable {
        for (const Slice& slice : slices->all()) {
          found.clear();
          address::Find(slice.prepared, 0, slice.size, 0, &found);
          AddCandidates(found, hash);
        }
        return true;
      },
      [slices] { slices->all(); });
}

void RegisterFilter(std::string_view text) {
  const auto filter = Filter::Create();
  if (!filter) return;
  Measure("filter", text.size(),
          [text, filter = *filter](StreamHash* hash) { return MaskAll(filter, {}, text, kWriteBytes, {}, hash); });
  Measure("filter_single_bytes", text.size(),
          [text, filter = *filter](StreamHash* hash) { return MaskAll(filter, {}, text, 1, {}, hash); });
  const std::string_view prompt = text.substr(0, kPrompt);
  Measure("prompt_2kB", prompt.size(), [prompt, filter = *filter](StreamHash* hash) {
    auto session = Session::Create(filter);
    if (!session) return false;
    const auto safe = session->Mask(prompt);
    if (!safe) return false;
    hash->Add(*safe);
    return true;
  });
  Measure("create_filter", 0, [](StreamHash* hash) {
    const auto made = Filter::Create();
    if (made) hash->AddWord((*made)->Rules().size());
    return made.ok();
  });
}

}  // namespace

void RegisterStages(std::string_view text) {
  RegisterText(text);
  RegisterDetectors(text);
  RegisterOutput(text);
  RegisterFilter(text);
}

}  // namespace maske::bench
