#include "cli/version.h"

#include <unicode/uversion.h>

#include <array>

// Made by the build.
#include "data_hashes.inc"

extern "C" {
extern const char maske_embed_notice_begin[];   // NOLINT(modernize-avoid-c-arrays,readability-identifier-naming)
extern const char maske_embed_notice_end[];     // NOLINT(modernize-avoid-c-arrays,readability-identifier-naming)
extern const char maske_embed_sources_begin[];  // NOLINT(modernize-avoid-c-arrays,readability-identifier-naming)
extern const char maske_embed_sources_end[];    // NOLINT(modernize-avoid-c-arrays,readability-identifier-naming)
}

namespace maske::cli {

std::string VersionText() {
  UVersionInfo version{};
  u_getVersion(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> icu{};
  u_versionToString(version, icu.data());
  return std::string("maske ") + MASKE_VERSION + "\npatterns " + kPatternsHash + "\nlexicons " + kLexiconsHash +
         "\nmodel none\nICU " + icu.data() + "\n";
}

std::string LicencesText() {
  std::string text(maske_embed_notice_begin, maske_embed_notice_end);
  return text.append("\n").append(maske_embed_sources_begin, maske_embed_sources_end);
}

}  // namespace maske::cli
