// See scanner.h.
#include "match/scanner.h"

#include <re2/set.h>

#include <mutex>
#include <string>

#include "match/re2_options.h"

namespace maske::match {

struct Scanner::State {
  std::vector<const Pattern*> patterns;
  std::vector<std::uint16_t> rows;
  std::once_flag once;
  std::unique_ptr<re2::RE2::Set> set;
};

Scanner::Scanner() : state_(std::make_unique<State>()) {}
Scanner::~Scanner() = default;

void Scanner::Add(const Pattern& pattern, std::uint16_t row) {
  state_->patterns.push_back(&pattern);
  state_->rows.push_back(row);
}

void Scanner::Which(std::string_view text, std::vector<std::uint16_t>* rows) const {
  std::call_once(state_->once, [this] {
    re2::RE2::Options options = PatternOptions();
    options.set_max_mem(std::int64_t{8} << 20);  // one automaton for all of them
    auto set = std::make_unique<re2::RE2::Set>(options, re2::RE2::UNANCHORED);
    for (const Pattern* pattern : state_->patterns) {
      if (set->Add(FullExpression(*pattern), nullptr) < 0) return;
    }
    if (set->Compile()) state_->set = std::move(set);
  });
  std::vector<int> hits;
  re2::RE2::Set::ErrorInfo error{re2::RE2::Set::kNotCompiled};
  if (state_->set != nullptr && !state_->set->Match({text.data(), text.size()}, &hits, &error) &&
      error.kind == re2::RE2::Set::kNoError) {
    return;
  }
  if (hits.empty()) {  // out of memory: every one
    rows->insert(rows->end(), state_->rows.begin(), state_->rows.end());
    return;
  }
  for (int hit : hits) rows->push_back(state_->rows[static_cast<std::size_t>(hit)]);
}

}  // namespace maske::match
