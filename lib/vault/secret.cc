#include "vault/secret.h"

#include <sodium.h>

namespace maske::vault {

bool Ready() {
  static const bool ready = sodium_init() >= 0;
  return ready;
}

Secret::Secret(std::size_t size) {
  if (!Ready()) return;
  data_ = static_cast<unsigned char*>(sodium_malloc(size));
  if (data_ == nullptr) return;
  size_ = size;
  sodium_memzero(data_, size_);
}

Secret::~Secret() {
  if (data_ != nullptr) sodium_free(data_);
}

}  // namespace maske::vault
