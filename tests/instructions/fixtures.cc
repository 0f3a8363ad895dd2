#include "instructions/fixtures.h"

#include <array>

#include "generator/kinds.h"

namespace maske::instructions {
namespace {

using generator::Random;

constexpr std::size_t kBytes = 200000;

constexpr std::array<std::string_view, 24> kFirst{"Kühlmittel",  "Ventil", "Kolben", "Getriebe", "Lager",  "Filter",
                                                  "Motor",       "Brems",  "Öl",     "Luft",     "Druck",  "Steuer",
                                                  "Regel",       "Mess",   "Spann",  "Zahnrad",  "Keil",   "Dicht",
                                                  "Sicherheits", "Haupt",  "Neben",  "Schalt",   "Wasser", "Gehäuse"};
constexpr std::array<std::string_view, 22> kSecond{"pumpe",   "deckel", "dichtung", "schraube", "leitung", "sensor",
                                                   "gehäuse", "welle",  "scheibe",  "klappe",   "ring",    "schalter",
                                                   "stecker", "riemen", "block",    "behälter", "hebel",   "feder",
                                                   "anzeige", "modul",  "platte",   "kammer"};
constexpr std::array<std::string_view, 12> kThird{"halterung",   "abdeckung", "prüfung",   "wechsel",
                                                  "einstellung", "anschluss", "montage",   "wartung",
                                                  "kontrolle",   "satz",      "baugruppe", "reihe"};

// {c}: a compound; {n}: a small number; {m}: a measure; {p}: a part number; {v}: a version.
constexpr std::array<std::string_view, 40> kSentences{
    "Vor Beginn der Arbeiten ist die {c} spannungsfrei zu schalten und gegen Wiedereinschalten zu sichern.",
    "Lösen Sie die {n} Schrauben M{n} der {c} mit einem Innensechskantschlüssel.",
    "Nehmen Sie die {c} nach oben ab und legen Sie sie auf eine saubere Unterlage.",
    "Das Anzugsmoment der {c} beträgt {m} Nm.",
    "Der zulässige Betriebsdruck liegt zwischen {m} und {m} bar.",
    "Achten Sie darauf, dass die {c} nicht verkantet.",
    "Reinigen Sie die {c} nur mit einem trockenen, fusselfreien Tuch.",
    "Die {c} (Teil {p}) muss nach {n}00 Betriebsstunden erneuert werden.",
    "Verwenden Sie ausschließlich Originalersatzteile, Bestellnummer {p}.",
    "Im Menü Einstellungen wählen Sie den Eintrag {c} und bestätigen mit OK.",
    "Leuchtet die {c} rot, liegt ein Fehler der {c} vor (siehe Abschnitt {n}.{n}).",
    "Der Messbereich reicht von -{n} °C bis +{n}0 °C bei einer Auflösung von 0,{n} K.",
    "Schließen Sie die {c} an Klemme {n} an; die Leitung darf höchstens {n} m lang sein.",
    "Die Abmessungen betragen {m} x {m} x {m} mm, das Gewicht {n},{n} kg.",
    "Bei Überschreitung des Grenzwerts schaltet die {c} selbsttätig ab.",
    "Ziehen Sie die Schrauben über Kreuz in {n} Stufen an.",
    "Prüfen Sie den Füllstand der {c} bei abgekühltem Motor.",
    "Nach dem Einbau ist eine Funktionsprüfung nach DIN EN {n}0{n}-1 durchzuführen.",
    "Die Software der {c} muss mindestens die Version {v} haben.",
    "Tragen Sie bei allen Arbeiten an der {c} Schutzhandschuhe und Schutzbrille.",
    "WARNUNG: Heiße Oberflächen an der {c} können zu Verbrennungen führen.",
    "HINWEIS: Die {c} ist wartungsfrei.",
    "Drehen Sie den Hebel im Uhrzeigersinn, bis er hörbar einrastet.",
    "Drücken Sie die Taste F{n}, um zur Übersicht zurückzukehren.",
    "Entsorgen Sie Altöl und die gebrauchte {c} nach den örtlichen Vorschriften.",
    "Die Daten werden über CAN mit {n}00 kbit/s an die {c} übertragen.",
    "Stellen Sie das Spiel der {c} mit einer Fühlerlehre auf 0,{n}{n} mm ein.",
    "Wird die {c} länger als {n} Monate gelagert, ist die {c} zu konservieren.",
    "Die {c} besteht aus der {c}, der {c} und dem Zubehör.",
    "Tabelle {n} zeigt die Zuordnung der Anschlüsse der {c}.",
    "Öffnen Sie die Datei config{n}.xml und setzen Sie den Wert auf 0x{n}F.",
    "Der Stromverbrauch im Leerlauf beträgt {n} W, unter Last bis zu {m} W.",
    "Das Gerät darf nur von Fachpersonal geöffnet werden.",
    "Entfernen Sie die Abdeckfolie und kleben Sie das Typenschild auf die {c}.",
    "Lassen Sie die Anlage {n} Minuten im Leerlauf laufen und prüfen Sie sie auf Dichtheit.",
    "Die Garantie erlischt, wenn die {c} unsachgemäß behandelt wird.",
    "Setzen Sie die neue {c} so ein, dass der Pfeil in Fahrtrichtung zeigt.",
    "Bei Frost ist das Wasser aus der {c} vollständig abzulassen.",
    "Eine Kalibrierung der {c} ist alle {n} Jahre vorgeschrieben.",
    "Quittieren Sie die Meldung E{n}{n} an der {c}.",
};

std::string Compound(Random* random) {
  std::string word(random->Pick(kFirst));
  word += random->Pick(kSecond);
  if (random->Chance(30)) word += random->Pick(kThird);
  return word;
}

std::string Value(char what, Random* random) {
  switch (what) {
    case 'c':
      return Compound(random);
    case 'n':
      return std::to_string(random->Between(1, 9));
    case 'm':
      return std::to_string(random->Between(10, 980));
    case 'p':
      return random->Digits(3) + "." + random->Digits(3) + "-" + random->Letters(2, "ABCDEFGHKLMN");
    default:
      return std::to_string(random->Below(9)) + "." + std::to_string(random->Below(30)) + "." +
             std::to_string(random->Below(9));
  }
}

void Render(std::string_view text, Random* random, std::string* out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '{') {
      *out += text[at];
      continue;
    }
    *out += Value(text[at + 1], random);
    at += 2;
  }
}

std::string Manual(Random* random) {
  std::string out;
  for (std::size_t section = 1; out.size() < kBytes; ++section) {
    out += "\n" + std::to_string(1 + section / 9) + "." + std::to_string(section % 9 + 1) + " " + Compound(random) +
           "\n\n";
    const std::size_t paragraphs = random->Between(2, 5);
    for (std::size_t i = 0; i < paragraphs; ++i) {
      const bool steps = random->Chance(30);
      const std::size_t sentences = random->Between(3, 7);
      for (std::size_t j = 1; j <= sentences; ++j) {
        if (steps) out += std::to_string(j) + ". ";
        Render(random->Pick(kSentences), random, &out);
        out += steps ? "\n" : " ";
      }
      out += "\n";
    }
    if (random->Chance(25)) {
      for (int i = 0; i < 6; ++i) Render("{p}\t{c}\t{n}\t{m},{n}0\n", random, &out);
    }
  }
  return out;
}

}  // namespace

std::string Fixture(std::string_view name, std::uint64_t seed) {
  Random random(seed);
  if (name == "manual") return Manual(&random);
  if (name != "mail" && name != "log") return "";
  const generator::Lexicon lexicon = generator::Lexicon::BuiltIn();
  std::string out;
  while (out.size() < kBytes) {
    out += (name == "mail" ? generator::MakeMail(&random, lexicon) : generator::MakeLog(&random, lexicon)).text;
    out += "\n";
  }
  return out;
}

}  // namespace maske::instructions
