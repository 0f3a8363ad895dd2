#include "phrases/allow.h"

#include <algorithm>

#include "text/chars.h"
#include "text/prepared.h"
#include "text/utf8.h"

namespace maske::phrases {
namespace {

std::string Form(std::string_view bytes) {
  const std::string folded = Folded(bytes);
  std::string form;
  for (std::size_t at = 0; at < folded.size();) {
    const char c = folded[at];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      if (!form.empty() && form.back() != ' ') form.push_back(' ');
      ++at;
    } else if (static_cast<unsigned char>(c) < 0x80) {
      form.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
      ++at;
    } else {
      text::AppendUtf8(text::ToLower(text::CharAt(folded, at, &at)), &form);
    }
  }
  if (!form.empty() && form.back() == ' ') form.pop_back();
  return form;
}

}  // namespace

std::string Folded(std::string_view bytes) {
  if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return std::string(bytes);
  }
  text::Prepared prepared;
  prepared.Assign(bytes);
  return std::string(prepared.text());
}

bool AllowList::Add(std::string_view text) {
  std::string form = Form(text);
  if (form.empty()) return false;
  forms_.insert(std::move(form));
  return true;
}

bool AllowList::Has(std::string_view bytes) const { return !forms_.empty() && forms_.contains(Form(bytes)); }

}  // namespace maske::phrases
