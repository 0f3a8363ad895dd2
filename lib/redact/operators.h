// What operators make of a finding; docs/operators.md. Pure functions: equal input, equal output.
// Cost: linear in the original. Tested by tests/redact/operators_test.cc.
#ifndef MASKE_REDACT_OPERATORS_H_
#define MASKE_REDACT_OPERATORS_H_

#include <string>
#include <string_view>

#include "base/types.h"
#include "maske/operators.h"

namespace maske::redact {

// Appends what stands for the original. False, and nothing appended, when that is a placeholder: for kPlaceholder, kSurrogate and kKeep, for
// a date that is not understood, and for what is too long to be encrypted. piece: the original is a piece of a longer one, of
// which no end is kept. key is not null when the operator needs one.
bool ApplyOperator(const Operator& op, TypeId type, std::string_view type_name, std::string_view original, bool piece,
                   const OperatorKey* key, std::string* out);

// A date some days later, written in the same form: 3.4.1970, 03.04.1970, 1970-04-03, 03/04/1970 (day first). Empty when it is
// in none of these or when the year would have other than four digits.
std::string ShiftDate(std::string_view date, int days);
// Of a key: 1 to 365 days, earlier or later.
int DaysOf(const OperatorKey& key);

}  // namespace maske::redact

#endif  // MASKE_REDACT_OPERATORS_H_
