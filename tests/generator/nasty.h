// Short texts, each nasty in its own way: bytes at which a cut, a fold or a pattern goes wrong most easily. Any bytes,
// at most 300 each. All people are invented, numbers are reserved or made up.
#ifndef MASKE_TESTS_GENERATOR_NASTY_H_
#define MASKE_TESTS_GENERATOR_NASTY_H_

#include <span>
#include <string_view>

namespace maske::generator {

std::span<const std::string_view> NastyTexts();

}  // namespace maske::generator

#endif  // MASKE_TESTS_GENERATOR_NASTY_H_
