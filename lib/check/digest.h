// SHA-256 (FIPS 180-4) and Keccak-256 (as Ethereum uses it: the padding before FIPS 202), for the check bytes of wallet
// addresses alone; not for secrets. Written here because the checks must not bring a library of cryptography into every
// process that starts. Pure, thread-safe, linear. Covered by tests/check/wallet_test.cc with the vectors of the standards.
#ifndef MASKE_CHECK_DIGEST_H_
#define MASKE_CHECK_DIGEST_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace maske::check {

using Digest = std::array<std::uint8_t, 32>;

Digest Sha256(std::string_view bytes);
// At most 135 bytes (one block); more gives the digest of the first 135.
Digest Keccak256(std::string_view bytes);

}  // namespace maske::check

#endif  // MASKE_CHECK_DIGEST_H_
