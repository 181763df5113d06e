#include "scenario/describe/search.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace graduasi {

namespace {

using Tokens = std::vector<std::string>;

bool is_letter_or_digit(char c) {
  auto const u = static_cast<unsigned char>(c);
  return u >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The words of a text in small letters.
Tokens tokens_of(std::string_view text) {
  Tokens all;
  bool inside = false;
  for (char const written : text) {
    char const c = small(written);
    bool const belongs = is_letter_or_digit(c);
    if (belongs && !inside) all.emplace_back();
    if (belongs) all.back() += c;
    inside = belongs;
  }
  return all;
}

/// English plurals and the Indonesian "its" are no other word.
bool is_same_word(std::string const& a, std::string const& b) {
  return a == b || a == b + "s" || b == a + "s" || a == b + "nya" || b == a + "nya";
}

bool holds_all(Tokens const& text, Tokens const& asked) {
  return std::ranges::all_of(asked, [&](std::string const& word) {
    return std::ranges::any_of(text, [&](auto const& token) { return is_same_word(token, word); });
  });
}

/// "group session, P2K2" has two names, "P2K2 (Pertemuan ...)" as well.
std::vector<std::string> names_of(Term const& term) {
  std::vector<std::string> names;
  for (auto const& text : {term.term.en, term.term.id}) {
    std::size_t from = 0;
    while (from < text.size()) {
      auto const to = std::min(text.find_first_of(",()", from), text.size());
      auto const name = trimmed(std::string_view(text).substr(from, to - from));
      if (!name.empty()) names.emplace_back(name);
      from = to + 1;
    }
  }
  return names;
}

bool is_called(Term const& term, Tokens const& asked) {
  return std::ranges::any_of(
      names_of(term), [&](std::string const& name) { return holds_all(tokens_of(name), asked); });
}

bool speaks_of(ParameterLabel const& p, Tokens const& asked) {
  return std::ranges::any_of(
      std::array{Language::english, Language::indonesian}, [&](Language language) {
        return holds_all(tokens_of(p.path + " " + p.label.in(language) + " " + p.help.in(language)),
                         asked);
      });
}

void add_parameters(Tokens const& asked, std::vector<ParameterLabel const*>& found) {
  for (auto const& p : all_labels()) {
    bool const known = std::ranges::find(found, &p) != found.end();
    if (!known && speaks_of(p, asked)) found.push_back(&p);
  }
}

std::string in_words(Term const& term, Language language) {
  auto const other = language == Language::english ? Language::indonesian : Language::english;
  auto const& name = term.term.in(language);
  auto const& translated = term.term.in(other);
  return name + (name == translated ? "" : " [" + translated + "]") + ": " +
         term.meaning.in(language) + "\n";
}

std::string list_of_terms(Found const& found, Language language) {
  std::string text;
  for (auto const* const term : found.terms) text += in_words(*term, language);
  return text + (found.terms.empty() || found.parameters.empty() ? "" : "\n");
}

constexpr Text more("... and {} more; graduasi parameters --find lists all of them\n",
                    "... dan {} lagi; graduasi parameters --find menampilkan semuanya\n");

}  // namespace

Found found_by(std::string_view words) {
  auto const asked = tokens_of(words);
  Found found;
  if (asked.empty()) return found;
  for (auto const& term : glossary())
    if (is_called(term, asked)) found.terms.push_back(&term);
  add_parameters(asked, found.parameters);
  if (found.parameters.empty()) {
    for (auto const* const term : found.terms)
      for (auto const& name : names_of(*term)) add_parameters(tokens_of(name), found.parameters);
  }
  std::ranges::stable_sort(found.parameters, {}, &ParameterLabel::rank);
  return found;
}

std::string nearest_word(std::string_view word) {
  std::set<std::string> words;
  auto const add = [&](std::string_view text) {
    for (auto& token : tokens_of(text))
      if (token.size() > 3) words.insert(std::move(token));
  };
  for (auto const& term : glossary())
    for (auto const& name : names_of(term)) add(name);
  for (auto const& p : all_labels()) {
    add(p.label.en);
    add(p.label.id);
  }
  std::vector<std::string_view> const candidates(words.begin(), words.end());
  return std::string(closest(word, candidates));
}

std::string list_of_found(Found const& found, Language language, std::size_t max) {
  auto text = list_of_terms(found, language);
  auto const shown = std::min(max, found.parameters.size());
  std::size_t width = 0;
  for (std::size_t i = 0; i < shown; ++i) width = std::max(width, found.parameters[i]->path.size());
  for (std::size_t i = 0; i < shown; ++i) {
    auto const& p = *found.parameters[i];
    text += p.path + std::string(width + 2 - p.path.size(), ' ') + p.label.in(language) + "\n";
  }
  if (shown < found.parameters.size())
    text += filled(more.in(language), {std::to_string(found.parameters.size() - shown)});
  return text;
}

std::string list_with_help(Found const& found, Language language) {
  auto text = list_of_terms(found, language);
  for (auto const* const p : found.parameters)
    text += p->path + "  " + p->label.in(language) + "\n    " + p->help.in(language) + "\n";
  return text;
}

}  // namespace graduasi
