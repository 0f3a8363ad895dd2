// Check functions by name: each accepts or rejects a number found by a pattern. The table is what pattern files name in
// `check = "..."`. One small file a family beside this one; each registers its rows in its own table, collected here.
#ifndef MASKE_CHECK_CHECK_H_
#define MASKE_CHECK_CHECK_H_

#include <span>
#include <string_view>

namespace maske::check {

// The matched text as it stands (separators included, any case). Pure, thread-safe, linear, no allocation.
using CheckFunction = bool (*)(std::string_view);

struct Check {
  std::string_view name;  // "iban", "luhn", "tax_id_de" …
  CheckFunction function;
  std::string_view source;  // law, standard or specification the rule is from
};

// nullptr when there is none of that name.
const Check* Find(std::string_view name);
// All checks, sorted by name.
std::span<const Check> All();

}  // namespace maske::check

#endif  // MASKE_CHECK_CHECK_H_
