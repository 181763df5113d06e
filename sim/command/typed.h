// What is typed for an argument of a command, and what it does to the request.
#pragma once

#include "command/request.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// The words typed for one argument; of its three members the one that its kind of value fills.
struct RawArgument {
  bool is_on = false;              ///< of a flag without a value
  std::string word;                ///< of an argument with one value
  std::vector<std::string> words;  ///< of an argument with several

  /// How many words there are; a flag without a value counts as one.
  std::size_t count() const { return (is_on || !word.empty() ? 1 : 0) + words.size(); }
};

/// Enters what is typed into the request.
/// @throws ScenarioError for a word that is not a choice, not a number or not possible
using Take = void (*)(Request&, RawArgument const&);

template <bool Request::*field>
void switch_on(Request& request, RawArgument const&) {
  request.*field = true;
}

template <bool Request::*field>
void switch_off(Request& request, RawArgument const&) {
  request.*field = false;
}

template <auto field>
void take_word(Request& request, RawArgument const& typed) {
  request.*field = typed.word;
}

void take_result(Request& request, RawArgument const& typed);
void take_results(Request& request, RawArgument const& typed);
void take_new_name(Request& request, RawArgument const& typed);
/// Reads the text of a scenario that is called -, if it is one.
/// @throws ScenarioError where nothing says which file it stands for
void take_text(Request& request);
void take_settings(Request& request, RawArgument const& typed);
void take_varied(Request& request, RawArgument const& typed);
void take_max_replicates(Request& request, RawArgument const& typed);
void take_size(Request& request, RawArgument const& typed);
void take_seed(Request& request, RawArgument const& typed);
void take_port(Request& request, RawArgument const& typed);
void take_shard(Request& request, RawArgument const& typed);
void take_formats(Request& request, RawArgument const& typed);
void take_jobs(Request& request, RawArgument const& typed);
void take_memory_limit(Request& request, RawArgument const& typed);
void take_instructions(Request& request, RawArgument const& typed);
void take_progress(Request& request, RawArgument const& typed);
void take_measures(Request& request, RawArgument const& typed);
void take_policies(Request& request, RawArgument const& typed);
void take_month(Request& request, RawArgument const& typed);
void take_split(Request& request, RawArgument const& typed);
void take_last(Request& request, RawArgument const& typed);
void take_wide(Request& request, RawArgument const& typed);
void take_color(Request& request, RawArgument const& typed);
void take_language(Request& request, RawArgument const& typed);

/// @throws ScenarioError with this one problem
[[noreturn]] void refuse(std::string const& place, std::string text);

/// "; did you mean X?" with the nearest candidate, or empty.
std::string did_you_mean(std::string_view word, std::span<std::string_view const> candidates);

}  // namespace graduasi
