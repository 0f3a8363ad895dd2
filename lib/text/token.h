// Cuts a prepared text into tokens (Token in prepared.h says what they are). Plain text: runs of word bytes, joined
// over a . ' ’ ‘ · between letters and a . ' ’ ‘ , ; between digits, by operations on the bitmaps. Text between blanks
// that holds odd characters: character by character, by the rules of UAX #29. Cost: 2 GB/s plain, 100 to 300 MB/s odd.
// Slow twin: ICU's break iterator, tests/reference/token_reference.h; test: tests/text/token_test.cc; fuzzer:
// fuzz/token_fuzz.cc.
#ifndef MASKE_TEXT_TOKEN_H_
#define MASKE_TEXT_TOKEN_H_

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "text/class_maps.h"
#include "text/prepared.h"

namespace maske::text {

// text is folded, valid UTF-8; maps and scan are its scan. Tokens of text[0, from) are there already when from > 0; then a
// blank stands at `from`.
void Tokenize(std::string_view text, const ClassMaps& maps, const ScanResult& scan, std::vector<Token>* tokens,
              std::size_t from = 0);

// Writes tokens into a vector without clearing memory that is overwritten at once; Finish cuts the vector to what was
// kept.
class TokenWriter {
 public:
  // Behind the first `kept` tokens.
  explicit TokenWriter(std::vector<Token>* tokens, std::size_t kept = 0) : tokens_(tokens), size_(kept) {}
  // Room for `count` more tokens.
  Token* Next(std::size_t count) {
    const std::size_t need = size_ + count;
    if (need > tokens_->size()) {
      const std::size_t more = need + tokens_->size() / 2;
      tokens_->resize(need <= tokens_->capacity() ? std::min(more, tokens_->capacity()) : more);
    }
    return tokens_->data() + size_;
  }
  void Keep(std::size_t count) { size_ += count; }
  void Finish() { tokens_->resize(size_); }

 private:
  std::vector<Token>* tokens_;
  std::size_t size_;
};

// The rules alone, for the bytes [begin, end) of text, whose borders are blanks or the text's.
void SegmentByRules(std::string_view text, std::size_t begin, std::size_t end, TokenWriter* tokens);

}  // namespace maske::text

#endif  // MASKE_TEXT_TOKEN_H_
