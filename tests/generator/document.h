// A generated text with its gold annotation, and the writer that puts both down together, so that they cannot disagree.
// Offsets are bytes, half open; the tool turns them into code points. Tested by tests/generator/document_test.cc.
#ifndef MASKE_TESTS_GENERATOR_DOCUMENT_H_
#define MASKE_TESTS_GENERATOR_DOCUMENT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace maske::generator {

struct Gold {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string type;
};

struct Document {
  std::string text;
  std::vector<Gold> entities;  // sorted, disjoint
};

class Writer {
 public:
  void Text(std::string_view text) { document_.text += text; }
  void Entity(std::string_view type, std::string_view text) {
    const std::size_t begin = document_.text.size();
    document_.text += text;
    document_.entities.push_back({begin, document_.text.size(), std::string(type)});
  }
  [[nodiscard]] const std::string& text() const { return document_.text; }
  Document Take() { return std::exchange(document_, {}); }

 private:
  Document document_;
};

// One JSON line {"id","source":"generated","text","entities":[{"start","end","type","text"}]}, offsets in code points,
// as scoring tools read it. The text must be valid UTF-8.
std::string ToJsonLine(const Document& document, std::string_view id);

}  // namespace maske::generator

#endif  // MASKE_TESTS_GENERATOR_DOCUMENT_H_
