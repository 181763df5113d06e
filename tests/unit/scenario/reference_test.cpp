#include "scenario/describe/reference.h"

#include "scenario/all_paths.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;
using namespace graduasi::testing;

TEST_CASE("reference: every parameter stands on the page once", "[unit][scenario]") {
  auto const page = parameters_page();
  for (auto const& path : all_paths()) {
    INFO(path);
    auto const cell = "| `" + path + "` |";
    auto const first = page.find(cell);
    CHECK(first != std::string::npos);
    CHECK(page.find(cell, first + 1) == std::string::npos);
  }
}

TEST_CASE("reference: paths differ", "[unit][scenario]") {
  auto paths = all_paths();
  std::ranges::sort(paths);
  CHECK(std::ranges::adjacent_find(paths) == paths.end());
}

TEST_CASE("reference: a parameter is explained with default, unit, range and source",
          "[unit][scenario]") {
  CHECK(explanation("policy.sessions.hours") ==
        "policy.sessions.hours: Length of a P2K2 session\n"
        "  How many hours one P2K2 group session lasts.\n"
        "  meaning  length of a group session\n"
        "  default  2\n"
        "  unit     hours\n"
        "  range    [0.5, 4]\n"
        "  source   assumption, 1.5 to 2.5\n");
}

TEST_CASE("reference: sources that a parameter names are written out below it",
          "[unit][scenario]") {
  CHECK(explanation("policy.assessment.approval") ==
        "policy.assessment.approval: Proposals that are approved\n"
        "  The share of proposals for graduation that are approved.\n"
        "  meaning  proposals that are approved\n"
        "  default  0.94\n"
        "  unit     share\n"
        "  range    [0, 1]\n"
        "  source   S105: one district, 0.85 to 1\n"
        "           S105 Purworejo24 (2026), 415 KPM PKH Purworejo ikuti wisuda graduasi mandiri "
        "2026\n"
        "             https://www.purworejo24.com/2026/02/"
        "415-kpm-pkh-purworejo-ikuti-wisuda-graduasi-mandiri-2026\n");
}

TEST_CASE("reference: a path that is called otherwise now is explained under both",
          "[unit][scenario]") {
  CHECK(explanation("world.leaving.approval") ==
        "world.leaving.approval is now policy.assessment.approval, a lever\n\n" +
            explanation("policy.assessment.approval"));
  CHECK(explanation("baseline.assessment.approval") == explanation("policy.assessment.approval"));
}

TEST_CASE("reference: a source is explained by its code, with the parameters that name it",
          "[unit][scenario]") {
  auto const text = explanation("S38");
  CHECK(text.starts_with("S38\n  author   Sultrakini\n  year     2019\n  title    "));
  CHECK(text.find("\n  used in  population.") != std::string::npos);
  // Named as one of S38-S42.
  CHECK(explanation("S40").find("policy.caseload.households_per_facilitator\n") !=
        std::string::npos);
  CHECK(problems_of([] { (void)explanation("S12"); }) ==
        "explain: S12 is not a source of a parameter or of a finding; scenarios/sources.csv lists "
        "them\n");
}

TEST_CASE("reference: a group is explained row by row", "[unit][scenario]") {
  auto const text = explanation("policy.sessions");
  CHECK(text.find("policy.sessions.per_month: ") == 0);
  CHECK(text.find("\n\npolicy.sessions.hours: ") != std::string::npos);
  CHECK(text.find("mentoring") == std::string::npos);
}

TEST_CASE("reference: an unknown path is answered with the nearest", "[unit][scenario]") {
  CHECK(problems_of([] { (void)explanation("sessions.hours"); }) ==
        "explain: sessions.hours is not a parameter; did you mean policy.sessions.hours?\n");
  CHECK(problems_of([] { (void)explanation("policy.session.hour"); }) ==
        "explain: policy.session.hour is not a parameter; did you mean policy.sessions.hours?\n");
  CHECK(problems_of([] { (void)explanation("zzz"); }) ==
        "explain: zzz is not a parameter; graduasi parameters lists all of them\n");
}

TEST_CASE("reference: labels and help are told in the language asked for", "[unit][scenario]") {
  CHECK(explanation("policy.sessions.hours", Language::indonesian) ==
        "policy.sessions.hours: Lama satu pertemuan P2K2\n"
        "  Lamanya satu pertemuan P2K2 dalam jam.\n"
        "  rincian  length of a group session\n"
        "  bawaan   2\n"
        "  satuan   hours\n"
        "  rentang  [0.5, 4]\n"
        "  sumber   assumption, 1.5 to 2.5\n");
  auto const page = parameters_page(Language::indonesian);
  CHECK(page.find("| `policy.sessions.hours` | Lama satu pertemuan P2K2 | 2 | hours | [0.5, 4] | "
                  "Lamanya satu pertemuan P2K2 dalam jam. | assumption |") != std::string::npos);
  CHECK(page.find("Everything left out") == std::string::npos);
}

TEST_CASE("reference: a word of the programme is explained, with the parameters that speak of it",
          "[unit][scenario]") {
  auto const pena = explanation("PENA");
  CHECK(pena.starts_with("PENA [PENA (Pahlawan Ekonomi Nusantara)]: a government grant"));
  CHECK(pena.find("\npolicy.partners.capacity ") != std::string::npos);
  CHECK(explanation("pendamping", Language::indonesian)
            .starts_with("pendamping (pendamping sosial) [facilitator]: petugas yang"));
  CHECK(problems_of([] { (void)explanation("pendampng"); }) ==
        "explain: pendampng is not a parameter; did you mean pendamping?\n");
}

TEST_CASE("reference: parameters are found by words of their labels and help", "[unit][scenario]") {
  auto const visits = parameters_called("home visit");
  CHECK(visits.find("world.workload.visit  Length of a home visit\n    How many hours a home visit "
                    "takes.\n") != std::string::npos);
  CHECK(parameters_called("kunjungan rumah", Language::indonesian)
            .find("world.workload.visit  Lama kunjungan rumah\n    Berapa jam") !=
        std::string::npos);
  CHECK(problems_of([] { (void)parameters_called("kunjngan"); }) ==
        "--find: kunjngan is in no label or help of a parameter, and is not a word of the "
        "glossary; did you mean kunjungan?\n");
  CHECK(problems_of([] { (void)parameters_called("?!"); }) ==
        "--find: ?! is in no label or help of a parameter, and is not a word of the glossary; "
        "graduasi parameters lists all parameters\n");
}
