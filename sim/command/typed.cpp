#include "command/typed.h"

#include "base/errors.h"
#include "base/text.h"
#include "command/word_lists.h"
#include "experiment/threads.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iostream>

namespace graduasi {

void refuse(std::string const& place, std::string text) {
  throw ScenarioError({{place, std::move(text)}});
}

std::string did_you_mean(std::string_view word, std::span<std::string_view const> candidates) {
  auto const near = closest(word, candidates);
  return near.empty() ? std::string() : fmt::format("; did you mean {}?", near);
}

namespace {

void refuse_unless_known(std::string const& word, std::span<std::string_view const> known,
                         std::string const& flag, std::string_view what) {
  if (std::ranges::find(known, word) != known.end()) return;
  refuse(flag, fmt::format("{} is not a {}; there are {}{}", word, what, joined(known),
                           did_you_mean(word, known)));
}

/// The choice of that name.
template <class Choice, std::size_t count>
Choice chosen(std::string const& word, NamedChoices<Choice, count> const& choices,
              std::string const& flag) {
  refuse_unless_known(word, words_of(choices), flag, "choice");
  return std::ranges::find(choices, word, &std::pair<std::string_view, Choice>::first)->second;
}

/// A whole number in [0, max], in digits only.
std::uint64_t whole_number(std::string_view text, std::uint64_t max, std::string const& flag,
                           std::string_view expected) {
  std::uint64_t number = 0;
  auto const* const end = text.data() + text.size();
  auto const [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || number > max) {
    refuse(flag, fmt::format("{} is not {}", text.empty() ? "nothing" : text, expected));
  }
  return number;
}

/// "8G" in bytes.
std::uint64_t bytes_of(std::string_view text) {
  if (text.empty()) return 0;
  constexpr std::string_view units = "KMGT";
  constexpr std::string_view expected = "a size such as 800M or 8G";
  auto const unit = units.find(text.back());
  int const shift = unit == std::string_view::npos ? 0 : 10 * (static_cast<int>(unit) + 1);
  if (shift > 0) text.remove_suffix(1);
  auto const max = std::uint64_t{1} << (63 - shift);
  return whole_number(text, max, "--memory-limit", expected) << shift;
}

/// The number that a text is, as a part of A:B:STEP.
double bound_of(std::string_view text, std::string const& vary) {
  double value = 0;
  auto const* const end = text.data() + text.size();
  auto const [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value))
    refuse("--vary", fmt::format("{} is not A:B:STEP: {} is not a number", vary,
                                 text.empty() ? std::string_view("nothing") : text));
  return value;
}

/// "100, 150, 200" of "100:200:50".
std::string values_between(std::string_view range, std::string const& vary) {
  auto const parts = split(range, ':');
  if (parts.size() != 3)
    refuse("--vary",
           vary + " is not A:B:STEP; write the first, the last and the step, as in 100:400:50");
  double const from = bound_of(parts[0], vary), to = bound_of(parts[1], vary),
               step = bound_of(parts[2], vary);
  constexpr double max_values = 10000;
  double const steps = step != 0 ? (to - from) / step : -1;
  if (!(steps >= 0)) {
    refuse("--vary", vary + " has no values: the step does not lead from the first to the last");
  }
  if (steps >= max_values) {
    refuse("--vary", fmt::format("{} has {} values; at most 10,000 are possible", vary,
                                 seven_digits(steps + 1)));
  }
  // Rounding must not lose the last value.
  auto const whole = static_cast<int>(steps + 0.5);
  if (std::abs(steps - whole) > 1e-6) {
    refuse("--vary",
           fmt::format("{} does not reach {}: steps of {} end at {}", vary, seven_digits(to),
                       seven_digits(step), seven_digits(from + std::floor(steps) * step)));
  }
  std::string values;
  for (int i = 0; i <= whole; ++i) values += (i == 0 ? "" : ", ") + seven_digits(from + i * step);
  return values;
}

/// "sweep.PATH=[...]" of "PATH=V1,V2" or "PATH=A:B:STEP".
std::string sweep_setting(std::string const& vary) {
  auto const equals = vary.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == vary.size()) {
    refuse("--vary", vary +
                         " is not PATH=VALUES, as in "
                         "policy.caseload.households_per_facilitator=100:400:50");
  }
  auto const path = vary.substr(0, equals), values = vary.substr(equals + 1);
  bool const is_range = values.find(':') != std::string::npos;
  return fmt::format("sweep.{}=[{}]", path, is_range ? values_between(values, vary) : values);
}

bool asks_for(std::vector<std::string> const& formats, std::string_view format) {
  return std::ranges::find(formats, format) != formats.end();
}

}  // namespace

void take_result(Request& request, RawArgument const& typed) { request.results = {typed.word}; }

void take_results(Request& request, RawArgument const& typed) {
  request.results.assign(typed.words.begin(), typed.words.end());
}

void take_new_name(Request& request, RawArgument const& typed) {
  request.name = typed.word;
  if (!typed.word.ends_with(".yaml")) request.name += ".yaml";
}

void take_settings(Request& request, RawArgument const& typed) {
  // Flags of their own are laid over them, so they come first.
  request.settings.insert(request.settings.begin(), typed.words.begin(), typed.words.end());
}

void take_varied(Request& request, RawArgument const& typed) {
  for (auto const& vary : typed.words) request.settings.push_back(sweep_setting(vary));
}

void take_max_replicates(Request& request, RawArgument const& typed) {
  constexpr std::uint64_t max = 10000;
  request.max_replicates =
      whole_number(typed.word, max, "--at-most", "a whole number in [0, 10000]");
}

void take_shard(Request& request, RawArgument const& typed) {
  request.shard = shard_named(typed.word);
  if (!request.shard)
    refuse("--shard", fmt::format("{} is not a part of a whole; give K/N, two whole numbers with 1 "
                                  "<= K <= N <= 10000, as in 3/16",
                                  typed.word));
}

void take_formats(Request& request, RawArgument const& typed) {
  for (auto const& format : typed.words)
    refuse_unless_known(format, format_words, "--format", "format");
  request.csv_full = asks_for(typed.words, "csv-full");
  request.xlsx = asks_for(typed.words, "xlsx");
  request.xlsx_full = asks_for(typed.words, "xlsx-full");
}

void take_text(Request& request) {
  if (request.scenario != "-") {
    if (!request.as.empty())
      refuse("--as", "says which file a scenario on stdin stands for; give - as SCENARIO");
    return;
  }
  if (request.as.empty())
    refuse("-", "a scenario on stdin stands for a file; name it with --as, as in --as mine.yaml");
  request.scenario = request.as;
  // One byte more than the reader takes, so that it says what is wrong with a longer one.
  constexpr std::size_t most = (std::size_t{1} << 20) + 1;
  auto& text = request.text.emplace(most, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(most));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
}

void take_jobs(Request& request, RawArgument const& typed) {
  constexpr std::uint64_t max = max_threads;
  request.jobs =
      static_cast<int>(whole_number(typed.word, max, "--jobs", "a whole number in [0, 4096]"));
}

void take_size(Request& request, RawArgument const& typed) {
  refuse_unless_known(typed.word, size_words, "--size", "size");
  request.size = typed.word;
}

void take_seed(Request& request, RawArgument const& typed) {
  constexpr std::uint64_t max = 0xffffffff;
  request.seed = static_cast<std::uint32_t>(
      whole_number(typed.word, max, "--seed", "a whole number from 0 to 4294967295"));
}

void take_port(Request& request, RawArgument const& typed) {
  request.port =
      static_cast<int>(whole_number(typed.word, 65535, "--port", "a whole number in [0, 65535]"));
}

void take_memory_limit(Request& request, RawArgument const& typed) {
  request.memory_limit = bytes_of(typed.word);
}

void take_instructions(Request& request, RawArgument const& typed) {
  request.instructions = chosen(typed.word, instruction_sets, "--isa");
}

void take_progress(Request& request, RawArgument const& typed) {
  request.progress = chosen(typed.word, progresses, "--progress");
}

void take_measures(Request& request, RawArgument const& typed) {
  request.shown.measures = typed.words;
}

void take_policies(Request& request, RawArgument const& typed) {
  request.shown.policies = typed.words;
}

void take_month(Request& request, RawArgument const& typed) {
  request.shown.month =
      static_cast<int>(whole_number(typed.word, 600, "--month", "a whole number in [0, 600]"));
}

void take_split(Request& request, RawArgument const& typed) { request.shown.split = typed.word; }

void take_last(Request& request, RawArgument const&) { request.shown.last = true; }

void take_wide(Request& request, RawArgument const&) { request.shown.wide = true; }

void take_color(Request& request, RawArgument const& typed) {
  request.color = chosen(typed.word, whens, "--color");
}

void take_language(Request& request, RawArgument const& typed) {
  refuse_unless_known(typed.word, language_words, "--lang", "choice");
  request.language = language_called(typed.word);
}

}  // namespace graduasi
