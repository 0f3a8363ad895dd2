// See regex.h. Two steps: text -> tree (Parser), tree -> graph (Builder), because counted repetition copies subtrees.
#include "match/regex.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "match/char_class.h"

namespace maske::match {
namespace {

struct Tree {
  enum Kind : std::uint8_t { kEmpty, kClass, kBytes, kCat, kAlt, kRepeat };
  Kind kind = kEmpty;
  CharClass chars;         // kClass
  std::string bytes;       // kBytes: one character outside ASCII, as it stands
  int min = 0;             // kRepeat
  int max = -1;            // kRepeat; -1: no limit
  std::vector<Tree> subs;  // kCat, kAlt, kRepeat (one)
};

constexpr int kMaxRepeat = 1000;  // RE2's own limit
constexpr int kMaxDepth = 200;

class Parser {
 public:
  Parser(std::string_view text, bool fold, RegexFaults* faults) : text_(text), faults_(faults) { flags_.fold = fold; }

  bool Parse(Tree* out) { return Alternation(out, 0) && pos_ == text_.size(); }

 private:
  struct Flags {
    bool fold = false;
    bool dot_newline = false;
  };

  [[nodiscard]] bool More() const { return pos_ < text_.size(); }
  [[nodiscard]] char Peek(std::size_t ahead = 0) const {
    return pos_ + ahead < text_.size() ? text_[pos_ + ahead] : '\0';
  }
  bool Take(std::string_view literal) {
    if (text_.substr(pos_, literal.size()) != literal) return false;
    pos_ += literal.size();
    return true;
  }

  bool Alternation(Tree* out, int depth) {
    if (depth > kMaxDepth) return false;
    const Flags saved = flags_;
    Tree alternatives;
    alternatives.kind = Tree::kAlt;
    do {
      Tree sequence;
      if (!Sequence(&sequence, depth)) return false;
      alternatives.subs.push_back(std::move(sequence));
    } while (Take("|"));
    flags_ = saved;
    *out = std::move(alternatives);
    return true;
  }

  bool Sequence(Tree* out, int depth) {
    out->kind = Tree::kCat;
    while (More() && Peek() != '|' && Peek() != ')') {
      Tree atom;
      if (!Atom(&atom, depth)) return false;
      if (!Repetitions(&atom)) return false;
      out->subs.push_back(std::move(atom));
    }
    return true;
  }

  bool Repetitions(Tree* atom) {
    while (More()) {
      int min = 0;
      int max = -1;
      if (Take("*")) {
      } else if (Take("+")) {
        min = 1;
      } else if (Take("?")) {
        max = 1;
      } else if (!Counted(&min, &max)) {
        return true;
      }
      Take("?");  // lazy: the same set of matches
      if (min > kMaxRepeat || max > kMaxRepeat) return false;
      Tree repeat;
      repeat.kind = Tree::kRepeat;
      repeat.min = min;
      repeat.max = max;
      repeat.subs.push_back(std::move(*atom));
      *atom = std::move(repeat);
    }
    return true;
  }

  // {n}, {n,} or {n,m}; anything else after a brace is literal.
  bool Counted(int* min, int* max) {
    if (Peek() != '{') return false;
    std::size_t at = pos_ + 1;
    const auto number = [&](int* value) {
      const std::size_t begin = at;
      *value = 0;
      while (at < text_.size() && text_[at] >= '0' && text_[at] <= '9' && at - begin < 6)
        *value = *value * 10 + (text_[at++] - '0');
      return at > begin;
    };
    if (!number(min)) return false;
    *max = *min;
    if (at < text_.size() && text_[at] == ',') {
      ++at;
      if (!number(max)) *max = -1;
    }
    if (at >= text_.size() || text_[at] != '}') return false;
    pos_ = at + 1;
    return true;
  }

  bool Atom(Tree* out, int depth) {
    switch (Peek()) {
      case '(':
        return Group(out, depth);
      case '[':
        out->kind = Tree::kClass;
        return Class(&out->chars);
      case '.':
        ++pos_;
        out->kind = Tree::kClass;
        out->chars.AddRange(0, 0x10FFFF);
        if (!flags_.dot_newline) {
          out->chars.may = out->chars.may.Without(ByteSet::Of("\n"));
          out->chars.must = out->chars.may;
        }
        return true;
      case '^':
      case '$':
        ++pos_;
        return true;  // no byte
      case '\\':
        return Escape(out);
      case '*':
      case '+':
      case '?':
        return false;  // nothing to repeat: RE2 refuses it as well
      default:
        return Character(out);
    }
  }

  bool Group(Tree* out, int depth) {
    ++pos_;
    const Flags outer = flags_;
    if (Take("?")) {
      if (Take("P<") || Take("<")) {
        while (More() && Peek() != '>') ++pos_;
        if (!Take(">")) return false;
      } else {
        bool value = true;
        while (More() && Peek() != ':' && Peek() != ')') {
          switch (text_[pos_++]) {
            case 'i':
              flags_.fold = value;
              break;
            case 's':
              flags_.dot_newline = value;
              break;
            case 'm':
            case 'U':
              break;
            case '-':
              value = false;
              break;
            default:
              return false;
          }
        }
        if (Take(")")) return true;  // (?i): holds up to the end of the enclosing group
        if (!Take(":")) return false;
      }
    }
    if (!Alternation(out, depth + 1)) return false;
    flags_ = outer;
    return Take(")");
  }

  bool Escape(Tree* out) {
    const char letter = Peek(1);
    switch (letter) {
      case 'b':
      case 'B':
        faults_->word_edge = true;
        pos_ += 2;
        return true;
      case 'A':
      case 'z':
        faults_->text_edge = true;
        pos_ += 2;
        return true;
      case 'C':
        faults_->any_byte = true;
        return false;
      case 'Q': {
        pos_ += 2;
        out->kind = Tree::kCat;
        while (More() && !Take("\\E")) {
          Tree sub;
          if (!Character(&sub)) return false;
          out->subs.push_back(std::move(sub));
        }
        return true;
      }
      default:
        break;
    }
    out->kind = Tree::kClass;
    if (ClassEscape(&out->chars)) {
      if (flags_.fold) out->chars.FoldCase();
      return true;
    }
    char32_t c = 0;
    if (!EscapedCharacter(&c)) return false;
    return Literal(c, out);
  }

  // \d \D \s \S \w \W \pL \p{Lu} \P{^Lu}
  bool ClassEscape(CharClass* out) {
    const char letter = Peek(1);
    switch (letter) {
      case 'd':
      case 's':
      case 'w':
        pos_ += 2;
        *out = CharClass::Perl(letter);
        return true;
      case 'D':
      case 'S':
      case 'W':
        pos_ += 2;
        *out = CharClass::Perl(static_cast<char>(letter + 32));
        if (flags_.fold && letter == 'W') out->FoldCase();  // RE2 folds before it negates
        out->Negate();
        return true;
      case 'p':
      case 'P': {
        bool negate = letter == 'P';
        std::size_t at = pos_ + 2;
        std::string_view name;
        if (at < text_.size() && text_[at] == '{') {
          const std::size_t close = text_.find('}', at);
          if (close == std::string_view::npos) return false;
          name = text_.substr(at + 1, close - at - 1);
          at = close + 1;
        } else {
          name = text_.substr(at, 1);
          at += 1;
        }
        if (!name.empty() && name[0] == '^') {
          negate = !negate;
          name.remove_prefix(1);
        }
        pos_ = at;
        *out = CharClass::Property(name);
        if (flags_.fold) {
          out->FoldCase();
          out->must = ByteSet();
          out->must_other = false;
        }
        if (negate) out->Negate();
        return true;
      }
      default:
        return false;
    }
  }

  bool EscapedCharacter(char32_t* out) {
    ++pos_;  // backslash
    if (!More()) return false;
    const char letter = text_[pos_++];
    const auto hex = [](char c) {
      if (c >= '0' && c <= '9') return c - '0';
      if (c >= 'a' && c <= 'f') return c - 'a' + 10;
      if (c >= 'A' && c <= 'F') return c - 'A' + 10;
      return -1;
    };
    switch (letter) {
      case 'a':
        *out = 7;
        return true;
      case 'f':
        *out = '\f';
        return true;
      case 'n':
        *out = '\n';
        return true;
      case 'r':
        *out = '\r';
        return true;
      case 't':
        *out = '\t';
        return true;
      case 'v':
        *out = '\v';
        return true;
      case 'x': {
        char32_t value = 0;
        if (Take("{")) {
          int count = 0;
          while (More() && hex(Peek()) >= 0 && ++count <= 8)
            value = value * 16 + static_cast<char32_t>(hex(text_[pos_++]));
          if (count == 0 || count > 8 || !Take("}")) return false;
        } else {
          if (hex(Peek()) < 0 || hex(Peek(1)) < 0) return false;
          value = static_cast<char32_t>(hex(Peek()) * 16 + hex(Peek(1)));
          pos_ += 2;
        }
        *out = value;
        return value <= 0x10FFFF;
      }
      default:
        // A letter or digit with a meaning that we do not know (octal …): not ours.
        if ((letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'))
          return false;
        if (static_cast<unsigned char>(letter) >= 128) return false;
        *out = static_cast<unsigned char>(letter);
        return true;
    }
  }

  // One character as it stands.
  bool Decode(char32_t* out, std::size_t* length) const {
    const auto lead = static_cast<unsigned char>(Peek());
    std::size_t size = 1;
    char32_t c = lead;
    if (lead >= 0xF0) {
      size = 4;
      c = lead & 7U;
    } else if (lead >= 0xE0) {
      size = 3;
      c = lead & 15U;
    } else if (lead >= 0xC0) {
      size = 2;
      c = lead & 31U;
    } else if (lead >= 0x80) {
      return false;
    }
    if (pos_ + size > text_.size()) return false;
    for (std::size_t i = 1; i < size; ++i) c = (c << 6) | (static_cast<unsigned char>(text_[pos_ + i]) & 63U);
    *out = c;
    *length = size;
    return true;
  }

  bool Character(Tree* out) {
    char32_t c = 0;
    std::size_t size = 0;
    if (!Decode(&c, &size)) return false;
    if (c >= 128 && !flags_.fold) {
      out->kind = Tree::kBytes;
      out->bytes.assign(text_.substr(pos_, size));
      pos_ += size;
      return true;
    }
    pos_ += size;
    return Literal(c, out);
  }

  bool Literal(char32_t c, Tree* out) const {
    out->kind = Tree::kClass;
    out->chars = CharClass();
    out->chars.AddRange(c, c);
    if (flags_.fold) out->chars.FoldCase();
    return true;
  }

  bool Class(CharClass* out) {
    ++pos_;
    const bool negate = Take("^");
    CharClass set;
    bool first = true;
    while (More() && (first || Peek() != ']')) {
      first = false;
      if (Peek() == '[' && Peek(1) == ':') {
        const std::size_t close = text_.find(":]", pos_ + 2);
        if (close != std::string_view::npos) {
          std::string_view name = text_.substr(pos_ + 2, close - pos_ - 2);
          const bool inverse = !name.empty() && name[0] == '^';
          if (inverse) name.remove_prefix(1);
          CharClass posix;
          CharClass::Posix(name, &posix);
          if (flags_.fold) posix.FoldCase();
          if (inverse) posix.Negate();
          set.AddClass(posix);
          pos_ = close + 2;
          continue;
        }
      }
      CharClass escape;
      if (Peek() == '\\' && ClassEscape(&escape)) {
        set.AddClass(escape);
        continue;
      }
      char32_t low = 0;
      if (!ClassCharacter(&low)) return false;
      char32_t high = low;
      if (Peek() == '-' && Peek(1) != ']' && pos_ + 1 < text_.size()) {
        ++pos_;
        if (!ClassCharacter(&high)) return false;
      }
      if (high < low) return false;
      set.AddRange(low, high);
    }
    if (!Take("]")) return false;
    if (flags_.fold) {
      set.FoldCase();
    }
    if (negate) set.Negate();
    *out = set;
    return true;
  }

  bool ClassCharacter(char32_t* out) {
    if (Peek() == '\\') return EscapedCharacter(out);
    std::size_t size = 0;
    if (!More() || !Decode(out, &size)) return false;
    pos_ += size;
    return true;
  }

  std::string_view text_;
  RegexFaults* faults_;
  std::size_t pos_ = 0;
  Flags flags_;
};

class Builder {
 public:
  explicit Builder(Graph* graph) : graph_(graph) {}

  // The node where `tree` begins when `next` follows it; -1 when the graph is too large.
  int Build(const Tree& tree, int next) {
    if (next < 0) return -1;
    switch (tree.kind) {
      case Tree::kEmpty:
        return next;
      case Tree::kClass:
        return Class(tree.chars, next);
      case Tree::kBytes: {
        int node = next;
        for (std::size_t i = tree.bytes.size(); i-- > 0;) {
          ByteSet set;
          set.Add(static_cast<unsigned char>(tree.bytes[i]));
          node = Bytes(set, node);
        }
        return node;
      }
      case Tree::kCat: {
        int node = next;
        for (std::size_t i = tree.subs.size(); i-- > 0;) node = Build(tree.subs[i], node);
        return node;
      }
      case Tree::kAlt: {
        std::vector<int> nodes;
        for (const Tree& sub : tree.subs) nodes.push_back(Build(sub, next));
        return Join(nodes);
      }
      case Tree::kRepeat:
        return Repeat(tree, next);
    }
    return -1;
  }

  int Accept() { return Add({}); }

  // The node that leads to each of some.
  int Join(const std::vector<int>& nodes) {
    int node = nodes.back();
    for (std::size_t i = nodes.size() - 1; i-- > 0;) node = Split(nodes[i], node);
    return node;
  }

 private:
  int Add(const Graph::Node& node) {
    if (graph_->nodes.size() >= kMaxGraphNodes) return -1;
    graph_->nodes.push_back(node);
    return static_cast<int>(graph_->nodes.size()) - 1;
  }
  int Bytes(const ByteSet& set, int next) {
    if (next < 0) return -1;
    Graph::Node node;
    node.kind = Graph::Node::kBytes;
    node.bytes = set;
    node.out = next;
    return Add(node);
  }
  int Split(int one, int other) {
    if (one < 0 || other < 0) return -1;
    Graph::Node node;
    node.kind = Graph::Node::kSplit;
    node.out = one;
    node.out1 = other;
    return Add(node);
  }

  int Class(const CharClass& chars, int next) {
    int node = -1;
    if (chars.may_other) {  // a lead byte and one to three that follow it
      const ByteSet follow = ByteSet::Range(0x80, 0xBF);
      const int one = Bytes(follow, next);
      const int two = Bytes(follow, one);
      const int three = Bytes(follow, two);
      node = Split(Bytes(ByteSet::Range(0xC2, 0xDF), one),
                   Split(Bytes(ByteSet::Range(0xE0, 0xEF), two), Bytes(ByteSet::Range(0xF0, 0xF4), three)));
      if (chars.may.empty()) return node;
    }
    const int ascii = Bytes(chars.may, next);  // an empty class leads nowhere
    return chars.may_other ? Split(ascii, node) : ascii;
  }

  int Repeat(const Tree& tree, int next) {
    const Tree& sub = tree.subs.front();
    int node = next;
    if (tree.max < 0) {
      const int loop = Split(next, next);
      const int body = Build(sub, loop);
      if (body < 0) return -1;
      graph_->nodes[static_cast<std::size_t>(loop)].out = body;
      node = loop;
    } else {
      for (int i = tree.min; i < tree.max; ++i) node = Split(Build(sub, node), next);
    }
    for (int i = 0; i < tree.min; ++i) node = Build(sub, node);
    return node;
  }

  Graph* graph_;
};

}  // namespace

std::optional<Graph> ParseRegex(std::string_view expression, bool ignore_case, RegexFaults* faults) {
  Tree tree;
  if (!Parser(expression, ignore_case, faults).Parse(&tree)) return std::nullopt;
  const Tree* top = &tree;
  while ((top->kind == Tree::kCat || top->kind == Tree::kAlt) && top->subs.size() == 1) top = &top->subs.front();
  Graph graph;
  Builder builder(&graph);
  const int accept = builder.Accept();
  if (top->kind == Tree::kAlt) {
    for (const Tree& alternative : top->subs) graph.alternatives.push_back(builder.Build(alternative, accept));
    graph.start = builder.Join(graph.alternatives);
  } else {
    graph.start = builder.Build(*top, accept);
    graph.alternatives.push_back(graph.start);
  }
  if (graph.start < 0) return std::nullopt;
  return graph;
}

}  // namespace maske::match
