#include "command/problem_list.h"

#include "base/characters.h"
#include "output/translation.h"
#include "scenario/blocks/top_keys.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace graduasi {

namespace {

/// The number behind the last colon, which is taken off.
std::optional<int> taken_number(std::string_view& text) {
  auto const colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  auto const digits = text.substr(colon + 1);
  int number = 0;
  auto const* const end = digits.data() + digits.size();
  auto const [stop, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  text.remove_suffix(digits.size() + 1);
  return number;
}

/// A message about a parameter or a section begins with its path.
Json path_in(std::string_view message) {
  auto const word = message.substr(0, message.find(' '));
  auto const root = word.substr(0, word.find_first_of(".["));
  bool const is_known = root == "policy" || std::ranges::count(scenario_sections(), root) > 0;
  return is_known ? Json(word) : Json();
}

Json problem_json(Problem const& problem, Language language) {
  std::string_view file = problem.place;
  auto const last = taken_number(file);
  auto const before = last ? taken_number(file) : std::nullopt;
  return Json::Members{{"place", problem.place},
                       {"file", last ? Json(file) : Json()},
                       {"line", or_null(before ? before : last)},
                       {"column", or_null(before ? last : before)},
                       {"path", path_in(problem.text)},
                       {"message", translated(problem.text, language)}};
}

constexpr Text and_more("... and {} more\n", "... dan {} lagi\n");
constexpr Text one_problem("{} problem; nothing was run\n",
                           "{} masalah; tidak ada yang dijalankan\n");
constexpr Text so_many_problems("{} problems; nothing was run\n",
                                "{} masalah; tidak ada yang dijalankan\n");

}  // namespace

std::string problem_list(std::vector<Problem> const& problems, Language language) {
  constexpr std::size_t max = 100;
  std::string lines;
  for (std::size_t i = 0; i < std::min(problems.size(), max); ++i) {
    auto const& [place, text] = problems[i];
    lines += printable(place) + (place.empty() ? "" : ": ") +
             printable(translated(text, language)) + "\n";
  }
  if (problems.size() > max)
    lines += filled(and_more.in(language), {std::to_string(problems.size() - max)});
  auto const& last = problems.size() == 1 ? one_problem : so_many_problems;
  return lines + filled(last.in(language), {std::to_string(problems.size())});
}

Json problems_json(std::vector<Problem> const& problems, Language language) {
  return list_of(problems, [&](Problem const& problem) { return problem_json(problem, language); });
}

}  // namespace graduasi
