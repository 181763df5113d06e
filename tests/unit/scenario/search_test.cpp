#include "scenario/describe/search.h"

#include "scenario/all_paths.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;

namespace {

bool leads_to(Found const& found, std::string_view path) {
  return std::ranges::any_of(found.parameters, [&](auto const* p) { return p->path == path; });
}

}  // namespace

TEST_CASE("search: words of the programme lead to their meaning and to parameters",
          "[unit][scenario]") {
  struct Asked {
    std::string_view word, path;
  };
  for (auto const& [word, path] : {Asked{"P2K2", "policy.sessions.per_month"},
                                   {"FDS", "policy.sessions.per_month"},
                                   {"PENA", "policy.partners.grant"},
                                   {"KPM", "policy.caseload.households_per_facilitator"},
                                   {"pendamping", "policy.caseload.households_per_facilitator"},
                                   {"KKS", "policy.card_custody.own_card"},
                                   {"DTSEN", "policy.registry.keep_deciles"},
                                   {"desil", "policy.criteria.decile"},
                                   {"graduasi mandiri", "policy.graduation.exit_bonus"}}) {
    INFO(word);
    auto const found = found_by(word);
    CHECK_FALSE(found.terms.empty());
    CHECK(leads_to(found, path));
  }
}

TEST_CASE("search: whole words count, whatever their capitals and number", "[unit][scenario]") {
  CHECK(leads_to(found_by("home VISITS"), "world.workload.visit"));
  CHECK(leads_to(found_by("decile"), "policy.criteria.decile"));
  CHECK(leads_to(found_by("sessions per_month"), "policy.sessions.per_month"));
  // "dipenuhi" and "penambahan" have it inside.
  for (auto const* const p : found_by("pena").parameters) {
    INFO(p->path);
    CHECK((p->label.en + p->help.en).find("PENA") != std::string::npos);
  }
  CHECK(found_by("").empty());
  CHECK(found_by(" -?").empty());
  CHECK(found_by("zzz").empty());
}

TEST_CASE("search: what is shown first in a form is found first", "[unit][scenario]") {
  auto const found = found_by("pendamping");
  REQUIRE(found.parameters.size() > 20);
  CHECK(std::ranges::is_sorted(found.parameters, {}, &ParameterLabel::rank));
  auto const text = list_of_found(found, Language::indonesian, 3);
  CHECK(text.find("KPM per pendamping\n") != std::string::npos);
  CHECK(text.find("... dan " + std::to_string(found.parameters.size() - 3) + " lagi; ") !=
        std::string::npos);
}
