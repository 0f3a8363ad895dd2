#include "cli/eval_labels.h"

namespace maske::cli {
namespace {

struct Row {
  std::string_view type;
  std::string_view labels;  // beside the type's own name, split by blanks
};

// Labels of CoNLL-like corpora, GermEval, HIPE, WikiANN, SmartData, MobIE, MASSIVE (persons), GraSCCo (NAME_…, CONTACT_…,
// LOCATION_…), datenanfragen.de (STREET_LINE, FAX …), Presidio (…_ADDRESS, IBAN_CODE, US_SSN …), Recognizers-Text
// (phonenumber, email), the tests of libphonenumber (PHONE_…) and python-stdnum.
constexpr Row kRows[] = {
    {"PERSON", "PER person NAME_PATIENT NAME_DOCTOR NAME_RELATIVE NAME_EXT"},
    {"ADDRESS", "PO_BOX STREET_ADDRESS STREET_LINE LOCATION_ZIP"},
    {"PHONE",
     "FAX CONTACT_PHONE CONTACT_FAX phonenumber PHONE_NUMBER PHONE_FIND PHONE_VALID_CASES "
     "PHONE_EXACT_GROUPING_CASES PHONE_STRICT_GROUPING_CASES"},
    {"EMAIL", "CONTACT_EMAIL EMAIL_ADDRESS email"},
    {"IBAN", "IBAN_CODE"},
    {"BIC", ""},
    {"CARD", "CREDIT_CARD"},
    {"DOB", ""},
    {"TAX_ID", ""},
    {"TAX_NUMBER", "STEUERNUMMER AT_STEUERNUMMER"},
    {"VAT_ID", "CH_UID"},
    {"SOCIAL_SECURITY", "US_SSN"},
    {"HEALTH_INSURANCE", ""},
    {"ID_CARD", ""},
    {"PASSPORT", ""},
    {"DRIVING_LICENCE", ""},
    {"LICENSE_PLATE", ""},
    {"IP", "IP_ADDRESS"},
    {"MAC", ""},
    {"URL_CREDENTIALS", ""},
    {"SECRET", ""},
    {"CRYPTO_WALLET", ""},
    {"USERNAME", "NAME_USERNAME"},
    {"GEO", ""},
    {"EMPLOYEE_ID", ""},
    {"CUSTOMER_ID", ""},
};

bool Lists(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t blank = words.find(' ');
    if (words.substr(0, blank) == word) return true;
    if (blank == std::string_view::npos) return false;
    words.remove_prefix(blank + 1);
  }
  return false;
}

}  // namespace

std::string_view Labels::TypeOf(std::string_view label, std::string_view source) const {
  if (const auto own = own_.find(label); own != own_.end()) return own->second;
  // In GraSCCo's letters a street is somebody's address; in corpora of traffic the same label marks roads and rivers.
  if (label == "LOCATION_STREET") return source.starts_with("grascco") ? "ADDRESS" : "";
  for (const Row& row : kRows) {
    if (label == row.type || Lists(row.labels, label)) return row.type;
  }
  return "";
}

}  // namespace maske::cli
