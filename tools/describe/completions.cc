// Completions for bash, zsh and fish: commands, the options of the command that is typed, arguments where they are one
// of a known few, files and folders elsewhere. None needs anything but its shell.
#include <string>

#include "tools/describe/describe.h"

namespace maske::cli {
namespace {

constexpr std::string_view kMadeBy = " completion for maske; made by tools/describe from the table of flags.\n";

// In single quotes of a POSIX shell and zsh.
std::string Quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out.append("'\\''");
    } else {
      out.push_back(c);
    }
  }
  return out.append("'");
}

std::string Names(bool but_mask) {
  std::vector<std::string_view> names;
  for (const CommandInfo& command : Commands()) {
    if (!but_mask || command.bit != kMask) names.push_back(command.name);
  }
  return Joined(names, but_mask ? " " : "|");
}

std::string OptionWords(const CommandInfo& command) {
  std::string words;
  for (const Flag& flag : Flags()) {
    if (!Has(command, flag)) continue;
    words.append(words.empty() ? "--" : " --").append(flag.name);
    if (flag.letter != 0) words.append(" -").append(1, flag.letter);
  }
  return words;
}

std::string BashSpelling(const Flag& flag) {
  std::string out("--");
  out.append(flag.name);
  if (flag.letter != 0) out.append(" | -").append(1, flag.letter);
  return out;
}

void AppendBashArguments(std::string* out) {
  for (const Flag& flag : Flags()) {
    if (flag.value.empty() || ArgumentMayBeLeftOut(flag)) continue;
    out->append("    ").append(BashSpelling(flag)).append(") ");
    const std::vector<std::string_view> known = KnownArguments(flag);
    if (!known.empty()) {
      out->append(IsList(flag) ? "_maske_list " : "_maske_words ").append(Quoted(Joined(known, " ")));
    } else if (flag.argument == Argument::kFile) {
      out->append("_maske_paths -f");
    } else if (flag.argument == Argument::kFolder) {
      out->append("_maske_paths -d");
    } else {
      out->append(":");
    }
    out->append("; return ;;\n");
  }
}

// [text] of an _arguments specification.
std::string ZshText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string ZshAction(const Flag& flag) {
  const std::vector<std::string_view> known = KnownArguments(flag);
  if (!known.empty() && IsList(flag)) return "_values -s , " + std::string(flag.name) + " " + Joined(known, " ");
  if (!known.empty()) return "(" + Joined(known, " ") + ")";
  if (flag.argument == Argument::kFile) return "_files";
  if (flag.argument == Argument::kFolder) return "_files -/";
  return " ";
}

void AppendZshOption(const Flag& flag, std::string* out) {
  const std::string name(flag.name);
  for (const bool is_long : {false, true}) {
    if (!is_long && flag.letter == 0) continue;
    std::string spec;
    if (flag.repeatable) spec.append("*");
    if (!flag.repeatable && flag.letter != 0) {
      spec.append("(-").append(1, flag.letter).append(" --").append(name).append(")");
    }
    spec.append(is_long ? "--" + name : "-" + std::string(1, flag.letter));
    if (!flag.value.empty()) spec.append(ArgumentMayBeLeftOut(flag) ? "=-" : is_long ? "=" : "+");
    spec.append("[").append(ZshText(FirstLine(flag.help))).append("]");
    if (!flag.value.empty()) {
      spec.append(ArgumentMayBeLeftOut(flag) ? "::" : ":").append(name).append(":").append(ZshAction(flag));
    }
    out->append(" \\\n        ").append(Quoted(spec));
  }
}

// In single quotes of fish.
std::string FishQuoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out.append("'");
}

std::string FishArgument(const Flag& flag) {
  const std::vector<std::string_view> known = KnownArguments(flag);
  if (flag.value.empty() || ArgumentMayBeLeftOut(flag)) return "";
  if (!known.empty() && IsList(flag)) return " -x -a '(__fish_append , " + Joined(known, " ") + ")'";
  if (!known.empty()) return " -x -a " + FishQuoted(Joined(known, " "));
  if (flag.argument == Argument::kFile) return " -r -F";
  if (flag.argument == Argument::kFolder) return " -x -a '(__fish_complete_directories)'";
  return " -x";
}

std::string FishCondition(const CommandInfo& command) {
  if (command.bit == kMask) return "not __fish_seen_subcommand_from " + Names(true);
  return "__fish_seen_subcommand_from " + std::string(command.name);
}

}  // namespace

std::string BashCompletion() {
  std::string out = "# bash";
  out.append(kMadeBy).append(R"(_maske_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }

# One more of a list split by commas.
_maske_list() {
  local before=${cur%"${cur##*,}"}
  mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${cur##*,}")
}

_maske_paths() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
}

_maske() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=mask options= actions= operands=-f
  COMPREPLY=()
  if ((COMP_CWORD > 1)); then
    case ${COMP_WORDS[1]} in
      )");
  out.append(Names(false)).append(R"() command=${COMP_WORDS[1]} ;;
    esac
  fi
  if [[ $cur == '=' ]]; then
    cur=
  elif [[ $prev == '=' ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $prev in
)");
  AppendBashArguments(&out);
  out.append("  esac\n  case $command in\n");
  for (const CommandInfo& command : Commands()) {
    out.append("    ").append(command.name).append(")\n      options=").append(Quoted(OptionWords(command)));
    if (!command.actions.empty()) {
      if (command.operands == Operands::kActionAndFolders) out.append("\n      operands=-d");
      out.append("\n      actions=").append(Quoted(Joined(SplitAtCommas(command.actions), " ")));
    } else if (command.operands == Operands::kNone) {
      out.append("\n      operands=");
    }
    out.append("\n      ;;\n");
  }
  out.append(R"(  esac
  if [[ $cur == -* ]]; then
    _maske_words "$options"
    return
  fi
  if [[ -n $actions ]] && ((COMP_CWORD == 2)); then
    _maske_words "$actions"
    return
  fi
  if [[ -n $operands ]]; then _maske_paths "$operands"; fi
  if ((COMP_CWORD == 1)); then
    local files=("${COMPREPLY[@]}")
    _maske_words ')");
  out.append("mask ").append(Names(true)).append(R"('
    COMPREPLY+=("${files[@]}")
  fi
}
complete -F _maske maske
)");
  return out;
}

std::string ZshCompletion() {
  std::string out = "#compdef maske\n# zsh";
  out.append(kMadeBy).append("_maske() {\n  local command=mask\n  if (( CURRENT > 2 )) && [[ ${words[2]} == (");
  out.append(Names(false)).append(R"() ]]; then
    command=${words[2]}
    words=("${words[1]}" "${(@)words[3,-1]}")
    (( CURRENT-- ))
  elif (( CURRENT == 2 )) && [[ ${words[2]} != -* ]]; then
    local -a commands
    commands=()");
  for (const CommandInfo& command : Commands()) {
    out.append("\n      ").append(Quoted(std::string(command.name) + ":" + ZshText(command.summary)));
  }
  out.append("\n    )\n    _describe -t commands command commands\n  fi\n  case $command in\n");
  for (const CommandInfo& command : Commands()) {
    out.append("    ").append(command.name).append(")\n      _arguments -s -S");
    for (const Flag& flag : Flags()) {
      if (Has(command, flag)) AppendZshOption(flag, &out);
    }
    if (command.operands == Operands::kFiles) out.append(" \\\n        '*:file:_files'");
    if (command.operands == Operands::kCommand) out.append(" \\\n        '*::command:_normal'");
    if (!command.actions.empty()) {
      const bool folders = command.operands == Operands::kActionAndFolders;
      out.append(" \\\n        '1:action:(").append(Joined(SplitAtCommas(command.actions), " "));
      out.append(folders ? ")' \\\n        '*:folder:_files -/'" : ")' \\\n        '*:file:_files'");
    }
    out.append("\n      ;;\n");
  }
  return out.append(R"(  esac
}
if [[ ${funcstack[1]} == _maske ]]; then
  _maske "$@"
else
  compdef _maske maske
fi
)");
}

std::string FishCompletion() {
  std::string out = "# fish";
  out.append(kMadeBy);
  for (const CommandInfo& command : Commands()) {
    out.append("complete -c maske -n __fish_use_subcommand -a ").append(command.name);
    out.append(" -d ").append(FishQuoted(command.summary)).append("\n");
  }
  for (const CommandInfo& command : Commands()) {
    const std::string head = "complete -c maske -n " + FishQuoted(FishCondition(command));
    for (const Flag& flag : Flags()) {
      if (!Has(command, flag)) continue;
      out.append(head);
      if (flag.letter != 0) out.append(" -s ").append(1, flag.letter);
      out.append(" -l ").append(flag.name).append(FishArgument(flag));
      out.append(" -d ").append(FishQuoted(FirstLine(flag.help))).append("\n");
    }
    if (!command.actions.empty()) {
      const std::string actions = Joined(SplitAtCommas(command.actions), " ");
      out.append("complete -c maske -f -n ");
      out.append(FishQuoted(FishCondition(command) + "; and not __fish_seen_subcommand_from " + actions));
      out.append(" -a ").append(FishQuoted(actions)).append("\n");
    } else if (command.operands == Operands::kNone) {
      out.append(head).append(" -f\n");
    }
  }
  return out;
}

}  // namespace maske::cli
