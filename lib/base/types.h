// The built-in entity types: names, labels of their placeholders in two languages, and which are on by default.
// One table, in order of precedence (an earlier type wins a tie in lib/resolve). User types get the ids that follow.
#ifndef MASKE_BASE_TYPES_H_
#define MASKE_BASE_TYPES_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace maske {

using TypeId = std::uint16_t;

enum BuiltinType : TypeId {
  kLiteral = 0,  // text of the input that looks like a placeholder (law 4)
  kSecret,
  kUrlCredentials,
  kIban,
  kBankAccount,  // accounts and banks of single countries, without an IBAN
  kEmail,
  kCard,
  kCryptoWallet,
  kTaxId,
  kTaxNumber,
  kVatId,
  kSocialSecurity,
  kHealthInsurance,
  kIdCard,
  kPassport,
  kDrivingLicence,
  kIp,
  kMac,
  kDeviceId,  // IMEI, IMSI
  kDob,
  kAddress,
  kPhone,
  kBic,
  kLicensePlate,
  kGeo,
  kEmployeeId,
  kCustomerId,
  kUsername,
  kPerson,
  kCompanyRegister,
  kDate,
  kAge,
  kOrganization,
  kPlace,
  kBuiltinTypeCount,
};

struct TypeInfo {
  std::string_view name;
  std::string_view label_en;
  std::string_view label_de;
  bool on_by_default;
};

// kBuiltinTypeCount rows, indexed by BuiltinType.
std::span<const TypeInfo> BuiltinTypes();

}  // namespace maske

#endif  // MASKE_BASE_TYPES_H_
