// The rows that each family file of this folder brings to the table of check/check.h. A new file adds one function here
// and one line in check.cc.
#ifndef MASKE_CHECK_FAMILIES_H_
#define MASKE_CHECK_FAMILIES_H_

#include <span>

#include "check/check.h"

namespace maske::check {

std::span<const Check> GenericChecks();    // generic.cc: luhn, ISO 7064, EAN
std::span<const Check> BicChecks();        // bic.cc
std::span<const Check> IbanChecks();       // iban.cc
std::span<const Check> CardChecks();       // card.cc
std::span<const Check> IdChecksDe();       // id_de.cc: tax id, pension and health insurance numbers
std::span<const Check> TaxNumberChecks();  // tax_number_de.cc
std::span<const Check> IdChecksAtCh();     // id_at_ch.cc
std::span<const Check> IdChecksEurope();   // id_europe.cc
std::span<const Check> IdChecksUs();       // id_us.cc
std::span<const Check> VatChecks();        // vat.cc
std::span<const Check> NetworkChecks();    // network.cc: ipv4, ipv6, mac
std::span<const Check> DateChecks();       // date.cc
std::span<const Check> PhoneChecks();      // phone.cc
std::span<const Check> SecretChecks();     // secret.cc

}  // namespace maske::check

#endif  // MASKE_CHECK_FAMILIES_H_
