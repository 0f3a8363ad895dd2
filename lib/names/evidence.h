// What speaks for a name at a token, beside the name itself: one function an idea, each in a file of its own. All are
// functions of the text in the view's window; none changes anything.
#ifndef MASKE_NAMES_EVIDENCE_H_
#define MASKE_NAMES_EVIDENCE_H_

#include <cstdint>

#include "names/role_endings.h"
#include "names/unit.h"
#include "names/view.h"

namespace maske::names {

// Rows of names::Rules().
enum class Rule : std::uint8_t {
  kTitle,        // "Frau Dr. X", "Abg. X"
  kGreeting,     // "Liebe X,", "Hallo X"
  kSignature,    // the line behind a closing, "gez. X", a line of a name over a line of a function
  kField,        // "Ansprechpartner: X"
  kHeader,       // "Von: X", "X <mail>"
  kAttribution,  // "schrieb X:", "X wrote"
  kTranscript,   // "X (SPD):", "X, Staatssekretär"
  kListed,       // "X, Vorname"
  kFullName,     // given name and surname of the lexicon
  kInitial,      // "M. X"
  kBirthName,    // "geb. X"
  kMemory,       // a name of this session, alone
  kWeak,         // a listed name alone
  kModel,        // the name model says so (tagged.h)
};
inline constexpr unsigned kRuleCount = 14;

struct Evidence {
  Rule rule = Rule::kWeak;
  Trust trust = Trust::kLexicon;
  float score = 0;  // of a name that the evidence allows; 0: no evidence

  explicit operator bool() const { return score > 0; }
};

// Before the token. Titles, functions, salutations, "gez.", "geb." (title.cc).
Evidence TitleBefore(View& view, Index i);
// Greetings; the name must end its phrase (greeting.cc).
Evidence GreetingBefore(View& view, Index i);
// The line behind a closing, or the rest of the closing's line (signature.cc).
Evidence SignatureBefore(View& view, Index i);
// "Label: X" and the items behind it (field.cc).
Evidence FieldBefore(View& view, Index i);
// An item of a list of names that a label begins: "Teilnehmer: A, B", bullets below it (field.cc).
Evidence ItemBefore(View& view, Index i);

// Behind the name that ends with token last: a party, a function, a mail address, a verb of saying (behind.cc).
Evidence SaidBehind(View& view, const Name& name);
// "Surname, Given" <mail>, Given Surname <mail>: everything from the token to the bracket, when it is capitalised words;
// no name otherwise (behind.cc).
Name NameBeforeMail(View& view, Index i);
// What follows ends the phrase: anything but a lower-case word that goes on (behind.cc).
bool PhraseEnds(View& view, const Name& name);
// The name, with degrees behind it, ends its line (behind.cc).
bool EndsLine(View& view, const Name& name);
// "X, Vorname": moves the name's end behind the given names (listed.cc). listed: a list or form is known to be around.
bool ExtendOverComma(View& view, bool listed, Name* name);

// What speaks against: part of a company, a street, a path, a compound (against.cc).
bool Suppressed(View& view, const Name& name, bool trusted);

// Off switch of the first look (sift.h) for the calling thread; only tests use it.
bool& SiftingOff();

}  // namespace maske::names

#endif  // MASKE_NAMES_EVIDENCE_H_
