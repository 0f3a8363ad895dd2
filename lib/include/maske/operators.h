// What a finding is replaced by, for each type: a placeholder, or something else. docs/operators.md says which of them can be
// undone, which keep equal values equal, and what each still tells a reader.
#ifndef MASKE_OPERATORS_H_
#define MASKE_OPERATORS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "maske/status.h"

namespace maske {

// How findings of a type are replaced.
enum class OperatorKind : std::uint8_t {
  kPlaceholder,  // [PERSON_1]; can be undone
  kKeep,         // not replaced at all
  kRemove,       // nothing stands there any more
  kMask,         // every character but blanks becomes mask_character; some at the ends may be kept
  kLast4,        // all but the last four letters and digits, when there are eight at least
  kHash,         // [EMAIL#0f1e…]: 20 hexadecimal digits of a keyed hash of the normal form
  kEncrypt,      // maske~EMAIL~…~: can be undone with the key alone; equal values look equal
  kSurrogate,    // another value of the same form, of nobody; a placeholder where there is none
  kDateShift,    // a date of birth some days earlier or later, the same number for all of a key
};

// One operator with its settings.
struct Operator {
  OperatorKind kind = OperatorKind::kPlaceholder;  // how
  std::string mask_character = "*";                // of kMask: one character, no letter, digit, blank or bracket
  std::uint32_t keep_first = 0;  // of kMask: characters; when nothing would be masked, all of the value is
  std::uint32_t keep_last = 0;   // of kMask: the same at the end
};

// Which operator a type has.
struct TypeOperator {
  std::string type;  // "PERSON"; empty: all types that have none of their own
  Operator op;       // what stands for its findings
};

// Reads "placeholder", "keep", "remove", "mask", "mask:CHARACTER:FIRST:LAST" (each part may be left out from the end), "last4",
// "hash", "encrypt", "surrogate" or "dateshift". kInvalidArgument when it is none.
Result<Operator> ParseOperator(std::string_view text);

// True when the operator works with a key alone: kHash, kEncrypt and kDateShift.
bool NeedsKey(OperatorKind kind);

// The keyed functions that operators need; made by MakeOperatorKey (maske/vault.h) or by a program that has its own. Const
// members are called by several threads.
class OperatorKey {
 public:
  OperatorKey() = default;
  OperatorKey(const OperatorKey&) = delete;
  OperatorKey& operator=(const OperatorKey&) = delete;
  virtual ~OperatorKey() = default;
  // 20 hexadecimal digits, the same for the same type and text.
  [[nodiscard]] virtual std::string Hash(std::string_view type, std::string_view text) const = 0;
  // Bytes that tell nothing of the text but its length and whether it is the same one; at most 40 more.
  [[nodiscard]] virtual std::string Encrypt(std::string_view type, std::string_view text) const = 0;
  // False when the bytes are not what Encrypt made of some text of this type.
  virtual bool Decrypt(std::string_view type, std::string_view bytes, std::string* text) const = 0;
};

}  // namespace maske

#endif  // MASKE_OPERATORS_H_
