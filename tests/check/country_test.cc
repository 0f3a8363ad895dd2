// Checks of lib/check/country: published or computed vectors, single wrong digits, lengths. Broad agreement with another
// library is held by tests/oracle.
#include <gtest/gtest.h>

#include "check/probe.h"

namespace maske::check {
namespace {

TEST(Country, KnownNumbers) {
  ExpectCases({{"eid_be", "000-0011032-71", true},
               {"eid_be", "000-0011032-25", false},
               {"reference_be", "+++010/8068/17183+++", true},
               {"reference_be", "010/8068/17180", false},
               {"reference_ch", "21 00000 00003 13947 14300 09017", true},
               {"reference_ch", "210000000003139471430009016", false},
               {"ico_cz", "00177041", true},
               {"ico_cz", "00177042", false},
               {"account_cz", "34278-0727558021/0100", true},
               {"account_cz", "4278-727558021/0100", false},
               {"document_de", "L01X00T471", true},
               {"document_de", "T22000129", true},
               {"document_de", "L01X00T47D", true},
               {"document_de", "LMNPRTVWX", false},  // no digit
               {"document_de", "L01X00O47", false},  // O is not in use
               {"document_de", "101X00T47", false},
               {"document_checked_de", "L01X00T471", true},
               {"document_checked_de", "LZ6311T475", true},
               {"document_checked_de", "C01X00T478", true},
               {"document_checked_de", "L01X00T470", false},
               {"driving_licence_de", "B072RRE2I55", true},
               {"driving_licence_de", "N0704578035", true},
               {"driving_licence_de", "B072RRE2I65", false},
               {"driving_licence_de", "Q072RRE2I55", false},
               {"employer_number_de", "09912342", true},
               {"employer_number_de", "09912347", true},
               {"employer_number_de", "87139148", false},
               {"employer_number_de", "10512342", false},
               {"institution_number_de", "260326822", true},
               {"institution_number_de", "260326823", false},
               {"practice_number_de", "190111100", false},
               {"practice_number_de", "521111100", true},
               {"leitweg", "991-03730-19", true},
               {"leitweg", "991-03730-18", false},
               {"leitweg", "1-03730-19", false},
               {"cpr_dk", "211062-5629", true},
               {"cpr_dk", "511062-5629", false},
               {"cvr_dk", "13585628", true},
               {"cvr_dk", "13585627", false},
               {"personal_code_ee", "36805280109", true},
               {"personal_code_ee", "36805280108", false},
               {"ccc_es", "1234-1234-16 1234567890", true},
               {"ccc_es", "1234-1234-17 1234567890", false},
               {"hetu_fi", "131052-308T", true},
               {"hetu_fi", "131052A308T", true},
               {"hetu_fi", "131052-308U", false},
               {"hetu_fi", "131052*308T", false},
               {"ytunnus_fi", "2077474-0", true},
               {"ytunnus_fi", "2077474-1", false},
               {"nif_fr", "3023217600053", true},
               {"nif_fr", "3023217600054", false},
               {"siren_fr", "404833048", true},
               {"siren_fr", "404833047", false},
               {"siret_fr", "73282932000074", true},
               {"siret_fr", "73282932000079", false},
               {"siret_fr", "35600000049837", true},  // La Poste
               {"nhs_gb", "943-476-5870", true},
               {"nhs_gb", "9434765871", false},
               {"nino_gb", "AB 12 34 56 C", true},
               {"nino_gb", "BG 12 34 56 C", false},
               {"nino_gb", "AB 12 34 56 E", false},
               {"upn_gb", "B801200005001", true},
               {"upn_gb", "A801200005001", false},
               {"utr_gb", "1955839661", true},
               {"utr_gb", "2955839661", false},
               {"amka_gr", "01013099997", true},
               {"amka_gr", "01013099999", false},
               {"oib_hr", "33392005961", true},
               {"oib_hr", "33392005962", false},
               {"tax_number_hu", "8361709037", true},
               {"tax_number_hu", "8361709038", false},
               {"pps_ie", "6433435F", true},
               {"pps_ie", "6433435FT", true},
               {"pps_ie", "6433435E", false},
               {"kennitala_is", "120174-3399", true},
               {"kennitala_is", "320174-3399", false},
               {"partita_iva_it", "00743110157", true},
               {"partita_iva_it", "00743110158", false},
               {"codice_fiscale_it", "RCCMNL83B30D969H", false},  // the thirtieth of February
               {"national_number_lu", "1902092413628", true},
               {"national_number_lu", "1902092413638", false},
               {"national_number_lu", "1902092413629", false},
               {"account_no", "8601 11 17947", true},
               {"account_no", "8601 11 17949", false},
               {"fodselsnummer_no", "151086 95088", true},
               {"fodselsnummer_no", "15108695077", false},
               {"orgnr_no", "988 077 917", true},
               {"orgnr_no", "988 077 918", false},
               {"nip_pl", "856-734-62-15", true},
               {"nip_pl", "8567346216", false},
               {"regon_pl", "192598184", true},
               {"regon_pl", "192598183", false},
               {"regon_pl", "12345678512347", true},
               {"id_card_pl", "ABA300000", true},
               {"id_card_pl", "ABA300001", false},
               {"citizen_card_pt", "00000000 0 ZZ4", true},
               {"citizen_card_pt", "00000000 A ZZ4", false},
               {"nif_pt", "501 964 843", true},
               {"nif_pt", "501 964 842", false},
               {"cnp_ro", "1630615123457", true},
               {"cnp_ro", "1630615123458", false},
               {"jmbg", "0101006500006", true},
               {"jmbg", "0101006500007", false},
               {"orgnr_se", "556036-0793", true},
               {"orgnr_se", "556036-0794", false},
               {"personnummer_se", "880320-0016", true},
               {"personnummer_se", "880320+0016", true},
               {"personnummer_se", "19880320-0016", true},
               {"personnummer_se", "880380-0016", false},
               {"personnummer_se", "880320-0018", false},
               {"identity_number_tr", "10000000146", true},
               {"identity_number_tr", "10000000147", false},
               {"tax_number_ua", "1759013776", true},
               {"tax_number_ua", "1759013777", false},
               {"itin_us", "912-90-3456", true},
               {"itin_us", "912-89-3456", false},
               {"routing_us", "111000025", true},
               {"routing_us", "111000026", false},
               {"routing_us", "991000025", false},
               {"creditor_id", "DE98ZZZ09999999999", true},
               {"creditor_id", "DE98ABC09999999999", true},  // the business code does not count
               {"creditor_id", "DE99ZZZ09999999999", false},
               {"creditor_reference", "RF18539007547034", true},
               {"creditor_reference", "RF19539007547034", false},
               {"imei", "490154203237518", true},
               {"imei", "490154203237519", false},
               {"lei", "5493001KJTIIGC8Y1R12", true},
               {"lei", "5493001KJTIIGC8Y1R13", false}});
}

// Weighted sums find every single wrong digit, and so do these.
TEST(Country, FaultsOfOneDigit) {
  for (const Case& c : std::vector<Case>{{"nhs_gb", "9434765870", true},
                                         {"oib_hr", "33392005961", true},
                                         {"fodselsnummer_no", "15108695088", true},
                                         {"personnummer_se", "8803200016", true},
                                         {"nif_pt", "501964843", true},
                                         {"reference_ch", "210000000003139471430009017", true},
                                         {"national_number_lu", "1902092413628", true},
                                         {"identity_number_tr", "10000000146", true},
                                         {"imei", "490154203237518", true},
                                         {"creditor_id", "DE98ZZZ09999999999", true},
                                         {"institution_number_de", "260326822", true}}) {
    std::size_t counted = 0;
    for (const std::string& wrong : OneDigitOff(c.number)) counted += Accepts(c.check, wrong) ? 1 : 0;
    // Some leave the first digits unchecked, or take a lone ten for zero.
    EXPECT_LE(counted, c.check == std::string_view("institution_number_de") ? 18U : 3U) << c.check;
  }
}

TEST(Country, WrongLengths) {
  for (const Case& c : std::vector<Case>{{"nhs_gb", "9434765870", true},
                                         {"oib_hr", "33392005961", true},
                                         {"cnp_ro", "1630615123457", true},
                                         {"jmbg", "0101006500006", true},
                                         {"hetu_fi", "131052-308T", true},
                                         {"document_checked_de", "L01X00T471", true},
                                         {"driving_licence_de", "B072RRE2I55", true},
                                         {"routing_us", "111000025", true}}) {
    EXPECT_EQ(CountAccepted(c.check, WrongLength(c.number)), 0U) << c.check;
  }
}

}  // namespace
}  // namespace maske::check
