// A text of generated documents, of at least the size asked for; the same for the same seed.
#ifndef MASKE_TESTS_CHUNKS_LETTERS_H_
#define MASKE_TESTS_CHUNKS_LETTERS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace maske::chunks {

// kind as generator/kinds.h names it.
std::string Generated(std::string_view kind, std::uint64_t seed, std::size_t size);

}  // namespace maske::chunks

#endif  // MASKE_TESTS_CHUNKS_LETTERS_H_
