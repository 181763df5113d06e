#include "command/command_line.h"

#include "base/text.h"
#include "command/build_facts.h"
#include "command/command_table.h"
#include "command/streams.h"
#include "command/typed.h"

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <vector>

namespace graduasi {

namespace {

// Commands of later versions: who tries one is told that it will come.
constexpr auto later_commands = std::to_array<std::string_view>({"sensitivity", "trial"});

std::vector<std::string_view> names_of_commands() {
  std::vector<std::string_view> names;
  for (auto const& command : commands()) names.push_back(command.name);
  return names;
}

/// The arguments of a command, with room for what is typed.
struct Form {
  struct Field {
    Argument argument;
    RawArgument typed{};
  };
  Command const* command;
  std::vector<Field> fields{};
};

Form form_of(Command const& command) {
  Form form{.command = &command};
  for (auto const& operand : command.operands.arguments) form.fields.push_back({operand});
  for (auto const& flag : flags_of(command)) form.fields.push_back({flag});
  return form;
}

/// Nothing is required of CLI11, whose message would come before the one about an unknown flag.
void add_argument(CLI::App& app, Argument const& argument, RawArgument& typed) {
  std::string const names(argument.names), help(argument.help);
  auto* const option = argument.words == Words::none  ? app.add_flag(names, typed.is_on, help)
                       : argument.words == Words::one ? app.add_option(names, typed.word, help)
                                                      : app.add_option(names, typed.words, help);
  if (!argument.shown.empty()) option->type_name(std::string(argument.shown));
  if (!argument.heading.empty()) option->group(std::string(argument.heading));
  // The word after the value is the scenario.
  if (argument.words == Words::repeated || argument.words == Words::listed)
    option->allow_extra_args(false);
  if (argument.words == Words::listed) option->delimiter(',');
}

void add_command(CLI::App& app, Form& form) {
  auto& command =
      *app.add_subcommand(std::string(form.command->name), std::string(form.command->what));
  command.footer(std::string(form.command->examples));
  // Left to CLI11, the value of an unknown flag would be taken for the scenario.
  command.allow_extras();
  for (auto& [argument, typed] : form.fields) add_argument(command, argument, typed);
}

void refuse_unknown_command(int argc, char const* const* argv) {
  auto const names = names_of_commands();
  if (argc < 2)
    refuse("graduasi", "a command is missing: " + joined(names) + "; see graduasi --help");
  std::string_view const word = argv[1];
  constexpr auto flags = std::to_array<std::string_view>({"--help", "-h", "--version"});
  if (word.starts_with('-')) {
    if (std::ranges::find(flags, word) != flags.end()) return;
    refuse("graduasi",
           fmt::format("{} comes before any command; flags follow it, as in graduasi run "
                       "SCENARIO {}",
                       word, word));
  }
  if (find_command(word) != nullptr) return;
  if (std::ranges::find(later_commands, word) != later_commands.end()) {
    refuse("graduasi",
           fmt::format("{} is not there yet; this version has {}", word, joined(names)));
  }
  auto help = did_you_mean(word, names);
  if (help.empty()) help = "; there are " + joined(names);
  refuse("graduasi", fmt::format("{} is not a command{}", word, help));
}

std::vector<std::string> names_of_flags(CLI::App const& command) {
  std::vector<std::string> flags = {"--help"};
  for (auto const* const option : command.get_options()) {
    for (auto const& name : option->get_lnames()) flags.push_back("--" + name);
  }
  return flags;
}

void refuse_extras(CLI::App const& command, std::string const& place) {
  auto const extras = command.remaining();
  for (auto const& extra : extras) {
    if (!extra.starts_with('-') || extra == "-") continue;
    auto const flags = names_of_flags(command);
    std::vector<std::string_view> const views(flags.begin(), flags.end());
    auto const flag = extra.substr(0, extra.find('='));
    refuse(place, fmt::format("{} is not a flag of {}{}", flag, command.get_name(),
                              did_you_mean(flag, views)));
  }
  if (!extras.empty())
    refuse(place, fmt::format("unexpected argument {}; see {} --help", extras.front(), place));
}

/// An empty word is a variable of a script that was not set: to go on without it is not what was
/// meant.
void refuse_empty_words(CLI::App const& command, std::string const& place) {
  for (auto const* const option : command.get_options()) {
    auto const& words = option->results();
    if (std::ranges::none_of(words, [](std::string const& word) { return word.empty(); })) continue;
    auto const is_flag = !option->get_lnames().empty();
    refuse(place, fmt::format("{}{} is empty; give it a value, or leave it out",
                              is_flag ? "--" : "", option->get_single_name()));
  }
}

/// The size that is typed, for the block of an analysis too.
std::vector<std::string> block_settings(Form const& form) {
  std::vector<std::string> settings;
  auto const block = form.command->block;
  if (block.empty()) return settings;
  for (auto const& [argument, typed] : form.fields) {
    if (argument.key_of_block.empty() || typed.word.empty()) continue;
    settings.push_back(fmt::format("{}.{}={}", block, argument.key_of_block, typed.word));
  }
  return settings;
}

/// @throws ScenarioError for a word that is not a choice, not a number or not there yet
Request request_of(Form const& form) {
  Request request;
  request.command = form.command->name;
  for (auto const& [argument, typed] : form.fields) {
    if (typed.count() == 0) continue;
    if (!argument.path.empty())
      request.settings.push_back(fmt::format("{}={}", argument.path, typed.word));
    if (argument.take != nullptr) argument.take(request, typed);
  }
  for (auto& setting : block_settings(form)) request.settings.push_back(std::move(setting));
  take_text(request);
  if (request.resume && request.force)
    refuse("--resume", "goes on with what the folder holds, and --force begins anew; give one");
  return request;
}

void refuse_missing_operands(Form const& form, std::string const& place) {
  std::size_t count = 0;
  for (auto const& [argument, typed] : form.fields) {
    if (!argument.is_flag()) count += typed.count();
  }
  auto const& needs = form.command->operands;
  if (count < needs.min)
    refuse(place, fmt::format("{}, as in {} {}", needs.missing, place, needs.example));
}

/// Help and version are printed; anything else is refused.
Request answer_to(CLI::App const& app, CLI::ParseError const& error, std::string const& place) {
  std::ostringstream out, complaint;
  if (app.exit(error, out, complaint) == 0) {
    auto const text = out.str();
    answer("{}{}", text, text.ends_with('\n') ? "" : "\n");
    return {};
  }
  refuse(place, std::string(error.what()) + "; see " + place + " --help");
}

}  // namespace

Request read_command_line(int argc, char const* const* argv) {
  refuse_unknown_command(argc, argv);
  CLI::App app(std::string(program_purpose), "graduasi");
  app.footer(std::string(program_examples));
  app.set_version_flag("--version",
                       fmt::format("graduasi {} ({})", program_version(), program_commit()));
  app.require_subcommand(1);
  std::vector<Form> forms;
  for (auto const& command : commands()) forms.push_back(form_of(command));
  for (auto& form : forms) add_command(app, form);

  bool const has_command = std::string_view(argv[1]).find('-') != 0;
  auto const place = has_command ? fmt::format("graduasi {}", argv[1]) : std::string("graduasi");
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return answer_to(app, error, place);
  }
  auto const& command = *app.get_subcommands().front();
  refuse_extras(command, place);
  refuse_empty_words(command, place);
  auto const& form = *std::ranges::find(forms, find_command(command.get_name()), &Form::command);
  auto request = request_of(form);
  refuse_missing_operands(form, place);
  return request;
}

}  // namespace graduasi
