// A hash of a stream of bytes that does not depend on how the stream was cut: eight bytes a step, so that hashing the
// output costs little beside making it. Not for security. Used by all stages, so that no work can be skipped unseen.
#ifndef MASKE_BENCH_HASH_H_
#define MASKE_BENCH_HASH_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace maske::bench {

class StreamHash {
 public:
  void Add(std::string_view bytes) {
    size_ += bytes.size();
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0 && (held_ != 0 || left < 8)) {  // fill the word that is open
      word_ |= std::uint64_t{static_cast<unsigned char>(*at)} << (8 * held_);
      ++at;
      --left;
      if (++held_ == 8) {
        Step(word_);
        word_ = 0;
        held_ = 0;
      }
    }
    for (; left >= 8; at += 8, left -= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, at, 8);  // little-endian machines only: the hash is compared on one machine
      Step(word);
    }
    for (; left > 0; ++at, --left) word_ |= std::uint64_t{static_cast<unsigned char>(*at)} << (8 * held_++);
  }

  void AddWord(std::uint64_t word) { Add(std::string_view(reinterpret_cast<const char*>(&word), sizeof word)); }

  [[nodiscard]] std::uint64_t value() const {
    StreamHash last = *this;
    last.Step(word_ ^ size_);
    return last.state_ ^ (last.state_ >> 29);
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  void Step(std::uint64_t word) {
    state_ = (state_ ^ word) * 0x9E3779B97F4A7C15U;
    state_ ^= state_ >> 32;
  }

  std::uint64_t state_ = 0x243F6A8885A308D3U;
  std::uint64_t word_ = 0;
  std::size_t held_ = 0;
  std::size_t size_ = 0;
};

}  // namespace maske::bench

#endif  // MASKE_BENCH_HASH_H_
