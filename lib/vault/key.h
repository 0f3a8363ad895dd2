// What a VaultKey holds, and how it becomes the key that wraps a vault's own. Tested by tests/vault/key_test.cc.
#ifndef MASKE_VAULT_KEY_H_
#define MASKE_VAULT_KEY_H_

#include <array>
#include <cstdint>
#include <memory>

#include "maske/vault.h"
#include "vault/secret.h"

namespace maske::vault {

inline constexpr std::size_t kKeyBytes = 32;
inline constexpr std::size_t kSaltBytes = 16;

enum class Derivation : std::int64_t { kRandomKey = 0, kArgon2id = 1 };

// How a vault's key is made of what the user has; stands in the file.
struct DerivationOptions {
  Derivation kind = Derivation::kRandomKey;
  std::array<unsigned char, kSaltBytes> salt{};
  std::int64_t passes = 0;  // Argon2id: times over the memory
  std::int64_t memory = 0;  // Argon2id: bytes
};

// For a new vault: fresh salt, and the cost that is right today.
DerivationOptions NewDerivation(bool passphrase);
// Within what a file may ask of us: a file that wants terabytes is damaged.
bool IsSane(const DerivationOptions& options);

}  // namespace maske::vault

namespace maske {

struct VaultKey::Impl {
  vault::Secret bytes;
  bool passphrase = false;

  // The key that wraps the vault's own. kInvalidArgument when the vault asks for the other kind.
  [[nodiscard]] Result<vault::Secret> Derive(const vault::DerivationOptions& options) const;
};

}  // namespace maske

#endif  // MASKE_VAULT_KEY_H_
