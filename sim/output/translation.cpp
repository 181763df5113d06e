#include "output/translation.h"

#include "base/text.h"
#include "output/message_rows.h"
#include "output/message_rows_of_files.h"

#include <algorithm>
#include <optional>
#include <span>

namespace graduasi {

namespace {

constexpr std::string_view place = "{}";
constexpr std::string_view between = "; ";  ///< two clauses

using Parts = std::vector<std::string_view>;

/// What is filled in where the text has the form, shortest parts first.
std::optional<Parts> parts_of(std::string_view text, std::string_view form) {
  auto const at = form.find(place);
  if (at == form.npos) return text == form ? std::optional<Parts>(Parts{}) : std::nullopt;
  if (!text.starts_with(form.substr(0, at))) return std::nullopt;
  text.remove_prefix(at);
  form.remove_prefix(at + place.size());
  // Nothing is filled with an empty part.
  for (std::size_t length = 1; length <= text.size(); ++length) {
    auto rest = parts_of(text.substr(length), form);
    if (!rest) continue;
    rest->insert(rest->begin(), text.substr(0, length));
    return rest;
  }
  return std::nullopt;
}

/// How much of a form is fixed: of several that fit, the one with most says most.
std::size_t letters_in(std::string_view form) {
  std::size_t places = 0;
  for (auto at = form.find(place); at != form.npos; at = form.find(place, at + place.size()))
    ++places;
  return form.size() - places * place.size();
}

/// Whether it can be a value or a path: what begins so, and what has no blanks.
bool is_no_sentence(std::string_view part) {
  constexpr std::string_view beginnings = "0123456789+-.\"[{(";
  bool const begins_so = part.starts_with("Rp") || beginnings.find(part.front()) != part.npos;
  if (part.find(' ') == part.npos || begins_so) return true;
  auto const word = part.substr(0, part.find(' '));
  return word.find_first_of(".[") != word.npos;
}

std::string part_in(std::string_view part, Language language);

/// A row of hardly any letters fits sentences of all kinds.
bool is_meant(std::string_view form, Parts const& parts) {
  constexpr std::size_t hardly_any = 4;
  return letters_in(form) > hardly_any || std::ranges::all_of(parts, [](std::string_view part) {
           return is_no_sentence(part) || part_in(part, Language::indonesian) != part;
         });
}

struct Fit {
  Text row;
  Parts parts;
};

std::optional<Fit> fit_of(std::string_view clause) {
  std::optional<Fit> best;
  auto const look = [&](std::span<Text const> rows) {
    for (auto const& row : rows) {
      auto const form = row.in(Language::english);
      if (best && letters_in(form) <= letters_in(best->row.in(Language::english))) continue;
      auto parts = parts_of(clause, form);
      if (parts && is_meant(form, *parts)) best = Fit{row, std::move(*parts)};
    }
  };
  look(messages_of_values);
  look(messages_of_files);
  return best;
}

/// "a, b and c" of words without blanks is a list that the program made.
std::string list_in(std::string_view text, Language language) {
  constexpr Text last(" and ", " dan ");
  auto const at = text.rfind(last.in(Language::english));
  auto whole = std::string(text);
  if (at == text.npos) return whole;
  auto const words = split(text.substr(0, at), ',');
  auto const is_word = [](std::string_view word) {
    return trimmed(word).find_first_of(" \"") == word.npos;
  };
  auto const rest = text.substr(at + last.in(Language::english).size());
  if (!std::ranges::all_of(words, is_word) || !is_word(rest)) return whole;
  return whole.replace(at, last.in(Language::english).size(), last.in(language));
}

std::optional<std::string> clause_in(std::string_view clause, Language language) {
  auto const fit = fit_of(clause);
  if (!fit) return std::nullopt;
  auto text = std::string(fit->row.in(language));
  std::size_t at = 0;
  for (auto const part : fit->parts) {
    at = text.find(place, at);
    auto const said = part_in(part, language);
    text.replace(at, place.size(), said);
    at += said.size();
  }
  return text;
}

/// What is filled in may itself be in words, as "an empty list" is.
std::string part_in(std::string_view part, Language language) {
  // A path or a number has no words.
  bool const has_words = part.find(' ') != part.npos || part == "empty" || part == "nothing";
  if (!has_words || part.starts_with('"')) return std::string(part);
  if (auto said = clause_in(part, language)) return *said;
  return list_in(part, language);
}

}  // namespace

std::string translated(std::string_view message, Language language) {
  if (language == Language::english || !is_translated(message)) return std::string(message);
  std::string whole;
  for (std::size_t at = 0; at <= message.size();) {
    auto const end = std::min(message.find(between, at), message.size());
    auto const clause = message.substr(at, end - at);
    if (at > 0) whole += between;
    whole += *clause_in(clause, language);
    at = end + between.size();
  }
  return whole;
}

std::vector<Problem> translated(std::vector<Problem> problems, Language language) {
  for (auto& problem : problems) problem.text = translated(problem.text, language);
  return problems;
}

bool is_translated(std::string_view message) {
  for (std::size_t at = 0; at <= message.size();) {
    auto const end = std::min(message.find(between, at), message.size());
    if (!fit_of(message.substr(at, end - at))) return false;
    at = end + between.size();
  }
  return true;
}

}  // namespace graduasi
