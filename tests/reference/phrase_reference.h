// The slow twin of lib/phrases: at every place of a text, every phrase of the list, compared word by word in the most
// obvious way: words are cut by ICU's properties (letter, number, mark), keyed by text::WordKey; what stands between them
// is compared with its blanks drawn together. Cost: phrases times bytes.
#ifndef MASKE_TESTS_REFERENCE_PHRASE_REFERENCE_H_
#define MASKE_TESTS_REFERENCE_PHRASE_REFERENCE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace maske::reference {

struct ListedPhrase {
  std::string text;
  bool capital = false;
  bool inflected = false;
};

// Spans of the folded text, sorted, each once.
std::vector<std::pair<std::size_t, std::size_t>> FindPhrases(std::string_view text,
                                                             const std::vector<ListedPhrase>& phrases);

}  // namespace maske::reference

#endif  // MASKE_TESTS_REFERENCE_PHRASE_REFERENCE_H_
