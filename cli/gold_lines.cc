#include "cli/gold_lines.h"

#include <lzma.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace maske::cli {
namespace {

constexpr std::string_view kXzMagic(
    "\xFD"
    "7zXZ\0",
    6);
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::uint64_t kMostMemory = std::uint64_t{128} << 20;

class Unpacker {
 public:
  Unpacker(const std::string& name, const TakeChunk& take) : name_(name), take_(take) {}
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;
  ~Unpacker() { lzma_end(&stream_); }

  ExitCode Write(std::string_view chunk) {
    if (!told_) {
      begin_.append(chunk);
      if (begin_.size() < kXzMagic.size()) return kDone;
      return Tell();
    }
    return packed_ ? Unpack(chunk, LZMA_RUN) : take_(chunk);
  }

  ExitCode Finish() {
    if (!told_) {
      if (const ExitCode code = Tell(); code != kDone) return code;
    }
    return packed_ ? Unpack("", LZMA_FINISH) : kDone;
  }

 private:
  ExitCode Tell() {
    told_ = true;
    packed_ = begin_.starts_with(kXzMagic);
    if (!packed_) return begin_.empty() ? kDone : take_(begin_);
    if (lzma_stream_decoder(&stream_, kMostMemory, LZMA_CONCATENATED) != LZMA_OK) {
      return Complain(kInternal, ShownName(name_) + ": no memory to unpack it");
    }
    return Unpack(begin_, LZMA_RUN);
  }

  ExitCode Unpack(std::string_view chunk, lzma_action action) {
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(chunk.data());
    stream_.avail_in = chunk.size();
    while (true) {
      stream_.next_out = reinterpret_cast<std::uint8_t*>(buffer_.data());
      stream_.avail_out = buffer_.size();
      const lzma_ret told = lzma_code(&stream_, action);
      const std::size_t made = buffer_.size() - stream_.avail_out;
      if (made > 0) {
        if (const ExitCode code = take_(std::string_view(buffer_.data(), made)); code != kDone) return code;
      }
      if (told == LZMA_STREAM_END) return kDone;
      if (told == LZMA_MEMLIMIT_ERROR) return Broken("unpacking it takes more than 128 MiB; pack it with xz -6");
      if (told == LZMA_BUF_ERROR && action == LZMA_FINISH) return Broken("the xz data are cut off");
      if (told != LZMA_OK && told != LZMA_BUF_ERROR) return Broken("the xz data are damaged");
      if (action == LZMA_RUN && stream_.avail_in == 0 && stream_.avail_out > 0) return kDone;
    }
  }

  ExitCode Broken(std::string_view why) { return Complain(kInputFailed, ShownName(name_).append(": ").append(why)); }

  const std::string& name_;
  const TakeChunk& take_;
  lzma_stream stream_ = LZMA_STREAM_INIT;
  std::string begin_;
  std::array<char, 65536> buffer_{};
  bool told_ = false;
  bool packed_ = false;
};

}  // namespace

ExitCode ReadUnpacked(const std::string& name, const TakeChunk& take) {
  Unpacker unpacker(name, take);
  const ExitCode code = ReadInput(name, [&](std::string_view chunk) { return unpacker.Write(chunk); });
  return code == kDone ? unpacker.Finish() : code;
}

ExitCode ReadLines(const std::string& name, const TakeLine& take) {
  std::string line;
  std::uint64_t number = 0;
  const auto end_line = [&] {
    ++number;
    if (number == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (line.ends_with('\r')) line.pop_back();
    const ExitCode code = take(&line, number);
    line.clear();
    return code;
  };
  const ExitCode code = ReadUnpacked(name, [&](std::string_view chunk) {
    while (true) {
      const std::size_t newline = chunk.find('\n');
      line.append(chunk.substr(0, newline));
      if (newline == std::string_view::npos) return kDone;
      if (const ExitCode ended = end_line(); ended != kDone) return ended;
      chunk.remove_prefix(newline + 1);
    }
  });
  return code != kDone || line.empty() ? code : end_line();
}

}  // namespace maske::cli
