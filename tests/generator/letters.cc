// Letters and mails: heads, salutations, paragraphs, closings, quotes. Tested by tests/generator/document_test.cc.
#include <string>
#include <string_view>

#include "generator/kinds.h"
#include "generator/scene.h"
#include "generator/sentences.h"

namespace maske::generator {
namespace {

constexpr std::string_view kClosings[] = {
    "Mit freundlichen Grüßen", "Mit freundlichem Gruß", "Freundliche Grüße", "Beste Grüße", "Viele Grüße",
    "Hochachtungsvoll",        "Herzliche Grüße"};

void Paragraphs(Scene* scene, Writer* writer, std::size_t personal, std::size_t plain) {
  Random* random = scene->random;
  const std::size_t total = personal + plain;
  bool introduced = false;
  std::size_t left = personal;
  for (std::size_t i = 0; i < total; ++i) {
    if (random->Below(total - i) < left) {
      --left;
      const std::string_view sentence = random->Pick(PersonalSentences());
      introduced = introduced || sentence.find("{C.hd}") != sentence.npos ||
                   sentence.find("{C.titled}") != sentence.npos || sentence.find("{C.hn}") != sentence.npos ||
                   sentence.find("{C}") != sentence.npos;
      scene->Render(sentence, writer);
    } else if (introduced && random->Chance(20)) {
      scene->Render(random->Pick(LaterSentences()), writer);
    } else {
      scene->Render(random->Pick(PlainSentences()), writer);
    }
    writer->Text(random->Chance(25) ? "\n\n" : random->Chance(30) ? "\n" : " ");
  }
}

void Salutation(Scene* scene, Writer* writer) {
  switch (scene->random->Below(6)) {
    case 0:
      return scene->Render("Sehr geehrte Damen und Herren,\n\n", writer);
    case 1:
      return scene->Render("Guten Tag {B.hn},\n\n", writer);
    case 2:
      return scene->Render("Sehr geehrte Frau {C.sur}, sehr geehrter Herr {D.sur},\n\n", writer);
    default:
      return scene->Render("{B.geehrt},\n\n", writer);
  }
}

void FormFields(Scene* scene, Writer* writer) {
  static constexpr std::string_view kFields[] = {"Name: {A.sur}\nVorname: {A.given}\n",
                                                 "Name: {A}\n",
                                                 "Kontoinhaber: {A}\nIBAN: {A.iban}\nBIC: {X.bic}\n",
                                                 "Geburtsdatum: {A.birth}\n",
                                                 "Telefon: {A.phone}\nMobil: {A.mobile}\n",
                                                 "E-Mail: {A.email}\n",
                                                 "Anschrift: {A.addr1}\n",
                                                 "Patient: {A.inverted}\n",
                                                 "Steuer-Identifikationsnummer: {A.taxid}\n",
                                                 "Ansprechpartner: {D.titled}\n",
                                                 "Sachbearbeiterin: {E}\n"};
  const std::size_t count = scene->random->Between(2, 5);
  for (std::size_t i = 0; i < count; ++i) scene->Render(scene->random->Pick(kFields), writer);
  writer->Text("\n");
}

void Attendees(Scene* scene, Writer* writer) {
  scene->Render(scene->random->Chance(50) ? "Teilnehmer: {C}, {D}, {E.titled}, {F}\n\n"
                                          : "Teilnehmer:\n- {C}\n- {D.inverted}\n- {E.titled} ({X})\n- {F}\n\n",
                writer);
}

void MailSignature(Scene* scene, Writer* writer) {
  switch (scene->random->Below(4)) {
    case 0:
      return scene->Render("{A.given}\n", writer);
    case 1:
      return scene->Render("{A}\n\n-- \n{A.titled}\n{X}\n{X.addr}\nTel.: {A.phone}\nFax: {X.fax}\n{A.email}\n{X.web}\n",
                           writer);
    case 2:
      return scene->Render("i. A. {A}\n{X} | {X.addr1} | Tel. {X.phone} | {X.email}\n", writer);
    default:
      return scene->Render("{A}\nMobil: {A.mobile}\n", writer);
  }
}

}  // namespace

Document MakeLetter(Random* random, const Lexicon& lexicon) {
  Scene scene(random, lexicon);
  Writer writer;
  const bool business = random->Chance(60);
  if (business) {
    scene.Render(
        random->Chance(50) ? "{X}\n{X.addr}\nTelefon {X.phone}\nTelefax {X.fax}\n{X.email}\n\n" : "{X} · {X.addr1}\n\n",
        &writer);
  } else {
    scene.Render(random->Chance(30) ? "{A.titled}\n{A.addr}\nTel. {A.phone}\n\n" : "{A}\n{A.addr}\n\n", &writer);
  }
  switch (random->Below(4)) {
    case 0:
      scene.Render("{Y}\nz. Hd. {B.hd}\n{Y.addr}\n\n", &writer);
      break;
    case 1:
      scene.Render("{Y}\n{Y.addr}\n\n", &writer);
      break;
    default:
      scene.Render("{B.salutation}\n{B.titled}\n{B.addr}\n\n", &writer);
  }
  if (business && random->Chance(40)) {
    scene.Render("Unser Zeichen: {number}\nBearbeiter: {A}\nDurchwahl: {A.phone}\n", &writer);
  }
  scene.Render(random->Chance(50) ? "{date}\n\n" : "Datum: {date}\n\n", &writer);
  scene.Render(random->Chance(50) ? "Betreff: {noun} Nr. {number} vom {date}\n\n" : "Ihre {noun} {number}\n\n",
               &writer);
  Salutation(&scene, &writer);
  Paragraphs(&scene, &writer, random->Between(2, 5), random->Between(4, 9));
  writer.Text("\n");
  if (random->Chance(30)) FormFields(&scene, &writer);
  if (random->Chance(10)) Attendees(&scene, &writer);
  writer.Text(std::string(random->Pick(kClosings)) + "\n\n");
  scene.Render(random->Chance(20) ? "i. V. {A}\n" : random->Chance(20) ? "{A.titled}\n" : "{A}\n", &writer);
  if (business) {
    scene.Render("\n{X}\nGeschäftsführer: {E}, {F}\nBankverbindung: IBAN {X.iban}, BIC {X.bic}\nUSt-IdNr.: {X.vat}\n",
                 &writer);
    if (random->Chance(30)) scene.Render("Steuernummer: {X.taxnumber}\n", &writer);
  }
  return writer.Take();
}

Document MakeMail(Random* random, const Lexicon& lexicon) {
  Scene scene(random, lexicon);
  Writer writer;
  if (random->Chance(70)) {
    scene.Render("Von: {A} <{A.email}>\nAn: {B} <{B.email}>\n", &writer);
    if (random->Chance(40)) scene.Render("Cc: \"{C.inverted}\" <{C.email}>, {D.email}\n", &writer);
    scene.Render("Datum: {date} {time}\nBetreff: {noun} {number}\n\n", &writer);
  }
  switch (random->Below(5)) {
    case 0:
      scene.Render("Hallo {B.given},\n\n", &writer);
      break;
    case 1:
      scene.Render("{B.lieb},\n\n", &writer);
      break;
    case 2:
      scene.Render("Hallo {B.hn},\n\n", &writer);
      break;
    default:
      Salutation(&scene, &writer);
  }
  Paragraphs(&scene, &writer, random->Between(1, 4), random->Between(2, 6));
  if (random->Chance(12)) Attendees(&scene, &writer);
  if (random->Chance(12)) FormFields(&scene, &writer);
  writer.Text("\n" + std::string(random->Pick(kClosings)) + "\n");
  MailSignature(&scene, &writer);
  if (random->Chance(45)) {
    switch (random->Below(3)) {
      case 0:
        scene.Render("\nAm {date} um {time} schrieb {B} <{B.email}>:\n", &writer);
        break;
      case 1:
        scene.Render("\nAm {date} schrieb {B}:\n", &writer);
        break;
      default:
        scene.Render(
            "\n-----Ursprüngliche Nachricht-----\nVon: {B} [mailto:{B.email}]\nGesendet: {date} {time}\nAn: {A}\n\n",
            &writer);
    }
    scene.Render("> Guten Tag {A.hn},\n> ", &writer);
    scene.Render(random->Pick(PlainSentences()), &writer);
    writer.Text("\n> ");
    scene.Render(random->Pick(PersonalSentences()), &writer);
    scene.Render("\n> Gruß\n> {B}\n", &writer);
  }
  return writer.Take();
}

}  // namespace maske::generator
