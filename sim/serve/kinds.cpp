#include "serve/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace graduasi {

namespace {

constexpr auto table = std::to_array<Kind>({
    {.name = "run", .command = "run"},
    {.name = "until", .command = "run", .is_sized = false, .has_until = true},
    {.name = "sweep", .command = "sweep", .has_vary = true},
    {.name = "attribute", .command = "attribute", .is_sized = false, .is_kept = false},
    {.name = "optimise", .command = "optimise", .is_sized = false, .is_kept = false},
});

constexpr std::size_t longest_word = 300, most_varied = 3;

bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= longest_word &&
         std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

std::string names_of_kinds() {
  std::vector<std::string_view> names;
  for (auto const& kind : table) names.push_back(kind.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

std::span<Kind const> kinds() { return table; }

Kind const* find_kind(std::string_view name) {
  auto const found = std::ranges::find(table, name, &Kind::name);
  return found == table.end() ? nullptr : &*found;
}

std::string fault_of(RunWanted const& wanted) {
  auto const* const kind = find_kind(wanted.kind);
  if (kind == nullptr) return "kind must be one of " + names_of_kinds();
  if (wanted.size != "standard" && wanted.size != "sure") return "size must be standard or sure";
  if (wanted.size == "sure" && !kind->is_sized)
    return fmt::format("size must be standard where kind is {}", kind->name);
  if (kind->has_until && !is_word(wanted.until))
    return "until is missing; it names a figure and a half width, as in self_reliant@120 +- 0.1pp";
  bool const varies = !wanted.vary.empty() && wanted.vary.size() <= most_varied &&
                      std::ranges::all_of(wanted.vary, is_word);
  if (kind->has_vary && !varies)
    return fmt::format(
        "vary must be a list of one to {} texts, as in "
        "policy.caseload.households_per_facilitator=100:400:50",
        most_varied);
  return {};
}

std::vector<std::string> words_of(RunWanted const& wanted, std::filesystem::path const& folder,
                                  bool goes_on) {
  auto const& kind = *find_kind(wanted.kind);
  std::vector<std::string> words{std::string(kind.command),
                                 "-",
                                 "--as",
                                 wanted.file,
                                 "--progress",
                                 "percent",
                                 "--lang",
                                 wanted.language,
                                 "-o",
                                 folder.string()};
  auto const add = [&](auto const&... more) { (words.emplace_back(more), ...); };
  if (kind.is_kept) add("--format", "csv,xlsx");
  if (wanted.size == "sure") add("--draws", "100", "--replicates", "1");
  // In one word: what was typed there cannot be taken for another option.
  if (kind.has_until) add("--until=" + wanted.until);
  if (kind.has_vary) {
    for (auto const& varied : wanted.vary) add("--vary=" + varied);
  }
  if (goes_on) add("--resume");
  return words;
}

}  // namespace graduasi
