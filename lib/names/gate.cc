// See gate.h.
#include "names/gate.h"

#include "names/model/features.h"
#include "text/chars.h"

namespace maske::names {
namespace {

using text::Token;

constexpr unsigned kBits = 12;
static_assert(model::kGateRows == 1U << kBits);

std::uint16_t HashRow(std::uint64_t hash) { return static_cast<std::uint16_t>(hash >> (64 - kBits)); }

// The lists' word for it in eight bits; words in no list of names by the list of German words.
unsigned ListBits(const Info& info, bool capital) {
  unsigned bits = info.classes & 0xFFU;
  if ((bits & (kGivenMask | kSurnameMask)) == 0) {
    if (!capital) return bits | kAlsoWord;  // nearly all are; it saves a look-up
    const std::uint16_t word = FindWord(info.hash);
    if ((word & kWordNoun) != 0) bits |= kAlsoNoun;
    if ((word & kWordOther) != 0) bits |= kAlsoWord;
  }
  return bits;
}

// What a neighbour is, in five bits: a role that matters for names, and what lists say, coarsely.
unsigned Kind(const Info& info, const Token& token) {
  unsigned role = 0;
  if ((info.roles & (kSalutation | kTitle)) != 0) {
    role = 1;
  } else if ((info.roles & kDeterminer) != 0) {
    role = 2;
  } else if ((info.roles & kPreposition) != 0) {
    role = 3;
  } else if ((info.roles & (kFunction | kSay)) != 0) {
    role = 4;
  } else if ((info.roles & (kGreeting | kClosing | kLabel | kMailHeader)) != 0) {
    role = 5;
  } else if ((info.roles & (kLinker | kParticle)) != 0) {
    role = 6;
  } else if (info.roles != 0) {
    role = 7;
  }
  return role << 2 | (ClearGiven(info.classes) ? 2U : 0U) | ((token.flags & Token::kUpperFirst) != 0 ? 1U : 0U);
}

// Words that are no names, whatever lists say; and those that are none unless they are clear given names ("Phil", "Jan").
constexpr std::uint32_t kNoName = kStop | kSalutation | kCompany | kParty | kClosing | kGreeting | kOrgHead | kSay;
constexpr std::uint32_t kHardlyName = kNoName | kCalendar | kTitle | kMailHeader | kDegree;
// Bytes beside a word that no name has there: addresses, paths, program text.
bool BadNeighbour(char left, char right) {
  switch (left) {
    case '@':
    case '/':
    case '_':
    case '\\':
    case '#':
    case '$':
    case '%':
    case '=':
      return true;
    default:
      break;
  }
  return right == '@' || right == '_' || right == '\\' || right == '=' || right == '(' || right == '[';
}

// A word in no list that ends in a German noun of at least five letters which is no surname: "Tumormarker", "Thoraxröntgen".
bool EndsInNoun(std::string_view word) {
  for (std::size_t cut = 3; cut + 5 <= word.size(); ++cut) {
    if ((static_cast<unsigned char>(word[cut]) & 0xC0) == 0x80) continue;
    const std::uint64_t tail = text::HashWord(word.substr(cut));
    if ((FindWord(tail) & kWordNoun) != 0 && (FindName(tail) & (kGivenMask | kSurnameMask | kAlsoPlace)) == 0)
      return true;
  }
  return false;
}

// Three bytes, ASCII letters in lower case.
std::uint16_t AffixRow(const char* bytes, std::uint32_t salt) {
  std::uint32_t three = 0;
  for (int n = 0; n < 3; ++n) {
    const auto byte = static_cast<unsigned char>(bytes[n]);
    three = three << 8 | (byte >= 'A' && byte <= 'Z' ? byte + 32U : byte);
  }
  return static_cast<std::uint16_t>(((three + salt) * 0x9E3779B1U) >> (32 - kBits));
}

// What lists say of a word, or if they know none such, of it without its -s: "Schröders", "peter's".
std::uint16_t ListedAs(View* view, Index i) {
  const std::uint16_t classes = view->info(i).classes;
  const std::string_view word = view->word(i);
  if ((classes & (kGivenMask | kSurnameMask)) != 0 || word.size() < 4 || word.back() != 's') return classes;
  const std::size_t end = word.size() - (word[word.size() - 2] == '\'' ? 2 : 1);
  return classes | FindName(text::HashWord(word.substr(0, end)));
}

bool MayAskCapital(View* view, const std::vector<Token>& tokens, Index i) {
  const Token& token = tokens[i];
  const std::uint32_t size = token.end - token.begin;
  const bool capitals = (token.flags & Token::kHasLower) == 0;
  const Info info = view->info(i);
  if ((info.roles & (ClearGiven(info.classes) ? kNoName : kHardlyName)) != 0) return false;
  if ((info.classes & (kGivenMask | kSurnameMask)) != 0) {
    return !capitals || size > 4 || model::LineOf(view->text(), tokens, i) == 3;  // else an abbreviation
  }
  return size >= 3 && !capitals && info.roles == 0 && FindWord(info.hash) == 0;
}

// A listed name in a line without capitals.
bool MayAskLower(View* view, const std::vector<Token>& tokens, Index i) {
  const Token& token = tokens[i];
  if (token.end - token.begin < 3) return false;
  // A capitalised word right beside it: most words end here.
  constexpr unsigned kCapitalised = Token::kUpperFirst | Token::kHasLower;
  const std::string_view text = view->text();
  if (i > 0 && (tokens[i - 1].flags & kCapitalised) == kCapitalised && tokens[i - 1].end + 1 == token.begin &&
      text[token.begin - 1] == ' ') {
    return false;
  }
  if (i + 1 < tokens.size() && (tokens[i + 1].flags & kCapitalised) == kCapitalised &&
      tokens[i + 1].begin == token.end + 1 && text[token.end] == ' ') {
    return false;
  }
  if (model::LineOf(text, tokens, i) >= 2) return false;
  const Info info = view->info(i);
  if ((info.roles & (ClearGiven(info.classes) ? kNoName : kHardlyName)) != 0) return false;
  const std::uint16_t classes = ListedAs(view, i);
  if ((classes & kEveryday) != 0) return false;
  const std::string_view word = view->word(i);
  const bool genitive = word.size() > 3 && word.substr(word.size() - 2) == "'s";  // no German word ends like this
  const bool german = !genitive && (classes & (kAlsoNoun | kAlsoWord)) != 0;
  return GivenRarity(classes) >= (german ? 2U : 1U) || SurnameTier(classes) >= (german ? 3U : 2U);
}

}  // namespace

bool MayAsk(View* view, const std::vector<Token>& tokens, Index i) {
  const Token& token = tokens[i];
  if ((token.flags & Token::kHasDigit) != 0 || (token.flags & Token::kHasLetter) == 0) return false;
  const char left = token.begin == 0 ? ' ' : view->text()[token.begin - 1];
  if (BadNeighbour(left, view->ByteAt(token.end))) return false;
  return (token.flags & Token::kUpperFirst) != 0 ? MayAskCapital(view, tokens, i) : MayAskLower(view, tokens, i);
}

bool WorthAsking(View* view, const std::vector<Token>& tokens, Index i, const model::Model& model) {
  const Info info = view->info(i);
  const bool capital = (tokens[i].flags & Token::kUpperFirst) != 0;
  const bool listed = (ListedAs(view, i) & (kGivenMask | kSurnameMask)) != 0;
  if (model.gate() != nullptr) {
    if (GateSum(model.gate(), GateRowsOf(view, tokens, i)) < model.header().gate_threshold) return false;
  } else if (capital && (listed ? (info.classes & kEveryday) != 0 : LooksGerman(view->word(i), info.hash, true))) {
    return false;
  }
  return listed || !capital || !EndsInNoun(view->word(i));
}

GateRows GateRowsOf(View* view, const std::vector<Token>& tokens, Index i) {
  const Token& token = tokens[i];
  const std::string_view text = view->text();
  const Info own = view->info(i);
  const bool before = !model::CutBefore(tokens, i);
  const bool behind = !model::CutBefore(tokens, i + 1);
  const bool before2 = before && !model::CutBefore(tokens, i - 1);
  const bool behind2 = behind && !model::CutBefore(tokens, i + 2);
  const Info none;
  const Info left = before ? view->info(i - 1) : none;
  const Info right = behind ? view->info(i + 1) : none;
  const unsigned left_kind = before ? Kind(left, tokens[i - 1]) : 0;
  const unsigned right_kind = behind ? Kind(right, tokens[i + 1]) : 0;
  const unsigned gap_before = model::GapBefore(text, tokens, i);
  const unsigned gap_behind = model::GapBefore(text, tokens, i + 1);
  const unsigned capital = (token.flags & Token::kUpperFirst) != 0 ? 1 : 0;
  const unsigned lists = ListBits(own, capital != 0);
  const unsigned class4 = ((lists & kGivenMask) >= 2 ? 1U : 0U) | ((lists & kSurnameMask) != 0 ? 2U : 0U) |
                          ((lists & (kAlsoNoun | kAlsoWord)) != 0 ? 4U : 0U) | ((lists & kEveryday) != 0 ? 8U : 0U);
  const std::uint32_t size = token.end - token.begin;
  GateRows rows{};
  rows[0] = static_cast<std::uint16_t>(lists | capital << 8 | (own.roles != 0 ? 1U << 9 : 0U));
  rows[1] = model::ShapeRow(size, token.flags);
  rows[2] = HashRow(own.hash);
  rows[3] = size >= 3 ? AffixRow(text.data() + token.end - 3, 1) : 0;
  rows[4] = size >= 3 ? AffixRow(text.data() + token.begin, 2) : 0;
  rows[5] = before ? HashRow(left.hash) : 0;
  rows[6] = static_cast<std::uint16_t>((before ? ListBits(left, (left_kind & 1U) != 0) : 0U) | (left_kind & 1U) << 8 |
                                       (before ? 1U << 9 : 0U));
  rows[7] = behind ? HashRow(right.hash) : 0;
  rows[8] = static_cast<std::uint16_t>((behind ? ListBits(right, (right_kind & 1U) != 0) : 0U) |
                                       (right_kind & 1U) << 8 | (behind ? 1U << 9 : 0U));
  rows[9] = before2 ? HashRow(view->info(i - 2).hash) : 0;
  rows[10] = behind2 ? HashRow(view->info(i + 2).hash) : 0;
  rows[11] = static_cast<std::uint16_t>(gap_before | (left_kind & 1U) << 8 | (right_kind & 1U) << 9 | capital << 10);
  rows[12] = static_cast<std::uint16_t>(gap_behind | (left_kind & 1U) << 8 | (right_kind & 1U) << 9 | capital << 10);
  rows[13] = static_cast<std::uint16_t>(class4 | left_kind << 4 | capital << 9 | (gap_before == 1 ? 1U << 10 : 0U));
  rows[14] = static_cast<std::uint16_t>(class4 | right_kind << 4 | capital << 9 | (gap_behind == 1 ? 1U << 10 : 0U));
  rows[15] = static_cast<std::uint16_t>(left_kind | right_kind << 5 | (gap_before == 1 ? 1U << 10 : 0U) |
                                        (gap_behind == 1 ? 1U << 11 : 0U));
  return rows;
}

std::int32_t GateSum(const std::int8_t* tables, const GateRows& rows) {
  std::int32_t sum = 0;
  for (std::size_t n = 0; n < rows.size(); ++n) sum += tables[n * model::kGateRows + rows[n]];
  return sum;
}

}  // namespace maske::names
