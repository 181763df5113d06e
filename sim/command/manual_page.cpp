#include "command/manual_page.h"

#include "base/text.h"
#include "command/build_facts.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace graduasi {

namespace {

constexpr auto codes = std::to_array<ExitCode>({
    {0, "done"},
    {1, "the scenario or the command line is wrong"},
    {2,
     "the surroundings failed: a file, a disk, a lock, a stdout that is full or closed (the "
     "results are whole then, the answer on stdout is not)"},
    {3, "a bug of ours"},
    {4, "a rerun or a finding differs"},
    {130, "interrupted; what was finished is kept"},
});

/// A text of ours as roff prints it: it would take a backslash for the beginning of a command, a
/// full stop at the start of a line for a request, and quotes and dashes for those of a book.
std::string for_roff(std::string_view text) {
  constexpr auto escapes = std::to_array<std::pair<char, std::string_view>>({{'\\', "\\e"},
                                                                             {'-', "\\-"},
                                                                             {'\'', "\\(aq"},
                                                                             {'`', "\\(ga"},
                                                                             {'^', "\\(ha"},
                                                                             {'~', "\\(ti"}});
  std::string roff;
  for (char const c : text) {
    if (c == '.' && (roff.empty() || roff.ends_with('\n'))) roff += "\\&";
    auto const escape = std::ranges::find(escapes, c, &std::pair<char, std::string_view>::first);
    if (escape == escapes.end())
      roff += c;
    else
      roff += escape->second;
  }
  return roff;
}

std::string bold(std::string_view text) { return "\\fB" + for_roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + for_roff(text) + "\\fR"; }

/// A tagged paragraph.
std::string entry(std::string const& tag, std::string_view text) {
  return ".TP\n" + tag + "\n" + for_roff(text) + "\n";
}

/// Title, name and one line of what it is.
std::string head(std::string_view name, std::string_view what) {
  return fmt::format(
      ".TH \"{}\" 1 \"\" \"graduasi {}\" \"Commands of graduasi\"\n.SH NAME\n{} \\- {}\n",
      for_roff(name), program_version(), for_roff(name), for_roff(what));
}

/// Indented lines as they are, the others as paragraphs.
std::string examples_of(std::string_view text) {
  constexpr std::string_view heading = ".SH EXAMPLES\n";
  std::string roff(heading);
  bool as_it_is = false;
  for (auto const line : split(text.substr(text.find('\n') + 1), '\n')) {
    bool const indented = line.starts_with("  ");
    if (as_it_is && !indented) roff += ".fi\n";
    if (as_it_is != indented && !roff.ends_with(heading)) roff += ".PP\n";
    if (!as_it_is && indented) roff += ".nf\n";
    as_it_is = indented;
    roff += for_roff(indented ? line.substr(2) : line) + "\n";
  }
  return roff + (as_it_is ? ".fi\n" : "");
}

/// "SCENARIO", "[NAME]", "RESULT ...".
std::string synopsis_of(Operands const& operands) {
  std::string text;
  for (auto const& operand : operands.arguments) {
    auto const word = italic(operand.names) + (operand.words == Words::in_a_row ? " ..." : "");
    text += operands.min == 0 ? " [" + word + "]" : " " + word;
  }
  return text;
}

/// "-o, --output DIR".
std::string tag_of(Argument const& argument) {
  if (!argument.is_flag()) return italic(argument.names);
  std::string tag;
  for (auto const name : split(argument.names, ',')) tag += (tag.empty() ? "" : ", ") + bold(name);
  return argument.shown.empty() ? tag : tag + " " + italic(argument.shown);
}

/// The flags below the headings of the help, in its order.
std::string options_of(Command const& command) {
  auto const flags = flags_of(command);
  std::vector<std::string_view> headings = {""};
  for (auto const& flag : flags) {
    if (std::ranges::find(headings, flag.heading) == headings.end())
      headings.push_back(flag.heading);
  }
  std::string roff = ".SH OPTIONS\n" + entry(bold("-h") + ", " + bold("--help"), "the short help");
  for (auto const heading : headings) {
    if (!heading.empty()) roff += ".SS " + for_roff(heading) + "\n";
    for (auto const& flag : flags) {
      if (flag.heading == heading) roff += entry(tag_of(flag), flag.help);
    }
  }
  return roff;
}

std::string exit_status() {
  std::string roff = ".SH EXIT STATUS\n";
  for (auto const& [code, means] : codes) roff += entry(bold(std::to_string(code)), means);
  return roff;
}

/// "graduasi-run".
std::string page_of(Command const& command) { return "graduasi-" + std::string(command.name); }

}  // namespace

std::span<ExitCode const> exit_codes() { return codes; }

std::string manual_page() {
  auto roff = head("graduasi", "simulates graduation from a conditional cash transfer");
  roff += ".SH SYNOPSIS\n" + bold("graduasi") + " " + italic("COMMAND") + " [" +
          italic("ARGUMENT") + " ...]\n";
  roff += ".SH DESCRIPTION\n" + for_roff(program_purpose) + "\n";
  roff += ".SH COMMANDS\n";
  for (auto const& command : commands()) roff += entry(bold(command.name), command.what);
  roff += ".SH OPTIONS\n" + entry(bold("-h") + ", " + bold("--help"), "the short help") +
          entry(bold("--version"), "version and commit of the program");
  roff += exit_status();
  roff += ".SH FILES\n" +
          entry(italic("../share/graduasi/scenarios"),
                "from the folder of the program, as in /usr/share/graduasi/scenarios: the "
                "scenarios that ship, with their tables and texts");
  roff += examples_of(program_examples);
  roff += ".SH SEE ALSO\n";
  for (auto const& command : commands()) {
    bool const is_last = &command == &commands().back();
    roff += bold(page_of(command)) + "(1)" + (is_last ? "" : ",") + "\n";
  }
  return roff;
}

std::string manual_page(Command const& command) {
  auto roff = head(page_of(command), command.what);
  auto const flags = flags_of(command);
  roff += ".SH SYNOPSIS\n" + bold("graduasi " + std::string(command.name)) +
          synopsis_of(command.operands) + (flags.empty() ? "" : " [" + italic("OPTION") + " ...]") +
          "\n.SH DESCRIPTION\nIt " + for_roff(command.what) + ".\n";
  for (auto const& operand : command.operands.arguments)
    roff += entry(tag_of(operand), operand.help);
  roff += options_of(command);
  roff += examples_of(command.examples);
  return roff + exit_status() + ".SH SEE ALSO\n" + bold("graduasi") + "(1)\n";
}

}  // namespace graduasi
