// The cast and its tags. Tested by tests/generator/document_test.cc.
#include "generator/scene.h"

#include <utility>

namespace maske::generator {
namespace {

std::string Upper(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> kLetters[] = {
      {"ä", "Ä"}, {"ö", "Ö"}, {"ü", "Ü"}, {"ß", "SS"}, {"é", "É"}, {"è", "È"}, {"ç", "Ç"}, {"ş", "Ş"}, {"ı", "I"}};
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    bool done = false;
    for (const auto& [from, to] : kLetters) {
      if (name.substr(i, from.size()) == from) {
        out += to;
        i += from.size();
        done = true;
        break;
      }
    }
    if (done) continue;
    const char c = name[i++];
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  return out;
}

// The first character, which may be of several bytes.
std::string Initial(const std::string& name) {
  std::size_t end = 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
  return name.substr(0, end) + ".";
}

bool EndsInSibilant(std::string_view name) {
  const char last = name.back();
  return last == 's' || last == 'x' || last == 'z' || name.ends_with("ß") || name.ends_with("ce");
}

void TwoLines(const Address& address, Writer* writer) {
  writer->Entity("ADDRESS", address.street + "\n" + address.place);
}
void OneLine(const Address& address, Writer* writer) {
  writer->Entity("ADDRESS", address.street + ", " + address.place);
}

}  // namespace

Person MakePerson(Random* random, const Lexicon& lexicon) {
  static constexpr std::string_view kTitles[] = {"Dr. ", "Prof. Dr. ", "Dipl.-Ing. ", "Dr. med. ", "Mag. "};
  static constexpr std::string_view kParticles[] = {"von ", "van der ", "zu ", "von der "};
  Person out;
  out.given = lexicon.given.Pick(random);
  if (random->Chance(6)) out.given += (random->Chance(60) ? "-" : " ") + lexicon.given.Pick(random);
  out.surname = lexicon.surnames.Pick(random);
  if (random->Chance(5)) out.surname += "-" + lexicon.surnames.Pick(random);
  if (random->Chance(2)) out.surname = std::string(random->Pick(kParticles)) + out.surname;
  if (random->Chance(12)) out.title = random->Pick(kTitles);
  out.female = random->Chance(50);
  out.email = EmailFor(random, out.given, out.surname, Domain(random));
  out.phone = Phone(random);
  out.mobile = Phone(random, PhoneKind::kMobile);
  out.iban = Iban(random);
  out.birth = BirthDate(random);
  out.tax_id = TaxId(random);
  out.card = Card(random);
  out.address = PostalAddress(random, lexicon);
  return out;
}

Company MakeCompany(Random* random, const Lexicon& lexicon) {
  static constexpr std::string_view kNames[] = {"Nordlicht", "Elbtal",    "Alpenblick", "Hansekontor",
                                                "Sonnenhof", "Rheintal",  "Kranich",    "Quadrat",
                                                "Wattwerk",  "Steinbach", "Lindenhof",  "Falke"};
  static constexpr std::string_view kTrades[] = {"Versicherung", "Bau",     "Energie", "Logistik",  "Software",
                                                 "Medien",       "Technik", "Handels", "Immobilien"};
  static constexpr std::string_view kForms[] = {"GmbH", "AG", "GmbH & Co. KG", "e. V.", "UG (haftungsbeschränkt)",
                                                "KG",   "eG"};
  Company out;
  out.name = std::string(random->Pick(kNames)) + " " + std::string(random->Pick(kTrades)) + " " +
             std::string(random->Pick(kForms));
  out.domain = Domain(random);
  static constexpr std::string_view kBoxes[] = {"info", "kontakt", "service", "buchhaltung", "office"};
  out.email = std::string(random->Pick(kBoxes)) + "@" + out.domain;
  out.phone = Phone(random, PhoneKind::kLandline);
  out.fax = Phone(random, PhoneKind::kLandline);
  out.iban = Iban(random);
  out.bic = Bic(random);
  out.vat = VatId(random);
  out.tax_number = TaxNumber(random);
  out.address = PostalAddress(random, lexicon);
  return out;
}

Scene::Scene(Random* source, const Lexicon& lexicon) : random(source) {
  for (Person& person : persons) person = MakePerson(random, lexicon);
  for (Company& company : companies) company = MakeCompany(random, lexicon);
}

void Scene::Render(std::string_view text, Writer* writer) {
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    writer->Text(text.substr(0, open));
    if (open == std::string_view::npos) return;
    const std::size_t close = text.find('}', open);
    const std::string_view tag = text.substr(open + 1, close - open - 1);
    const std::string_view what = tag.size() > 2 && tag[1] == '.' ? tag.substr(2) : std::string_view();
    bool known = false;
    if (tag[0] >= 'A' && tag[0] <= 'Z') {
      if (tag[0] >= 'A' && tag[0] <= 'F')
        known = RenderPerson(persons[static_cast<std::size_t>(tag[0] - 'A')], what, writer);
      if (tag[0] >= 'X' && tag[0] <= 'Y')
        known = RenderCompany(companies[static_cast<std::size_t>(tag[0] - 'X')], what, writer);
    } else {
      known = RenderValue(tag, writer);
    }
    if (!known) writer->Text("{" + std::string(tag) + "}");
    text.remove_prefix(close + 1);
  }
}

bool Scene::RenderPerson(const Person& person, std::string_view what, Writer* writer) {
  const std::string full = person.given + " " + person.surname;
  const auto titled = [&](std::string_view before) {
    writer->Text(before);
    writer->Text(person.title);
    writer->Entity("PERSON", person.surname);
    return true;
  };
  if (what.empty()) return writer->Entity("PERSON", full), true;
  if (what == "titled") return writer->Text(person.title), writer->Entity("PERSON", full), true;
  if (what == "given") return writer->Entity("PERSON", person.given), true;
  if (what == "sur") return writer->Entity("PERSON", person.surname), true;
  if (what == "gen") {
    writer->Entity("PERSON", full);
    writer->Text(EndsInSibilant(person.surname) ? "'" : "s");
    return true;
  }
  if (what == "initial") return writer->Entity("PERSON", Initial(person.given) + " " + person.surname), true;
  if (what == "inverted") return writer->Entity("PERSON", person.surname + ", " + person.given), true;
  if (what == "caps") return writer->Entity("PERSON", Upper(full)), true;
  if (what == "hn") return titled(person.female ? "Frau " : "Herr ");
  if (what == "hd") return titled(person.female ? "Frau " : "Herrn ");
  if (what == "salutation") return writer->Text(person.female ? "Frau" : "Herrn"), true;
  if (what == "geehrt") return titled(person.female ? "Sehr geehrte Frau " : "Sehr geehrter Herr ");
  if (what == "lieb") {
    writer->Text(person.female ? "Liebe " : "Lieber ");
    writer->Entity("PERSON", person.given);
    return true;
  }
  if (what == "unser")
    return writer->Text(person.female ? "unsere Kollegin " : "unser Kollege "), writer->Entity("PERSON", full), true;
  if (what == "email") return writer->Entity("EMAIL", person.email), true;
  if (what == "phone") return writer->Entity("PHONE", person.phone), true;
  if (what == "mobile") return writer->Entity("PHONE", person.mobile), true;
  if (what == "iban") return writer->Entity("IBAN", person.iban), true;
  if (what == "birth") return writer->Entity("DOB", person.birth), true;
  if (what == "taxid") return writer->Entity("TAX_ID", person.tax_id), true;
  if (what == "card") return writer->Entity("CARD", person.card), true;
  if (what == "addr") return TwoLines(person.address, writer), true;
  if (what == "addr1") return OneLine(person.address, writer), true;
  if (what == "street") return writer->Entity("ADDRESS", person.address.street), true;
  return false;
}

bool Scene::RenderCompany(const Company& company, std::string_view what, Writer* writer) {
  if (what.empty()) return writer->Text(company.name), true;
  if (what == "addr") return TwoLines(company.address, writer), true;
  if (what == "addr1") return OneLine(company.address, writer), true;
  if (what == "phone") return writer->Entity("PHONE", company.phone), true;
  if (what == "fax") return writer->Entity("PHONE", company.fax), true;
  if (what == "email") return writer->Entity("EMAIL", company.email), true;
  if (what == "web") return writer->Text("www." + company.domain), true;
  if (what == "iban") return writer->Entity("IBAN", company.iban), true;
  if (what == "bic") return writer->Entity("BIC", company.bic), true;
  if (what == "vat") return writer->Entity("VAT_ID", company.vat), true;
  if (what == "taxnumber") return writer->Entity("TAX_NUMBER", company.tax_number), true;
  return false;
}

bool Scene::RenderValue(std::string_view what, Writer* writer) {
  static constexpr std::string_view kNouns[] = {"Rechnung",  "Angebot",     "Vertrag",   "Bestellung",
                                                "Kündigung", "Anfrage",     "Lieferung", "Gutachten",
                                                "Mahnung",   "Reklamation", "Wartung"};
  static constexpr std::string_view kProducts[] = {"Fenster Komfort 3",   "Wärmepumpe WP 12",
                                                   "Drucker Modell K200", "Bohrmaschine Profi",
                                                   "Kaffeemaschine Roma", "Akku-Schrauber Max 18"};
  static constexpr std::string_view kNamedCompanies[] = {"Robert Bosch GmbH", "Adolf Würth GmbH & Co. KG",
                                                         "Carl Zeiss AG", "Gebr. Heller Maschinenfabrik GmbH",
                                                         "Axel Springer SE"};
  static constexpr std::string_view kLaws[] = {"§ 573c Abs. 1 BGB", "Art. 15 DSGVO",
                                               "§ 14 UStG",         "§ 1 Abs. 2 Nr. 3 KSchG",
                                               "§§ 280, 286 BGB",   "Art. 6 Abs. 1 lit. f DSGVO"};
  if (what == "noun") return writer->Text(random->Pick(kNouns)), true;
  if (what == "product") return writer->Text(random->Pick(kProducts)), true;
  if (what == "named") return writer->Text(random->Pick(kNamedCompanies)), true;
  if (what == "law") return writer->Text(random->Pick(kLaws)), true;
  if (what == "date") return writer->Text(Date(random)), true;
  if (what == "amount") return writer->Text(Amount(random)), true;
  if (what == "isbn") return writer->Text(Isbn(random)), true;
  if (what == "article") return writer->Text(ArticleNumber(random)), true;
  if (what == "version") return writer->Text(Version(random)), true;
  if (what == "time") {
    const std::size_t minute = random->Between(10, 59);
    return writer->Text(std::to_string(random->Between(7, 20)) + ":" + std::to_string(minute)), true;
  }
  if (what == "n") return writer->Text(std::to_string(random->Between(2, 40))), true;
  if (what == "number")
    return writer->Text(std::to_string(random->Between(2019, 2026)) + "-" + random->Digits(5)), true;
  if (what == "hex") return writer->Text(random->Letters(8, "0123456789abcdef")), true;
  if (what == "ip") return writer->Entity("IP", IpAddress(random)), true;
  if (what == "secret") return writer->Entity("SECRET", Secret(random)), true;
  if (what == "credentials") {
    writer->Text("https://");
    writer->Entity("URL_CREDENTIALS", "deploy:" + random->Letters(12, "abcdefghjkmnpqrstuvwxyz23456789"));
    return writer->Text("@git.example.org/repo.git"), true;
  }
  return false;
}

}  // namespace maske::generator
