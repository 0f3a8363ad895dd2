// Visits the tokens of a slice from left to right and asks, cheapest first: does something before a capitalised word make it
// a name (title, greeting, closing, field), do the words themselves (lexicon), does something behind it, has the session
// seen it. Every decision is a function of the text within 1 KiB and of NameMemory; candidates may overlap (lib/resolve
// decides), so that no decision hangs on an earlier one. Cost: a capitalised word that can be no name costs one look-up
// and one glance at its neighbours. Tested by tests/names/.
#include "names/detector.h"

#include <algorithm>
#include <bit>
#include <span>

#include "names/evidence.h"
#include "names/glance.h"
#include "names/sift.h"
#include "names/unit.h"
#include "names/view.h"
#include "text/chars.h"

namespace maske::names {
namespace {

constexpr std::string_view kRuleNames[kRuleCount] = {
    "person_title",       "person_greeting",   "person_signature", "person_field",     "person_header",
    "person_attribution", "person_transcript", "person_listed",    "person_full_name", "person_initial",
    "person_birth_name",  "person_memory",     "person_weak",      "person_model"};

constexpr std::uint64_t kDoubtful = 0x2545F4914F6CDD1DU;  // salt of names that are German words too

constexpr float kTeachFrom = 0.7F;       // evidence that teaches a name to the session
constexpr float kModelTeachFrom = 0.9F;  // probability from which the model's word does

class Finder {
 public:
  Finder(const text::Prepared& slice, std::uint32_t begin, std::uint32_t end, RuleId first_rule, NameMemory* memory,
         std::vector<Candidate>* out, TaggedNames* model)
      : view_(slice), begin_(begin), end_(end), first_rule_(first_rule), memory_(memory), out_(out) {
    if (model != nullptr) tagged_ = model->Find(slice, &view_, begin, end);
  }

  void Run(const std::vector<text::Token>& tokens) {
    const auto from = std::partition_point(tokens.begin(), tokens.end(),
                                           [this](const text::Token& token) { return token.end <= begin_; });
    auto i = static_cast<Index>(from - tokens.begin());
    const auto stop =
        static_cast<Index>(std::partition_point(tokens.begin() + i, tokens.end(),
                                                [this](const text::Token& token) { return token.begin < end_; }) -
                           tokens.begin());
    if (SiftingOff()) {
      for (; i < stop; ++i) {
        Tagged(i);
        Everything(i);
      }
      Tagged(View::kNone);
      return;
    }
    Sift sift(&view_, tokens, memory_, i, stop);
    while (sift.Next()) {
      Sift::Mask look = sift.look();
      const Sift::Mask tagged = BehindTagged(sift);
      for (Sift::Mask work = look | tagged | sift.particle_before() | sift.particle_behind(); work != 0;
           work &= work - 1) {
        const auto n = static_cast<std::size_t>(std::countr_zero(work));
        const Sift::Mask bit = Sift::Mask{1} << n;
        const Index k = sift.Word(n);
        const std::uint64_t taught = memory_->taught();
        if ((sift.particle_before() & bit) != 0) {
          LowerTitle(k - 2);
          LowerTitle(k - 1);
        }
        if ((tagged & bit) != 0) Tagged(k);
        if (memory_->taught() != taught) look |= sift.Remember(n, taught);  // perhaps this very word
        if (k >= stop) continue;
        if ((look & bit) != 0 && k >= i && !view_.Is(k, text::Token::kHasDigit)) {
          view_.Anchor(k);
          bool newline = false;
          const std::uint16_t ask = sift.At(n, &newline);
          if (ask == kAskAll) {
            Visit(k);
          } else if (ask != 0) {
            Rules(k, ask, newline);
          }
        }
        if ((sift.particle_behind() & bit) != 0) Particle(k + 1);
        if (memory_->taught() != taught) {
          const Sift::Mask known = sift.Remember(n + 1, taught);
          look |= known;
          work |= known;
        }
      }
    }
    Tagged(View::kNone);
  }

 private:
  // The words of the batch that are the first behind the first word of a name of the model.
  Sift::Mask BehindTagged(const Sift& sift) const {
    Sift::Mask words = 0;
    std::size_t n = 0;
    for (std::size_t at = next_tagged_; at < tagged_.size(); ++at) {
      while (n < sift.words() && sift.Word(n) <= tagged_[at].name.first) ++n;
      if (n == sift.words()) break;
      words |= Sift::Mask{1} << n;
    }
    return words;
  }

  // Reports the model's names that begin before token i: they teach from their second word on.
  void Tagged(Index i) {
    for (; next_tagged_ < tagged_.size() && tagged_[next_tagged_].name.first < i; ++next_tagged_) {
      const TaggedName& tagged = tagged_[next_tagged_];
      Emit(tagged.name, Rule::kModel, tagged.score, tagged.person >= kModelTeachFrom);
    }
  }

  void Emit(const Name& name, Rule rule, float score, bool teach) {
    if (name.begin < begin_ || name.begin >= end_ || name.end <= name.begin || name.end - name.begin > kMaxSpanBytes)
      return;
    Candidate c;
    c.begin = name.begin;
    c.end = name.end;
    c.type = kPerson;
    c.rule = static_cast<RuleId>(first_rule_ + static_cast<RuleId>(rule));
    c.score = score;
    out_->push_back(c);
    if (!teach || score < kTeachFrom) return;
    if (name.surname != 0 && (rule == Rule::kTitle || rule == Rule::kTranscript))
      memory_->Teach(name.surname ^ kDoubtful);
    if (!name.teach) return;
    memory_->Teach(name.surname);
    // A hyphenated name is looked for only where its first part is known.
    if (name.surname_last > name.surname_first) memory_->Teach(view_.info(name.surname_first).hash ^ kHyphenated);
  }

  // The rules for a token without the first look.
  void Everything(Index i) {
    if (!view_.Capital(i)) {
      if (view_.token(i).end - view_.token(i).begin <= 3) Particle(i);
    } else if (!view_.Is(i, text::Token::kHasDigit)) {
      view_.Anchor(i);
      Visit(i);
    }
  }

  // A particle behind a title in lower case ("dr. von X").
  void LowerTitle(Index i) {
    if (i == 0 || view_.Capital(i) || view_.Capital(i - 1) || view_.token(i).end - view_.token(i).begin > 3) return;
    if (view_.ByteAt(view_.token(i - 1).end) == '.') Particle(i);
  }

  // The rules that the first look asks for; the others would say no.
  void Rules(Index i, unsigned ask, bool newline) {
    const char next = view_.ByteAt(view_.token(i).end);
    if ((ask & kAskMail) != 0 && MailName(i)) return;
    if ((ask & kAskBefore) != 0 && Before(i, ask)) return;
    if ((ask & kAskItem) != 0 && Item(i)) return;
    if ((ask & kAskLine) != 0 && LineOfName(i)) return;
    if ((ask & kAskLexicon) != 0 && Lexicon(i)) return;
    if ((ask & kAskMemory) != 0 && Remembered(i)) return;
    if ((ask & kAskSpeaker) != 0 && Speaker(i)) return;
    if ((ask & kAskBehind) != 0 && RightMaySpeak(view_, i, newline, next) && Behind(i)) return;
    if ((ask & kAskWeak) != 0) Weak(i);
  }

  // A word that may be a name goes on to the rules; all others are done with after a glance at what stands beside them.
  void Visit(Index i) {
    const text::Token& token = view_.token(i);
    const std::string_view text = view_.text();
    const text::Token* before = i > 0 ? &view_.token(i - 1) : nullptr;
    if (before != nullptr && before->end + 1 == token.begin && text[before->end] == '-')
      return;  // later part of a compound
    const Info info = view_.info(i);
    const bool alone = before != nullptr && before->end + 1 == token.begin && text[before->end] == ' ';
    const bool newline = !alone && (before == nullptr || NewlineIn(view_, before->end, token.begin));
    view_.Anchor(i);
    const bool item = token.begin >= 2 && text[token.begin - 1] == ' ' &&
                      (text[token.begin - 2] == ',' || text[token.begin - 2] == ';');
    if ((newline || item || (token.begin > 0 && text[token.begin - 1] == '"')) && MailName(i)) return;
    if (LeftMaySpeak(view_, i, newline) && Before(i, kAskBefore)) return;
    if ((item || (newline && i > 0 && ListLine(view_, i))) && Item(i)) return;
    if (newline && LineOfName(i)) return;
    const std::uint16_t classes = info.classes;
    const char next = view_.ByteAt(token.end);
    if (WorthTrying(view_, i, classes, next, newline) && Lexicon(i)) return;
    std::uint64_t stem = 0;
    if (text[token.end - 1] == 's' && (classes & (kGivenMask | kSurnameMask | kHasRole)) == 0 &&
        token.end - token.begin > 4) {
      stem = text::HashWord(text.substr(token.begin, token.end - 1 - token.begin));
      if ((FindName(stem) & kGivenMask) >= 2 && Lexicon(i)) return;
    }
    if (!memory_->empty() &&
        (memory_->Knows(info.hash) || (stem != 0 && memory_->Knows(stem)) ||
         (next == '-' && memory_->Knows(info.hash ^ kHyphenated))) &&
        Remembered(i)) {
      return;
    }
    if (newline && next == ':' && Speaker(i)) return;
    if (RightMaySpeak(view_, i, newline, next) && Behind(i)) return;
    if ((classes & (kSurnameMask | kAlsoNoun | kAlsoWord | kEveryday | kAlsoPlace | kHasRole)) == kSurnameMask &&
        next != '-')
      Weak(i);
  }

  // A name that begins with a particle: behind a title, or not at all.
  void Particle(Index i) {
    if (i == 0 || i + 1 >= view_.size()) return;
    if (!view_.Capital(i + 1) && view_.token(i + 1).end - view_.token(i + 1).begin > 3) return;
    if (!view_.Capital(i - 1) && view_.ByteAt(view_.token(i - 1).end) != '.') return;
    const std::string_view word = view_.word(i);
    switch (word[0]) {
      case 'v':
        if (word != "von" && word != "van") return;
        break;
      case 'd':
        if (word.size() != 2 && word != "del" && word != "dos") return;
        break;
      case 'z':
        if (word != "zu") return;
        break;
      case 'a':
      case 'b':
      case 'e':
      case 'i':
      case 'l':
      case 't':
        break;
      default:
        return;
    }
    view_.Anchor(i);
    if ((view_.roles(i) & kParticle) == 0) return;
    if (const Evidence title = TitleBefore(view_, i); title && title.rule == Rule::kTitle) {
      if (title.trust != Trust::kStrong) return;
      const Name name = NameAt(view_, i, Trust::kStrong);
      if (name) Emit(name, Rule::kTitle, 0.9F, true);
    }
  }

  // Evidence before the word, of these kinds. True when it decided.
  bool Before(Index i, unsigned ask) {
    if ((ask & kAskTitle) != 0) {
      if (const Evidence e = TitleBefore(view_, i)) return ByTitle(i, e);
    }
    if ((ask & kAskField) != 0) {
      if (const Evidence e = FieldBefore(view_, i); e && ByField(i, e)) return true;
    }
    if ((ask & kAskGreeting) != 0) {
      if (const Evidence e = GreetingBefore(view_, i); e && ByGreeting(i, e)) return true;
    }
    if ((ask & kAskSignature) != 0) {
      if (const Evidence e = SignatureBefore(view_, i); e && BySignature(i, e)) return true;
    }
    return false;
  }

  bool Item(Index i) {
    const Evidence e = ItemBefore(view_, i);
    return e && ByItem(i, e);
  }

  bool ByTitle(Index i, const Evidence& e) {
    Name name = NameAt(view_, i, e.trust);
    if (!name || Suppressed(view_, name, true)) return e.trust == Trust::kStrong;
    if (e.trust == Trust::kMedium && Suppressed(view_, name, false)) return false;
    float score = e.score;
    if (e.trust == Trust::kStrong && name.plain) score = 0.8F;
    if (e.trust == Trust::kMedium && name.units == 1 && name.score < 0.4F) {
      score = (view_.info(name.last).classes & kAlsoPlace) != 0 ? 0.45F : 0.75F;
      if (name.end - name.begin < 3) return false;
    }
    if (e.rule == Rule::kSignature && !view_.Capital(i)) score = 0.6F;
    Emit(name, e.rule, score, true);
    return true;
  }

  bool ByField(Index i, const Evidence& e) {
    Name name = NameAt(view_, i, e.trust);
    if (!name || Suppressed(view_, name, false)) return false;
    const bool comma = ExtendOverComma(view_, true, &name);
    float score = e.score;
    if (!comma && !PhraseEnds(view_, name)) score = std::min(score, std::max(name.score, 0.45F));
    if (name.units == 1 && !comma) score -= name.score >= 0.6F ? 0.05F : 0.12F;
    if (e.rule == Rule::kAttribution && name.units == 1 && name.score < 0.6F && view_.ByteAt(name.end) != ':')
      score = 0.45F;
    Emit(name, e.rule, score, true);
    return true;
  }

  // An item of a list: a whole name, then a separator or the end of the line.
  bool ByItem(Index i, const Evidence& e) {
    Name name = NameAt(view_, i, e.trust);
    if (!name || Suppressed(view_, name, false)) return false;
    const bool comma = view_.AtLineBegin(i) && ExtendOverComma(view_, true, &name);
    const char next = view_.ByteAt(name.end);
    if (name.units == 1 && !comma && name.score < 0.4F) return false;
    if (next != ',' && next != ';' && !EndsLine(view_, name) && view_.gap(name.last) != (kGapBlank | kGapOpen) &&
        next != '.' && !PhraseEnds(view_, name))
      return false;
    Emit(name, e.rule, e.score, true);
    return true;
  }

  bool MailName(Index i) {
    const Name name = NameBeforeMail(view_, i);
    if (!name) return false;
    Emit(name, Rule::kHeader, 0.92F, false);
    return true;
  }

  bool ByGreeting(Index i, const Evidence& e) {
    const Name name = NameAt(view_, i, e.trust);
    if (!name || name.units > 3) return false;
    const std::uint32_t gap = view_.gap(name.last);
    const bool linked = gap == kGapBlank && view_.Has(name.last + 1) && (view_.roles(name.last + 1) & kLinker) != 0;
    const bool ends =
        (gap & (kGapComma | kGapMark | kGapDot | kGapNewline | kGapEnd | kGapColon | kGapParagraph)) != 0 ||
        view_.AtLineEnd(name.end);
    if (!ends && !linked && name.score < 0.6F) return false;
    Emit(name, e.rule, name.units == 1 && name.score < 0.45F ? 0.8F : e.score, true);
    return true;
  }

  bool BySignature(Index i, const Evidence& e) {
    Name name = NameAt(view_, i, e.trust);
    if (!name || name.units > 4) return false;
    ExtendOverComma(view_, true, &name);
    if (!EndsLine(view_, name)) return false;
    Emit(name, e.rule, name.units == 1 && name.score < 0.45F ? 0.8F : e.score, true);
    return true;
  }

  // A line that is a name, over a line that begins with a function: "Max Muster\nGeschäftsführer".
  bool LineOfName(Index i) {
    Index j = i;
    do {
      const text::Token& token = view_.token(j);
      if ((token.flags & text::Token::kUpperFirst) == 0 && token.end - token.begin > 3) return false;
      if (++j > i + 6 || !view_.Has(j)) return false;
    } while (!NewlineIn(view_, view_.token(j - 1).end, view_.token(j).begin));
    if (j < i + 2 || !view_.Capital(j) || (view_.roles(j) & kFunction) == 0) return false;
    if (!view_.AtLineBegin(j) || !view_.AtLineBegin(i)) return false;
    const Name name = NameAt(view_, i, Trust::kMedium);
    if (!name || name.units < 2 || !EndsLine(view_, name) || Suppressed(view_, name, false)) return false;
    Emit(name, Rule::kSignature, name.score >= 0.6F ? 0.85F : 0.7F, true);
    return true;
  }

  // The units themselves: given name and surname, initial and surname, "Surname, Given".
  bool Lexicon(Index i) {
    const Unit first = ReadUnit(view_, i);
    if (first.kind != Kind::kName && first.kind != Kind::kInitial) return false;
    if (InsideName(i)) return true;
    if (first.kind == Kind::kInitial && i > 0 && view_.Has(i - 1) && view_.word(i - 1) == "i")
      return true;  // "i. A.", "i. V."
    if (first.piece_title) {
      const Name name = NameAt(view_, i, Trust::kStrong);
      if (name) Emit(name, Rule::kTitle, 0.9F, true);
      return static_cast<bool>(name);
    }
    Name name = NameAt(view_, i, Trust::kLexicon);
    if (first.kind == Kind::kName && view_.ByteAt(first.end) == ',' && (first.surname != 0 || first.given == 0) &&
        view_.AtLineBegin(i)) {
      Name alone = name ? name : NameAt(view_, i, Trust::kMedium);
      if (alone && alone.units == 1 && ExtendOverComma(view_, false, &alone) && !Suppressed(view_, alone, false)) {
        Emit(alone, Rule::kListed, first.surname >= 2 || !first.listed() ? 0.8F : 0.6F, true);
        return true;
      }
    }
    if (!name || (name.units == 1 && first.kind == Kind::kInitial)) return false;
    if (Suppressed(view_, name, false)) return true;
    const bool initial =
        first.kind == Kind::kInitial || (first.begin == name.begin && name.units == 1 && first.given == 0);
    if (name.units >= 2) {
      Emit(name, initial ? Rule::kInitial : Rule::kFullName, name.score, true);
      return true;
    }
    if (const Evidence said = SaidBehind(view_, name); said && !first.place) {
      Emit(name, said.rule, std::max(said.score, name.score), false);
      return true;
    }
    if (memory_->Knows(name.surname) && first.given < 3) return false;
    if (name.score >= 0.5F && !Doubtful(i) && !BesideStranger(i, name)) {
      Emit(name, Rule::kFullName, name.score, false);
      return true;
    }
    return false;
  }

  // A common noun or place by its place in the sentence: behind a determiner, or (for places) a preposition.
  bool Doubtful(Index i) {
    if (i == 0 || view_.before(i) != kGapBlank || !view_.Has(i - 1)) return false;
    const std::uint32_t roles = view_.roles(i - 1);
    return (roles & kDeterminer) != 0;
  }

  // A given name alone beside a capitalised word that is no German word: the name of a thing ("Air Jordan", "Bella Vista").
  bool BesideStranger(Index i, const Name& name) {
    if (i > 0 && view_.before(i) == kGapBlank && view_.Has(i - 1) && view_.Capital(i - 1)) {
      const Info& info = view_.info(i - 1);
      if ((info.roles & (kTitle | kFunction | kSalutation | kStop | kLabel | kGreeting | kCalendar)) == 0 &&
          !LooksGerman(view_.word(i - 1), info.hash, true)) {
        return true;
      }
    }
    if (view_.gap(name.last) == kGapBlank && view_.Has(name.last + 1) && view_.Capital(name.last + 1)) {
      const Info& info = view_.info(name.last + 1);
      return info.roles == 0 && !LooksGerman(view_.word(name.last + 1), info.hash, true);
    }
    return false;
  }

  // The word before belongs to the same name and was tried there.
  bool InsideName(Index i) {
    if (i == 0 || !view_.Has(i - 1) || !view_.Capital(i - 1)) return false;
    const std::uint32_t gap = view_.before(i);
    const Index p = i - 1;
    if (gap == (kGapDot | kGapBlank) || gap == kGapDot) {
      return view_.token(p).end - view_.token(p).begin == 1 && view_.info(i).classes != 0;
    }
    if (gap != kGapBlank) return false;
    const Info& info = view_.info(p);
    return GivenRarity(info.classes) >= 2 && (info.classes & (kEveryday | kAlsoNoun | kAlsoWord)) == 0 &&
           (info.roles & (kStop | kFunction | kCalendar)) == 0;
  }

  // A name of this session standing alone.
  bool Remembered(Index i) {
    const Info info = view_.info(i);
    Name name;
    name.first = name.last = i;
    name.begin = view_.token(i).begin;
    name.end = view_.token(i).end;
    const Unit unit = ReadUnit(view_, i);
    if (unit.kind != Kind::kName) return false;
    std::uint64_t hash = unit.hash;
    name.end = unit.end;
    name.last = unit.last;
    if (!memory_->Knows(hash)) {
      const std::string_view w = view_.text().substr(unit.begin, unit.end - unit.begin);
      if (w.size() < 5 || w.back() != 's') return false;
      hash = text::HashWord(w.substr(0, w.size() - 1));
      if (!memory_->Knows(hash)) return false;
      name.end -= 1;
    }
    if ((info.roles & (kStop | kCalendar | kOrgHead)) != 0 || Suppressed(view_, name, false)) return false;
    if (Doubtful(i)) return false;
    Emit(name, Rule::kMemory, 0.65F, false);
    return true;
  }

  // A party, function, address or verb behind a word that the lexicon need not know.
  bool Behind(Index i) {
    if (view_.ByteAt(view_.token(i).end) != '-') {  // most words have nothing behind them that counts
      Name word;
      word.first = word.last = i;
      word.begin = view_.token(i).begin;
      word.end = view_.token(i).end;
      const bool capital = view_.Has(i + 1) && view_.Capital(i + 1) && view_.ByteAt(word.end) == ' ';
      if (!SaidBehind(view_, word) && !(capital && SpaceAngleSoon(view_, word.end))) return false;
    }
    const Unit unit = ReadUnit(view_, i);
    if (unit.kind != Kind::kName || InsideName(i)) return false;
    const char c = view_.ByteAt(unit.end);
    const char d = view_.ByteAt(unit.end + 1);
    const bool bracket = c == ' ' && (d == '(' || d == '[' || d == '<');
    const bool comma = c == ',' && d == ' ';
    const bool word = c == ' ' && view_.Has(unit.last + 1) &&
                      (view_.Capital(unit.last + 1) || d == 's' || d == 'w' || d == 'm' || d == 'e' || d == 'b');
    if (!bracket && !comma && !word) return false;
    Name name;
    name.first = i;
    name.last = unit.last;
    name.begin = unit.begin;
    name.end = unit.end;
    name.units = 1;
    name.surname = unit.hash;
    name.teach = !unit.german && !unit.everyday;
    Evidence said = SaidBehind(view_, name);
    if (!said && word && view_.Capital(unit.last + 1) && !unit.german) {
      const Name longer = LongerBefore(i);
      if (longer) {
        said = SaidBehind(view_, longer);
        name = longer;
      }
    }
    if (!said) return false;
    if (said.trust == Trust::kLexicon && (unit.surname < 2 || unit.place)) return false;
    const bool introduced = memory_->Knows(unit.hash ^ kDoubtful);
    if (said.rule == Rule::kTitle && !unit.listed() && name.units < 2) return false;  // a degree is not enough
    if (said.trust == Trust::kMedium && !introduced &&
        (PlainWord(view_, unit, true) || (unit.everyday && (said.rule != Rule::kTranscript || unit.tier < 3)) ||
         (unit.roles & (kFunction | kTitle | kLabel | kCalendar)) != 0)) {
      return false;
    }
    if (said.trust == Trust::kStrong && !introduced && !unit.listed() && PlainWord(view_, unit, true)) return false;
    if (Suppressed(view_, name, false)) return false;
    if (said.rule == Rule::kHeader && i > 0 && view_.before(i) == kGapBlank && view_.Capital(i - 1))
      return false;  // began earlier
    Emit(name, said.rule, said.score, true);
    return true;
  }

  // "Anna: text" at the begin of a line of a chat.
  bool Speaker(Index i) {
    const Unit unit = ReadUnit(view_, i);
    if (unit.kind != Kind::kName || unit.given == 0 || unit.german || unit.everyday || unit.capitals || unit.roles != 0)
      return false;
    if (view_.gap(unit.last) != (kGapColon | kGapBlank) || !view_.AtLineBegin(i)) return false;
    const Name name = NameAt(view_, i, Trust::kMedium);
    if (!name || name.units != 1 || name.end != view_.token(i).end) return false;
    Emit(name, Rule::kAttribution, unit.given >= 2 ? 0.75F : 0.6F, false);
    return true;
  }

  // An unlisted word with another unlisted or listed one: only worth trying in front of a mail address.
  Name LongerBefore(Index i) {
    const std::uint32_t from = view_.token(i).end;
    const std::string_view ahead = view_.text().substr(from, 48);
    const std::size_t angle = ahead.find_first_of("<\n");
    if (angle == std::string_view::npos || ahead[angle] != '<') return {};
    return NameAt(view_, i, Trust::kMedium);
  }

  void Weak(Index i) {
    const text::Token& token = view_.token(i);
    if (!view_.Is(i, text::Token::kHasLower) || InsideName(i)) return;
    Name name;
    name.begin = token.begin;
    name.end = token.end;
    name.first = name.last = i;
    Emit(name, Rule::kWeak, 0.35F, false);
  }

  View view_;
  std::uint32_t begin_;
  std::uint32_t end_;
  RuleId first_rule_;
  NameMemory* memory_;
  std::vector<Candidate>* out_;
  std::span<const TaggedName> tagged_;
  std::size_t next_tagged_ = 0;
};

}  // namespace

bool& SiftingOff() {
  static thread_local bool off = false;
  return off;
}

std::vector<std::string_view> Rules() { return {std::begin(kRuleNames), std::end(kRuleNames)}; }

void Find(const text::Prepared& slice, std::uint32_t begin, std::uint32_t end, RuleId first_rule, NameMemory* memory,
          std::vector<Candidate>* out, TaggedNames* model) {
  const std::size_t before = out->size();
  Finder(slice, begin, end, first_rule, memory, out, model).Run(slice.tokens());
  const auto by_begin = [](const Candidate& a, const Candidate& b) { return a.begin < b.begin; };
  const auto first = out->begin() + static_cast<std::ptrdiff_t>(before);
  if (!std::is_sorted(first, out->end(), by_begin)) std::stable_sort(first, out->end(), by_begin);
  if (model != nullptr) {
    Lengthen(static_cast<RuleId>(first_rule + static_cast<RuleId>(Rule::kModel)), first, out->end());
  }
}

}  // namespace maske::names
