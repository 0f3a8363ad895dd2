// The one place where placeholders of every style are written and read.
//
//   written := open label '_' number ( '_' part )? ( '_' variant )? close
//   number  := [1-9][0-9]{0,8}     variant := [2-9] | [1-9][0-9]{1,3}
//   part    := SURNAME | GIVEN | NACHNAME | VORNAME, of a PERSON alone
//
// Reading is tolerant of what models and the programs behind them do to a form that keeps its delimiters:
//
// | bending | example | rule |
// | --- | --- | --- |
// | case | [person_1] | any |
// | other language | [ADRESSE_1] | labels and parts of both |
// | separator | [Person 1] [PERSON-1] | one blank, no-break blank, hyphen or dash for '_'; within a label it may be missing |
// | backslashes | \[PERSON\_1\] | before separators; before the closing delimiter, and then before the opening one too |
// | HTML, JSON | &lt;PERSON_1&gt; \u005bPERSON_1\u005d | any character; the delimiters both or none |
// | full width | ［ＰＥＲＳＯＮ＿１］ | any character; the delimiters both or none |
// | other delimiters | <PERSON_1> {{PERSON_1}} 【PERSON_1】 „PERSON_1“ | those of style.h, each with its own closing one |
// | blanks inside | {{ PERSON_1 }} | one after the opening, one before the closing delimiter |
// | emphasis inside | [**PERSON_1**] | one to three of * _ ` ~, the same on both sides |
//
// What stands outside of the delimiters stays: emphasis, quotes around brackets, the s of a genitive. A zero at the front of a
// number, a number without separator, a delimiter without its partner, an unknown label make it no form.
// Whatever this reads in an input is a finding itself (LITERAL), so that restoring is exact (law 4). style.h says why nothing
// that is written can be read otherwise between any bytes.
//
// Immutable; shared by threads; labels must outlive it. Cost: Find as text/find_bytes.h; Read is bounded by
// kMaxPlaceholderBytes and ends at the first character that fits no label, mostly the second.
// Slow twin: tests/reference/form_reference.h; tests: tests/redact/forms_test.cc, bent_forms_test.cc.
#ifndef MASKE_REDACT_FORMS_H_
#define MASKE_REDACT_FORMS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "redact/label_table.h"
#include "redact/placeholder.h"
#include "redact/style.h"
#include "text/find_bytes.h"

namespace maske::redact {

enum class Reading : std::uint8_t {
  kNone,  // no form begins there, whatever comes behind the text
  kMore,  // the text ends inside of what may be a form
  kForm,
};

class Forms {
 public:
  // german: labels of what is written.
  Forms(const LabelTable* labels, Style style, bool german);

  void Append(const Placeholder& placeholder, std::string* out) const {
    AppendWithin(style_.open, style_.close, german_, placeholder, out);
  }
  [[nodiscard]] std::string Written(const Placeholder& placeholder) const;

  // The form that begins at text[0]; of a form *length is what it takes.
  Reading Read(std::string_view text, Placeholder* placeholder, std::size_t* length) const;
  // The same without delimiters: label and number joined by '_' or '-', or by a blank behind capitals. What stands before
  // text[0] is for the caller to judge.
  Reading ReadBare(std::string_view text, Placeholder* placeholder, std::size_t* length) const;
  // A form begins with one of these bytes: where the next one stands from there on, npos for nowhere. More are told than are.
  [[nodiscard]] std::size_t Find(std::string_view text, std::size_t from) const;
  // The same for both kinds; slow, one byte after the other.
  [[nodiscard]] std::size_t FindBare(std::string_view text, std::size_t from) const;
  // True when the form is as it would be written, in either language, in this style or a known one.
  [[nodiscard]] bool IsExact(std::string_view form, const Placeholder& placeholder) const;

 private:
  void AppendWithin(std::string_view open, std::string_view close, bool german, const Placeholder& placeholder,
                    std::string* out) const;

  const LabelTable* labels_;
  Style style_;
  bool german_;
  text::ByteSet begins_;
};

}  // namespace maske::redact

#endif  // MASKE_REDACT_FORMS_H_
