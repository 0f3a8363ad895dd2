// Units and how they join; see unit.h. Scores are those of docs: two clear names .85, a given name with an unlisted word
// .7, an initial with a surname .75, one given name .6; everyday words lower them.
#include "names/unit.h"

#include <algorithm>

#include "names/evidence.h"
#include "text/chars.h"

namespace maske::names {
namespace {

constexpr std::uint32_t kNeverInName = kStop | kCompany | kParty | kSalutation | kClosing | kDegree | kOrgHead;

struct Strength {
  std::uint8_t given = 0;
  std::uint8_t surname = 0;
  bool german = false;
  bool everyday = false;
  bool place = false;
  std::uint8_t tier = 0;
};

Strength Weigh(std::uint16_t classes) {
  Strength s;
  s.german = (classes & (kAlsoNoun | kAlsoWord)) != 0;
  s.everyday = (classes & kEveryday) != 0;
  s.place = (classes & kAlsoPlace) != 0;
  const unsigned given = GivenRarity(classes);
  const unsigned surname = SurnameTier(classes);
  s.tier = static_cast<std::uint8_t>(surname);
  if (given != 0) s.given = static_cast<std::uint8_t>(s.everyday ? 1 : s.german ? (given == 3 ? 2 : 1) : given);
  if (surname != 0) s.surname = static_cast<std::uint8_t>(s.german || s.everyday ? 1 : surname == 1 ? 2 : 3);
  return s;
}

// Bytes of the first character; an initial is one upper-case letter, or one and h ("Th.", "Ch.").
bool IsInitial(View& view, Index i) {
  const std::string_view w = view.word(i);
  if (w.size() > 4 || view.ByteAt(view.token(i).end) != '.') return false;
  std::size_t next = 0;
  text::CharAt(w, 0, &next);
  const bool short_enough = next == w.size() || (w.size() == 2 && w[1] == 'h');
  return short_enough;
}

// "M.Boeck", "Mag.Theodor": moves the unit behind the titles; false when the pieces are something else.
bool SplitPieces(View& view, Unit* unit) {
  const std::string_view w = view.text().substr(unit->begin, unit->end - unit->begin);
  std::size_t at = 0;
  std::size_t start = 0;
  for (std::size_t dot = w.find('.'); dot != std::string_view::npos; dot = w.find('.', at)) {
    const std::string_view piece = w.substr(at, dot - at);
    std::size_t next = 0;
    if (piece.empty()) return false;
    const char32_t c = text::CharAt(piece, 0, &next);
    if (next == piece.size() && text::IsUpper(c)) {
      at = dot + 1;
      continue;  // an initial belongs to the name
    }
    const std::uint64_t hash = text::HashWord(piece);
    if ((RolesOf(FindName(hash)) & (kTitle | kSalutation)) == 0) return false;
    at = dot + 1;
    start = at;
    unit->piece_title = true;
  }
  const std::string_view last = w.substr(at);
  if (last.size() < 3) return false;
  std::size_t next = 0;
  if (last.empty() || !text::IsUpper(text::CharAt(last, 0, &next)) || next == last.size()) return false;
  const std::uint64_t hash = text::HashWord(last);
  const std::uint16_t classes = FindName(hash);
  if ((RolesOf(classes) & (kTitle | kNeverInName)) != 0) return false;
  const Strength s = Weigh(classes);
  unit->given = s.given;
  unit->surname = s.surname;
  unit->german = s.german;
  unit->everyday = s.everyday;
  unit->begin += static_cast<std::uint32_t>(start);
  unit->hash = hash;
  return true;
}

// Leaves an inflected -s outside: the word is in no list, the word without it is.
void StripGenitive(std::string_view word, Unit* unit) {
  if (unit->listed() || word.size() < 4 || word.back() != 's') return;
  const std::uint64_t hash = text::HashWord(word.substr(0, word.size() - 1));
  const std::uint16_t classes = FindName(hash);
  const Strength s = Weigh(classes);
  if (s.given < 2 && s.surname < 1) return;
  unit->given = s.given;
  unit->surname = s.surname;
  unit->german = s.german;
  unit->everyday = s.everyday;
  unit->place = s.place;
  unit->hash = hash;
  unit->end -= 1;
}

}  // namespace

Unit ReadUnit(View& view, Index i) {
  Unit unit;
  if (!view.Has(i)) return unit;
  const text::Token& token = view.token(i);
  unit.first = unit.last = i;
  unit.begin = token.begin;
  unit.end = token.end;
  if ((token.flags & text::Token::kHasDigit) != 0) return unit;
  const Info info = view.info(i);
  unit.hash = info.hash;
  unit.roles = info.roles;
  if ((token.flags & text::Token::kUpperFirst) == 0) {
    if ((info.roles & kParticle) != 0 && token.end - token.begin <= 5) unit.kind = Kind::kParticle;
    return unit;
  }
  if (IsInitial(view, i) && (view.before(i) & kGapHyphen) == 0) {
    unit.kind = Kind::kInitial;
    while (view.gap(unit.last) == (kGapDot | kGapHyphen) && view.Has(unit.last + 1) && IsInitial(view, unit.last + 1)) {
      unit.end = view.token(++unit.last).end;  // "H.-J."
    }
    return unit;
  }
  const std::string_view word = view.word(i);
  if ((token.flags & text::Token::kHasMid) != 0 && word.find('.') != std::string_view::npos) {
    if (SplitPieces(view, &unit)) unit.kind = Kind::kName;
    return unit;
  }
  if ((token.flags & text::Token::kHasMid) != 0 && word.find_first_of("_:") != std::string_view::npos) return unit;
  unit.capitals = (token.flags & text::Token::kHasLower) == 0;
  Strength s = Weigh(info.classes);
  if (token.end - token.begin > 48 || word.size() < 2) return unit;

  if ((view.gap(i) & ~kGapEnd) == kGapHyphen) {
    // A hyphenated double: every part must be able to stand in a name.
    bool any_name = s.given != 0 || s.surname != 0;
    bool given = s.given != 0;
    bool bad = false;
    bool tail_word = false;
    Index j = i;
    while (view.Has(j + 1) && (view.gap(j) & ~kGapEnd) == kGapHyphen && j - i < 4) {
      ++j;
      if (!view.Capital(j) || view.Is(j, text::Token::kHasDigit | text::Token::kHasMid)) {
        bad = true;
        break;
      }
      const Info& part = view.info(j);
      const Strength p = Weigh(part.classes);
      any_name = any_name || p.given != 0 || p.surname != 0;
      given = given && p.given != 0;
      tail_word = (p.given == 0 && p.surname == 0 && LooksGerman(view.word(j), part.hash, true)) || p.everyday ||
                  (p.given == 0 && p.surname < 2 && (FindWord(part.hash) & kWordNoun) != 0 && s.surname < 2) ||
                  (part.roles & (kNeverInName | kTitle | kFunction)) != 0 || view.word(j).size() < 3 ||
                  !view.Is(j, text::Token::kHasLower) != unit.capitals;
      bad = bad || tail_word;
    }
    if (j == i) return unit;  // "Müller- und"
    unit.last = j;
    unit.end = view.token(j).end;
    unit.hash = text::HashWord(view.text().substr(unit.begin, unit.end - unit.begin));
    if (bad || (view.gap(j) & ~kGapEnd) == kGapHyphen || (info.roles & kNeverInName) != 0) return unit;
    unit.kind = Kind::kName;
    if (given) {
      unit.given = 3;
    } else if (any_name) {
      unit.surname = s.everyday ? 1 : 2;
    }
    return unit;
  }
  if ((info.roles & kParticle) != 0 && word.size() <= 3) {
    unit.kind = Kind::kName;  // "DE", "Von"
    unit.given = s.given;
    unit.surname = s.surname;
    return unit;
  }
  if ((info.roles & kNeverInName) != 0) {
    unit.stopped = (info.roles & kNeverInName) == kStop;
    return unit;
  }
  unit.kind = Kind::kName;
  unit.given = s.given;
  unit.surname = s.surname;
  unit.german = s.german;
  unit.everyday = s.everyday;
  unit.place = s.place;
  unit.tier = s.tier;
  StripGenitive(word, &unit);
  if (unit.capitals && (word.size() <= 3 || !unit.listed())) unit.kind = word.size() >= 5 ? Kind::kName : Kind::kNone;
  if (!unit.capitals && (token.flags & text::Token::kHasUpperInside) != 0 && !unit.listed() &&
      word.find('\'') == std::string_view::npos && !word.starts_with("Mc") && !word.starts_with("Mac") &&
      !word.starts_with("Di") && !word.starts_with("De")) {
    unit.kind = Kind::kNone;  // "GmbHs", "OpenOffice"
  }
  return unit;
}

bool PlainWord(View& view, const Unit& unit, bool compounds) {
  if (unit.listed()) return unit.everyday;
  if (unit.first != unit.last) return false;
  return LooksGerman(view.text().substr(unit.begin, unit.end - unit.begin), unit.hash, compounds);
}

namespace {

constexpr unsigned kMaxUnits = 7;

// "von der", "zu den": particles that begin no name and do not follow one.
bool OnlyBehindParticle(std::string_view word) {
  return word == "der" || word == "den" || word == "des" || word == "das" || word == "zum" || word == "zur" ||
         word == "la" || word == "los" || word == "las" || word == "lo";
}

// May this unit follow inside a name that has begun? Returns its worth as a last name: 0 no.
enum class Tail : std::uint8_t { kNo, kWeak, kUnknown, kNoun, kClear };

Tail TailOf(View& view, const Unit& unit, Trust trust) {
  if ((unit.roles & (kCalendar | kTitle | kFunction | kLabel)) != 0 && unit.surname < 2) return Tail::kNo;
  if (unit.everyday) return Tail::kWeak;
  if (unit.surname >= 2) return Tail::kClear;
  if (unit.given >= 2) return Tail::kClear;
  if (unit.listed()) return Tail::kNoun;
  if (unit.capitals) return Tail::kNo;
  if (RoleByEnding(view.text().substr(unit.begin, unit.end - unit.begin))) return Tail::kNo;
  return PlainWord(view, unit, trust != Trust::kStrong) ? Tail::kNo : Tail::kUnknown;
}

bool CapitalFollows(View& view, const Unit& unit) {
  return view.gap(unit.last) == kGapBlank && view.Has(unit.last + 1) && view.Capital(unit.last + 1) &&
         view.Is(unit.last + 1, text::Token::kHasLower);
}

// A German word behind "Herr": a surname all the same, unless it says what somebody is or belongs to such a word.
bool MayBeSurname(View& view, const Unit& unit) {
  if (unit.roles != 0 || unit.capitals || unit.first != unit.last) return false;
  const std::string_view word = view.text().substr(unit.begin, unit.end - unit.begin);
  const std::uint16_t known = FindWord(unit.hash);
  if (known == 0) return false;  // a noun by its ending
  if ((known & kWordNoun) == 0)
    return !CapitalFollows(view, unit);  // "Herr Immer"; "Herr Parlamentarischer Staatssekretär"
  static constexpr std::string_view kPersons[] = {"er", "in",  "or", "ent", "ist", "ant", "ar",
                                                  "ot", "eur", "at", "ge",  "te",  "ter", "loge"};
  for (const std::string_view end : kPersons) {
    if (word.ends_with(end)) return false;
  }
  return !RoleByEnding(word);
}

bool Joins(std::uint32_t gap, const Unit& before) {
  if (before.kind == Kind::kInitial) return gap == (kGapDot | kGapBlank) || gap == kGapDot;
  return gap == kGapBlank;
}

}  // namespace

Name NameAt(View& view, Index i, Trust trust) {
  Name name;
  Unit unit = ReadUnit(view, i);
  if (unit.kind == Kind::kNone) return name;
  name.first = i;
  name.begin = unit.begin;

  bool has_given = false;    // a given name or initial stands before
  bool clear_given = false;  // and it is a good one
  std::uint8_t first_given = 0;
  bool initial_only = true;
  Tail best = Tail::kNo;  // worth of the last accepted unit
  Unit accepted;          // the last accepted unit
  Unit previous;
  unsigned count = 0;
  bool pending_particle = false;

  for (unsigned n = 0; n < kMaxUnits; ++n) {
    if (n > 0) {
      if (!Joins(view.gap(previous.last), previous)) break;
      unit = ReadUnit(view, previous.last + 1);
    }
    const bool particle = unit.kind == Kind::kParticle || (n > 0 && unit.kind != Kind::kNone &&
                                                           (unit.roles & kParticle) != 0 && unit.end - unit.begin <= 4);
    if (particle) {
      if (n > 0 && previous.kind != Kind::kParticle && OnlyBehindParticle(view.word(unit.first))) break;
      if (n > 0 && !has_given && trust == Trust::kLexicon) break;
      if (n > 0 && count > 0 && best != Tail::kNo && !has_given) break;  // "Müller von" is no name of its own
      pending_particle = true;
      previous = unit;
      continue;
    }
    if (pending_particle && trust == Trust::kStrong && unit.stopped) unit.kind = Kind::kName;
    if (unit.kind == Kind::kNone) break;
    if (unit.kind == Kind::kInitial) {
      if (pending_particle) break;
      const bool behind_surname = count > 0 && accepted.kind == Kind::kName && accepted.given == 0;
      if (behind_surname && trust == Trust::kLexicon) break;
      if (behind_surname && count > 1) break;
      has_given = true;
      ++count;
      previous = unit;
      if (behind_surname || trust == Trust::kStrong) {  // "Hendlbein H." and "Herr W."
        accepted = unit;
        name.end = unit.end;
        name.last = unit.last;
        if (behind_surname) break;
      }
      continue;
    }
    if (unit.capitals && count > 0 && accepted.kind == Kind::kName && !accepted.capitals && !unit.listed() &&
        !pending_particle)
      break;

    // A capitalised word.
    if (count == 0 && !pending_particle && (unit.roles & kParticle) != 0 && trust != Trust::kStrong) return Name{};
    Tail tail = TailOf(view, unit, trust);
    if (pending_particle && tail == Tail::kWeak && (trust == Trust::kLexicon || count == 0) && !unit.stopped) break;
    if (pending_particle && tail == Tail::kNo && (unit.capitals || !PlainWord(view, unit, false)))
      tail = Tail::kUnknown;
    if (count == 0) {
      if (trust == Trust::kStrong) {
        const bool role_word =
            ((unit.roles & (kTitle | kFunction)) != 0 && (unit.tier < 3 || CapitalFollows(view, unit))) ||
            (!unit.listed() && RoleByEnding(view.text().substr(unit.begin, unit.end - unit.begin)));
        if (role_word) return Name{};
        if (tail == Tail::kNo && !unit.listed() && PlainWord(view, unit, false)) {
          if (pending_particle || !MayBeSurname(view, unit)) return Name{};
          tail = Tail::kWeak;
        }
        if (unit.capitals && !unit.listed() && unit.end - unit.begin < 4) return Name{};
      } else if (trust == Trust::kMedium) {
        if (tail == Tail::kNo) return Name{};
        if (tail == Tail::kWeak && unit.given == 0) return Name{};
      } else if (pending_particle ? unit.surname < 2 : unit.given == 0 || (unit.place && unit.given < 3)) {
        return Name{};
      }
      first_given = unit.given;
      initial_only = false;
    } else {
      if (tail == Tail::kNo) break;
      const bool after_surname = accepted.kind == Kind::kName && accepted.given == 0 && !initial_only &&
                                 best != Tail::kNo && !pending_particle && has_given;
      if (after_surname && !(trust != Trust::kLexicon && tail == Tail::kUnknown && !accepted.listed() && count < 3))
        break;
      if (!has_given && !pending_particle) {
        // An unlisted or surname-only first word: only an unlisted or clear word may follow, and only on trust.
        if (trust == Trust::kLexicon) break;
        if (accepted.surname >= 1 && accepted.given == 0 && !(unit.given >= 2 && !unit.german) &&
            !(trust == Trust::kStrong && tail == Tail::kUnknown && accepted.tier < 3 && !accepted.german)) {
          break;
        }
        if (tail == Tail::kWeak || tail == Tail::kNoun) break;
        if (unit.place && unit.surname < 2) break;
      }
      if (tail == Tail::kWeak && !clear_given && trust == Trust::kLexicon) break;
      if (tail == Tail::kNoun && !clear_given && !initial_only && first_given < 2 && trust == Trust::kLexicon) break;
    }
    accepted = unit;
    best = tail;
    ++count;
    name.end = unit.end;
    name.last = unit.last;
    has_given = has_given || unit.given != 0;
    clear_given = clear_given || unit.given >= 2;
    if (unit.given != 0 && count > 1 && initial_only) initial_only = false;
    previous = unit;
    pending_particle = false;
    if (unit.end != view.token(unit.last).end) break;  // behind an inflected -s the name is over
    if (unit.given == 0 && unit.surname == 0 && !has_given && trust == Trust::kLexicon) break;
  }
  if (name.end == 0) return name;
  const Unit head = count > 1 ? ReadUnit(view, i) : accepted;
  if (trust != Trust::kStrong && (head.roles & kCalendar) != 0 &&
      (best != Tail::kClear || count < 2 ||
       view.Is(std::min<Index>(name.last + 1, view.size() - 1), text::Token::kHasDigit))) {
    return Name{};  // "Mai", "Sun Dec"
  }
  name.units = count;
  name.surname = accepted.hash;
  name.surname_first = accepted.first;
  name.surname_last = accepted.last;
  const bool last_is_name = accepted.kind == Kind::kName;
  name.plain = !accepted.listed() && best == Tail::kWeak;
  name.single_given = count == 1 && accepted.given >= 2 && accepted.surname < 3;
  name.teach = last_is_name && !accepted.place && !accepted.everyday && !accepted.german &&
               accepted.end - accepted.begin >= 4 &&
               (accepted.roles & (kCalendar | kStop | kLabel | kFunction | kTitle)) == 0;
  const bool initial_first = initial_only && count > 1;
  switch (best) {
    case Tail::kClear:
      name.score = 0.85F;
      break;
    case Tail::kNoun:
      name.score = 0.75F;
      break;
    case Tail::kUnknown:
      name.score = 0.72F;
      break;
    case Tail::kWeak:
      name.score = 0.55F;
      break;
    case Tail::kNo:
      name.score = 0.3F;
      break;
  }
  if (initial_first) {
    name.score -= 0.1F;
    const char letter = view.ByteAt(name.begin);
    if (best != Tail::kClear && (letter == 'I' || letter == 'V' || letter == 'X'))
      name.score = 0.3F;  // a Roman numeral
  } else if (count == 1) {
    name.score = accepted.given == 3 ? 0.6F : accepted.given == 2 ? 0.45F : 0.3F;
    if (accepted.capitals || accepted.place) name.score = 0.3F;
  } else if (first_given == 1) {
    name.score -= best == Tail::kClear ? 0.2F : 0.35F;
  } else if (first_given == 2 && best != Tail::kClear) {
    name.score -= 0.12F;
  }
  return name;
}

}  // namespace maske::names
