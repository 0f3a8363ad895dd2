// See the header.
#include "chunks/letters.h"

#include "generator/kinds.h"

namespace maske::chunks {

std::string Generated(std::string_view kind, std::uint64_t seed, std::size_t size) {
  generator::Random random(seed);
  const generator::Lexicon lexicon = generator::Lexicon::BuiltIn();
  std::string text;
  while (text.size() < size) {
    generator::Document document;
    if (!generator::MakeDocument(kind, &random, lexicon, &document)) return text;
    text += document.text;
  }
  return text;
}

}  // namespace maske::chunks
