// See text_maker.h.
#include "match/text_maker.h"

namespace maske::match {
namespace {

const std::vector<std::string>& Neighbours() {
  static const std::vector<std::string> list = {" ",
                                                " ",
                                                " ",
                                                "",
                                                "\n",
                                                "\r\n",
                                                "\t",
                                                ".",
                                                ". ",
                                                ",",
                                                ", ",
                                                ":",
                                                ": ",
                                                ";",
                                                "-",
                                                "/",
                                                "(",
                                                ") ",
                                                "_",
                                                "@",
                                                "+",
                                                "=",
                                                "\"",
                                                "'",
                                                "<",
                                                "> ",
                                                "[",
                                                "] ",
                                                "0",
                                                "7",
                                                "a",
                                                "Z",
                                                "\xC3\xA4",
                                                "\xC3\x9F",
                                                "\xE2\x80\x93",
                                                "\xE2\x80\x9E",
                                                "\xC2\xA0",
                                                "\xE2\x80\x8B",
                                                "\xF0\x9F\x98\x80",
                                                "\xEF\xBC\x91"};
  return list;
}

}  // namespace

TextMaker::TextMaker(const LoadedPatterns& patterns, std::uint64_t seed) : random_(seed) {
  for (const auto& pattern : patterns.patterns) {
    for (const Example& example : pattern->match) {
      forms_.push_back(example.text);
      for (const auto& [begin, end] : example.spans) forms_.push_back(example.text.substr(begin, end - begin));
    }
    for (const Example& example : pattern->no_match) forms_.push_back(example.text);
    for (const auto* list : {&pattern->context_words, &pattern->context_not}) {
      for (const std::string& entry : *list) {
        std::string word;
        for (char c : entry) {
          if (c != '*') word += c;
        }
        words_.push_back(word);
      }
    }
  }
  for (const char* word : {"und", "der", "Haus", "am",
                           "Stra\xC3\x9F"
                           "e",
                           "iPhone", "x1", "UTF8", "2024", "12.03.2024", "3,50", "1.234,56", "10:30"}) {
    words_.emplace_back(word);
  }
}

// One change in half of the cases: a character dropped, doubled, replaced by a digit, a blank put in, cases turned.
std::string TextMaker::Bent(std::string form) {
  if (form.empty() || Below(2) == 0) return form;
  const std::size_t at = Below(form.size());
  if (static_cast<unsigned char>(form[at]) >= 128) return form;
  switch (Below(5)) {
    case 0:
      form.erase(at, 1);
      break;
    case 1:
      form.insert(at, 1, form[at]);
      break;
    case 2:
      form[at] = static_cast<char>('0' + Below(10));
      break;
    case 3:
      form.insert(at, " ");
      break;
    default:
      for (char& c : form) {
        if (c >= 'a' && c <= 'z') {
          c = static_cast<char>(c - 32);
        } else if (c >= 'A' && c <= 'Z') {
          c = static_cast<char>(c + 32);
        }
      }
  }
  return form;
}

std::string TextMaker::Make(std::size_t size) {
  std::string text;
  while (text.size() < size) {
    switch (Below(8)) {
      case 0:
      case 1:
      case 2:
        text += Bent(Of(forms_));
        break;
      case 3:
      case 4:
        text += Of(words_);
        break;
      case 5:
        for (std::size_t i = Below(8) + 1; i > 0; --i) text += static_cast<char>('0' + Below(10));
        break;
      case 6:
        for (std::size_t i = Below(6) + 1; i > 0; --i) text += static_cast<char>(32 + Below(95));
        break;
      default:
        break;
    }
    text += Of(Neighbours());
  }
  return text;
}

}  // namespace maske::match
