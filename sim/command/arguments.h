// The arguments of commands: operands, which are known by their position, and flags. Each is one
// row, with what the help says of it and what it does to the request.
#pragma once

#include "command/typed.h"
#include "command/word_lists.h"

#include <array>
#include <span>
#include <string_view>

namespace graduasi {

/// How many words an argument takes.
enum class Words {
  one,
  none,      ///< a flag that is there or not
  in_a_row,  ///< all operands that follow
  repeated,  ///< one each time the flag is given
  listed     ///< the same, or several with commas between them
};

/// What the word of an argument names, for a shell that completes it.
enum class Naming {
  none,      ///< a number, a path of the scenario, a file that is to be written
  scenario,  ///< a file that ends in .yaml
  folder
};

struct Argument {
  std::string_view names;    ///< "-o,--output"; an operand has no dash: "SCENARIO"
  std::string_view heading;  ///< of the help, below which it is listed; empty: "Options"
  std::string_view shown;    ///< what the help shows for its value; empty: what it is by itself
  std::string_view help;
  Take take;  ///< none: it sets `path`
  Words words = Words::one;
  std::string_view path = {};  ///< of the scenario that it sets, as --set does
  /// What it sets in the block of an analysis as well: what is typed is meant, also beyond the
  /// usual size of many runs.
  std::string_view key_of_block = {};
  Naming naming = Naming::none;
  std::span<std::string_view const> choices = {};  ///< all words that it takes; empty: any

  bool is_flag() const { return names.starts_with('-'); }
};

/// The same argument, whose word names one of these.
consteval Argument naming(Naming what, Argument argument) {
  argument.naming = what;
  return argument;
}

/// The same argument, which takes these words alone.
consteval Argument one_of(std::span<std::string_view const> words, Argument argument) {
  argument.choices = words;
  return argument;
}

// Operands.

inline constexpr auto scenario_operand = std::array{naming(
    Naming::scenario, {"SCENARIO", "", "", "scenario file (YAML)", take_word<&Request::scenario>})};

inline constexpr auto two_scenarios_operands = std::array{
    naming(Naming::scenario, {"A", "", "", "scenario file (YAML)", take_word<&Request::scenario>}),
    naming(Naming::scenario,
           {"B", "", "", "scenario file that it is compared with", take_word<&Request::other>})};

inline constexpr auto trials_operand = std::array{naming(
    Naming::scenario,
    {"FOLDER", "", "",
     "folder of experiments, or one file; default scenarios/evidence, or that of the program",
     take_word<&Request::scenario>})};

inline constexpr auto targets_operand =
    std::array{naming(Naming::scenario, {"TARGETS", "", "", "file of targets (YAML)",
                                         take_word<&Request::scenario>})};

inline constexpr auto path_operand = std::to_array<Argument>(
    {{"PATH", "", "",
      "a parameter, a group of them, a word of the programme, or the code of a source",
      take_word<&Request::path>}});

inline constexpr auto find_flag = std::to_array<Argument>(
    {{"--find", "", "WORDS", "only parameters that speak of this, in English or Indonesian",
      take_word<&Request::find>}});

inline constexpr auto new_name_operand = std::to_array<Argument>(
    {{"NAME", "", "", "name of the file, .yaml is added; default scenario", take_new_name}});

inline constexpr auto result_operand =
    std::array{naming(Naming::folder, {"RESULT", "", "", "result folder", take_result})};

inline constexpr auto shards_operand =
    std::array{naming(Naming::folder, {"FOLDER", "", "", "all shards of one run, in any order",
                                       take_results, Words::in_a_row})};

inline constexpr auto results_operand = std::array{
    naming(Naming::folder, {"RESULT", "", "", "result folders; the first one is the baseline",
                            take_results, Words::in_a_row})};

// Flags of the scenario.

consteval Argument size_flag(std::string_view name, std::string_view help, std::string_view path,
                             std::string_view key_of_block = {}) {
  return {name, "Scenario", "N", help, nullptr, Words::one, path, key_of_block};
}

inline constexpr auto scenario_flags = std::to_array<Argument>(
    {size_flag("--seed", "key of all chance (run.seed)", "run.seed"),
     size_flag("--replicates", "repetitions within each parameter draw (run.replicates)",
               "run.replicates", "replicates"),
     size_flag("--draws", "draws of the uncertain parameters (run.parameter_draws)",
               "run.parameter_draws"),
     size_flag("--months", "length of the run (run.months)", "run.months"),
     size_flag("--households", "simulated families (population.households)",
               "population.households", "households"),
     {"--set", "Scenario", "PATH=VALUE",
      "one value, as in policy.caseload.households_per_facilitator=150; repeatable", take_settings,
      Words::repeated}});

inline constexpr auto draws_from_flag =
    std::to_array<Argument>({{"--draws-from", "Scenario", "SOURCE",
                              "where draws come from: prior (usual), posterior, or a file such as "
                              "the draws.csv of a result",
                              take_word<&Request::draws_from>}});

inline constexpr auto as_flag = std::array{
    naming(Naming::scenario,
           {"--as", "Scenario", "FILE",
            "with - for SCENARIO, which is read from stdin: the file that it stands for, beside "
            "which other files are looked for",
            take_word<&Request::as>})};

inline constexpr auto vary_flag = std::to_array<Argument>(
    {{"--vary", "Scenario", "PATH=VALUES",
      "values to run: PATH=V1,V2,... or PATH=A:B:STEP, B included; repeatable", take_varied,
      Words::repeated}});

inline constexpr auto until_flags = std::to_array<Argument>(
    {{"--until", "Scenario", "FIGURE",
      "add replicates until every difference to the baseline has this 95 % half width, as in "
      "\"self_reliant@120 +- 0.1pp\"",
      take_word<&Request::until>},
     {"--at-most", "Scenario", "N", "replicates that --until may take; 1000",
      take_max_replicates}});

inline constexpr auto strict_flag =
    std::to_array<Argument>({{"--strict", "Scenario", "", "a warning is an error",
                              switch_on<&Request::strict>, Words::none}});

// Flags of what is written. The folder or file, and what --force does to it, is another one for
// each command.

consteval Argument output_flag(std::string_view heading, std::string_view shown,
                               std::string_view help) {
  auto const what = shown == "DIR" ? Naming::folder : Naming::none;
  return naming(what, {"-o,--output", heading, shown, help, take_word<&Request::output>});
}

consteval Argument force_flag(std::string_view heading, std::string_view help) {
  return {"--force", heading, "", help, switch_on<&Request::force>, Words::none};
}

/// Of a command that writes a result folder.
/// @param help  says which one
consteval std::array<Argument, 2> result_folder_flags(std::string_view help) {
  return {output_flag("Results", "DIR", help),
          force_flag("Results", "write into a folder that holds results")};
}

consteval Argument dry_run_flag(std::string_view help) {
  return {"--dry-run", "Results", "", help, switch_on<&Request::dry_run>, Words::none};
}

inline constexpr auto no_report_flag =
    std::to_array<Argument>({{"--no-report", "Results", "", "do not write report.html",
                              switch_off<&Request::report>, Words::none}});

inline constexpr Argument format_flag =
    one_of(format_words, {"--format", "Results", "LIST",
                          "csv and sqlite (always), csv-full (every replicate too), "
                          "xlsx (a workbook of the results too), xlsx-full (one of every row)",
                          take_formats, Words::listed});

inline constexpr auto run_results_flags = std::to_array<Argument>(
    {output_flag("Results", "DIR", "result folder; default results/<scenario name>"),
     force_flag("Results", "write into a folder that holds results"),
     {"--resume", "Results", "", "go on with an interrupted run, or with more replicates",
      switch_on<&Request::resume>, Words::none},
     {"--shard", "Results", "K/N", "run part K of N only, for graduasi merge", take_shard},
     format_flag,
     {"--for-whom", "Results", "",
      "say what policies bring by welfare fifth and by the sex of the head too (adds both to "
      "output.strata)",
      switch_on<&Request::for_whom>, Words::none},
     no_report_flag.front(),
     dry_run_flag("say what would be run and written, run nothing"),
     {"--trace", "Results", "FAMILY",
      "tell the months of one family instead, under the first two policies: its number, or the "
      "first that is ready, premature or missed; --json has all policies",
      take_word<&Request::trace>}});

inline constexpr auto results_folder_operand =
    std::array{naming(Naming::folder, {"RESULTS", "", "", "folder of results; default results",
                                       take_word<&Request::output>})};

inline constexpr auto calibration_flags = std::to_array<Argument>(
    {one_of(size_words,
            {"--size", "", "NAME", "full (an hour or more) or small (minutes, to try things out)",
             take_size}),
     {"--seed", "", "N", "key of all chance; default 1", take_seed},
     {"--resume", "", "", "go on with an interrupted calibration", switch_on<&Request::resume>,
      Words::none}});

inline constexpr auto server_flags = std::to_array<Argument>(
    {{"--port", "", "N", "port to listen at; default 0, any that is free", take_port},
     {"--no-browser", "", "", "print the address and open nothing", switch_off<&Request::browser>,
      Words::none}});

inline constexpr auto shown_flags = std::to_array<Argument>(
    {{"--measure", "Figures", "NAME",
      "a measure of codebook.csv, or several with commas between them; default the main ones",
      take_measures, Words::listed},
     {"--policy", "Figures", "NAME", "this policy only; repeatable", take_policies,
      Words::repeated},
     {"--month", "Figures", "N",
      "this month only, 0 being the state before the first; default the last of every year",
      take_month},
     {"--last", "Figures", "", "the last month only", take_last, Words::none},
     {"--split", "Figures", "NAME",
      "the groups of this split, such as area, in place of the whole programme", take_split},
     {"--wide", "Figures", "", "policies beside each other, as means", take_wide, Words::none}});

// Flags of the machine and of the screen.

inline constexpr auto machine_flags = std::to_array<Argument>(
    {{"-j,--jobs", "Machine", "N", "threads, of each process; 0 = all cores", take_jobs},
     {"--memory-limit", "Machine", "SIZE", "most memory to use, such as 8G, of each process",
      take_memory_limit},
     one_of(instruction_words,
            {"--isa", "Machine", "NAME", "instructions: auto, v2, v3 or v4; the result is the same",
             take_instructions})});

inline constexpr auto json_flag =
    std::to_array<Argument>({{"--json", "Screen", "", "one JSON document on stdout",
                              switch_on<&Request::json>, Words::none}});

inline constexpr auto csv_flag = std::to_array<Argument>(
    {{"--csv", "Screen", "", "the table as CSV on stdout", switch_on<&Request::csv>, Words::none}});

inline constexpr auto color_flag = std::array{
    one_of(when_words, {"--color", "Screen", "WHEN", "auto, always or never", take_color})};

inline constexpr auto language_flag = std::array{
    one_of(language_words, {"--lang", "Screen", "NAME",
                            "language of labels, tables and the report: en or id", take_language})};

inline constexpr auto screen_flags = std::to_array<Argument>(
    {json_flag.front(),
     {"--quiet", "Screen", "", "nothing but results and errors", switch_on<&Request::quiet>,
      Words::none},
     one_of(progress_words,
            {"--progress", "Screen", "WHEN",
             "auto, always or never; percent: a line for every percent, for other programs",
             take_progress}),
     color_flag.front(),
     language_flag.front()});

}  // namespace graduasi
