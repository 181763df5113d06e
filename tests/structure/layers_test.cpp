#include "support/sources.h"

#include <catch2/catch.hpp>

#include <map>
#include <regex>
#include <set>
#include <string>

using graduasi::testing::SourceFile;

namespace {

using Names = std::set<std::string>;

struct Layer {
  Names folders;    ///< of sim/ that may be included, besides itself
  Names libraries;  ///< outside headers that may be included, by their beginning
};

/// The table of the architecture (`sim/decisions/0009-layers.md`, "Layers"). Eigen comes with
/// `base`, where columns are made of it, and may be used wherever `base` is; JSON is that of the
/// manifest and of the JSON Schema of scenarios.
std::map<std::string, Layer> const layers = {
    {"base", {{}, {"Eigen/"}}},
    {"parameters", {{"base"}, {}}},
    {"random", {{"base"}, {"boost/random"}}},
    {"agents", {{"base"}, {"Eigen/"}}},
    {"policy", {{"base", "parameters"}, {}}},
    {"mechanisms", {{"base", "parameters", "policy"}, {}}},
    {"tallies", {{"base", "agents"}, {}}},
    {"population", {{"base", "parameters", "random", "agents", "policy"}, {"Eigen/"}}},
    {"model",
     {{"base", "parameters", "random", "agents", "policy", "mechanisms", "tallies", "population"},
      {"Eigen/"}}},
    {"scenario",
     {{"base", "parameters", "random", "agents", "policy", "mechanisms", "tallies", "population",
       "model"},
      {"yaml-cpp/", "nlohmann/"}}},
    {"outcome", {{"base", "policy", "tallies", "scenario"}, {"Eigen/", "fmt/"}}},
    {"store",
     {{"base", "tallies", "scenario", "outcome"}, {"Eigen/", "SQLiteCpp/", "fmt/", "sqlite3.h"}}},
    {"experiment",
     {{"base", "parameters", "random", "agents", "policy", "mechanisms", "tallies", "population",
       "model", "scenario", "outcome", "store"},
      {"Eigen/", "mpi.h", "omp.h"}}},
    {"analysis",
     {{"base", "parameters", "random", "agents", "policy", "mechanisms", "tallies", "population",
       "model", "scenario", "outcome", "store", "experiment"},
      {"Eigen/", "boost/random", "nlopt"}}},
    {"output",
     {{"base", "tallies", "scenario", "outcome", "store", "analysis"},
      {"Eigen/", "fmt/", "nlohmann/", "xlsxwriter"}}},
    {"serve", {{"base", "output", "store"}, {"fmt/", "httplib.h", "nlohmann/", "sys/"}}},
    {"command",
     {{"base", "parameters", "random", "agents", "policy", "mechanisms", "tallies", "population",
       "model", "scenario", "outcome", "store", "experiment", "analysis", "output", "serve"},
      {"Eigen/", "CLI/", "fmt/"}}},
};

/// Includes that the table does not allow and that stay for a reason. One that is gone must go here
/// as well.
std::map<std::pair<std::string, std::string>, std::string> const exceptions = {
    {{"output/rests_on.cpp", "parameters/lookup.h"},
     "the rows of changed parameters, which the scenario hands on"},
    {{"output/rests_on.cpp", "model/parameters.h"}, "the world that the scenario holds"},
};

struct Include {
  std::string file, name;
  bool ours;
};

std::vector<Include> includes() {
  static std::regex const pattern("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
  std::vector<Include> all;
  for (auto const& file : graduasi::testing::sources()) {
    for (auto const& line : file.lines) {
      std::smatch match;
      if (std::regex_search(line, match, pattern))
        all.push_back({file.path, match[2], match[1] == "\""});
    }
  }
  return all;
}

std::string folder_of(std::string const& path) {
  auto const slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

/// What stands in no folder has a `main`, and may use all.
bool is_program(std::string const& path) { return path == "main.cpp" || path == "help_files.cpp"; }

/// Headers of the language and of the operating system belong to everybody.
bool of_the_system(std::string const& name) {
  static Names const posix = {"unistd.h",   "fcntl.h",        "malloc.h",   "sys/stat.h",
                              "sys/file.h", "sys/resource.h", "sys/types.h"};
  return posix.contains(name) || name.find_first_of("./") == std::string::npos;
}

}  // namespace

TEST_CASE("layers: every folder of sim is in the table", "[structure]") {
  for (auto const& file : graduasi::testing::sources()) {
    INFO(file.path);
    CHECK((is_program(file.path) || layers.contains(file.folder())));
  }
}

TEST_CASE("layers: the table points one way", "[structure]") {
  for (auto const& [name, layer] : layers) {
    for (auto const& below : layer.folders) {
      INFO(name << " may include " << below);
      REQUIRE(layers.contains(below));
      CHECK_FALSE(layers.at(below).folders.contains(name));
    }
  }
}

TEST_CASE("layers: a folder includes only what lies below it", "[structure]") {
  int seen = 0;
  for (auto const& include : includes()) {
    if (!include.ours || is_program(include.file) ||
        exceptions.contains({include.file, include.name}))
      continue;
    auto const from = folder_of(include.file), to = folder_of(include.name);
    INFO("sim/" << include.file << " includes \"" << include.name << "\"");
    CHECK_FALSE(to.empty());  // from the root of sim/, never relative
    if (from != to) CHECK(layers.at(from).folders.contains(to));
    ++seen;
  }
  CHECK(seen > 200);
}

TEST_CASE("layers: no mechanism includes another", "[structure]") {
  for (auto const& include : includes()) {
    if (folder_of(include.file) != "mechanisms") continue;
    INFO("sim/" << include.file << " includes " << include.name);
    CHECK(folder_of(include.name) != "mechanisms");
  }
}

TEST_CASE("layers: outside libraries stay where they belong", "[structure]") {
  int seen = 0;
  for (auto const& include : includes()) {
    if (include.ours || of_the_system(include.name) ||
        exceptions.contains({include.file, include.name}))
      continue;
    auto const& allowed = layers.at(folder_of(include.file)).libraries;
    bool const belongs = std::any_of(allowed.begin(), allowed.end(), [&](auto const& library) {
      return include.name.starts_with(library);
    });
    INFO("sim/" << include.file << " includes <" << include.name << ">");
    CHECK(belongs);
    ++seen;
  }
  CHECK(seen >= 10);
}

TEST_CASE("layers: every exception is still needed", "[structure]") {
  std::set<std::pair<std::string, std::string>> there;
  for (auto const& include : includes()) there.insert({include.file, include.name});
  for (auto const& [exception, reason] : exceptions) {
    INFO(exception.first << ": " << reason);
    CHECK(there.contains(exception));
  }
}
