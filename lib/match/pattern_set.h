// The patterns of a filter: built-in ones from tables made at build time (no file, no TOML at start), users' ones from
// TOML files. Immutable after Create; expressions compile when first needed (thread-safe, once each).
#ifndef MASKE_MATCH_PATTERN_SET_H_
#define MASKE_MATCH_PATTERN_SET_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/types.h"
#include "maske/status.h"

namespace maske::match {

struct PatternInfo {
  std::string_view id;
  TypeId type = 0;
  std::string_view origin;  // "patterns/core/iban.toml:3"
  std::string_view countries;
  std::string_view languages;  // lists of codes, blanks between them
  std::string_view trigger;    // "digits", "at", "token", "keyword", "scan" …
};

class PatternSet {
 public:
  // Built-in patterns (unless builtin is false) and those of the folders, in order. type_names is the table of type
  // names that ids refer to; names that only user patterns have are appended to it.
  static Result<std::shared_ptr<const PatternSet>> Create(bool builtin, const std::vector<std::string>& dirs,
                                                          std::vector<std::string>* type_names);
  virtual ~PatternSet() = default;
  [[nodiscard]] virtual std::size_t size() const = 0;
  [[nodiscard]] virtual PatternInfo info(std::size_t index) const = 0;
};

// Checks every pattern file under dir; returns one line "file:line: reason" a fault, none when all are sound.
// Fails when dir cannot be read.
Result<std::vector<std::string>> CheckDirectory(const std::string& dir);

}  // namespace maske::match

#endif  // MASKE_MATCH_PATTERN_SET_H_
