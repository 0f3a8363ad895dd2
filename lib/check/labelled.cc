// What stands behind a label, where the label alone says too little: log-in names that are a person's and no system's, pairs
// of coordinates that are a place. Covered by tests/check/labelled_test.cc.
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "check/compact.h"
#include "check/families.h"

namespace maske::check {
namespace {

// Accounts that systems bring along, and words of forms, manuals and programs.
constexpr auto kSystem = std::to_array<std::string_view>(
    {"account",  "adm",      "admin",        "administrator", "all",       "anonymous", "any",         "apache",
     "backup",   "benutzer", "benutzername", "bin",           "bool",      "boolean",   "daemon",      "default",
     "demo",     "editor",   "email",        "example",       "false",     "ftp",       "ftpuser",     "function",
     "git",      "gitlab",   "guest",        "int",           "ja",        "jenkins",   "key",         "localhost",
     "login",    "logisch",  "mail",         "mysql",         "nagios",    "name",      "nein",        "nginx",
     "no",       "nobody",   "nologin",      "none",          "null",      "number",    "nutzer",      "nutzername",
     "operator", "optional", "oracle",       "owner",         "passwd",    "password",  "passwort",    "postfix",
     "postgres", "proxy",    "public",       "required",      "root",      "server",    "service",     "session",
     "shell",    "sitzung",  "sshd",         "std",           "str",       "string",    "sudo",        "support",
     "sync",     "sys",      "system",       "test",          "tester",    "testuser",  "text",        "the",
     "this",     "tomcat",   "true",         "ubuntu",        "undefined", "unknown",   "user",        "user1",
     "userid",   "username", "users",        "value",         "var",       "varchar",   "web",         "webmaster",
     "wert",     "www",      "www-data",     "yes",           "zabbix",    "zahl",      "zeichenkette"});

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool IsSystem(std::string_view name) {
  std::array<char, 16> lower{};
  if (name.size() > lower.size()) return false;
  std::transform(name.begin(), name.end(), lower.begin(),
                 [](char c) { return IsCapital(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::string_view key(lower.data(), name.size());
  return std::find(kSystem.begin(), kSystem.end(), key) != kSystem.end();
}

// At least three characters, a letter among them, no account of a system, no path and no call of a program.
bool Username(std::string_view text) {
  if (text.size() < 3 || std::none_of(text.begin(), text.end(), IsLetter) || IsSystem(text)) return false;
  return text.find("..") == std::string_view::npos && text.back() != '.' && text.back() != '-' && text.back() != '\\';
}

// "@max_m": no annotation or tag of a program (these are words).
bool Handle(std::string_view text) {
  if (!text.starts_with('@')) return false;
  text.remove_prefix(1);
  constexpr auto kTags = std::to_array<std::string_view>(
      {"param",    "return",       "returns",     "override", "deprecated", "author",    "since",
       "see",      "link",         "throws",      "import",   "media",      "keyframes", "include",
       "property", "staticmethod", "classmethod", "types",    "angular",    "babel"});
  return Username(text) && std::find(kTags.begin(), kTags.end(), text) == kTags.end();
}

// The value of "[+-]dd.ddd"; 1000 when it is none.
double Degrees(std::string_view text) {
  if (text.empty() || text.size() > 24) return 1000;
  double whole = 0;
  double scale = 0;
  std::size_t at = text[0] == '-' || text[0] == '+' ? 1 : 0;
  if (at == text.size()) return 1000;
  for (; at < text.size(); ++at) {
    if (text[at] == '.') {
      if (scale != 0) return 1000;
      scale = 1;
    } else if (IsDigit(text[at])) {
      whole = whole * 10 + DigitValue(text[at]);
      scale *= 10;
    } else {
      return 1000;
    }
  }
  const double value = scale == 0 ? whole : whole / scale;
  return text[0] == '-' ? -value : value;
}

// Latitude and longitude, not both below one degree (such pairs are shares and weights).
bool Geo(std::string_view text) {
  const auto cut = text.find_first_of(",;/");
  if (cut == std::string_view::npos) return false;
  std::string_view second = text.substr(cut + 1);
  while (second.starts_with(' ')) second.remove_prefix(1);
  const double latitude = Degrees(text.substr(0, cut));
  const double longitude = Degrees(second);
  return std::abs(latitude) <= 90 && std::abs(longitude) <= 180 &&
         (std::abs(latitude) >= 1 || std::abs(longitude) >= 1);
}

constexpr std::array kRows = {
    Check{"geo", &Geo, "ISO 6709: latitude to 90, longitude to 180 degrees"},
    Check{"username", &Username, "maske: names of accounts that no system brings along"},
    Check{"username_handle", &Handle, "maske: handles that are no annotation of a program"},
};

}  // namespace

std::span<const Check> LabelledChecks() { return kRows; }

}  // namespace maske::check
