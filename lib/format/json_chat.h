// Chat messages and other JSON: the strings of a JSON value are masked, everything else stays as it is.
//
// Every string value is a text of its own in the session, but for those of a few keys that are no text (role, type,
// model …). Escapes are decoded for detection; what is replaced, and kept to be put back, are the bytes as they are
// spelled in the JSON. So restoring is exact, needs no format, and gives valid JSON for an answer in JSON; an answer that is
// plain text shows the escapes of a value that was spelled with some. Names of members are not masked, but for text in them
// that restoring would take for a placeholder. The result is checked: restoring it must give the input back.
// Memory: that of one JSON value. One thread, as the session. Tested by tests/format/json_test.cc.
#ifndef MASKE_FORMAT_JSON_CHAT_H_
#define MASKE_FORMAT_JSON_CHAT_H_

#include <memory>
#include <string>
#include <string_view>

#include "maske/session.h"

namespace maske::format {

class JsonMasker {
 public:
  // Both must outlive the masker. observer: called for each finding; its offsets are bytes of the decoded string. restorable:
  // the session's operators can all be undone, and each value is checked for it.
  JsonMasker(Session* session, FindingObserver observer, bool restorable = true);
  JsonMasker(const JsonMasker&) = delete;
  JsonMasker& operator=(const JsonMasker&) = delete;
  ~JsonMasker();

  // Masks one JSON value. kInput when it is none: the message names the byte. Nothing of it is given out after an error.
  Result<std::string> Mask(std::string_view json);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace maske::format

#endif  // MASKE_FORMAT_JSON_CHAT_H_
