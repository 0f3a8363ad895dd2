// Templates, see generator/scene.h for the tags. Written for this project. Tested by tests/generator/document_test.cc.
#include "generator/sentences.h"

namespace maske::generator {
namespace {

constexpr std::string_view kPersonal[] = {
    "Ich habe heute mit {C.hd} gesprochen und den Termin bestätigt.",
    "Ihr Ansprechpartner ist {C.unser}, telefonisch erreichbar unter {C.phone}.",
    "Bitte überweisen Sie den Betrag von {amount} bis zum {date} auf das Konto {A.iban}.",
    "Meine Bankverbindung lautet: IBAN {A.iban}, BIC {X.bic}.",
    "Bei Rückfragen erreichen Sie mich unter {A.phone} oder per E-Mail an {A.email}.",
    "Die neue Anschrift lautet {A.addr1}.",
    "Wir sind zum {date} umgezogen; bitte schreiben Sie künftig an {X.addr1}.",
    "Die Unterlagen hat {C.hn} bereits am {date} erhalten.",
    "Frau {C.sur} und Herr {D.sur} nehmen an der Besprechung teil.",
    "Nach Rücksprache mit {D.hd} können wir Ihnen {amount} erstatten.",
    "Das Gutachten von {C.titled} liegt der {noun} bei.",
    "Im Auftrag von {C} teile ich Ihnen mit, dass die Frist am {date} endet.",
    "Versichert ist {A}, geboren am {A.birth}.",
    "Meine Steuer-ID lautet {A.taxid}.",
    "Für die Buchung wurde die Karte {A.card} belastet.",
    "Bitte senden Sie eine Kopie an {C.email} und an {D.email}.",
    "Rufen Sie mich einfach an: {A.mobile}.",
    "Mein Vater, {D}, hat den Vertrag seinerzeit unterschrieben.",
    "Die Schlüssel liegen bei {D.hd}, {D.street}, bereit.",
    "Sie können auch gern {D.unser} ansprechen (Durchwahl {n}, mobil {D.mobile}).",
    "Der Rechnungsbetrag wird von Ihrem Konto {B.iban} abgebucht.",
    "Zeugin ist {E}, wohnhaft {E.addr1}.",
    "Herr {E.sur} war am {date} um {time} Uhr vor Ort.",
    "Laut {E.hd} ist die {noun} noch nicht eingetroffen.",
    "Unsere Geschäftsführerin {F} wird sich persönlich bei Ihnen melden.",
    "Die Vertretung übernimmt {F.titled}.",
    "Auch {E.gen} Anmerkungen haben wir berücksichtigt.",
    "Unser Sachbearbeiter {D} (Tel. {D.phone}) hilft Ihnen weiter.",
};

constexpr std::string_view kLater[] = {
    "Frau {C.sur} hatte das bereits zugesagt.", "Wie {C.sur} schon schrieb, eilt die Sache.",
    "Mit {C.sur} ist das so abgestimmt.",       "Bitte wenden Sie sich dazu direkt an {C.sur}.",
    "{C} wird den Vorgang abschließen.",
};

constexpr std::string_view kPlain[] = {
    "vielen Dank für Ihr Schreiben vom {date}.",
    "Hiermit kündige ich den Vertrag Nr. {number} gemäß {law} zum nächstmöglichen Zeitpunkt.",
    "Der Gesamtbetrag beläuft sich auf {amount} einschließlich 19 % Umsatzsteuer.",
    "Die Lieferung der {n} Stück {product} erfolgt in Kalenderwoche {n}.",
    "Das Buch (ISBN {isbn}) ist leider vergriffen.",
    "Bitte beachten Sie die Artikelnummer {article} bei Ihrer Bestellung.",
    "Die Software wurde auf Version {version} aktualisiert.",
    "Unser Partner, die {named}, liefert die Ersatzteile.",
    "Nach {law} haben Sie vierzehn Tage Zeit.",
    "Die Sitzung findet am {date} um {time} Uhr im großen Saal statt.",
    "Der Zählerstand betrug am {date} genau {n}.{n} kWh.",
    "Wir gewähren Ihnen {n} % Rabatt auf das gesamte Sortiment.",
    "Die Maße betragen {n} x {n} x {n} cm bei einem Gewicht von {n},5 kg.",
    "Für die {noun} berechnen wir {amount}, zahlbar binnen {n} Tagen.",
    "Im Sommer und im Herbst sind die Öffnungszeiten verkürzt.",
    "Der Koch des Hauses empfiehlt frischen Fisch, der Bauer liefert die Kartoffeln.",
    "Der Wolf ist in Brandenburg wieder heimisch geworden.",
    "Die Zimmermannsarbeiten und der Dachausbau sind abgeschlossen.",
    "Das Richterrecht und die Rechtsprechung des Bundesgerichtshofs sind zu beachten.",
    "Das Gerät läuft seit {n} Jahren ohne Störung.",
    "Mit der {noun} vom {date} sind wir nicht einverstanden.",
    "Der Schaden beträgt nach erster Schätzung {amount}.",
    "Die Aktenzeichen {n} O {n}/24 und {number} bitten wir anzugeben.",
    "Der Kaiser und der König sind Figuren im Schachspiel des Museums.",
    "Die Kosten verteilen sich auf {n} Raten zu je {amount}.",
    "Der Vertrag verlängert sich um {n} Monate, wenn er nicht gekündigt wird.",
    "Der Termin am Montag, den {date}, entfällt.",
    "Die Firma {Y} hat Insolvenz angemeldet.",
    "Bitte legen Sie die Belege {n} bis {n} in Kopie bei.",
    "Das Angebot umfasst Montage, Anfahrt und Entsorgung.",
    "Die Garantie gilt {n} Monate ab Kaufdatum.",
    "Der Browser meldet den Fehler 404 unter Windows 11.",
    "Beachten Sie die DIN EN ISO 9001:2015 und die VDE 0100-410.",
    "Die Seriennummer {hex} steht auf der Rückseite.",
};

}  // namespace

std::span<const std::string_view> PersonalSentences() { return kPersonal; }
std::span<const std::string_view> LaterSentences() { return kLater; }
std::span<const std::string_view> PlainSentences() { return kPlain; }

}  // namespace maske::generator
