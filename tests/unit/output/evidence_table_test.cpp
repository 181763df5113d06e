#include "output/evidence_table.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <limits>
#include <sstream>
#include <string>
#include <vector>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

EvidenceRow row(std::string finding, std::string id, std::string role, FindingVerdict verdict) {
  EvidenceRow row;
  row.finding = std::move(finding);
  row.id = std::move(id);
  row.role = std::move(role);
  row.source = "JPAL2015";
  row.outcome = "consumption, Ghana";
  row.published = "6.9";
  row.simulated = 6.5;
  row.lower = 2.25;
  row.upper = 9;
  row.standard_error = 0.5;
  row.unit = "percent";
  row.verdict = verdict;
  row.why = "because";
  row.draws = 60;
  return row;
}

}  // namespace

TEST_CASE("evidence table: a finding counts once, by the worst of its rows", "[unit][output]") {
  auto const counts = count_findings({row("A", "1", "validation", FindingVerdict::reproduced),
                                      row("A", "2", "validation", FindingVerdict::reproduced),
                                      row("B", "3", "validation", FindingVerdict::reproduced),
                                      row("B", "4", "validation", FindingVerdict::too_vague),
                                      row("C", "5", "validation", FindingVerdict::too_vague),
                                      row("C", "6", "validation", FindingVerdict::not_reproduced),
                                      row("D", "7", "constraint", FindingVerdict::constraint)});
  CHECK(counts.reproduced == 1);
  CHECK(counts.too_vague == 1);
  CHECK(counts.not_reproduced == 1);
  CHECK(counts.all() == 3);
}

TEST_CASE("evidence table: the file has the promised columns, and nothing for what is not there",
          "[unit][output]") {
  auto absent = row("B, too", "E9", "validation", FindingVerdict::not_reproduced);
  absent.simulated = absent.lower = absent.upper = absent.standard_error =
      std::numeric_limits<double>::quiet_NaN();
  TemporaryFolder const folder;
  Sink sink(folder / "evidence.csv");
  write_evidence(sink, {row("A", "E3", "validation", FindingVerdict::reproduced), absent});
  sink.close();
  std::istringstream text(content_of(folder / "evidence.csv"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] ==
        "finding,id,role,source,outcome,published,lower,upper,simulated,verdict,why,unit,"
        "standard_error,draws");
  CHECK(lines[1] ==
        "A,E3,validation,JPAL2015,\"consumption, Ghana\",6.9,2.25,9,6.5,reproduced,because,"
        "percent,0.5,60");
  CHECK(lines[2].find("6.9,,,,not reproduced,because") != std::string::npos);
}

TEST_CASE("evidence table: what is not reproduced is explained below", "[unit][output]") {
  auto const text = evidence_table({row("A", "E3", "validation", FindingVerdict::reproduced),
                                    row("B", "E4", "validation", FindingVerdict::too_vague)},
                                   Color::never);
  CHECK(text.find("E4: because") != std::string::npos);
  CHECK(text.find("E3: because") == std::string::npos);
  CHECK(text.find("Of 2 findings held out, 1 reproduced, 0 not, 1 too vague.") !=
        std::string::npos);
}
