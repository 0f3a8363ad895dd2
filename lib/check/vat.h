// The rules of the VAT numbers, one function a country, in files by region. Each takes the national part: compact,
// without the country prefix ("DE136695976" -> "136695976", "ATU13585627" -> "U13585627"). Covered by
// tests/check/vat_test.cc.
#ifndef MASKE_CHECK_VAT_H_
#define MASKE_CHECK_VAT_H_

#include <string_view>

namespace maske::check {

// vat_dach.cc
bool VatAt(std::string_view number);
bool VatCh(std::string_view number);  // UID, with or without MWST, TVA, IVA
bool VatDe(std::string_view number);
bool VatLu(std::string_view number);
// vat_west.cc
bool VatBe(std::string_view number);
bool VatFr(std::string_view number);
bool VatGb(std::string_view number);
bool VatIe(std::string_view number);
bool VatNl(std::string_view number);
// vat_south.cc
bool VatCy(std::string_view number);
bool VatEl(std::string_view number);
bool VatEs(std::string_view number);
bool VatIt(std::string_view number);
bool VatMt(std::string_view number);
bool VatPt(std::string_view number);
// vat_north.cc
bool VatDk(std::string_view number);
bool VatEe(std::string_view number);
bool VatFi(std::string_view number);
bool VatLt(std::string_view number);
bool VatLv(std::string_view number);
bool VatNo(std::string_view number);
bool VatSe(std::string_view number);
// vat_east.cc
bool VatBg(std::string_view number);
bool VatCz(std::string_view number);
bool VatHr(std::string_view number);
bool VatHu(std::string_view number);
bool VatPl(std::string_view number);
bool VatRo(std::string_view number);
bool VatSi(std::string_view number);
bool VatSk(std::string_view number);

// Rules that personal numbers share with VAT numbers (id_europe.cc names them for patterns).
bool BsnNl(std::string_view nine);          // 11-proef
bool NifEs(std::string_view nine);          // DNI, NIE, NIF and CIF
bool BirthNumberCz(std::string_view text);  // rodné číslo, 9 or 10 digits

}  // namespace maske::check

#endif  // MASKE_CHECK_VAT_H_
