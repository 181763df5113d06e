// House rules that can be read off the text of sim/.
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <regex>
#include <set>
#include <string>

using graduasi::testing::code_of;

namespace {

/// Every line of code that matches, as "path:line".
std::vector<std::string> matches(std::string const& pattern,
                                 std::set<std::string> const& folders = {},
                                 std::set<std::string> const& except = {}) {
  std::regex const wanted(pattern);
  std::vector<std::string> places;
  for (auto const& file : graduasi::testing::sources()) {
    if (!folders.empty() && !folders.contains(file.folder())) continue;
    if (except.contains(file.path)) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      if (std::regex_search(code_of(file.lines[i]), wanted)) {
        places.push_back("sim/" + file.path + ":" + std::to_string(i + 1));
      }
    }
  }
  return places;
}

std::vector<std::string> const none;

}  // namespace

TEST_CASE("text: there is text to read", "[structure]") {
  CHECK(graduasi::testing::sources().size() > 80);
  CHECK(matches("\\bstd::span\\b").size() > 50);
  CHECK(code_of("a \"// b\" c; // d") == "a \"\" c; ");
}

TEST_CASE("text: no file of sim is longer than 400 lines", "[structure]") {
  for (auto const& file : graduasi::testing::sources()) {
    INFO("sim/" << file.path);
    CHECK(file.lines.size() <= 400);
  }
}

TEST_CASE("text: every header is read once", "[structure]") {
  for (auto const& file : graduasi::testing::sources()) {
    if (!file.is_header()) continue;
    INFO("sim/" << file.path);
    CHECK(std::count(file.lines.begin(), file.lines.end(), "#pragma once") == 1);
  }
}

TEST_CASE("text: every header opens with a sentence that says what it is for", "[structure]") {
  for (auto const& file : graduasi::testing::sources()) {
    if (!file.is_header()) continue;
    std::string opening;
    for (auto const& line : file.lines) {
      if (!line.starts_with("// ")) break;
      opening += line.substr(2);
    }
    INFO("sim/" << file.path << " opens with \"" << opening << '"');
    CHECK(std::count(opening.begin(), opening.end(), ' ') >= 3);
    CHECK((opening.ends_with('.') || opening.ends_with(".)")));
  }
}

TEST_CASE("text: mechanisms open with the factors of the field that they stand for",
          "[structure]") {
  // Whoever looks for one of these finds the header by searching for the words.
  std::string openings;
  for (auto const& file : graduasi::testing::sources()) {
    if (file.folder() != "mechanisms") continue;
    for (auto const& line : file.lines) {
      if (!line.starts_with("//")) break;
      openings += '\n';  // a search finds words of one line only
      for (char const c : line.substr(2))
        openings += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
  }
  for (auto const* const factor :
       {"unbalanced facilitator-to-family ratios", "workload", "low self-confidence",
        "little access to education and jobs", "schedules that clash with working hours",
        "bad data validation", "subjective assessments", "cards held by others",
        "competent mentoring", "strengths-based mentoring", "participation", "partners",
        "institutional support"}) {
    INFO(factor);
    CHECK(openings.find(factor) != std::string::npos);
  }
}

TEST_CASE("text: there are no macros", "[structure]") {
  CHECK(matches("^\\s*#\\s*(define|undef)\\b") == none);
}

TEST_CASE("text: headers open no namespace of others", "[structure]") {
  for (auto const& place : matches("\\busing namespace\\b")) {
    INFO(place);
    CHECK(place.find(".h:") == std::string::npos);
  }
}

TEST_CASE("text: nothing inherits but errors, and what a library reads through", "[structure]") {
  std::regex const heir(
      "^\\s*(?:class|struct)\\s+(\\w+)[^:;{]*[^:]:(?!:)\\s*(?:public\\s+)?([\\w:]+)");
  std::set<std::string> const allowed = {"std::logic_error", "std::runtime_error",
                                         "YAML::EventHandler", "std::streambuf"};
  int heirs = 0;
  for (auto const& file : graduasi::testing::sources()) {
    for (auto const& line : file.lines) {
      std::smatch match;
      auto const code = code_of(line);
      if (!std::regex_search(code, match, heir)) continue;
      INFO("sim/" << file.path << ": " << line);
      CHECK(allowed.contains(match[2]));
      ++heirs;
    }
  }
  CHECK(heirs >= 3);  // the three errors of base/errors.h and base/contract.h
  CHECK(matches("\\bvirtual\\b") == none);
}

TEST_CASE("text: nothing is remembered outside the state", "[structure]") {
  // A static that can change, a variable of a thread, anything mutable.
  CHECK(matches("\\bthread_local\\b") == none);
  CHECK(matches("^\\s*mutable\\b") == none);
  CHECK(matches("^\\s*(inline\\s+)?static\\s+(?!.*\\b(const|constexpr|consteval)\\b)(?!.*\\()", {},
                {"command/interrupt.cpp"}) == none);  // a signal finds nothing else
  CHECK(matches("^\\s*extern\\b(?! \"C\"| \"\")", {}, {}) == none);
}

TEST_CASE("text: chance comes from keyed draws alone", "[structure]") {
  CHECK(matches("std::(rand|srand|mt19937\\w*|minstd\\w*|random_device|\\w+_distribution|\\w+_"
                "engine|shuffle|sample)\\b") == none);
  // A mechanism is told its draws: it knows no key.
  CHECK(matches("threefry|random_word|\\bKey\\b|Monthly::", {"mechanisms"}) == none);
}

TEST_CASE("text: figures do not depend on the machine's own mathematics", "[structure]") {
  // The library's functions differ in their last bit from one system to the next; sqrt, abs, floor
  // and the like do not.
  CHECK(matches("std::(exp|exp2|expm1|log|log2|log10|log1p|pow|cbrt|hypot|sin|cos|tan|asin|acos|"
                "atan|atan2|"
                "sinh|cosh|tanh|erf|erfc|tgamma|lgamma|beta|fma|accumulate\\(std::execution)\\b") ==
        none);
  CHECK(matches("\\.(exp|log|log1p|pow|sin|cos|tanh)\\(\\)") == none);
  CHECK(matches("[^:_\\w](expf?|logf?|powf?|fmaf?|sinf?|cosf?)\\(",
                {"mechanisms", "model", "random", "agents", "population"}) == none);
}

TEST_CASE("text: mechanisms count in single precision", "[structure]") {
  CHECK(matches("\\bdouble\\b", {"mechanisms"}) == none);
}

TEST_CASE("text: every loop over slots is marked for vectors", "[structure]") {
  int loops = 0;
  for (auto const& file : graduasi::testing::sources()) {
    if (file.folder() != "mechanisms" && file.folder() != "random" && file.folder() != "model")
      continue;
    for (std::size_t i = 1; i < file.lines.size(); ++i) {
      if (file.lines[i].find("for (std::size_t i = 0; i < slots; ++i)") == std::string::npos)
        continue;
      INFO("sim/" << file.path << ":" << i + 1);
      CHECK(file.lines[i - 1].find("#pragma omp simd") != std::string::npos);
      ++loops;
    }
  }
  CHECK(loops > 30);
}

TEST_CASE("text: no mechanism asks what a policy is called", "[structure]") {
  CHECK(matches("\\bname\\b\\s*[!=]=", {"mechanisms", "model"}, {"model/isa.cpp"}) == none);
}

TEST_CASE("text: every mechanism has its unit test, named after it", "[structure]") {
  for (auto const& file : graduasi::testing::sources()) {
    if (file.folder() != "mechanisms") continue;
    auto const stem = std::filesystem::path(file.path).stem().string();
    INFO("sim/" << file.path);
    CHECK(std::filesystem::exists(graduasi::testing::source_folder() / "tests" / "unit" /
                                  "mechanisms" / (stem + "_test.cpp")));
  }
}

TEST_CASE("text: every test says of which kind it is", "[structure]") {
  // ctest finds tests by kind: one without a kind would never run there.
  std::set<std::string> const kinds = {"[unit]", "[property]", "[statistical]", "[scenario]",
                                       "[structure]"};
  std::regex const test("TEST_CASE\\(\\s*\"((?:[^\"\\\\]|\\\\.|\"\\s*\")*)\",\\s*\"(\\[[a-z]+\\])");
  auto const folder = graduasi::testing::source_folder() / "tests";
  int tests = 0;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".cpp") continue;
    std::string text;
    for (auto const& line : graduasi::testing::lines_of(entry.path())) text += line + "\n";
    std::ptrdiff_t described = 0;
    for (std::sregex_iterator i(text.begin(), text.end(), test), end; i != end; ++i, ++described) {
      INFO(entry.path().string() << ": " << (*i)[1]);
      CHECK(kinds.contains((*i)[2]));
      CHECK((*i)[1].str().find(": ") != std::string::npos);  // what it is about comes first
    }
    std::regex const any("(^|\\n)TEST_CASE\\(");
    INFO(entry.path().string());
    CHECK(described == std::distance(std::sregex_iterator(text.begin(), text.end(), any),
                                     std::sregex_iterator()));
    tests += static_cast<int>(described);
  }
  CHECK(tests > 150);
}

TEST_CASE("text: answers and notes are printed in one place, which knows a lost stream",
          "[structure]") {
  CHECK(matches("\\b(stdout|stderr|fmt::print|std::cout|std::cerr|std::clog|printf|puts)\\b", {},
                {"command/streams.cpp"}) == none);
}

TEST_CASE("text: files of others are read, and files are made, in one place", "[structure]") {
  // The others read what the system says of this machine.
  CHECK(matches("std::(if|of|f)stream\\b", {}, {"command/run_facts.cpp"}) == none);
  CHECK(matches("\\bO_CREAT\\b", {}, {"base/files.cpp", "store/folder.cpp"}) == none);
}
