#include "cli/config.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include "cli/suggest.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_HEADER_ONLY 1
#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#endif
#include <toml++/toml.h>
#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

namespace maske::cli {
namespace {

constexpr const char* kDefaultFile = "maske.toml";

class Reader {
 public:
  Reader(std::string file, Arguments* arguments) : file_(std::move(file)), arguments_(*arguments) {}

  ExitCode Read() {
    std::error_code error;
    if (std::filesystem::is_directory(file_, error)) return CannotRead(EISDIR);
    std::ifstream stream(file_, std::ios::binary);
    if (!stream) return CannotRead(errno);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (stream.bad()) return CannotRead(EIO);
    const toml::parse_result parsed = toml::parse(text, file_);
    if (!parsed) return Fault(parsed.error().source().begin.line, parsed.error().description());
    const toml::table& top = parsed.table();
    for (const auto& [key, node] : top) {
      const CommandInfo* command = CommandNamed(key.str());
      if (command != nullptr && node.is_table()) {
        ReadTable(*node.as_table(), command);
      } else {
        ReadKey(key, node, nullptr);
      }
    }
    // A command's own table says more than the top, wherever it stands.
    for (Setting& setting : top_) arguments_.Set(setting.id, std::move(setting.values));
    for (Setting& setting : own_) arguments_.Set(setting.id, std::move(setting.values));
    return code_;
  }

 private:
  struct Setting {
    FlagId id;
    std::vector<std::string> values;
  };

  ExitCode CannotRead(int error) {
    return Complain(kUsage, "cannot read the configuration " + file_ + ": " + std::strerror(error));
  }

  ExitCode Fault(std::size_t line, std::string_view reason) {
    std::string message = file_ + ":" + std::to_string(line) + ": ";
    code_ = Complain(kUsage, message.append(reason));
    return code_;
  }

  static const CommandInfo* CommandNamed(std::string_view name) {
    for (const CommandInfo& command : Commands()) {
      if (command.name == name) return &command;
    }
    return nullptr;
  }

  void ReadTable(const toml::table& table, const CommandInfo* command) {
    for (const auto& [key, node] : table) ReadKey(key, node, command);
  }

  // command: whose table it stands in; null at the top.
  void ReadKey(const toml::key& key, const toml::node& node, const CommandInfo* command) {
    const std::size_t line = key.source().begin.line;
    const Flag* flag = nullptr;
    std::vector<std::string_view> names;
    for (const Flag& known : Flags()) {
      if (!MayBeConfigured(known.id)) continue;
      if (known.name == key.str()) flag = &known;
      if (command == nullptr || (known.commands & command->bit) != 0) names.push_back(known.name);
    }
    const std::string name(key.str());
    if (flag == nullptr) {
      for (const Flag& known : Flags()) {
        if (known.name == name) return (void)Fault(line, name + " is given on the command line only");
      }
      if (command == nullptr) {
        for (const CommandInfo& info : Commands()) names.push_back(info.name);
      }
      return (void)Fault(line,
                         "unknown key " + name + DidYouMean(name, names) + "; docs/configuration.md names them all");
    }
    if (command != nullptr && (flag->commands & command->bit) == 0) {
      return (void)Fault(line, name + " is no option of " + std::string(command->name));
    }
    std::optional<std::vector<std::string>> values = Values(*flag, node);
    if (!values.has_value()) return;
    if ((flag->commands & arguments_.command()) == 0) return;  // of another command
    if (command != nullptr && command->bit != arguments_.command()) return;
    if (arguments_.Given(flag->id)) return;  // the command line wins
    (command == nullptr ? top_ : own_).push_back({flag->id, std::move(*values)});
  }

  // What the option would be given, nothing after a fault. A switch that is false has no value and is not set.
  std::optional<std::vector<std::string>> Values(const Flag& flag, const toml::node& node) {
    const std::size_t line = node.source().begin.line;
    const std::string name(flag.name);
    if (flag.value.empty()) {
      const auto* value = node.as_boolean();
      if (value == nullptr) return Wrong(line, name + " takes true or false");
      return value->get() ? std::vector<std::string>{""} : std::vector<std::string>{};
    }
    if (const toml::array* list = node.as_array()) {
      if (!flag.repeatable) return Wrong(line, name + " takes one value, not a list");
      std::vector<std::string> values;
      for (const toml::node& element : *list) {
        std::optional<std::string> value = Value(flag, element);
        if (!value.has_value()) return std::nullopt;
        values.push_back(std::move(*value));
      }
      return values;
    }
    std::optional<std::string> value = Value(flag, node);
    if (!value.has_value()) return std::nullopt;
    return std::vector<std::string>{std::move(*value)};
  }

  std::optional<std::string> Value(const Flag& flag, const toml::node& node) {
    const std::size_t line = node.source().begin.line;
    const std::string name(flag.name);
    std::string text;
    if (const auto* string = node.as_string()) {
      text = string->get();
    } else if (const auto* whole = node.as_integer()) {
      text = std::to_string(whole->get());
    } else if (const auto* number = node.as_floating_point()) {
      std::array<char, 32> digits{};
      const auto [end, error] =
          std::to_chars(digits.data(), digits.data() + digits.size(), number->get(), std::chars_format::fixed);
      if (error == std::errc()) text.assign(digits.data(), end);
    }
    if (text.empty()) {
      (void)Fault(line, name + " needs its value: " + std::string(flag.value));
      return std::nullopt;
    }
    if (const std::string wrong = WrongChoice(flag, text); !wrong.empty()) {
      (void)Fault(line, wrong);
      return std::nullopt;
    }
    if (flag.argument != Argument::kFile && flag.argument != Argument::kFolder) return text;
    return (std::filesystem::path(file_).parent_path() / text).string();  // an absolute path stays as it is
  }

  std::optional<std::vector<std::string>> Wrong(std::size_t line, const std::string& reason) {
    (void)Fault(line, reason);
    return std::nullopt;
  }

  std::string file_;
  Arguments& arguments_;
  std::vector<Setting> top_;
  std::vector<Setting> own_;
  ExitCode code_ = kDone;
};

}  // namespace

bool MayBeConfigured(FlagId id) {
  switch (id) {
    case FlagId::kConfig:
    case FlagId::kOutput:
    case FlagId::kInPlace:
    case FlagId::kAt:
    case FlagId::kNewKeyFile:
    case FlagId::kOriginals:
    case FlagId::kAllEntries:
    case FlagId::kHelp:
    case FlagId::kVersion:
    case FlagId::kLicences:
      return false;
    default:
      return true;
  }
}

ExitCode ReadConfig(Arguments* arguments, std::string* file) {
  file->clear();
  const char* named = std::getenv("MASKE_CONFIG");
  std::error_code error;
  if (arguments->Has(FlagId::kConfig)) {
    *file = arguments->Value(FlagId::kConfig);
  } else if (named != nullptr) {
    *file = named;  // empty: none, not even ./maske.toml
  } else if (std::filesystem::exists(kDefaultFile, error)) {
    *file = kDefaultFile;
  }
  return file->empty() ? kDone : Reader(*file, arguments).Read();
}

}  // namespace maske::cli
