// The keys of an open vault and what is done with them: values are encrypted and bound to their place, and looked up by a
// keyed hash. XChaCha20-Poly1305 with a random nonce of 24 bytes, and BLAKE2b; both of libsodium.
//
// The place of a value (its session and placeholder, or whatever a caller says) is authenticated with it, so that no value can
// be moved to another placeholder. Lengths are hidden up to 16 bytes.
// Const members may be called by several threads. Cost: about a microsecond a value. Tested by tests/vault/seal_test.cc.
#ifndef MASKE_VAULT_SEAL_H_
#define MASKE_VAULT_SEAL_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "vault/key.h"

namespace maske::vault {

inline constexpr std::size_t kNonceBytes = 24;
inline constexpr std::size_t kTagBytes = 16;
inline constexpr std::size_t kHashBytes = 16;
inline constexpr std::size_t kIdBytes = 16;

using Hash = std::array<unsigned char, kHashBytes>;
inline std::string_view View(const Hash& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }
// What is kept of the hash of an original: it tells those of one normal form apart.
inline std::string_view Short(const Hash& hash) { return View(hash).substr(0, kHashBytes / 2); }

// nonce, ciphertext, tag. key has kKeyBytes.
std::string SealBytes(const Secret& key, std::string_view place, std::string_view bytes);
// False when the bytes were not sealed by this key for this place.
bool OpenBytes(const Secret& key, std::string_view place, std::string_view sealed, unsigned char* out);

// What a number is in a place.
void AppendNumber(std::uint64_t number, std::string* place);

class Keys {
 public:
  // The data key of a vault becomes one key a purpose. False: no memory.
  bool Derive(const Secret& data_key);

  [[nodiscard]] std::string Seal(std::string_view place, std::string_view value) const;
  bool Open(std::string_view place, std::string_view sealed, std::string* value) const;
  // kind tells hashes of different things apart; session those of different sessions.
  [[nodiscard]] Hash HashOf(char kind, std::int64_t session, std::string_view type, std::string_view value) const;

 private:
  Secret seal_;
  Secret hash_;
};

}  // namespace maske::vault

#endif  // MASKE_VAULT_SEAL_H_
