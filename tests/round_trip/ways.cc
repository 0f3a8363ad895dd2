#include "round_trip/ways.h"

#include <optional>
#include <sstream>
#include <utility>

#include "chunks/feed.h"
#include "cli/exit_code.h"
#include "cli/map_file.h"

namespace maske::round_trip {
namespace {

constexpr std::size_t kLongestPiece = 20'000;
constexpr std::string_view kOwnStyle = "((PERSON_1))";

std::vector<TypeOperator> OperatorsOf(const std::string& words) {
  std::vector<TypeOperator> operators;
  std::istringstream stream(words);
  for (std::string word; stream >> word;) {
    const std::size_t equals = word.find('=');
    const std::string type = equals == std::string::npos ? "" : word.substr(0, equals);
    operators.push_back({type, *ParseOperator(equals == std::string::npos ? word : word.substr(equals + 1))});
  }
  return operators;
}

bool Has(const std::string& words, std::string_view part) { return words.find(part) != std::string::npos; }

Policy NewPolicy() {
  Policy policy;
  policy.binary = true;
  policy.vault_limit_bytes = 0;
  return policy;
}

std::string MaskInPieces(Session* session, std::string_view text, std::uint64_t seed, std::string* masked) {
  MaskStream stream = session->OpenMask([masked](std::string_view bytes) {
    masked->append(bytes);
    return true;
  });
  Status status;
  for (const std::size_t piece : chunks::RandomPieces(seed, text.size(), kLongestPiece)) {
    if (!status.ok()) break;
    status = stream.Write(text.substr(0, piece));
    text.remove_prefix(std::min(piece, text.size()));
  }
  if (status.ok()) status = stream.Finish();
  return status.ok() ? "" : "masking failed: " + status.message();
}

}  // namespace

std::string NameOf(const Way& way) {
  static constexpr const char* kKeeps[] = {"memory", "map", "vault"};
  std::string name = way.operators.empty() ? "placeholder" : way.operators;
  name.append(" ").append(way.style.empty() ? "brackets" : way.style);
  name.append(way.labels == LabelLanguage::kGerman ? " de " : " en ").append(kKeeps[static_cast<int>(way.keep)]);
  return name;
}

std::vector<Way> AllWays() {
  std::vector<Way> ways;
  for (const char* operators : {"", "encrypt", "keep", "surrogate", "PERSON=surrogate IBAN=encrypt PHONE=keep EMAIL=placeholder"}) {
    for (const std::string_view style : {"", "angles", "braces", "((PERSON_1))"}) {
      for (const LabelLanguage labels : {LabelLanguage::kEnglish, LabelLanguage::kGerman}) {
        for (const Keep keep : {Keep::kMemory, Keep::kMap, Keep::kVault}) {
          ways.push_back({operators, std::string(style), labels, keep});
        }
      }
    }
  }
  return ways;
}

Walker::Walker()
    : key_(NewKey()),
      vault_([this] {
        EXPECT_TRUE(VaultFile::Create(folder_.Path("v"), key_).ok());
        return std::move(*VaultFile::Open(folder_.Path("v"), key_));
      }()),
      operator_key_(*MakeOperatorKey(key_)),
      filter_(*Filter::Create()) {}

std::string Walker::Walk(const Way& way, std::string_view text, std::uint64_t seed) {
  ++walks_;
  Policy policy = NewPolicy();
  policy.style = way.style;
  policy.labels = way.labels;
  policy.operators = OperatorsOf(way.operators);
  if (Has(way.operators, "encrypt")) policy.operator_key = operator_key_;
  std::unique_ptr<VaultStore> store;
  const std::string name = std::to_string(walks_);
  if (way.keep == Keep::kVault) store = OpenStore(vault_, name);
  std::optional<std::string> wrong;
  {
    Result<Session> session = Session::Create(filter_, policy, std::move(store));
    if (!session.ok()) return "no session: " + session.status().message();
    std::string masked;
    wrong = MaskInPieces(&*session, text, seed, &masked);
    if (wrong->empty()) wrong = Restore(way, *session, masked, text, seed);
  }
  if (way.keep == Keep::kVault) (void)vault_.ForgetSession(name);
  return *wrong;
}

std::string Walker::Restore(const Way& way, const Session& masking, std::string_view masked, std::string_view text,
                            std::uint64_t seed) {
  Policy policy = NewPolicy();
  if (way.style == kOwnStyle) policy.style = way.style;
  if (Has(way.operators, "encrypt")) policy.operator_key = operator_key_;
  if (Has(way.operators, "surrogate")) policy.operators = OperatorsOf("surrogate");
  std::optional<Session> other;
  if (way.keep != Keep::kMemory) {
    std::unique_ptr<VaultStore> store;
    if (way.keep == Keep::kVault) {
      auto opened = vault_.OpenSession(std::to_string(walks_));
      if (!opened.ok()) return "no store: " + opened.status().message();
      store = std::move(*opened);
    }
    Result<Session> made = Session::Create(filter_, policy, std::move(store));
    if (!made.ok()) return "no session to restore by: " + made.status().message();
    other = std::move(*made);
  }
  if (way.keep == Keep::kMap) {
    const cli::HeldMessages silence;
    const std::string path = folder_.Path("map" + std::to_string(walks_));
    Session nobody = *Session::Create(filter_, policy);
    cli::MapFile map;
    if (map.Open(path, *filter_, &nobody) != cli::kDone || map.Save(masking) != cli::kDone) return "no map written";
    if (cli::LoadMap(path, *filter_, &*other) != cli::kDone) return "no map read";
    std::filesystem::remove(path);
  }
  const Session& session = other.has_value() ? *other : masking;
  const Result<std::string> whole = session.Restore(masked);
  if (!whole.ok()) return "restoring failed: " + whole.status().message();
  if (*whole != text) return "restored whole it differs";
  const auto pieces = chunks::RandomPieces(seed + 1, masked.size(), seed % 2 == 0 ? 40 : kLongestPiece);
  if (chunks::RestoreInPieces(session, masked, pieces) != text) return "restored in pieces it differs";
  return "";
}

}  // namespace maske::round_trip
