#include "command/family_story.h"

#include <catch2/catch.hpp>

#include <string>

using namespace graduasi;

namespace {

FamilyTrace empty_trace() {
  FamilyTrace trace;
  trace.id = 7;
  trace.area = "Bali";
  trace.line_margin = 0.4054651f;  // one and a half lines
  trace.policies = {"today", "other", "third"};
  return trace;
}

TraceRow quiet_row() {
  TraceRow row;
  row.log_earned = 0.5f;
  row.paid = row.entitlement = 30;
  return row;
}

std::string told(TraceRow const& row, TraceRow const& before) {
  std::string text;
  for (auto const& event : events_of(row, &before, empty_trace())) text += event + "\n";
  return text;
}

}  // namespace

TEST_CASE("story: a month in which nothing happened is not told", "[unit]") {
  CHECK(told(quiet_row(), quiet_row()).empty());
}

TEST_CASE("story: an assessment says what is true, what is seen and what follows", "[unit]") {
  auto row = quiet_row();
  row.assessed = row.found_able = 1;
  CHECK(told(row, quiet_row()) ==
        "assessed: earns 1.65 lines, is seen above the mark of 1.50\n"
        "its facilitator does not nominate it\n");
  row.raised = row.asked = 1;
  row.leaves_as = row.status = 1;
  row.ready_for = 3;
  auto const text = told(row, quiet_row());
  CHECK(text.find("weighs leaving: ") != std::string::npos);
  CHECK(text.find("LEAVES SELF-RELIANT, nominated by its facilitator\n"
                  "PREMATURE: 3 of 12 months above the readiness line\n") != std::string::npos);
}

TEST_CASE("story: checks, vacancies, ability and setbacks are told when they change", "[unit]") {
  auto row = quiet_row();
  row.entitlement = 0;
  CHECK(told(row, quiet_row()) == "its last eligible member has gone; not yet noticed\n");
  row = quiet_row();
  row.paid = 9;
  CHECK(told(row, quiet_row()) == "a check moves the benefit from 3.0 to 0.9 million a year\n");
  row = quiet_row();
  row.vacant = true;
  CHECK(told(row, quiet_row()) == "its facilitator has left; colleagues stand in\n");
  CHECK(told(quiet_row(), row) == "a new facilitator comes\n");
  row = quiet_row();
  row.ready_for = 12;
  CHECK(told(row, quiet_row()) == "is able to leave from now on\n");
  row = quiet_row();
  row.hit = 1;
  CHECK(told(row, quiet_row()).starts_with("a setback: earns 1.65 lines"));
}

TEST_CASE("story: two policies stand side by side, all of them in the document", "[unit]") {
  auto trace = empty_trace();
  trace.rows.assign(3, {quiet_row(), quiet_row()});
  trace.rows[1][1].leaves_as = trace.rows[1][1].status = static_cast<std::int32_t>(Status::natural);
  auto const story = family_story(trace, calendar_month(2026, 1));
  CHECK(story.starts_with("Family 7 of Bali."));
  CHECK(story.find("today") < story.find("other"));
  CHECK(story.find("third") == std::string::npos);
  CHECK(story.find("2026-02" + std::string(66, ' ') +
                   "LEAVES: no eligible member, as a check finds\n") != std::string::npos);
  auto const document = text_of(family_json(trace, calendar_month(2026, 1)), Layout::line);
  CHECK(document.find("\"policy\":\"third\"") != std::string::npos);
  CHECK(document.find("\"leaves_as\":[0,6]") != std::string::npos);
}
