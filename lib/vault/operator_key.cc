// MakeOperatorKey: what the operators hash, encrypt and dateshift do with a key.
//
// Encrypting is deterministic, so that equal values look equal and nothing needs to be remembered: the nonce is a keyed hash of
// type and text (as SIV does it), the rest XChaCha20-Poly1305 with the type authenticated. Two texts with one nonce would need a
// collision of BLAKE2b with 192 bits. Tested by tests/vault/operator_key_test.cc.
#include <sodium.h>

#include <array>
#include <utility>

#include "maske/operators.h"
#include "maske/vault.h"
#include "vault/key.h"
#include "vault/seal.h"

namespace maske {
namespace vault {
namespace {

constexpr std::size_t kShownHashBytes = 10;

const unsigned char* Bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* Bytes(std::string* text) { return reinterpret_cast<unsigned char*>(text->data()); }

class SodiumOperatorKey : public OperatorKey {
 public:
  bool Derive(const Secret& key) {
    std::uint64_t purpose = 1;
    for (Secret* each : {&hash_, &nonce_, &seal_}) {
      *each = Secret(kKeyBytes);
      if (each->empty()) return false;
      crypto_kdf_derive_from_key(each->data(), kKeyBytes, purpose++, "maskeopr", key.data());
    }
    return true;
  }

  [[nodiscard]] std::string Hash(std::string_view type, std::string_view text) const override {
    std::array<unsigned char, kShownHashBytes> hash{};
    static_assert(kShownHashBytes <= crypto_generichash_BYTES_MIN);
    std::array<unsigned char, crypto_generichash_BYTES_MIN> whole{};
    HashOf(hash_, type, text, whole.data(), whole.size());
    std::copy_n(whole.begin(), hash.size(), hash.begin());
    std::string digits(2 * hash.size() + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
    digits.pop_back();
    return digits;
  }

  [[nodiscard]] std::string Encrypt(std::string_view type, std::string_view text) const override {
    std::string sealed(kNonceBytes + text.size() + kTagBytes, '\0');
    unsigned char* const out = Bytes(&sealed);
    HashOf(nonce_, type, text, out, kNonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + kNonceBytes, nullptr, Bytes(text), text.size(), Bytes(type),
                                               type.size(), nullptr, out, seal_.data());
    return sealed;
  }

  bool Decrypt(std::string_view type, std::string_view bytes, std::string* text) const override {
    if (bytes.size() < kNonceBytes + kTagBytes) return false;
    text->resize(bytes.size() - kNonceBytes - kTagBytes);
    return OpenBytes(seal_, type, bytes, Bytes(text));
  }

 private:
  static void HashOf(const Secret& key, std::string_view type, std::string_view text, unsigned char* out,
                     std::size_t size) {
    std::string head;
    AppendNumber(type.size(), &head);
    head.append(type);
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), size);
    crypto_generichash_update(&state, Bytes(head), head.size());
    crypto_generichash_update(&state, Bytes(text), text.size());
    crypto_generichash_final(&state, out, size);
  }

  Secret hash_;
  Secret nonce_;
  Secret seal_;
};

}  // namespace
}  // namespace vault

Result<std::shared_ptr<const OperatorKey>> MakeOperatorKey(const VaultKey& key) {
  if (key.is_passphrase()) {
    return Status(ErrorCode::kInvalidArgument, "hash, encrypt and dateshift need a key file; a passphrase is guessed");
  }
  auto made = std::make_shared<vault::SodiumOperatorKey>();
  if (!made->Derive(key.impl().bytes)) return Status(ErrorCode::kResource, "no memory for a key");
  return std::shared_ptr<const OperatorKey>(std::move(made));
}

}  // namespace maske
