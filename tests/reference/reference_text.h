// The slow twin of lib/text's folded text with its way back (text::Prepared without classes and tokens): the whole
// input at once, one group of characters after the other, an entry for every byte of the text.
//
// A group is a character and those attached to it (marks, ignorables). It folds by itself (fold_reference.h): byte for
// byte where nothing changes, else all for all, without the ignorables at its end.
// Cost: an entry of 16 bytes for each byte of text.
#ifndef MASKE_TESTS_REFERENCE_REFERENCE_TEXT_H_
#define MASKE_TESTS_REFERENCE_REFERENCE_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace maske::reference {

struct FoldedText {
  std::string text;
  std::vector<std::size_t> raw_begin;  // by text byte: begin of the input that it stands for
  std::vector<std::size_t> raw_end;    // and its end
};

FoldedText FoldWithMap(std::string_view raw);

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_REFERENCE_TEXT_H_
