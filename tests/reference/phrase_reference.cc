#include "reference/phrase_reference.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "text/chars.h"

namespace maske::reference {
namespace {

// A word with its key, or what stands between two words, its blanks drawn together.
struct Part {
  bool word = false;
  std::string shown;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool breaks = false;  // more blanks or line feeds than may stand in a phrase
};

bool WordAt(std::string_view text, std::size_t at, std::size_t* next) {
  const auto c = static_cast<UChar32>(text::CharAt(text, at, next));
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

bool Blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string Key(std::string_view word) {
  std::string key(300, ' ');
  key.resize(text::WordKey(word, key.data(), key.size()));
  return key;
}

std::string Drawn(std::string_view between, bool* breaks) {
  std::string out;
  for (std::size_t i = 0; i < between.size();) {
    if (!Blank(between[i])) {
      out.push_back(between[i++]);
      continue;
    }
    const std::size_t from = i;
    std::size_t lines = 0;
    for (; i < between.size() && Blank(between[i]); ++i) lines += between[i] == '\n' ? 1 : 0;
    *breaks = *breaks || lines > 1 || i - from > 16;
    out.push_back(' ');
  }
  return out;
}

std::vector<Part> PartsOf(std::string_view text) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < text.size();) {
    Part part;
    part.begin = at;
    std::size_t next = at;
    part.word = WordAt(text, at, &next);
    while (at < text.size() && WordAt(text, at, &next) == part.word) at = next;
    part.end = at;
    const std::string_view bytes = text.substr(part.begin, part.end - part.begin);
    part.shown = part.word ? Key(bytes) : Drawn(bytes, &part.breaks);
    parts.push_back(part);
  }
  return parts;
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && Blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && Blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> FindPhrases(std::string_view text,
                                                             const std::vector<ListedPhrase>& phrases) {
  std::set<std::pair<std::size_t, std::size_t>> found;
  const std::vector<Part> parts = PartsOf(text);
  for (const ListedPhrase& phrase : phrases) {
    const std::vector<Part> wanted = PartsOf(Trimmed(phrase.text));
    const bool lead = !wanted.front().word;
    const bool tail = !wanted.back().word;
    for (std::size_t first = 0; first < parts.size(); ++first) {
      if (parts[first].word == lead || first + wanted.size() > parts.size()) continue;
      std::size_t begin = parts[first].begin;
      std::size_t end = parts[first + wanted.size() - 1].end;
      bool same = true;
      for (std::size_t i = 0; i < wanted.size() && same; ++i) {
        const Part& part = parts[first + i];
        if (i == 0 && lead) {  // what stands before the first word ends with it
          same = part.shown.ends_with(wanted[i].shown);
          begin = part.end - wanted[i].shown.size();
        } else if (i + 1 == wanted.size() && tail) {  // what stands behind the last begins with it
          same = part.shown.starts_with(wanted[i].shown);
          end = part.begin + wanted[i].shown.size();
        } else if (i + 1 == wanted.size() && phrase.inflected && part.shown == wanted[i].shown + "s" &&
                   (text[part.end - 1] | 0x20) == 's') {
          end = part.end - 1;
        } else {
          same = part.shown == wanted[i].shown && !part.breaks;
        }
      }
      const std::size_t word = first + (lead ? 1 : 0);
      std::size_t next = 0;
      if (phrase.capital && !text::IsUpper(text::CharAt(text, parts[word].begin, &next))) same = false;
      if (same) found.emplace(begin, end);
    }
  }
  return {found.begin(), found.end()};
}

}  // namespace maske::reference
