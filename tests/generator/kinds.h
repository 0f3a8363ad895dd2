// The kinds of document that the generator makes. Every function returns valid UTF-8 with its gold but MakeGarbage,
// whose bytes are anything and whose gold is empty. Tested by tests/generator/document_test.cc.
#ifndef MASKE_TESTS_GENERATOR_KINDS_H_
#define MASKE_TESTS_GENERATOR_KINDS_H_

#include <string_view>

#include "generator/document.h"
#include "generator/lexicon.h"
#include "generator/random.h"

namespace maske::generator {

Document MakeLetter(Random* random, const Lexicon& lexicon);
Document MakeMail(Random* random, const Lexicon& lexicon);
Document MakeTable(Random* random, const Lexicon& lexicon);
Document MakeLog(Random* random, const Lexicon& lexicon);
Document MakeChat(Random* random, const Lexicon& lexicon);
Document MakeGarbage(Random* random, const Lexicon& lexicon);

// "letters", "mails", "tables", "logs", "chat", "garbage", "mixed" (any of them, garbage too), "post" (letters and
// mails). False for a kind that there is not.
bool MakeDocument(std::string_view kind, Random* random, const Lexicon& lexicon, Document* out);

}  // namespace maske::generator

#endif  // MASKE_TESTS_GENERATOR_KINDS_H_
