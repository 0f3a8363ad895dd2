// What a placeholder says: of which type it is, which of them, and which surface form. How it is written and read is the
// business of forms.h, of every style in one place.
//
// Equal bytes of one type get the same placeholder; values that differ in bytes alone (an IBAN with and without blanks)
// share the number and differ in the variant, the first of which is not written.
#ifndef MASKE_REDACT_PLACEHOLDER_H_
#define MASKE_REDACT_PLACEHOLDER_H_

#include <cstddef>
#include <cstdint>

#include "base/types.h"

namespace maske::redact {

// The longest form that is read, in bytes; what is written is shorter in every style.
inline constexpr std::size_t kMaxPlaceholderBytes = 128;

inline constexpr std::uint32_t kMaxNumber = 999'999'999;
inline constexpr std::uint32_t kMaxVariant = 9999;

// Which part of a person's name: [PERSON_1], [PERSON_1_GIVEN], [PERSON_1_SURNAME].
enum class Part : std::uint8_t { kWhole, kGiven, kSurname };

struct Placeholder {
  TypeId type = 0;
  std::uint32_t number = 0;   // 1..kMaxNumber
  std::uint32_t variant = 1;  // 1..kMaxVariant
  Part part = Part::kWhole;
  bool operator==(const Placeholder&) const = default;
};

// Variant and part in one number, as a store keeps them.
inline constexpr unsigned kStoredPartShift = 14;
static_assert(kMaxVariant < 1U << kStoredPartShift);
inline std::uint32_t StoredVariant(const Placeholder& placeholder) {
  return placeholder.variant | static_cast<std::uint32_t>(placeholder.part) << kStoredPartShift;
}
inline Placeholder FromStored(TypeId type, std::uint32_t number, std::uint32_t stored_variant) {
  return {type, number, stored_variant & ((1U << kStoredPartShift) - 1),
          static_cast<Part>((stored_variant >> kStoredPartShift) & 3U)};
}

}  // namespace maske::redact

#endif  // MASKE_REDACT_PLACEHOLDER_H_
