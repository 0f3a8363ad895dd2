// See pattern.h.
#include "match/pattern.h"

namespace maske::match {

std::string FullExpression(const Pattern& pattern) {
  std::string full = pattern.ignore_case ? "(?im:" : "(?m:";
  full += pattern.expression;
  full += ')';
  return full;
}

}  // namespace maske::match
