#include "vault/seal.h"

#include <sodium.h>

#include "base/mutation.h"

namespace maske::vault {
namespace {

constexpr std::size_t kBlock = 16;  // lengths are rounded up to it

const unsigned char* Bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* Bytes(std::string* text) { return reinterpret_cast<unsigned char*>(text->data()); }

}  // namespace

void AppendNumber(std::uint64_t number, std::string* place) {
  for (int i = 0; i < 8; ++i) place->push_back(static_cast<char>(number >> (8 * i)));
}

std::string SealBytes(const Secret& key, std::string_view place, std::string_view bytes) {
  std::string sealed(kNonceBytes + bytes.size() + kTagBytes, '\0');
  unsigned char* const out = Bytes(&sealed);
  randombytes_buf(out, kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(out + kNonceBytes, nullptr, Bytes(bytes), bytes.size(), Bytes(place),
                                             place.size(), nullptr, out, key.data());
  return sealed;
}

bool OpenBytes(const Secret& key, std::string_view place, std::string_view sealed, unsigned char* out) {
  if (sealed.size() < kNonceBytes + kTagBytes) return false;
  const unsigned char* const in = Bytes(sealed);
  return crypto_aead_xchacha20poly1305_ietf_decrypt(out, nullptr, nullptr, in + kNonceBytes,
                                                    sealed.size() - kNonceBytes, Bytes(place), place.size(), in,
                                                    key.data()) == 0;
}

bool Keys::Derive(const Secret& data_key) {
  static_assert(kKeyBytes == crypto_kdf_KEYBYTES && kKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
  static_assert(kNonceBytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  static_assert(kTagBytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);
  std::uint64_t purpose = 1;
  for (Secret* key : {&seal_, &hash_}) {
    *key = Secret(kKeyBytes);
    if (key->empty()) return false;
    crypto_kdf_derive_from_key(key->data(), kKeyBytes, purpose++, "maskevlt", data_key.data());
  }
  return true;
}

// Padded by a byte 0x80 and zeros to a whole number of blocks (ISO/IEC 7816-4).
std::string Keys::Seal(std::string_view place, std::string_view value) const {
  std::string padded;
  padded.reserve(value.size() + kBlock);
  padded.append(value).push_back('\x80');
  padded.append((kBlock - padded.size() % kBlock) % kBlock, '\0');
  if (MASKE_MUTATION("vault_place_not_bound")) place = {};
  return SealBytes(seal_, place, padded);
}

bool Keys::Open(std::string_view place, std::string_view sealed, std::string* value) const {
  if (sealed.size() < kNonceBytes + kTagBytes) return false;
  value->resize(sealed.size() - kNonceBytes - kTagBytes);
  if (MASKE_MUTATION("vault_place_not_bound")) place = {};
  if (!OpenBytes(seal_, place, sealed, Bytes(value))) return false;
  const std::size_t end = value->find_last_not_of('\0');
  if (end == std::string::npos || (*value)[end] != '\x80') return false;
  value->resize(end);
  return true;
}

Hash Keys::HashOf(char kind, std::int64_t session, std::string_view type, std::string_view value) const {
  std::string head(1, kind);
  AppendNumber(static_cast<std::uint64_t>(session), &head);
  AppendNumber(type.size(), &head);
  head.append(type);
  Hash hash{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, hash_.data(), hash_.size(), hash.size());
  crypto_generichash_update(&state, Bytes(head), head.size());
  crypto_generichash_update(&state, Bytes(value), value.size());
  crypto_generichash_final(&state, hash.data(), hash.size());
  return hash;
}

}  // namespace maske::vault
