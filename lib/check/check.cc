// The table of checks: the rows of all families, sorted by name once, looked up by binary search.
// Covered by tests/check/table_test.cc.
#include "check/check.h"

#include <algorithm>
#include <vector>

#include "check/families.h"

namespace maske::check {
namespace {

const std::vector<Check>& Table() {
  static const std::vector<Check> table = [] {
    std::vector<Check> rows;
    for (const auto family : {
             GenericChecks(),
             IbanChecks(),
             BicChecks(),
             CardChecks(),
             TaxNumberChecks(),
             VatChecks(),
             NetworkChecks(),
             DateChecks(),
             PhoneChecks(),
             SecretChecks(),
             TravelChecks(),
             WalletChecks(),
             PlateChecks(),
             LabelledChecks(),
#define MASKE_COUNTRY(name) Country##name(),
#include "countries.inc"
#undef MASKE_COUNTRY
         }) {
      rows.insert(rows.end(), family.begin(), family.end());
    }
    std::sort(rows.begin(), rows.end(), [](const Check& a, const Check& b) { return a.name < b.name; });
    return rows;
  }();
  return table;
}

}  // namespace

const Check* Find(std::string_view name) {
  const std::vector<Check>& table = Table();
  const auto row =
      std::lower_bound(table.begin(), table.end(), name, [](const Check& c, std::string_view n) { return c.name < n; });
  return row != table.end() && row->name == name ? &*row : nullptr;
}

std::span<const Check> All() { return Table(); }

}  // namespace maske::check
