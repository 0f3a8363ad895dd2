#include "base/types.h"

#include <array>

namespace maske {
namespace {

constexpr std::array<TypeInfo, kBuiltinTypeCount> kTypes{{
    {"LITERAL", "LITERAL", "LITERAL", true},
    {"SECRET", "SECRET", "GEHEIMNIS", true},
    {"URL_CREDENTIALS", "URL_CREDENTIALS", "ZUGANGSDATEN", true},
    {"IBAN", "IBAN", "IBAN", true},
    {"BANK_ACCOUNT", "BANK_ACCOUNT", "KONTO", true},
    {"EMAIL", "EMAIL", "E-MAIL", true},
    {"CARD", "CARD", "KARTE", true},
    {"CRYPTO_WALLET", "CRYPTO_WALLET", "WALLET", true},
    {"TAX_ID", "TAX_ID", "STEUER-ID", true},
    {"TAX_NUMBER", "TAX_NUMBER", "STEUERNUMMER", true},
    {"VAT_ID", "VAT_ID", "UST-ID", true},
    {"SOCIAL_SECURITY", "SOCIAL_SECURITY", "SOZIALVERSICHERUNG", true},
    {"HEALTH_INSURANCE", "HEALTH_INSURANCE", "KRANKENVERSICHERUNG", true},
    {"ID_CARD", "ID_CARD", "AUSWEIS", true},
    {"PASSPORT", "PASSPORT", "REISEPASS", true},
    {"DRIVING_LICENCE", "DRIVING_LICENCE", "FÜHRERSCHEIN", true},
    {"IP", "IP", "IP", true},
    {"MAC", "MAC", "MAC", true},
    {"DEVICE_ID", "DEVICE_ID", "GERÄT", true},
    {"DOB", "DOB", "GEBURTSDATUM", true},
    {"ADDRESS", "ADDRESS", "ADRESSE", true},
    {"PHONE", "PHONE", "TELEFON", true},
    {"BIC", "BIC", "BIC", true},
    {"LICENSE_PLATE", "LICENSE_PLATE", "KENNZEICHEN", true},
    {"GEO", "GEO", "GEO", true},
    {"EMPLOYEE_ID", "EMPLOYEE_ID", "PERSONALNUMMER", true},
    {"CUSTOMER_ID", "CUSTOMER_ID", "KUNDENNUMMER", true},
    {"USERNAME", "USERNAME", "BENUTZER", true},
    {"PERSON", "PERSON", "PERSON", true},
    {"COMPANY_REGISTER", "COMPANY_REGISTER", "HANDELSREGISTER", false},
    {"DATE", "DATE", "DATUM", false},
    {"AGE", "AGE", "ALTER", false},
    {"ORGANIZATION", "ORGANIZATION", "ORGANISATION", false},
    {"PLACE", "PLACE", "ORT", false},
}};

}  // namespace

std::span<const TypeInfo> BuiltinTypes() { return kTypes; }

}  // namespace maske
