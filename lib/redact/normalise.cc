#include "redact/normalise.h"

#include "names/address_form.h"
#include "text/chars.h"

namespace maske::redact {
namespace {

enum class Form { kBytes, kNumber, kWords };

Form FormOf(TypeId type) {
  switch (type) {
    case kIban:
    case kBankAccount:
    case kDeviceId:
    case kCard:
    case kTaxId:
    case kTaxNumber:
    case kVatId:
    case kSocialSecurity:
    case kHealthInsurance:
    case kIdCard:
    case kPassport:
    case kDrivingLicence:
    case kPhone:
    case kBic:
      return Form::kNumber;
    case kPerson:
    case kAddress:
    case kEmail:
    case kLicensePlate:
    case kOrganization:
    case kPlace:
      return Form::kWords;
    default:
      return Form::kBytes;
  }
}

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void NormaliseNumber(std::string_view original, std::string* out) {
  for (const char c : original) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0) {
      out->push_back(c);
    } else if (c >= 'a' && c <= 'z') {
      out->push_back(static_cast<char>(c - 'a' + 'A'));
    }
  }
}

void NormaliseWords(std::string_view original, std::string* out) {
  for (std::size_t i = 0; i < original.size();) {
    if (IsBlank(original[i])) {
      while (i < original.size() && IsBlank(original[i])) ++i;
      out->push_back(' ');
      continue;
    }
    if (static_cast<unsigned char>(original[i]) < 0x80) {
      const char c = original[i++];
      out->push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
      continue;
    }
    std::size_t next = 0;
    const char32_t c = text::CharAt(original, i, &next);
    const char32_t lower = text::ToLower(c);
    if (lower == c || lower > 0x7FF) {
      out->append(original.substr(i, next - i));
    } else if (lower < 0x80) {
      out->push_back(static_cast<char>(lower));
    } else {
      out->push_back(static_cast<char>(0xC0U | (lower >> 6U)));
      out->push_back(static_cast<char>(0x80U | (lower & 0x3FU)));
    }
    i = next;
  }
}

}  // namespace

void Normalise(TypeId type, std::string_view original, std::string* out) {
  out->clear();
  switch (FormOf(type)) {
    case Form::kBytes:
      out->append(original);
      return;
    case Form::kNumber:
      NormaliseNumber(original, out);
      return;
    case Form::kWords:
      if (type == kPerson) original.remove_prefix(names::AddressFormOf(original));
      NormaliseWords(original, out);
      return;
  }
}

}  // namespace maske::redact
