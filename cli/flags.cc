#include "cli/flags.h"

#include <array>
#include <cstddef>

namespace maske::cli {
namespace {

constexpr unsigned kFinding = kMask | kDetect | kExplain | kThrough;
constexpr unsigned kStreams = kMask | kDetect;
constexpr unsigned kLooking = kFinding | kEval;

constexpr std::array kFlags{
    Flag{FlagId::kTypes, "types", 0, "A,B", Argument::kTypes, "", true, kLooking, "only these types of personal data"},
    Flag{FlagId::kExcludeTypes, "exclude-types", 0, "A,B", Argument::kTypes, "", true, kLooking, "never these types"},
    Flag{FlagId::kThreshold, "threshold", 0, "X", Argument::kWord, "", false, kLooking,
         "leave findings with a score below X alone; 0 to 1, default 0.5"},
    Flag{FlagId::kExcludeRules, "exclude-rules", 0, "A,B", Argument::kWord, "", true, kLooking,
         "nothing that these rules find (detect's \"pattern\", patterns list)"},
    Flag{FlagId::kProfile, "profile", 0, "NAME", Argument::kWord, "fast,balanced,strict", false, kLooking,
         "balanced (default); strict: rather mask too much (threshold 0.3);\n"
         "fast: names by rules and word lists alone, without the trained model"},
    Flag{FlagId::kLang, "lang", 0, "A,B", Argument::kWord, "", true, kLooking,
         "patterns made for certain languages or countries: only those of these\n"
         "languages (codes of ISO 639-1, such as de,en); default: all"},
    Flag{FlagId::kLabels, "labels", 0, "LANG", Argument::kWord, "en,de", false, kMask | kHint | kThrough,
         "language of placeholders: en (default) or de"},
    Flag{FlagId::kStyle, "style", 0, "STYLE", Argument::kWord, "", false, kMask | kRestore | kHint | kThrough,
         "what stands around placeholders: brackets (default), angles <PERSON_1>,\n"
         "braces {{PERSON_1}}, or an example of yours with PERSON_1 in it, such as\n"
         "((PERSON_1)); restore has to be told an own one too"},
    Flag{FlagId::kScope, "scope", 0, "SCOPE", Argument::kWord, "document,session", false, kStreams,
         "session (default): the files are one conversation, numbers and names\n"
         "go on from file to file; document: each file is one of its own, and\n"
         "several of them are masked with --in-place only"},
    Flag{FlagId::kPatterns, "patterns", 0, "DIR", Argument::kFolder, "", true, kLooking | kRestore | kPatterns,
         "add the pattern files (*.toml) of a folder"},
    Flag{FlagId::kOnlyPatterns, "only-patterns", 0, "DIR", Argument::kFolder, "", true, kLooking | kRestore | kPatterns,
         "the pattern files of a folder instead of everything built in"},
    Flag{FlagId::kAllow, "allow", 0, "FILE", Argument::kFile, "", true, kLooking,
         "never mask what FILE lists, a text a line: a finding whose whole text\n"
         "it is, in upper or lower case, is left alone"},
    Flag{FlagId::kDeny, "deny", 0, "FILE", Argument::kFile, "", true, kLooking,
         "always mask what FILE lists: a word or phrase a line, or TYPE, a tab\n"
         "and the phrase; without TYPE it is a SECRET"},
    Flag{FlagId::kPeople, "people", 0, "FILE", Argument::kFile, "", true, kLooking,
         "persons and customers known to the house: CSV with a head line that\n"
         "names columns: given, surname, name, organization (or German ones)"},
    Flag{FlagId::kSalutations, "salutations", 0, "", Argument::kNone, "", false, kFinding,
         "mask Herr, Frau and titles such as Dr. with the name behind them;\n"
         "the number is the one that the name has alone"},
    Flag{FlagId::kMap, "map", 0, "FILE", Argument::kFile, "", false, kMask | kRestore,
         "placeholders and originals as plain JSON, readable to whoever can\n"
         "read the file; mask goes on with the map that is there"},
    Flag{FlagId::kVault, "vault", 0, "FILE", Argument::kFile, "", false, kMask | kRestore | kVault,
         "keep placeholders and originals in a vault on disk, encrypted; made by\n"
         "maske vault init"},
    Flag{FlagId::kKeyFile, "key-file", 0, "FILE", Argument::kFile, "", false, kMask | kRestore | kVault | kThrough,
         "the key of the vault, and of operators that need one, mode 0600; else\n"
         "the variable MASKE_VAULT_KEY; a vault that was made with a passphrase\n"
         "asks for it"},
    Flag{FlagId::kSession, "session", 0, "NAME", Argument::kWord, "", false, kMask | kRestore | kVault,
         "which conversation of the vault: each has numbers of its own; default\n"
         "is one named default"},
    Flag{FlagId::kOperator, "operator", 0, "TYPE=OP", Argument::kWord, "", true, kMask | kRestore | kThrough,
         "what stands for findings of TYPE, or with OP alone of all: placeholder,\n"
         "keep, remove, mask[:CHARACTER[:FIRST[:LAST]]], last4, surrogate, hash,\n"
         "encrypt, dateshift; the last three need --key-file (docs/operators.md);\n"
         "restore is told of surrogate too"},
    Flag{FlagId::kNewKeyFile, "new-key-file", 0, "FILE", Argument::kFile, "", false, kVault,
         "rekey: the key from now on, made when FILE is not there; without it a\n"
         "new passphrase is asked for"},
    Flag{FlagId::kOriginals, "originals", 0, "", Argument::kNone, "", false, kVault,
         "forget: what standard input lists, an original a line, in any spelling"},
    Flag{FlagId::kAllEntries, "all", 0, "", Argument::kNone, "", false, kVault, "forget: all of the session"},
    Flag{FlagId::kOlderThan, "older-than", 0, "DAYS", Argument::kWord, "", false, kVault,
         "expire: what was last given out more than DAYS days ago"},
    Flag{FlagId::kRestoreStrict, "restore-strict", 0, "", Argument::kNone, "", false, kRestore | kThrough,
         "restore placeholders exactly as they were written, none that the model\nhas bent"},
    Flag{FlagId::kRestoreLoose, "restore-loose", 0, "", Argument::kNone, "", false, kRestore | kThrough,
         "restore those too that lost their brackets: PERSON_1"},
    Flag{FlagId::kFormat, "format", 0, "FORMAT", Argument::kWord, "text,jsonl,json,sse-openai,sse-anthropic", false,
         kMask | kRestore,
         "what the input is: text (default); jsonl or json: chat messages and\n"
         "the like, of which only strings are masked, restored as text is;\n"
         "sse-openai, sse-anthropic: the events of a streamed answer, to restore"},
    Flag{FlagId::kDocuments, "documents", 0, "", Argument::kNone, "", false, kDetect,
         "the input is JSON Lines {\"id\",\"text\"}; a line for each comes out:\n"
         "{\"id\",\"entities\":[{\"start\",\"end\",\"type\",\"score\",\"pattern\"}]}"},
    Flag{FlagId::kText, "text", 0, "", Argument::kNone, "", false, kDetect | kExplain,
         "show the text found, which is an original"},
    Flag{FlagId::kOffsets, "offsets", 0, "UNIT", Argument::kWord, "byte,codepoint,utf16", false, kDetect | kExplain,
         "count offsets in byte (default), codepoint or utf16"},
    Flag{FlagId::kFormatOut, "format-out", 0, "FORM", Argument::kWord, "json,table", false, kDetect | kExplain,
         "json: one object a line, detect's default; table: for people,\nexplain's default"},
    Flag{FlagId::kFailOn, "fail-on", 0, "A,B", Argument::kTypes, "", true, kDetect,
         "end with status 1 when one of these types was found"},
    Flag{FlagId::kAt, "at", 0, "OFFSET", Argument::kWord, "", false, kExplain,
         "why is this place masked, or why not? An offset, or a stretch A-B,\nhalf open, in the unit of --offsets"},
    Flag{FlagId::kOutput, "output", 'o', "FILE", Argument::kFile, "", false, kMask | kRestore | kDetect | kExplain,
         "write to FILE; a regular file is replaced at the end, whole or not\nat all"},
    Flag{FlagId::kInPlace, "in-place", 'i', "[=SUFFIX]", Argument::kWord, "", false, kMask,
         "replace each FILE by its masked text, all at the end or none;\n"
         "with SUFFIX the old one is kept under its name and SUFFIX"},
    Flag{FlagId::kJobs, "jobs", 'j', "N", Argument::kWord, "", false, kStreams,
         "threads for many files, or for many documents of one, 0 for all\n"
         "processors, default 1; needs --scope document (files) or --documents\n"
         "(lines), since the files of one session build on each other; the\n"
         "output is the same for every N"},
    Flag{FlagId::kLineBuffered, "line-buffered", 0, "", Argument::kNone, "", false, kStreams | kThrough,
         "decide and write each line at its end, for logs and chats; names go on\n"
         "from line to line, but nothing is found that goes over a line's end"},
    Flag{FlagId::kBinary, "binary", 0, "", Argument::kNone, "", false, kLooking,
         "accept bytes that are no text (NUL, UTF-16)"},
    Flag{FlagId::kStats, "stats", 0, "", Argument::kNone, "", false, kMask | kRestore | kDetect | kThrough,
         "say on standard error how many of each type; no originals"},
    Flag{FlagId::kGoldFormat, "gold-format", 0, "FORMAT", Argument::kWord, "jsonl,conll,brat", false, kEval,
         "how the gold is written: jsonl, conll or brat; told by the name\nof the file otherwise"},
    Flag{FlagId::kLabelMap, "label-map", 0, "FROM=TO", Argument::kWord, "", true, kEval,
         "the gold's label FROM means the type TO; no TO: it means none"},
    Flag{FlagId::kMisses, "misses", 0, "N", Argument::kWord, "", false, kEval,
         "show the first N gold entities that leak: text of the gold"},
    Flag{FlagId::kFalse, "false", 0, "N", Argument::kWord, "", false, kEval,
         "show the first N findings that are no gold: text of the gold"},
    Flag{FlagId::kByRule, "by-rule", 0, "", Argument::kNone, "", false, kEval,
         "how many findings of each rule are right and wrong"},
    Flag{FlagId::kByEvidence, "by-evidence", 0, "", Argument::kNone, "", false, kEval,
         "what of PERSON is found by the context of a name alone, with the\nlexicon, with the memory, with the model"},
    Flag{FlagId::kJson, "json", 0, "FILE", Argument::kFile, "", false, kEval,
         "write all figures and the counts of every document to FILE;\n-: to standard output, without the tables"},
    Flag{FlagId::kCompare, "compare", 0, "A.json", Argument::kFile, "", false, kEval,
         "what changed from the run A to the run B (both of --json), and\nwhat of it is more than noise: --compare "
         "A.json B.json"},
    Flag{FlagId::kConfig, "config", 0, "FILE", Argument::kFile, "", false, kAll,
         "take options from a TOML file, with the same names; else from the\n"
         "file that MASKE_CONFIG names, else from ./maske.toml; what is given\n"
         "here wins"},
    Flag{FlagId::kHelp, "help", 'h', "", Argument::kNone, "", false, kAll, "show this and end"},
    Flag{FlagId::kVersion, "version", 'V', "", Argument::kNone, "", false, kAll,
         "show the version, and what it was made of, and end"},
    Flag{FlagId::kLicences, "licences", 0, "", Argument::kNone, "", false, kAll,
         "show the sources of the data inside and their licences, and end"},
};

constexpr std::array kCommands{
    CommandInfo{kMask, "mask", Operands::kFiles, "", "maske [mask] [OPTIONS] [FILE...]",
                "mask standard input or files to standard output; the default",
                "Replaces names, addresses, numbers and secrets of persons by placeholders such as\n"
                "[PERSON_1]; every other byte comes out as it went in. Several files come out one after\n"
                "the other and share one numbering. Works in bounded memory, however long the input."},
    CommandInfo{kRestore, "restore", Operands::kFiles, "",
                "maske restore --map FILE [OPTIONS] [FILE...]\n       maske restore --vault FILE [OPTIONS] [FILE...]\n"
                "       maske restore --key-file FILE [OPTIONS] [FILE...]",
                "put the originals back",
                "Replaces the placeholders of a map or vault by their originals, while the text streams in.\n"
                "The map or vault is read when the first byte of input is there. With --key-file what the\n"
                "operator encrypt wrote is put back too, and needs neither."},
    CommandInfo{kDetect, "detect", Operands::kFiles, "", "maske detect [OPTIONS] [FILE...]", "findings instead of text",
                "Writes one JSON object a finding and line:\n"
                "{\"file\",\"start\",\"end\",\"type\",\"score\",\"pattern\"}; offsets are half open."},
    CommandInfo{kExplain, "explain", Operands::kFiles, "", "maske explain [OPTIONS] [FILE...]",
                "why each span was masked, and why each rejected candidate was not",
                "For every finding and every rejected candidate: rule, check, context words and how far\n"
                "they stand, scores, and what won over what. --at asks about one place, also one where\n"
                "nothing was found. Text is shown with --text only. Reads at most 64 MiB into memory."},
    CommandInfo{kThrough, "through", Operands::kCommand, "", "maske through [OPTIONS] -- COMMAND [ARGUMENT...]",
                "mask standard input into a command and restore its output",
                "The command gets the masked text and its answer comes out with the originals, as it\n"
                "streams; they stay in memory. The status is the command's, 128+N when signal N ended it,\n"
                "127 when there is none such. When masking fails (status 3 to 5) the command gets no\n"
                "further byte and is ended."},
    CommandInfo{kPatterns, "patterns", Operands::kActionAndFolders, "list,check,test,checks",
                "maske patterns list [OPTIONS] [DIR]\n       maske patterns check DIR...\n       maske patterns test "
                "DIR...\n       maske patterns checks",
                "what is looked for; is this pattern file sound",
                "list shows every rule with its type, its trigger and where it comes from.\n"
                "check names file, line and reason of every fault under a folder; status 2 when there is\n"
                "one. test does the same and shows how many examples each pattern has, and how long looking\n"
                "for it in one of them takes. checks shows the check functions that a pattern may name, and\n"
                "where each is from."},
    CommandInfo{
        kVault, "vault", Operands::kActionAndFiles, "init,list,forget,expire,rekey,check",
        "maske vault init [--key-file FILE] VAULT\n       maske vault list [--key-file FILE] VAULT\n"
        "       maske vault forget --vault VAULT [--session NAME] PLACEHOLDER...|--originals|--all\n"
        "       maske vault expire --older-than DAYS VAULT\n       maske vault rekey --new-key-file FILE VAULT\n"
        "       maske vault check VAULT",
        "the vault on disk",
        "init makes a vault; the key file is made when it is not there, and without --key-file and\n"
        "MASKE_VAULT_KEY a passphrase is asked for. list counts what is there, by session and type,\n"
        "without originals. forget and expire remove entries for good (retention, art. 17 GDPR); what\n"
        "they stood for cannot be put back then, and their numbers are not given again. rekey\n"
        "encrypts everything anew under another key. check reads and authenticates everything."},
    CommandInfo{kHint, "hint", Operands::kNone, "", "maske hint [--labels LANG]",
                "the lines that tell a model to keep placeholders as they are",
                "Put them before or after the masked prompt."},
    CommandInfo{kEval, "eval", Operands::kFiles, "",
                "maske eval [OPTIONS] GOLD...\n       maske eval --compare A.json B.json",
                "how well is found what people marked in a text",
                "GOLD is JSON Lines {\"text\",\"entities\":[{\"start\",\"end\",\"type\"}]} with offsets in code\n"
                "points, CoNLL columns or a BRAT folder, plain or xz. For each type: masked (share of gold that\n"
                "does not leak), prec (share of findings that are right) and more, with 95 % intervals."},
};

}  // namespace

std::span<const Flag> Flags() { return kFlags; }
const Flag& FlagOf(FlagId id) { return kFlags[static_cast<std::size_t>(id)]; }

std::span<const CommandInfo> Commands() { return kCommands; }

const CommandInfo& CommandOf(CommandBit bit) {
  for (const CommandInfo& command : kCommands) {
    if (command.bit == bit) return command;
  }
  return kCommands.front();
}

}  // namespace maske::cli
