#include "cli/version.h"

#include <unicode/uversion.h>

#include <array>
#include <cstdint>

// Made by the build.
#include "data_hashes.inc"

extern "C" {
extern const char maske_embed_notice[];
extern const std::uint64_t maske_embed_notice_size;
extern const char maske_embed_sources[];
extern const std::uint64_t maske_embed_sources_size;
}

namespace maske::cli {

std::string VersionText() {
  UVersionInfo version{};
  u_getVersion(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> icu{};
  u_versionToString(version, icu.data());
  return std::string("maske ") + MASKE_VERSION + "\npatterns " + kPatternsHash + "\nlexicons " + kLexiconsHash +
         "\nmodel " + kModelHash + "\nICU " + icu.data() + "\n";
}

std::string LicencesText() {
  std::string text(maske_embed_notice, maske_embed_notice_size);
  return text.append("\n").append(maske_embed_sources, maske_embed_sources_size);
}

}  // namespace maske::cli
