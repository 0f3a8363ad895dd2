#include "bench/hostile.h"

#include <array>
#include <cstdint>
#include <utility>

namespace maske::bench {
namespace {

// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  std::uint64_t Next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  std::size_t Below(std::size_t end) { return Next() % end; }
  char Of(std::string_view letters) { return letters[Below(letters.size())]; }
  template <std::size_t N>
  std::string_view Of(const std::array<std::string_view, N>& words) {
    return words[Below(N)];
  }

 private:
  std::uint64_t state_ = 20261124;
};

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

// Appends what next(random, &out) makes until there are `bytes`, then cuts, not inside a UTF-8 character.
template <class Next>
std::string Fill(std::size_t bytes, Next next) {
  Random random;
  std::string out;
  out.reserve(bytes + 4096);
  while (out.size() < bytes) next(&random, &out);
  std::size_t end = bytes;
  while (end > 0 && end < out.size() && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
  out.resize(end);
  return out;
}

void Put(Random* random, std::string_view letters, std::size_t count, std::string* out) {
  for (std::size_t i = 0; i < count; ++i) *out += random->Of(letters);
}

// Words of one script with its blank and full stop, lines of about ten words.
template <std::size_t N>
void Sentence(const std::array<std::string_view, N>& words, std::string_view blank, std::string_view stop,
              Random* random, std::string* out) {
  const std::size_t count = 5 + random->Below(10);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) *out += blank;
    *out += random->Of(words);
  }
  *out += stop;
}

constexpr std::array<std::string_view, 28> kGerman{
    "Lieferung", "wird",  "morgen", "am",  "Eingang", "des",  "alten",  "Hauses",   "erwartet",    "und",
    "die",       "Frist", "endet",  "am",  "Montag",  "wenn", "das",    "Formular", "vollständig", "ausgefüllt",
    "ist",       "Bitte", "prüfen", "Sie", "vorher",  "jede", "Anlage", "zweimal"};
constexpr std::array<std::string_view, 28> kGreek{
    "Η",      "αποθήκη",   "ανοίγει", "κάθε",   "πρωί",   "και",   "κλείνει", "το",   "βράδυ",  "όταν",
    "φεύγει", "τελευταίο", "φορτηγό", "Σήμερα", "έχουμε", "πολλά", "κουτιά",  "με",   "βιβλία", "χρώματα",
    "για",    "σχολείο",   "της",     "πόλης",  "δίπλα",  "στο",   "ποτάμι",  "Αύριο"};
constexpr std::array<std::string_view, 28> kRussian{
    "Склад",     "открыт",   "каждый",  "день",  "утром", "и",      "закрыт",  "вечером", "когда",   "уезжает",
    "последний", "грузовик", "Сегодня", "у",     "нас",   "много",  "коробок", "с",       "книгами", "красками",
    "для",       "школы",    "города",  "рядом", "рекой", "Завтра", "будет",   "дождь"};
constexpr std::array<std::string_view, 24> kChinese{"仓库", "每天", "早上", "开门", "晚上", "关门", "今天", "我们",
                                                    "有",   "很多", "箱子", "和",   "书",   "颜料", "学校", "城市",
                                                    "旁边", "河",   "明天", "下雨", "卡车", "最后", "离开", "以后"};
constexpr std::array<std::string_view, 24> kArabic{"المستودع", "يفتح",    "كل",    "صباح",  "ويغلق", "في",
                                                   "المساء",   "عندما",   "تغادر", "آخر",   "شاحنة", "اليوم",
                                                   "لدينا",    "صناديق",  "كثيرة", "من",    "الكتب", "والألوان",
                                                   "لمدرسة",   "المدينة", "بجانب", "النهر", "غدا",   "المطر"};
constexpr std::array<std::string_view, 24> kHindi{"गोदाम", "हर",   "सुबह",   "खुलता",  "है",   "और",   "शाम", "को",
                                                  "बंद",    "होता", "जब",    "आखिरी", "ट्रक", "जाता", "आज",  "हमारे",
                                                  "पास",   "बहुत",  "किताबें", "रंग",    "शहर", "के",    "स्कूल", "लिए"};
constexpr std::array<std::string_view, 24> kGivenNames{"Anna",   "Peter",  "Maria",   "Hans",   "Eva",    "Karl",
                                                       "Julia",  "Martin", "Sabine",  "Thomas", "Ute",    "Jürgen",
                                                       "Petra",  "Stefan", "Claudia", "Walter", "Heike",  "Rainer",
                                                       "Birgit", "Uwe",    "Monika",  "Dieter", "Renate", "Klaus"};
constexpr std::array<std::string_view, 20> kSignals{"IBAN",      "Tel.",        "Telefon:",     "Konto",    "Steuer-ID",
                                                    "geboren",   "am",          "Herr",         "Frau",     "Dr.",
                                                    "Passwort:", "Kennzeichen", "Straße",       "Postfach", "Ausweis",
                                                    "BIC",       "USt-IdNr.",   "Kundennummer", "E-Mail:",  "Kfz"};

std::string Digits(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) { Put(random, kDigits, 64, out); });
}
std::string AtSigns(std::size_t bytes) { return std::string(bytes, '@'); }
std::string Capitals(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) { Put(random, kCapitals, 64, out); });
}
std::string CapitalWords(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) {
    Put(random, kCapitals, 2 + random->Below(10), out);
    *out += random->Below(12) == 0 ? '\n' : ' ';
  });
}
// Every word has a capital, none is known.
std::string UnknownWords(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) {
    *out += random->Of(kCapitals);
    const std::size_t pairs = 1 + random->Below(4);
    for (std::size_t i = 0; i < pairs; ++i) {
      *out += random->Of(std::string_view("aeiou"));
      *out += random->Of(std::string_view("bdfgklmnprstvz"));
    }
    *out += random->Below(12) == 0 ? '\n' : ' ';
  });
}
std::string NamesInARow(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) {
    out->append(random->Of(kGivenNames)).append(random->Below(9) == 0 ? "\n" : " ");
  });
}
std::string Signals(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) {
    out->append(random->Of(kSignals)).append(random->Below(9) == 0 ? "\n" : " ");
  });
}
// A letter with every mark of U+0300 to U+036F behind it, so that no character ends for 224 bytes.
std::string CombiningMarks(std::size_t bytes) {
  return Fill(bytes, [](Random*, std::string* out) {
    *out += 'a';
    for (unsigned mark = 0x300; mark < 0x370; ++mark) {
      *out += static_cast<char>(0xC0U | mark >> 6);
      *out += static_cast<char>(0x80U | (mark & 0x3FU));
    }
  });
}
std::string OneLine(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) { Sentence(kGerman, " ", ". ", random, out); });
}
std::string Emails(std::size_t bytes) {
  return Fill(bytes, [number = 0](Random* random, std::string* out) mutable {
    Put(random, "abcdefghijklmnoprstuvwz", 3 + random->Below(6), out);
    out->append(".m").append(std::to_string(++number)).append("@example.org\n");
  });
}
// Groups of two to five digits, each separator likely, so that many numbers could begin and end anywhere.
std::string DigitTable(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) {
    for (std::size_t column = 0; column < 12; ++column) {
      Put(random, kDigits, 2 + random->Below(4), out);
      *out += random->Of(std::string_view("   -/.,;|"));
    }
    *out += '\n';
  });
}
std::string Dates(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) {
    out->append(std::to_string(1 + random->Below(28))).append(".").append(std::to_string(1 + random->Below(12)));
    out->append(".").append(std::to_string(1930 + random->Below(90))).append(random->Below(9) == 0 ? "\n" : " ");
  });
}
std::string Base64(std::size_t bytes, std::size_t line) {
  return Fill(bytes, [line](Random* random, std::string* out) {
    Put(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", line, out);
    if (line == 76) *out += '\n';
  });
}
std::string Base64Lines(std::size_t bytes) { return Base64(bytes, 76); }
std::string Base64Line(std::size_t bytes) { return Base64(bytes, 64); }
std::string Hex(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) {
    Put(random, "0123456789abcdef", 32, out);
    *out += random->Below(4) == 0 ? '\n' : ' ';
  });
}
std::string Colons(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) {
    *out += random->Of(std::string_view("abcdefABCDEF0123456789"));
    *out += random->Of(std::string_view("::::.-"));
  });
}
std::string AnyBytes(std::size_t bytes) {
  Random random;
  std::string out(bytes, '\0');
  for (char& byte : out) byte = static_cast<char>(random.Next() >> 56);
  return out;
}
std::string Greek(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) { Sentence(kGreek, " ", ".\n", random, out); });
}
std::string Russian(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) { Sentence(kRussian, " ", ".\n", random, out); });
}
std::string Chinese(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) { Sentence(kChinese, "", "。\n", random, out); });
}
std::string Arabic(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) { Sentence(kArabic, " ", ".\n", random, out); });
}
std::string Hindi(std::size_t bytes) {
  return Fill(bytes, [](Random* random, std::string* out) { Sentence(kHindi, " ", "।\n", random, out); });
}

constexpr std::array kTexts{
    HostileText{"digits", true, Digits},
    HostileText{"at signs", true, AtSigns},
    HostileText{"capitals", true, Capitals},
    HostileText{"capital words", true, CapitalWords},
    HostileText{"unknown words", true, UnknownWords},
    HostileText{"given names", true, NamesInARow},
    HostileText{"words that announce", true, Signals},
    HostileText{"combining marks", true, CombiningMarks},
    HostileText{"one long line", true, OneLine},
    HostileText{"e-mail addresses", true, Emails},
    HostileText{"tables of digits", true, DigitTable},
    HostileText{"dates", true, Dates},
    HostileText{"base64 in lines", true, Base64Lines},
    HostileText{"base64 in one line", true, Base64Line},
    HostileText{"hexadecimal digests", true, Hex},
    HostileText{"colons and dots", true, Colons},
    HostileText{"any bytes", false, AnyBytes},
    HostileText{"Greek", true, Greek},
    HostileText{"Russian", true, Russian},
    HostileText{"Chinese", true, Chinese},
    HostileText{"Arabic", true, Arabic},
    HostileText{"Hindi", true, Hindi},
};

}  // namespace

std::span<const HostileText> HostileTexts() { return kTexts; }

}  // namespace maske::bench
