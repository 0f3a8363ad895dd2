// The sentences of letters and mails: what a business writes about, with and without personal data.
#ifndef MASKE_TESTS_GENERATOR_SENTENCES_H_
#define MASKE_TESTS_GENERATOR_SENTENCES_H_

#include <span>
#include <string_view>

namespace maske::generator {

std::span<const std::string_view> PersonalSentences();  // templates with persons and their values
std::span<const std::string_view> LaterSentences();     // a person again, by the bare surname
std::span<const std::string_view> PlainSentences();     // nothing personal: hard negatives among them

}  // namespace maske::generator

#endif  // MASKE_TESTS_GENERATOR_SENTENCES_H_
