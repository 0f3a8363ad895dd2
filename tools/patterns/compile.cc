// maske_compile_patterns OUT ROOT DIR...: reads the pattern files below ROOT/DIR, checks them as the loader does (same
// code) and writes a C++ file that defines maske::match::BuiltinPatterns() as constants, what was derived of the
// expressions included. Ends with status 1 and one line a fault. A built-in pattern without a trigger is a fault too:
// it would walk every text. Runs on the machine that builds.
#include <cstdarg>
#include <cstdio>
#include <fstream>
#include <string>

#include "match/load.h"

namespace maske::match {

std::span<const Pattern> BuiltinPatterns() { return {}; }  // the generator has none

namespace {

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 32 || byte > 126 || c == '"' || c == '\\' || c == '?') {
      char escape[8];
      std::snprintf(escape, sizeof(escape), "\\%03o", byte);
      out += escape;
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string Number(double value) {
  char text[32];
  std::snprintf(text, sizeof(text), "%#.9gF", value);
  return text;
}

std::string Bytes(const ByteSet& set) {
  char text[128];
  std::snprintf(text, sizeof(text), "{{0x%llxU, 0x%llxU, 0x%llxU, 0x%llxU}}",
                static_cast<unsigned long long>(set.bits[0]), static_cast<unsigned long long>(set.bits[1]),
                static_cast<unsigned long long>(set.bits[2]), static_cast<unsigned long long>(set.bits[3]));
  return text;
}

std::string Flag(bool value) { return value ? "true" : "false"; }

std::string EdgeText(const Edge& edge) {
  return "{static_cast<EdgeKind>(" + std::to_string(static_cast<int>(edge.kind)) + "), " + Bytes(edge.forbidden) +
         ", " + Flag(edge.forbids_letters) + ", " + Quoted(edge.others) + "}";
}

template <typename Number>
void WriteNumbers(const char* type, const std::string& name, const std::vector<Number>& numbers, std::ostream& out) {
  out << "constexpr " << type << " " << name << "[] = {";
  for (const Number number : numbers) out << static_cast<unsigned>(number) << ",";
  out << "};\n";
}

// The arrays of an automaton, and how it is written.
std::string WriteDfa(const DfaStorage& dfa, const std::string& name, std::ostream& out) {
  WriteNumbers("std::uint8_t", "kClasses" + name, dfa.classes, out);
  WriteNumbers("Dfa::State", "kRows" + name, dfa.rows, out);
  return "{kClasses" + name + ", kRows" + name + ", " + std::to_string(dfa.width) + ", " + std::to_string(dfa.start) +
         "}";
}

std::string StartText(const Start& start, const std::string& ahead, const std::string& back) {
  std::string out = "{static_cast<Event>(" + std::to_string(static_cast<int>(start.event)) + "), static_cast<char>(" +
                    std::to_string(static_cast<int>(start.byte)) + "), " + std::to_string(start.reach) + ", " +
                    Flag(start.at_event) + ", " + Bytes(start.first) + ", {";
  for (const ByteSet& set : start.left) out += Bytes(set) + ", ";
  out += "}, {";
  for (const ByteSet& set : start.right) out += Bytes(set) + ", ";
  return out + "}, " + ahead + ", " + back + "}";
}

std::string WordText(const ContextWord& word) {
  return "{" + Quoted(word.key) + ", " + Flag(word.open_front) + ", " + Flag(word.open_back) + "}, ";
}

void Write(const LoadedPatterns& loaded, std::ostream& out) {
  out << "// Made of patterns/**/*.toml by tools/patterns. Do not edit.\n"
         "#include \"match/pattern.h\"\n\nnamespace maske::match {\nnamespace {\n\n";
  std::string rows;
  for (std::size_t i = 0; i < loaded.patterns.size(); ++i) {
    const Pattern& p = loaded.patterns[i]->pattern;
    const std::string number = std::to_string(i);
    std::string entries;
    for (std::size_t e = 0; e < p.context.size(); ++e) {
      const std::string name = "kWords" + number + "x" + std::to_string(e);
      out << "constexpr ContextWord " << name << "[] = {";
      for (const ContextWord& word : p.context[e].words) out << WordText(word);
      out << "};\n";
      entries += "{" + name + ", " + Flag(p.context[e].veto) + "}, ";
    }
    std::string starts;
    std::size_t made = 0;
    for (const Start& start : p.starts) {
      std::string ahead = "{}";
      std::string back = "{}";
      if (start.ahead.rows != nullptr) {
        const std::string name = number + "x" + std::to_string(made);
        const EventDfas& dfas = *loaded.patterns[i]->dfas[made++];
        ahead = WriteDfa(dfas.ahead, "Ahead" + name, out);
        back = WriteDfa(dfas.back, "Back" + name, out);
      }
      starts += "\n    " + StartText(start, ahead, back) + ",";
    }
    out << "constexpr Start kStarts" << number << "[] = {" << starts << "};\n";
    if (!p.begins.empty()) {
      out << "constexpr ContextWord kBegins" << number << "[] = {";
      for (const ContextWord& word : p.begins) out << WordText(word);
      out << "};\n";
    }
    if (!entries.empty()) out << "constexpr ContextEntry kContext" << number << "[] = {" << entries << "};\n";
    rows += "    {" + Quoted(p.id) + ", " + Quoted(p.type) + ", " + Quoted(p.origin) + ",\n     " +
            Quoted(p.expression) + ",\n     " + Quoted(p.check) + ", " + Quoted(p.countries) + ", " +
            Quoted(p.languages) + ", " + Flag(p.ignore_case) + ", " + Flag(p.shrink) + ", " + Flag(p.score_failed) +
            ", static_cast<OpenSpan>(" + std::to_string(static_cast<int>(p.open)) + "), " + std::to_string(p.group) +
            ", " + std::to_string(p.min_digits) + ", " + std::to_string(p.max_digits) + ", " +
            std::to_string(p.context_lines) + ", " + std::to_string(p.max_bytes) + ", " +
            std::to_string(p.context_left) + ", " + std::to_string(p.context_right) + ",\n     " + EdgeText(p.left) +
            ", " + EdgeText(p.right) + ",\n     {";
    for (float score :
         {p.scores.bare, p.scores.context, p.scores.check, p.scores.both, p.scores.failed, p.scores.failed_context}) {
      rows += Number(static_cast<double>(score)) + ", ";
    }
    rows.append("}, ").append(entries.empty() ? "{}" : "kContext").append(entries.empty() ? "" : number);
    rows.append(", kStarts").append(number).append(p.begins.empty() ? ", {}" : ", kBegins");
    rows.append(p.begins.empty() ? "" : number).append("},\n");
  }
  if (rows.empty()) {
    out << "}  // namespace\n\nstd::span<const Pattern> BuiltinPatterns() { return {}; }\n\n}  // namespace "
           "maske::match\n";
    return;
  }
  out << "\nconstexpr Pattern kPatterns[] = {\n"
      << rows
      << "};\n\n}  // namespace\n\nstd::span<const Pattern> BuiltinPatterns() { return kPatterns; }\n\n}  // namespace "
         "maske::match\n";
}

int Main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "maske_compile_patterns OUT ROOT DIR...\n");
    return 2;
  }
  LoadedPatterns loaded;
  for (int i = 3; i < argc; ++i) {
    if (const Status status = LoadPatternDirectory(std::string(argv[2]) + "/" + argv[i], argv[i], &loaded); !status) {
      std::fprintf(stderr, "%s\n", status.message().c_str());
      return 1;
    }
  }
  for (const auto& pattern : loaded.patterns) {
    if (pattern->pattern.starts.front().event == Event::kScan) {
      loaded.faults.push_back(
          FaultLine(pattern->file, pattern->line, "no trigger can be derived; a built-in pattern needs one"));
    }
  }
  for (const std::string& fault : loaded.faults) std::fprintf(stderr, "%s\n", fault.c_str());
  if (!loaded.faults.empty()) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  Write(loaded, out);
  out.close();
  if (!out) {
    std::fprintf(stderr, "cannot write %s\n", argv[1]);
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace maske::match

int main(int argc, char** argv) { return maske::match::Main(argc, argv); }
