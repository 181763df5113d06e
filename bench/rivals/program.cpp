// Runs one of the ways that are written in C++, for compare.py:
//
//   rivals                               names those that this processor can run
//   rivals NAME FAMILIES SEED MONTH...   seconds of the steps, then a line for each month: month,
//                                        families that left, mean and variance of each variable
#include "bench/mini_program.h"
#include "bench/rivals/rivals.h"

#include <charconv>
#include <cstdio>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace graduasi;

using Run = std::function<bench::MiniResult(std::size_t, std::span<int const>, std::uint32_t)>;

std::map<std::string, Run, std::less<>> all_rivals() {
  std::map<std::string, Run, std::less<>> rivals = {{"objects", bench::run_objects},
                                                    {"structs", bench::run_mini_program}};
  for (std::string const name : {"v2", "v3", "v4"}) {
    Isa const isa = *isa_named(name);
    if (!has(isa)) continue;
    rivals["columns-" + name] = [isa](std::size_t families, std::span<int const> months,
                                      std::uint32_t seed) {
      return bench::run_columns(families, months, seed, isa);
    };
  }
  return rivals;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1) return std::nullopt;
  return value;
}

int refuse(std::string_view what, std::string_view value) {
  std::fprintf(stderr, "rivals: %.*s is %.*s; see the first lines of bench/rivals/program.cpp\n",
               static_cast<int>(what.size()), what.data(), static_cast<int>(value.size()),
               value.data());
  return 1;
}

void print(bench::MiniResult const& result) {
  std::printf("%.9f\n", result.seconds);
  for (auto const& census : result.censuses) {
    std::printf("%d %zu", census.month, census.left);
    for (std::size_t v = 0; v < bench::mini_variables; ++v)
      std::printf(" %.17g %.17g", census.mean[v], census.variance[v]);
    std::printf("\n");
  }
}

}  // namespace

int main(int count, char** words) {
  auto const rivals = all_rivals();
  if (count == 1) {
    for (auto const& [name, run] : rivals) std::printf("%s\n", name.c_str());
    return 0;
  }
  if (count < 5) return refuse("the number of words", std::to_string(count - 1));
  auto const rival = rivals.find(std::string_view(words[1]));
  if (rival == rivals.end()) return refuse("the rival", words[1]);
  auto const families = number<std::size_t>(words[2]);
  if (!families) return refuse("the number of families", words[2]);
  auto const seed = number<std::uint32_t>(words[3]);
  if (!seed) return refuse("the seed", words[3]);
  std::vector<int> months;
  for (int i = 4; i < count; ++i) {
    auto const month = number<int>(words[i]);
    if (!month || (!months.empty() && *month <= months.back())) return refuse("a month", words[i]);
    months.push_back(*month);
  }
  print(rival->second(*families, months, *seed));
}
