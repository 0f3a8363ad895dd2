// Law 4: restore(mask(x)) == x in every style, with every operator that can be undone, and restoring is one function of the
// bytes however they are cut. The first byte chooses the cuts and the style, the second, which is the first of the text, the
// operators; the input stands for a prompt and, bent, for a model's answer. Aborts on a difference.
// Corpus: fuzz/corpus/restore.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "laws/plain_key.h"
#include "maske/maske.h"

namespace {

void Check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "restore_fuzz: %s\n", what);
  std::abort();
}

std::string RestoreInPieces(const maske::Session& session, std::string_view text, std::size_t piece) {
  std::string out;
  maske::RestoreStream stream = session.OpenRestore([&out](std::string_view bytes) {
    out += bytes;
    return true;
  });
  for (std::size_t at = 0; at < text.size(); at += piece) {
    Check(stream.Write(text.substr(at, piece)).ok(), "a write failed");
  }
  Check(stream.Finish().ok(), "finishing failed");
  return out;
}

std::vector<maske::TypeOperator> OperatorsOf(unsigned choice) {
  const maske::Operator encrypt = *maske::ParseOperator("encrypt");
  const maske::Operator keep = *maske::ParseOperator("keep");
  const maske::Operator surrogate = *maske::ParseOperator("surrogate");
  switch (choice % 6) {
    case 1:
      return {{"", encrypt}};
    case 2:
      return {{"", keep}, {"PERSON", maske::Operator{}}};
    case 3:
      return {{"PERSON", encrypt}, {"IBAN", encrypt}, {"EMAIL", keep}};
    case 4:
      return {{"", surrogate}};
    case 5:
      return {{"", encrypt}, {"PERSON", surrogate}, {"EMAIL", surrogate}};
    default:
      return {};
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::shared_ptr<const maske::Filter> filter = [] {
    auto made = maske::Filter::Create();
    Check(made.ok(), "no filter");
    return *made;
  }();
  if (size < 1) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  maske::Policy policy;
  policy.binary = true;
  policy.vault_limit_bytes = 0;
  constexpr const char* kStyles[] = {"",           "angles",       "braces",      "((PERSON_1))", "#{PERSON_1}",
                                     "⟦PERSON_1⟧", "<<PERSON_1>>", "({PERSON_1}!"};
  policy.style = kStyles[data[0] >> 5U];
  policy.labels = (data[0] & 1) != 0 ? maske::LabelLanguage::kGerman : maske::LabelLanguage::kEnglish;
  if (size > 1) policy.operators = OperatorsOf(data[1]);
  if (!policy.operators.empty()) policy.operator_key = std::make_shared<maske::laws::PlainKey>();
  auto session = maske::Session::Create(filter, policy);
  Check(session.ok(), "no session");

  const auto masked = session->Mask(text);
  Check(masked.ok(), "masking failed");
  Check(RestoreInPieces(*session, *masked, 1 + data[0] % 16) == text, "restore(mask(x)) != x");
  // Once more: names seen meanwhile may give more findings, and all are restored.
  const auto again = session->Mask(text);
  Check(again.ok() && *session->Restore(*again) == text, "restore(mask(x)) != x in a session that knows x");
  const auto twice = session->Mask(*masked);
  Check(twice.ok() && *session->Restore(*twice) == *masked, "restore(mask(mask(x))) != mask(x)");

  // Strict restoring takes what was written, too.
  policy.restoring = maske::Restoring::kStrict;
  auto strict = maske::Session::Create(filter, policy);
  Check(strict.ok(), "no strict session");
  session->ForEachEntry([&](const maske::VaultEntry& entry) { Check(strict->Import(entry).ok(), "no import"); });
  Check(*strict->Restore(*masked) == text, "strict restoring gives something else");
  policy.restoring = maske::Restoring::kTolerant;

  // Raw input and a bent answer as replies.
  std::string bent = *masked;
  for (char& c : bent) c = c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const std::string_view reply : {text, std::string_view(bent)}) {
    const auto whole = session->Restore(reply);
    Check(whole.ok() && RestoreInPieces(*session, reply, 1 + data[0] % 16) == *whole, "restored pieces differ");
  }

  // A second session with the first one's entries does the same.
  auto second = maske::Session::Create(filter, policy);
  Check(second.ok(), "no session");
  session->ForEachEntry([&](const maske::VaultEntry& entry) { Check(second->Import(entry).ok(), "no import"); });
  const auto moved = second->Restore(*masked);
  Check(moved.ok() && *moved == text, "the moved vault restores something else");
  return 0;
}
