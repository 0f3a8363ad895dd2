// VaultStore: where a Session keeps placeholders and originals when memory is not enough: a vault on disk, or what a program
// brings itself. A Session asks it for what its own memory does not hold, and keeps what it learned there.
//
// Work comes in batches: Begin, look-ups and Add, Commit. A placeholder is given to a sink only after the Commit of its batch,
// so that whatever went out can be put back, also after a crash. One thread at a time, that of the session.
#ifndef MASKE_STORE_H_
#define MASKE_STORE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "maske/status.h"

namespace maske {

// What a placeholder has beside its type: [IBAN_1_2] has number 1 and variant 2, [IBAN_1] variant 1. number 0: none.
struct StoredNumber {
  std::uint32_t number = 0;   // counts from 1 for each type
  std::uint32_t variant = 1;  // of values that are the same in another spelling; opaque to a store
  // Same number and variant.
  bool operator==(const StoredNumber&) const = default;
};

// What a store knows of a value; number 0: nothing.
struct StoredMatch {
  StoredNumber same;   // the placeholder of exactly these bytes
  StoredNumber alike;  // where there is none: of those with its normal form the one with the greatest variant
};

// A store of one session; see the head of this file. A type is its name, "PERSON". After an error of any call the session
// stops using the store and repeats the error.
class VaultStore {
 public:
  VaultStore() = default;
  VaultStore(const VaultStore&) = delete;
  VaultStore& operator=(const VaultStore&) = delete;
  // What was added since the last Commit is dropped.
  virtual ~VaultStore() = default;

  // Opens a batch; does nothing when one is open. *forget becomes true when what earlier batches told may be true no more,
  // because entries were removed meanwhile: the session then forgets what it remembers.
  virtual Status Begin(bool* forget) = 0;
  // In a batch. Equal originals have equal normal forms; those of one normal form share a number, until its variants are used up.
  virtual Result<StoredMatch> Look(std::string_view type, std::string_view original, std::string_view normal) = 0;
  // In a batch: a number of this type that was never used in this session, at least `least`.
  virtual Result<std::uint32_t> TakeNumber(std::string_view type, std::uint32_t least) = 0;
  // In a batch: keeps an entry. The placeholder is new.
  virtual Status Add(std::string_view type, StoredNumber placeholder, std::string_view original,
                     std::string_view normal) = 0;
  // Ends the batch: its entries survive whatever happens to the process or the machine. Does nothing when none is open.
  virtual Status Commit() = 0;
  // The original of a placeholder; false when there is none. In a batch or out of one.
  virtual Result<bool> Find(std::string_view type, StoredNumber placeholder, std::string* original) = 0;
};

}  // namespace maske

#endif  // MASKE_STORE_H_
