// embed_test FILE: what maske_embed links in, by the assembler and as an array, is FILE byte for byte, aligned to 64 bytes.
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

extern "C" {
extern const unsigned char maske_embed_incbin[];
extern const std::uint64_t maske_embed_incbin_size;
extern const unsigned char maske_embed_array[];
extern const std::uint64_t maske_embed_array_size;
}

namespace {

bool Holds(const char* form, const unsigned char* table, std::uint64_t size, const std::string& bytes) {
  const bool aligned = reinterpret_cast<std::uintptr_t>(table) % 64 == 0;
  const bool equal = size == bytes.size() && std::memcmp(table, bytes.data(), bytes.size()) == 0;
  if (!aligned || !equal) std::fprintf(stderr, "%s: %s\n", form, aligned ? "other bytes" : "not aligned");
  return aligned && equal;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream in(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (bytes.size() != 508) {
    std::fprintf(stderr, "the file holds %zu bytes, not 508\n", bytes.size());
    return 1;
  }
  const bool incbin = Holds("incbin", maske_embed_incbin, maske_embed_incbin_size, bytes);
  const bool array = Holds("array", maske_embed_array, maske_embed_array_size, bytes);
  return incbin && array ? 0 : 1;
}
