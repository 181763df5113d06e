// The words that an argument takes where only a few are possible: what is read, what a message
// lists and what a shell completes.
#pragma once

#include "base/language.h"
#include "command/request.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace graduasi {

template <class Choice, std::size_t count>
using NamedChoices = std::array<std::pair<std::string_view, Choice>, count>;

inline constexpr NamedChoices<Request::When, 3> whens = {{{"auto", Request::When::automatic},
                                                          {"always", Request::When::always},
                                                          {"never", Request::When::never}}};

inline constexpr NamedChoices<Request::Progress, 4> progresses = {
    {{"auto", Request::Progress::automatic},
     {"always", Request::Progress::always},
     {"never", Request::Progress::never},
     {"percent", Request::Progress::percent}}};

inline constexpr NamedChoices<Request::Instructions, 4> instruction_sets = {
    {{"auto", Request::Instructions::automatic},
     {"v2", Request::Instructions::v2},
     {"v3", Request::Instructions::v3},
     {"v4", Request::Instructions::v4}}};

/// Without what they stand for.
template <class Choice, std::size_t count>
constexpr std::array<std::string_view, count> words_of(NamedChoices<Choice, count> const& choices) {
  std::array<std::string_view, count> words{};
  for (std::size_t i = 0; i < count; ++i) words[i] = choices[i].first;
  return words;
}

inline constexpr auto when_words = words_of(whens);
inline constexpr auto progress_words = words_of(progresses);
inline constexpr auto instruction_words = words_of(instruction_sets);
inline constexpr auto language_words = language_codes;
inline constexpr auto size_words = std::to_array<std::string_view>({"full", "small"});
inline constexpr auto format_words =
    std::to_array<std::string_view>({"csv", "csv-full", "sqlite", "xlsx", "xlsx-full"});

}  // namespace graduasi
