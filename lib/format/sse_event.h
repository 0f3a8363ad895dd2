// What an event's JSON says: where its strings stand, and to which channel of text each belongs. Tested by
// tests/format/sse_test.cc.
#ifndef MASKE_FORMAT_SSE_EVENT_H_
#define MASKE_FORMAT_SSE_EVENT_H_

#include <simdjson.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace maske::format {

struct SseString {
  std::size_t begin = 0;  // between the quotes, in the JSON
  std::size_t end = 0;
  std::string channel;   // "/choices/#0/delta/content"; empty: text that does not come in pieces
  bool is_json = false;  // the text of the channel is JSON itself
};

class SseEventReader {
 public:
  // Reads the JSON of an event; false when it is none. Then `strings` has the strings in their order, and `ended` the prefixes
  // of the channels that end with this event.
  bool Read(std::string_view json);

  std::vector<SseString> strings;
  std::vector<std::string> ended;

 private:
  struct Object {
    std::size_t parent;
    std::string key;
    std::string index;  // the value of its member "index", or its place in the array
  };
  template <typename Node>
  bool Walk(Node&& node, std::size_t object, std::string_view key, int depth);
  [[nodiscard]] std::string PathOf(std::size_t object) const;

  simdjson::ondemand::parser parser_;
  simdjson::dom::parser checker_;
  std::string padded_;
  std::vector<Object> objects_;
  std::vector<std::size_t> owner_;  // of strings: the object that they stand in
  std::vector<std::string> key_;    // of strings
};

}  // namespace maske::format

#endif  // MASKE_FORMAT_SSE_EVENT_H_
