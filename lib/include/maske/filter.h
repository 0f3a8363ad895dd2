// Filter: what is looked for. Immutable after Create and safe to share between any number of threads and sessions.
//
// Creating a Filter is the only start-up cost of the library: built-in tables are linked in, and expressions compile when
// first needed. Everything that changes while text flows (numbering, vault, names seen) lives in a Session.
#ifndef MASKE_FILTER_H_
#define MASKE_FILTER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "maske/status.h"

namespace maske {

// One piece of personal data. Offsets are half open, [begin, end).
struct Finding {
  std::size_t begin = 0;  // in the unit asked for; bytes of the input by default
  std::size_t end = 0;    // the first one behind it
  std::string_view type;  // "PERSON", "IBAN" …; lives as long as the Filter
  std::string_view rule;  // id of the pattern or rule that found it; lives as long as the Filter
  double score = 0;       // 0..1
};

// Unit of offsets: bytes, Unicode code points (Python), UTF-16 code units (JavaScript, Java). A byte that is no UTF-8
// counts as one code point and one UTF-16 unit.
enum class OffsetUnit : unsigned char { kByte, kCodePoint, kUtf16 };

// A phrase that is always masked, whatever types are looked for: word for word, where case, diacritics and the kind of blank
// between the words do not count. It needs a letter or digit, and has at most about 240 bytes.
struct DenyPhrase {
  std::string text;    // the phrase, UTF-8
  std::string type;    // of its placeholder; empty: SECRET. A built-in type or one of a pattern file
  std::string origin;  // where it is listed, "deny.txt:3", for errors
};

// Somebody known to the house. The full name is found in both orders ("Anna Muster", "Muster, Anna"), the surname alone,
// with an s of the genitive behind, in lower case, without diacritics (Müller, Muller, Mueller). A surname that is an
// everyday word counts alone only with a capital letter; a given name alone too, and not at all when it is a word of
// the language. An organization is found by its full name, as ORGANIZATION.
struct KnownPerson {
  std::string given;         // one or several given names
  std::string surname;       // empty: an organization alone
  std::string organization;  // its full name; empty: none
};

// What a Filter is made of.
struct FilterOptions {
  std::vector<std::string> pattern_dirs;  // folders of *.toml added to the built-in patterns
  // A finding whose whole text is one of these is left alone; upper and lower case do not count. Placeholder forms, open
  // spans and what `deny` lists are masked all the same.
  std::vector<std::string> allow;
  std::vector<DenyPhrase> deny;     // always masked
  std::vector<KnownPerson> people;  // 100,000 load in about 0.1 s and cost about 12 instructions a byte
  bool builtin_patterns = true;     // false: only pattern_dirs; names and addresses are off too
};

// One row of the type table: what a finding may be.
struct TypeDescription {
  std::string_view name;      // "TAX_ID"
  std::string_view label_en;  // "TAX_ID"
  std::string_view label_de;  // "STEUER-ID"
  bool on_by_default = true;  // looked for when a policy names no types
};

// One row of the rule table: what finds.
struct RuleDescription {
  std::string_view id;         // "iban"
  std::string_view type;       // "IBAN"
  std::string_view origin;     // file and line it came from, "built in" for detectors
  std::string_view trigger;    // the event in the text that leads to it; for people
  std::string_view countries;  // whom it is for: codes of ISO 3166-1, blanks between them
  std::string_view languages;  // codes of ISO 639-1, blanks between them; both empty: everybody
  // Of rules for names, what they go by: "context" (title, greeting, field … beside the name), "lexicon" (the name's own
  // words), "memory" (seen before in the same text), "model" (the trained network). Empty for all others.
  std::string_view evidence;
};

struct Policy;

// What is looked for; see the head of this file.
class Filter {
 public:
  // Fails with kPattern when a pattern file is unreadable or unsound, with kInvalidArgument when a phrase of `deny` cannot be
  // looked for (nothing is loaded then), with kResource when the name model of the build is damaged.
  static Result<std::shared_ptr<const Filter>> Create(const FilterOptions& options = {});
  ~Filter();
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;

  // Findings of one text taken as a whole document, sorted and disjoint. Thread-safe. Linear time in text.size().
  // Types and threshold come from the policy. On error no findings are returned.
  [[nodiscard]] Result<std::vector<Finding>> Detect(std::string_view text, const Policy& policy,
                                                    OffsetUnit unit = OffsetUnit::kByte) const;
  // The same under the default policy, in bytes.
  [[nodiscard]] Result<std::vector<Finding>> Detect(std::string_view text) const;

  [[nodiscard]] std::vector<TypeDescription> Types() const;  // built-in and user types, in order of precedence
  [[nodiscard]] std::vector<RuleDescription> Rules() const;  // patterns, then those of names and addresses
  [[nodiscard]] std::vector<std::string> Languages() const;  // that a policy may name: ISO 639-1, sorted

  // The surnames of FilterOptions::people that are everyday words, sorted, each once.
  [[nodiscard]] const std::vector<std::string>& EverydayNames() const;

  struct Impl;
  // For the library's own use.
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  explicit Filter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace maske

#endif  // MASKE_FILTER_H_
