#include "bench/groups.h"

#include <array>

namespace maske::bench {
namespace {

constexpr std::array<std::string_view, 1> kPersons{"PERSON"};
constexpr std::array<std::string_view, 2> kPlaces{"ADDRESS", "PLACE"};
constexpr std::array<std::string_view, 3> kContact{"EMAIL", "PHONE", "USERNAME"};
constexpr std::array<std::string_view, 5> kMoney{"IBAN", "BANK_ACCOUNT", "BIC", "CARD", "CRYPTO_WALLET"};
constexpr std::array<std::string_view, 4> kDevices{"IP", "MAC", "DEVICE_ID", "GEO"};
constexpr std::array<std::string_view, 3> kDates{"DOB", "DATE", "AGE"};
constexpr std::array<std::string_view, 13> kNumbers{
    "TAX_ID",          "TAX_NUMBER",    "VAT_ID",      "SOCIAL_SECURITY", "HEALTH_INSURANCE", "ID_CARD",     "PASSPORT",
    "DRIVING_LICENCE", "LICENSE_PLATE", "EMPLOYEE_ID", "CUSTOMER_ID",     "COMPANY_REGISTER", "ORGANIZATION"};
constexpr std::array<std::string_view, 2> kSecrets{"SECRET", "URL_CREDENTIALS"};

constexpr std::array<TypeGroup, 8> kGroups{{
    {"persons", kPersons},
    {"addresses", kPlaces},
    {"mail, telephone, log-in", kContact},
    {"banks and cards", kMoney},
    {"devices and networks", kDevices},
    {"dates", kDates},
    {"numbers of offices", kNumbers},
    {"secrets", kSecrets},
}};

}  // namespace

std::span<const TypeGroup> TypeGroups() { return kGroups; }

Policy Without(const TypeGroup& group) {
  Policy policy;
  for (const std::string_view type : group.types) policy.exclude_types.emplace_back(type);
  return policy;
}

}  // namespace maske::bench
