#include "cli/arguments.h"

#include <algorithm>
#include <boost/program_options.hpp>

#include "cli/suggest.h"

namespace maske::cli {
namespace {

namespace po = boost::program_options;

std::vector<std::string> Split(std::string_view list) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t comma = list.find(',');
    parts.emplace_back(list.substr(0, comma));
    if (comma == std::string_view::npos) return parts;
    list.remove_prefix(comma + 1);
  }
}

po::options_description Describe(CommandBit command) {
  po::options_description description;
  for (const Flag& flag : Flags()) {
    if ((flag.commands & command) == 0) continue;
    std::string name(flag.name);
    if (flag.letter != 0) name.append(",").push_back(flag.letter);
    if (flag.value.empty()) {
      description.add_options()(name.c_str(), "");
    } else if (ArgumentMayBeLeftOut(flag)) {
      description.add_options()(name.c_str(), po::value<std::string>()->implicit_value(""), "");
    } else {
      description.add_options()(name.c_str(), po::value<std::string>(), "");
    }
  }
  return description;
}

const Flag* Find(std::string_view name, CommandBit command) {
  for (const Flag& flag : Flags()) {
    if (flag.name == name && (flag.commands & command) != 0) return &flag;
  }
  return nullptr;
}

// "--stat" -> "stat"; "-x" -> "x"; "--stat=3" -> "stat".
std::string_view BareName(std::string_view word) {
  while (!word.empty() && word.front() == '-') word.remove_prefix(1);
  return word.substr(0, word.find('='));
}

ExitCode UnknownFlag(CommandBit command, std::string_view word) {
  const std::string_view name = BareName(word);
  std::vector<std::string_view> near;
  std::string owners;
  for (const Flag& flag : Flags()) {
    if ((flag.commands & command) != 0) {
      near.push_back(flag.name);
    } else if (flag.name == name) {
      for (const CommandInfo& info : Commands()) {
        if ((flag.commands & info.bit) != 0) owners.append(owners.empty() ? "" : ", ").append(info.name);
      }
    }
  }
  std::string message = "unknown option ";
  message.append(word.substr(0, word.find('=')));
  if (!owners.empty()) {
    message = "option --";
    message.append(name).append(" belongs to: ").append(owners);
  } else if (name.size() > 1) {
    message.append(DidYouMean(name, near, "--"));
  }
  return WrongUsage(command, message);
}

std::string Shown(const Flag& flag) { return std::string("--").append(flag.name); }

}  // namespace

std::string WrongChoice(const Flag& flag, std::string_view value) {
  if (flag.choices.empty()) return {};
  const std::vector<std::string> choices = Split(flag.choices);
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return {};
  std::string message = std::string(flag.name).append(" takes ");
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) message.append(i + 1 == choices.size() ? " or " : ", ");
    message.append(choices[i]);
  }
  const std::vector<std::string_view> names(choices.begin(), choices.end());
  return message.append(", not \"").append(value).append("\"").append(DidYouMean(value, names));
}

void Arguments::Set(FlagId id, std::vector<std::string> values) {
  given_[Index(id)] = !values.empty();
  values_[Index(id)] = FlagOf(id).value.empty() ? std::vector<std::string>{} : std::move(values);
}

ExitCode WrongUsage(CommandBit command, std::string_view message) {
  std::string text(message);
  text.append("; see maske ").append(CommandOf(command).name).append(" --help");
  return Complain(kUsage, text);
}

std::string_view Arguments::Value(FlagId id, std::string_view otherwise) const {
  const std::vector<std::string>& values = Values(id);
  return values.empty() ? otherwise : std::string_view(values.front());
}

std::vector<std::string> Arguments::List(FlagId id) const {
  std::vector<std::string> all;
  for (const std::string& list : Values(id)) {
    for (std::string& part : Split(list)) all.push_back(std::move(part));
  }
  return all;
}

ExitCode Arguments::Parse(CommandBit command, const std::vector<std::string>& words, Arguments* out) {
  out->command_ = command;
  const po::options_description description = Describe(command);
  po::parsed_options parsed(&description);
  try {
    using namespace po::command_line_style;  // NOLINT(google-build-using-namespace): nine flags of one enum
    parsed = po::command_line_parser(words)
                 .options(description)
                 .style(allow_long | long_allow_next | long_allow_adjacent | allow_short | allow_dash_for_short |
                        short_allow_next | short_allow_adjacent | allow_sticky)
                 .run();
  } catch (const po::unknown_option& error) {
    return UnknownFlag(command, error.get_option_name());
  } catch (const po::error_with_option_name& error) {
    const Flag* flag = Find(BareName(error.get_option_name()), command);
    if (flag == nullptr) return WrongUsage(command, error.what());
    if (flag->value.empty()) return WrongUsage(command, Shown(*flag).append(" takes no argument"));
    return WrongUsage(
        command, Shown(*flag).append(" needs its argument: ").append(Shown(*flag)).append(" ").append(flag->value));
  } catch (const po::error& error) {
    return WrongUsage(command, error.what());
  }
  for (const po::option& option : parsed.options) {
    if (option.string_key.empty() || option.position_key >= 0) {
      out->operands_.insert(out->operands_.end(), option.value.begin(), option.value.end());
      continue;
    }
    const Flag* flag = Find(option.string_key, command);
    if (flag == nullptr) return UnknownFlag(command, std::string("--").append(option.string_key));
    const std::size_t index = Index(flag->id);
    if (out->given_[index] && !flag->repeatable && !flag->value.empty()) {
      return WrongUsage(command, Shown(*flag).append(" is given twice"));
    }
    out->given_[index] = true;
    out->on_line_[index] = true;
    if (flag->value.empty()) continue;
    const std::string value = option.value.empty() ? std::string() : option.value.front();
    if (ArgumentMayBeLeftOut(*flag)) {
      // Boost gives it the word that follows, which is an operand: an argument that may be left out stands behind '='.
      const bool behind = option.original_tokens.size() > 1;
      if (behind) out->operands_.push_back(value);
      out->values_[index].push_back(behind ? std::string() : value);
      continue;
    }
    // "--types --stats": the argument was forgotten. A name that begins so is given as --output=--name.
    const bool forgotten = option.original_tokens.size() == 2 && value.starts_with("--");
    if (value.empty() || forgotten) {
      return WrongUsage(
          command, Shown(*flag).append(" needs its argument: ").append(Shown(*flag)).append(" ").append(flag->value));
    }
    if (const std::string wrong = WrongChoice(*flag, value); !wrong.empty()) return WrongUsage(command, "--" + wrong);
    out->values_[index].push_back(value);
  }
  return kDone;
}

}  // namespace maske::cli
