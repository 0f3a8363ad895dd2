// maske_count_instructions NAME fast|all [--hash]: masks a fixture once through a fresh session inside the function
// maske_counted, which is all that callgrind looks at (guard.py). Before, another text of the kind warms what is made when first
// needed. Vector code is that of AVX2, which valgrind knows; status 77 where the processor has none. --hash: prints bytes and
// hash of the fixture instead.
#include <cinttypes>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "bench/hash.h"
#include "instructions/fixtures.h"
#include "maske/maske.h"
#include "text/simd.h"

extern "C" __attribute__((noinline)) bool maske_counted(maske::Session* session, const std::string* text,
                                                        maske::bench::StreamHash* hash) {
  maske::MaskStream stream = session->OpenMask([hash](std::string_view bytes) {
    hash->Add(bytes);
    return true;
  });
  return stream.Write(*text).ok() && stream.Finish().ok();
}

namespace {

constexpr std::uint64_t kSeed = 20261124;
constexpr int kNoSuchProcessor = 77;

bool MaskOnce(const std::shared_ptr<const maske::Filter>& filter, const maske::Policy& policy, const std::string& text,
              bool counted, maske::bench::StreamHash* hash) {
  auto session = maske::Session::Create(filter, policy);
  if (!session) return false;
  if (counted) return maske_counted(&*session, &text, hash);
  const auto masked = session->Mask(text);
  if (masked) hash->Add(*masked);
  return masked.ok();
}

int Usage() {
  std::fputs("usage: maske_count_instructions mail|manual|log fast|all [--hash]\n", stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return Usage();
  const std::string_view profile = argv[2];
  const std::string text = maske::instructions::Fixture(argv[1], kSeed);
  if (text.empty() || (profile != "fast" && profile != "all")) return Usage();
  maske::bench::StreamHash hash;
  if (argc > 3 && std::string_view(argv[3]) == "--hash") {
    hash.Add(text);
    std::printf("%zu %016" PRIx64 "\n", text.size(), hash.value());
    return 0;
  }
  const std::int64_t targets = maske::text::SimdTargets();
  if ((targets & HWY_AVX2) == 0) return kNoSuchProcessor;
  maske::text::SetSimdTargetsForTest(targets & ~(HWY_AVX2 - 1));  // a better set has a lower bit
  maske::Policy policy;
  policy.vault_limit_bytes = 0;
  if (profile == "fast") policy.name_model = maske::NameModel::kOff;
  const auto filter = maske::Filter::Create();
  if (!filter) return 5;
  maske::bench::StreamHash warm;
  if (!MaskOnce(*filter, policy, maske::instructions::Fixture(argv[1], kSeed + 1), false, &warm)) return 5;
  if (!MaskOnce(*filter, policy, text, true, &hash)) return 5;
  std::printf("%016" PRIx64 "\n", hash.value());
  return 0;
}
