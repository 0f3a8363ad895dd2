// Policy: what one conversation wants of a Filter, and how its placeholders look. Plain values; copy and share them as such.
#ifndef MASKE_POLICY_H_
#define MASKE_POLICY_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "maske/operators.h"
#include "maske/status.h"

namespace maske {

// Language of the words in placeholders: [ADDRESS_1] or [ADRESSE_1]. Restoring knows both.
enum class LabelLanguage : unsigned char { kEnglish, kGerman };

// How bent a placeholder of an answer may be to be restored; docs/restoring.md has the table. Masking hides from restoring
// what an input holds of the first two kinds, so that restore(mask(x)) == x; kLoose may put an original where the text says
// "PERSON_1" by itself.
enum class Restoring : unsigned char {
  kStrict,    // exactly as it was written, in either language
  kTolerant,  // in other case, with other separators, escaped, with other brackets
  kLoose,     // and without any delimiters
};

// How much the trained model for names of persons decides beside rules and word lists. Where a build has none, the three are
// the same.
enum class NameModel {
  kOff,       // the fastest
  kBalanced,  // what it holds for a name
  kStrict,    // also what it half believes
};

// How PERSON_1 looks in a style (Policy::style): "[PERSON_1]" for "" and "brackets". Fails with kInvalidArgument when the style
// cannot be taken.
[[nodiscard]] Result<std::string> StyleExample(std::string_view style);

// What one conversation wants of a Filter.
struct Policy {
  std::vector<std::string> types;               // only these; empty: all that are on by default
  std::vector<std::string> exclude_types;       // never these
  double threshold = 0.5;                       // 0..1; findings below are left alone
  NameModel name_model = NameModel::kBalanced;  // how much the trained model decides
  // Codes of ISO 639-1 ("de"): of patterns that are made for certain languages or countries (national numbers, English
  // addresses) only those of these languages are looked for. Names and everything else count in any language. Empty: all.
  std::vector<std::string> languages;
  // Rules, by the names that Finding::rule has (Filter::Rules() lists them), that find nothing: a pattern that is too eager on
  // one's texts, without the rest of its type. Refused with kInvalidArgument: a name that does not exist; the rule for text that
  // looks like a placeholder, and that of the deny list. A name that an excluded rule saw is still remembered (person_memory).
  std::vector<std::string> exclude_rules;
  LabelLanguage labels = LabelLanguage::kEnglish;  // of placeholders given out
  // What stands around them: "brackets" [PERSON_1] (also when empty), "angles" `<PERSON_1>`, "braces" {{PERSON_1}}, or an example
  // of at most 32 bytes that holds PERSON_1: "((PERSON_1))". Refused with kInvalidArgument when it could not be restored: letters,
  // digits, blanks, _-*~`\&;" are no delimiters, and none may both open and close. These three are always restored, an own
  // one only under the policy that names it.
  std::string style;
  Restoring restoring = Restoring::kTolerant;  // how bent a placeholder may be to be restored
  // Bytes the vault may use for originals and its tables. When a new value would pass it, the stream ends with
  // kVaultFull before that value goes out. 0: no limit.
  std::size_t vault_limit_bytes = std::size_t{12} << 20;
  // Accept text with NUL bytes or a UTF-16 byte order mark; refused with kInput otherwise.
  bool binary = false;
  // Mask salutations and titles with the name that they stand before: "Frau Dr. Muster" becomes one PERSON. It has the number
  // that the name has alone. They must stand in the name's line, at most 128 bytes before it.
  bool salutations = false;
  // What stands for a finding; a placeholder where nothing is said. Kept types are found and left alone; LITERAL is always
  // undone (placeholder, or encrypt when that is for all).
  std::vector<TypeOperator> operators;
  // The session's texts come out one behind the other and are put back as one: what may go on as a form in the next text is
  // masked at the end of a text ("[PERSON_"), and a surrogate that could not be read behind the end of the text before gives way
  // to a placeholder. Otherwise each text is put back by itself.
  bool one_output = false;
  // Needed by hash, encrypt and dateshift. Where there is one, Restore undoes what encrypt wrote, and holds back up to 5.6 KB
  // behind "maske~" for it.
  std::shared_ptr<const OperatorKey> operator_key;
  // Decide each line at its line feed (logs, chats): nothing of a line is held back longer, no span goes on in the next
  // line. Names seen in one line count in the next; a key block goes on over its lines. Long lines are decided as a
  // stream is. Finds less than the whole text does: an address over two lines, a name by the greeting above it.
  bool line_by_line = false;
};

}  // namespace maske

#endif  // MASKE_POLICY_H_
