// Tables, logs, chats and garbage. Tested by tests/generator/document_test.cc.
#include <algorithm>
#include <string>
#include <string_view>

#include "generator/kinds.h"
#include "generator/scene.h"
#include "generator/sentences.h"

namespace maske::generator {

Document MakeTable(Random* random, const Lexicon& lexicon) {
  Writer writer;
  const std::string separator = random->Chance(40) ? ";" : random->Chance(50) ? "\t" : " | ";
  const std::size_t rows = random->Between(2, 12);
  const std::size_t form = random->Below(3);
  static constexpr std::string_view kHeads[] = {"Name;E-Mail;Telefon;IBAN",
                                                "Nachname, Vorname;Geburtsdatum;Anschrift;Betrag",
                                                "Nr;Kunde;Artikel;Datum;Betrag;IBAN"};
  static constexpr std::string_view kRows[] = {"{A};{A.email};{A.phone};{A.iban}",
                                               "{A.inverted};{A.birth};{A.addr1};{amount}",
                                               "{n};{A};{article};{date};{amount};{A.iban}"};
  const auto with = [&](std::string_view text) {
    std::string out;
    for (const char c : text) out += c == ';' ? separator : std::string(1, c);
    return out + (random->Chance(5) ? "\r\n" : "\n");
  };
  writer.Text(with(kHeads[form]));
  for (std::size_t i = 0; i < rows; ++i) {
    Scene scene(random, lexicon);
    scene.Render(with(kRows[form]), &writer);
  }
  return writer.Take();
}

Document MakeLog(Random* random, const Lexicon& lexicon) {
  static constexpr std::string_view kLines[] = {
      "{date} {time}:07 INFO  [worker-{n}] request {hex} took {n} ms\n",
      "{date}T{time}:12.345Z sshd[{n}{n}]: Accepted publickey for root from {ip} port {n}{n} ssh2\n",
      "{ip} - - [{date}:{time}:00 +0200] \"GET /index.html?page={n} HTTP/1.1\" 200 {n}{n}\n",
      "{date} {time} WARN  login failed for {A.email} from {ip}\n",
      "{date} {time} ERROR order {number}: IBAN {A.iban} rejected, amount {amount}\n",
      "{date} {time} DEBUG token={secret}\n",
      "{date} {time} DEBUG remote {credentials}\n",
      "at com.example.Main$1.run(Main.java:{n}) ~[app-{version}.jar:{version}]\n",
      "kernel: [{n}.{n}{n}] usb 1-{n}: new high-speed device number {n} using xhci_hcd\n",
      "sms to {A.mobile} queued (id {hex}{hex})\n",
      "0x7fff{hex} {hex}{hex} blk_-{n}{n}{n}{n} size {n}{n}{n}\n",
  };
  Scene scene(random, lexicon);
  Writer writer;
  const std::size_t lines = random->Between(3, 30);
  for (std::size_t i = 0; i < lines; ++i) scene.Render(random->Pick(kLines), &writer);
  return writer.Take();
}

Document MakeChat(Random* random, const Lexicon& lexicon) {
  static constexpr std::string_view kLines[] = {
      "{A.given}: hi, kannst du {C} anrufen? {C.mobile}\n",
      "{B.given}: klar, mach ich gleich\n",
      "{A.given}: seine mail ist {C.email}\n",
      "{B.given}: und die iban? {C.iban}\n",
      "{A.given}: wohnt jetzt {C.addr1}\n",
      "{B.given}: ok, um {time} am {date} passt\n",
      "{A.given}: kostet {amount}, version {version}\n",
      "{B.given}: frag mal {D.given}\n",
  };
  Scene scene(random, lexicon);
  Writer writer;
  const std::size_t lines = random->Between(3, 14);
  for (std::size_t i = 0; i < lines; ++i) scene.Render(random->Pick(kLines), &writer);
  return writer.Take();
}

// Fragments that patterns begin with, broken UTF-8, odd characters, long runs, and damaged pieces of good documents.
Document MakeGarbage(Random* random, const Lexicon& lexicon) {
  static constexpr std::string_view kFragments[] = {"@",
                                                    "+49",
                                                    "0",
                                                    "DE",
                                                    "IBAN ",
                                                    "://",
                                                    "[",
                                                    "]",
                                                    "_",
                                                    "[PERSON_1]",
                                                    "[EMAIL_",
                                                    "geb. ",
                                                    "Tel. ",
                                                    "Passwort: ",
                                                    "\xFF",
                                                    "\xC3",
                                                    "M\xFCller",
                                                    "\xE2\x80\x8B",
                                                    "\xC2\xAD",
                                                    "\xEF\xBC\x91",
                                                    "\xEF\xBC\xA0",
                                                    "\xCC\x81",
                                                    "\xC2\xA0",
                                                    "\xE2\x80\x8D",
                                                    "\r\n",
                                                    "\n",
                                                    "\t",
                                                    " ",
                                                    ".",
                                                    "-",
                                                    "/",
                                                    "(",
                                                    ")",
                                                    ":",
                                                    ",",
                                                    "ghp_",
                                                    "AKIA",
                                                    "-----BEGIN PRIVATE KEY-----\n",
                                                    "-----END PRIVATE KEY-----\n",
                                                    "\xF0\x9F\x98\x80",
                                                    "\xEF\xB7\xBA",
                                                    "\xD1\x80",
                                                    "192.168.1.1",
                                                    "a@b.de",
                                                    "ä",
                                                    "ß",
                                                    "Frau "};
  Document out;
  const std::size_t pieces = random->Between(5, 60);
  for (std::size_t i = 0; i < pieces; ++i) {
    switch (random->Below(12)) {
      case 0:
        out.text += Phone(random);
        break;
      case 1:
        out.text += Iban(random);
        break;
      case 2:
        out.text += EmailFor(random, "x", "y", Domain(random));
        break;
      case 3:
        out.text += random->Letters(random->Between(1, random->Chance(3) ? 3000 : 20),
                                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
        break;
      case 4:
        out.text += random->Digits(random->Between(1, random->Chance(3) ? 2000 : 18));
        break;
      case 5:
        for (std::size_t k = random->Between(1, 12); k > 0; --k) out.text += static_cast<char>(random->Between(1, 255));
        break;
      case 6: {
        Document good;
        if (!MakeDocument(random->Chance(50) ? "post" : "logs", random, lexicon, &good)) break;
        const std::size_t begin = random->Below(good.text.size());
        std::string cut = good.text.substr(begin, random->Between(10, 400));
        for (std::size_t k = random->Below(4); k > 0; --k)
          cut[random->Below(cut.size())] = static_cast<char>(random->Between(1, 255));
        out.text += cut;
        break;
      }
      default:
        for (std::size_t k = random->Between(1, 4); k > 0; --k) out.text += random->Pick(kFragments);
    }
  }
  return out;
}

bool MakeDocument(std::string_view kind, Random* random, const Lexicon& lexicon, Document* out) {
  using Make = Document (*)(Random*, const Lexicon&);
  static constexpr Make kAll[] = {MakeLetter, MakeMail, MakeTable, MakeLog, MakeChat, MakeGarbage};
  static constexpr std::string_view kNames[] = {"letters", "mails", "tables", "logs", "chat", "garbage"};
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (kind == kNames[i]) return *out = kAll[i](random, lexicon), true;
  }
  if (kind == "post") return *out = kAll[random->Below(2)](random, lexicon), true;
  if (kind == "mixed") return *out = kAll[random->Below(std::size(kAll))](random, lexicon), true;
  return false;
}

}  // namespace maske::generator
