#include "command/manual_page.h"

#include "support/sources.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace graduasi;

namespace {

/// A text as it stands in a page between its commands.
std::string in_roff(std::string_view text) {
  std::string roff;
  for (char const c : text) {
    if (c == '-' || c == '\\')
      roff += c == '-' ? "\\-" : "\\e";
    else if (c == '\'')
      roff += "\\(aq";
    else
      roff += c;
  }
  return roff;
}

bool holds(std::string const& page, std::string const& text) {
  return page.find(text) != std::string::npos;
}

std::string text_of(std::filesystem::path const& file) {
  std::string text;
  for (auto const& line : testing::lines_of(file)) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("manual page: that of the program names every command and its page", "[unit][command]") {
  auto const page = manual_page();
  CHECK(page.starts_with(".TH \"graduasi\" 1"));
  for (auto const& command : commands()) {
    CAPTURE(command.name);
    CHECK(holds(page, ".TP\n\\fB" + std::string(command.name) + "\\fR\n" + in_roff(command.what)));
    CHECK(holds(page, "\\fBgraduasi\\-" + std::string(command.name) + "\\fR(1)"));
  }
}

TEST_CASE("manual page: that of a command has all its arguments, each once, and its examples",
          "[unit][command]") {
  for (auto const& command : commands()) {
    auto const page = manual_page(command);
    CAPTURE(command.name);
    for (auto const& operand : command.operands.arguments)
      CHECK(holds(page, "\\fI" + std::string(operand.names) + "\\fR\n" + in_roff(operand.help)));
    for (auto const& flag : flags_of(command)) {
      CAPTURE(flag.names);
      auto const names = std::string(flag.names);
      auto const last = names.substr(names.rfind(',') + 1);
      auto const shown =
          flag.shown.empty() ? "" : " \\fI" + std::string(in_roff(flag.shown)) + "\\fR";
      CHECK(holds(page, "\\fB" + in_roff(last) + "\\fR" + shown + "\n" + in_roff(flag.help)));
    }
    // What a command leaves out of a group of flags is not its own.
    for (auto const& name : command.without)
      if (!name.empty()) CHECK_FALSE(holds(page, "\\fB" + in_roff(name) + "\\fR"));
    auto const first = std::string(command.examples.substr(command.examples.find('\n') + 3));
    CHECK(holds(page, ".SH EXAMPLES\n.nf\n" + in_roff(first.substr(0, first.find('\n')))));
  }
}

TEST_CASE("manual page: no line is taken for a request of roff that is none", "[unit][command]") {
  auto pages = manual_page();
  for (auto const& command : commands()) pages += manual_page(command);
  auto const requests =
      std::to_array<std::string_view>({".TH ", ".SH ", ".SS ", ".TP\n", ".PP\n", ".nf\n", ".fi\n"});
  std::size_t seen = 0;
  for (auto at = pages.find("\n."); at != std::string::npos; at = pages.find("\n.", at + 1)) {
    auto const rest = std::string_view(pages).substr(at + 1);
    INFO(rest.substr(0, rest.find('\n')));
    CHECK(std::ranges::any_of(requests, [&](auto const r) { return rest.starts_with(r); }));
    ++seen;
  }
  CHECK(seen > 300);
  CHECK_FALSE(holds(pages, "\n'"));
}

TEST_CASE("manual page: exit codes are those of docs/commands.md", "[unit][command]") {
  auto const page = text_of(testing::source_folder() / "docs" / "commands.md");
  for (auto const& [code, means] : exit_codes())
    CHECK(holds(page, "| " + std::to_string(code) + " | " + std::string(means) + " |\n"));
  CHECK(exit_codes().size() == 6);
}
