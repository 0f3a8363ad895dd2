// All ways on which a text goes out masked and comes back: operator x style x label language x where the originals are kept.
// A way is walked with the text cut at random on both ways, and the answer also whole. What restores knows no more than
// `maske restore` is told: the map or vault, an own style, the key, and that there are surrogates.
#ifndef MASKE_TESTS_ROUND_TRIP_WAYS_H_
#define MASKE_TESTS_ROUND_TRIP_WAYS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "maske/maske.h"
#include "maske/vault.h"
#include "vault/folder.h"

namespace maske::round_trip {

enum class Keep : std::uint8_t { kMemory, kMap, kVault };

struct Way {
  std::string operators;  // as of --operator, blanks between several; empty: placeholders
  std::string style;
  LabelLanguage labels = LabelLanguage::kEnglish;
  Keep keep = Keep::kMemory;
};

// For messages: "encrypt brackets de vault".
std::string NameOf(const Way& way);

// Every operator that can be undone, alone and mixed, in every style, both languages, each kept in memory, map and vault.
std::vector<Way> AllWays();

// Walks ways, in a folder of its own with one vault, of which every walk has a session of its own. One thread.
class Walker {
 public:
  Walker();

  // What went wrong, without text; empty when every byte came back.
  std::string Walk(const Way& way, std::string_view text, std::uint64_t seed);
  [[nodiscard]] std::uint64_t walks() const { return walks_; }

 private:
  std::string Restore(const Way& way, const Session& masking, std::string_view masked, std::string_view text,
                      std::uint64_t seed);

  Folder folder_;
  VaultKey key_;
  VaultFile vault_;
  std::shared_ptr<const OperatorKey> operator_key_;
  std::shared_ptr<const Filter> filter_;
  std::uint64_t walks_ = 0;
};

}  // namespace maske::round_trip

#endif  // MASKE_TESTS_ROUND_TRIP_WAYS_H_
