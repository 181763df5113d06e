#include "output/translation.h"

#include "../../scenario/scenario_support.h"
#include "base/text.h"

#include <catch2/catch.hpp>

#include <array>
#include <filesystem>

using namespace graduasi;
using namespace graduasi::testing;
namespace fs = std::filesystem;

namespace {

std::string in_indonesian(std::string_view message) {
  return translated(message, Language::indonesian);
}

/// What tests/scenario/wrong says of all its files, without places.
std::vector<std::string> messages_of_wrong_files() {
  std::vector<std::string> all;
  for (auto const& entry :
       fs::directory_iterator(fs::path(GRADUASI_SOURCE_DIR) / "tests/scenario/wrong")) {
    if (entry.path().extension() != ".txt") continue;
    auto const text = bytes_of(entry.path());
    for (auto const line : split(trimmed(text), '\n')) {
      auto const at = line.find(": ");
      REQUIRE(at != line.npos);
      all.emplace_back(line.substr(at + 2));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("translation: clause by clause, what is filled in stays", "[unit][output]") {
  CHECK(in_indonesian("run.months is 0 months; it must lie in [1, 600]") ==
        "run.months bernilai 0 months; nilainya harus dalam [1, 600]");
  CHECK(in_indonesian("policies is an empty list; it must be a list of policies, the first one is "
                      "the baseline") ==
        "policies bernilai daftar kosong; harus berupa daftar kebijakan, yang pertama menjadi "
        "pembanding");
  CHECK(in_indonesian("world.skils is not a parameter; did you mean skills?") ==
        "world.skils bukan parameter; maksud Anda skills?");
  CHECK(in_indonesian("trial.arms is not a parameter; it may be one of: unit and share") ==
        "trial.arms bukan parameter; yang mungkin: unit dan share");
}

TEST_CASE("translation: names that people gave are not touched", "[unit][output]") {
  CHECK(in_indonesian("question is \"a list\"; it must be a text in one line") ==
        "question bernilai \"a list\"; harus berupa teks dalam satu baris");
  CHECK(in_indonesian("the policies are Bali and Nusa Tenggara, as in policies.X.y=1") ==
        "kebijakannya Bali and Nusa Tenggara, seperti policies.X.y=1");
  CHECK(in_indonesian("nobody has translated this") == "nobody has translated this");
  CHECK(in_indonesian("run.months is 0 months; nobody has translated this") ==
        "run.months is 0 months; nobody has translated this");
  CHECK(in_indonesian("the folder is somewhere else") == "the folder is somewhere else");
  CHECK_FALSE(is_translated("run.months is 0; nobody has translated this"));
  CHECK(translated("run.months is 0", Language::english) == "run.months is 0");
}

TEST_CASE("translation: everything that is said of a wrong scenario has its Indonesian",
          "[unit][output]") {
  auto const messages = messages_of_wrong_files();
  CHECK(messages.size() > 300);
  // What a catch-all row would leave in place.
  constexpr auto english = std::to_array<std::string_view>(
      {" is ", " the policy ", " which ", " must ", " given ", " with ", " its ", " has "});
  for (auto const& message : messages) {
    INFO(message);
    CHECK(is_translated(message));
    auto const said = in_indonesian(message);
    INFO(said);
    CHECK(said != message);
    if (message.find('"') != message.npos || message.find("{chance:") != message.npos) continue;
    for (auto const word : english) CHECK(said.find(word) == said.npos);
  }
}
