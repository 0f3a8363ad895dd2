// The rows that each family file of this folder brings to the table of check/check.h. A new family adds one function here
// and one line in check.cc. A new country adds the file country/<cc>.cc, which defines CountryCc() and nothing else
// need know: the build lists that folder in countries.inc.
#ifndef MASKE_CHECK_FAMILIES_H_
#define MASKE_CHECK_FAMILIES_H_

#include <span>

#include "check/check.h"

namespace maske::check {

std::span<const Check> GenericChecks();    // generic.cc: luhn, ISO 7064, EAN
std::span<const Check> BicChecks();        // bic.cc
std::span<const Check> IbanChecks();       // iban.cc
std::span<const Check> CardChecks();       // card.cc
std::span<const Check> TaxNumberChecks();  // tax_number_de.cc
std::span<const Check> VatChecks();        // vat.cc
std::span<const Check> NetworkChecks();    // network.cc: ipv4, ipv6, mac
std::span<const Check> DateChecks();       // date.cc
std::span<const Check> PhoneChecks();      // phone.cc
std::span<const Check> SecretChecks();     // secret.cc
std::span<const Check> TravelChecks();     // travel.cc: machine-readable zones
std::span<const Check> WalletChecks();     // wallet.cc
std::span<const Check> PlateChecks();      // plate.cc
std::span<const Check> LabelledChecks();   // labelled.cc: log-in names, coordinates

#define MASKE_COUNTRY(name) std::span<const Check> Country##name();
#include "countries.inc"
#undef MASKE_COUNTRY

}  // namespace maske::check

#endif  // MASKE_CHECK_FAMILIES_H_
