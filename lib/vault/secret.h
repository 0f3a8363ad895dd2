// Bytes that must not be seen: in pages of their own that are locked, kept out of core dumps, guarded on both sides and wiped
// when freed (sodium_malloc). Where the system allows no locked memory (ulimit -l) they are guarded and wiped all the same.
// Cost: some microseconds and three pages each; for keys, not for originals. Tested by tests/vault/key_test.cc.
#ifndef MASKE_VAULT_SECRET_H_
#define MASKE_VAULT_SECRET_H_

#include <cstddef>
#include <utility>

namespace maske::vault {

// Makes libsodium ready; false when it cannot be. Thread-safe, cheap after the first call.
bool Ready();

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::size_t size);  // all zero; data() is null when there is no memory
  Secret(Secret&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  Secret& operator=(Secret&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret();

  [[nodiscard]] unsigned char* data() { return data_; }
  [[nodiscard]] const unsigned char* data() const { return data_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return data_ == nullptr; }

 private:
  unsigned char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace maske::vault

#endif  // MASKE_VAULT_SECRET_H_
