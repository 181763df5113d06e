#include "command/family_story.h"

#include "agents/households.h"
#include "base/math.h"
#include "output/manifest.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

namespace graduasi {

namespace {

constexpr std::size_t width = 62;  // of a policy's column
constexpr std::int32_t waiting = static_cast<std::int32_t>(Status::waiting);
constexpr std::int32_t off_list = static_cast<std::int32_t>(Status::off_list);

double lines(float log_welfare) { return static_cast<double>(math::exp(log_welfare)); }

double million_rupiah(float hundred_thousands) {
  return static_cast<double>(hundred_thousands) / 10;
}

std::string_view way_out(std::int32_t status) {
  switch (static_cast<Status>(status)) {
    case Status::raised:
      return "LEAVES SELF-RELIANT, nominated by its facilitator";
    case Status::own_request:
      return "LEAVES SELF-RELIANT, at its own request";
    case Status::target:
      return "LEAVES SELF-RELIANT, nominated only under the pressure of a target";
    case Status::label:
      return "LEAVES SELF-RELIANT, and only because its house was labelled";
    case Status::booked:
      return "LEAVES with no eligible member, misclassified as self-reliant";
    case Status::natural:
      return "LEAVES: no eligible member, as a check finds";
    case Status::assessed_out:
      return "TAKEN OFF: seen able, and did not agree";
    case Status::struck_off:
      return "STRUCK OFF: its record ranks too high";
    case Status::removal:
      return "TAKEN OFF: its identity does not match";
    case Status::appeal:
      return "TAKEN OFF: its identity does not match; it appeals";
    case Status::time_limit:
      return "TAKEN OFF: it has been in the programme as long as anybody may";
    case Status::active:
    case Status::waiting:
    case Status::off_list:
      break;
  }
  return "";
}

bool judged(std::int32_t status) {
  return status > 0 && status <= static_cast<std::int32_t>(Status::assessed_out) &&
         status != static_cast<std::int32_t>(Status::natural) &&
         status != static_cast<std::int32_t>(Status::booked);
}

/// Whether the exit was right.
std::string verdict(TraceRow const& row, FamilyTrace const& trace) {
  if (row.ready_for >= trace.months_to_be_ready)
    return fmt::format("it is able: {} months above the readiness line", row.ready_for);
  return fmt::format("PREMATURE: {} of {} months above the readiness line", row.ready_for,
                     trace.months_to_be_ready);
}

std::string state(TraceRow const& row) {
  return fmt::format("earns {:.2f} lines, {:.2f} lastingly; confidence {:.2f}, skills {:.2f}",
                     lines(row.log_earned), lines(row.permanent), row.confidence, row.skills);
}

/// Contact in the twelve months before month `m` of the run, counted from 0; empty when there was
/// none to speak of.
std::string past_year(std::vector<TraceRow> const& rows, std::size_t m) {
  float attended = 0, offered = 0, visits = 0;
  for (std::size_t past = m - std::min<std::size_t>(m, 12); past < m; ++past) {
    attended += rows[past].attended;
    offered += rows[past].offered;
    visits += rows[past].visits;
  }
  if (offered + visits == 0.0f) return "";
  return fmt::format("last year: {:.0f} of {:.0f} sessions, {:.0f} {}", attended, offered, visits,
                     visits == 1.0f ? "visit" : "visits");
}

void tell_assessment(std::vector<std::string>& told, TraceRow const& row,
                     FamilyTrace const& trace) {
  if (row.assessed <= 0.0f) return;
  told.emplace_back(fmt::format("assessed: earns {:.2f} lines, is {} above the mark of {:.2f}",
                                lines(row.log_earned), row.found_able > 0 ? "seen" : "not seen",
                                lines(trace.line_margin)));
  if (row.found_able > 0 && row.raised <= 0)
    told.emplace_back("its facilitator does not nominate it");
  if (row.raised > 0 && row.pushed > 0)
    told.emplace_back("nominated, though only under the target");
}

void tell_decision(std::vector<std::string>& told, TraceRow const& row) {
  if (row.asked <= 0.0f) return;
  double const share = static_cast<double>(row.benefit) /
                       std::max(static_cast<double>(row.benefit) + lines(row.log_earned), 1e-9);
  told.emplace_back(fmt::format("{}: savings {:.2f}, confidence {:.2f}, benefit {:.0f} % of income",
                                row.raised > 0 ? "weighs leaving" : "weighs leaving unasked",
                                row.savings, row.confidence, 100 * share));
  if (row.leaves_as == 0) told.emplace_back("stays: it does not agree, or is not approved");
}

void tell_record(std::vector<std::string>& told, TraceRow const& row, TraceRow const* before) {
  if (before == nullptr || before->status != 0) return;
  if (before->entitlement > 0 && row.entitlement == 0 && row.leaves_as == 0)
    told.emplace_back("its last eligible member has gone; not yet noticed");
  if (row.paid != before->paid && row.leaves_as == 0) {
    told.emplace_back(fmt::format("a check moves the benefit from {:.1f} to {:.1f} million a year",
                                  million_rupiah(before->paid), million_rupiah(row.paid)));
  }
}

void tell_facilitator(std::vector<std::string>& told, TraceRow const& row, TraceRow const* before) {
  bool const was = before != nullptr && before->vacant;
  if (row.vacant && !was) told.emplace_back("its facilitator has left; colleagues stand in");
  if (!row.vacant && was) told.emplace_back("a new facilitator comes");
}

void tell_readiness(std::vector<std::string>& told, TraceRow const& row, TraceRow const* before,
                    FamilyTrace const& trace) {
  bool const able = row.ready_for >= trace.months_to_be_ready;
  bool const was = before != nullptr && before->ready_for >= trace.months_to_be_ready;
  if (before == nullptr || able == was) return;
  if (row.became_able && !before->became_able)
    told.emplace_back("becomes able to leave, for the first time");
  else
    told.emplace_back(able ? "is able to leave from now on" : "is no longer able to leave");
}

/// Breaks a text into lines of the column, at blanks.
std::vector<std::string> wrapped(std::string const& text) {
  std::vector<std::string> rows;
  std::string rest = text;
  while (rest.size() > width) {
    auto const cut = rest.rfind(' ', width);
    std::size_t const length = cut == std::string::npos ? width : cut;
    rows.push_back(rest.substr(0, length));
    rest = "  " + rest.substr(std::min(length + 1, rest.size()));
  }
  rows.push_back(rest);
  return rows;
}

std::vector<std::string> wrapped(std::vector<std::string> const& texts) {
  std::vector<std::string> rows;
  for (auto const& text : texts) {
    for (auto& row : wrapped(text)) rows.push_back(std::move(row));
  }
  return rows;
}

/// What a quantity of the trace is called, and its value in a month.
struct Quantity {
  char const* name;
  double (*value)(TraceRow const&);
};

constexpr Quantity quantities[] = {
    {"status", [](TraceRow const& r) { return static_cast<double>(r.status); }},
    {"leaves_as", [](TraceRow const& r) { return static_cast<double>(r.leaves_as); }},
    {"enters", [](TraceRow const& r) { return r.enters ? 1.0 : 0.0; }},
    {"log_earned", [](TraceRow const& r) { return static_cast<double>(r.log_earned); }},
    {"permanent", [](TraceRow const& r) { return static_cast<double>(r.permanent); }},
    {"shock", [](TraceRow const& r) { return static_cast<double>(r.shock); }},
    {"setback", [](TraceRow const& r) { return static_cast<double>(r.hit); }},
    {"benefit", [](TraceRow const& r) { return static_cast<double>(r.benefit); }},
    {"savings", [](TraceRow const& r) { return static_cast<double>(r.savings); }},
    {"entitlement_million", [](TraceRow const& r) { return million_rupiah(r.entitlement); }},
    {"paid_million", [](TraceRow const& r) { return million_rupiah(r.paid); }},
    {"sessions_offered", [](TraceRow const& r) { return static_cast<double>(r.offered); }},
    {"sessions_attended", [](TraceRow const& r) { return static_cast<double>(r.attended); }},
    {"visits", [](TraceRow const& r) { return static_cast<double>(r.visits); }},
    {"contact", [](TraceRow const& r) { return static_cast<double>(r.contact); }},
    {"dose", [](TraceRow const& r) { return static_cast<double>(r.dose); }},
    {"self_confidence", [](TraceRow const& r) { return static_cast<double>(r.confidence); }},
    {"skills", [](TraceRow const& r) { return static_cast<double>(r.skills); }},
    {"habit", [](TraceRow const& r) { return static_cast<double>(r.habit); }},
    {"checked", [](TraceRow const& r) { return static_cast<double>(r.checked); }},
    {"assessed", [](TraceRow const& r) { return static_cast<double>(r.assessed); }},
    {"found_able", [](TraceRow const& r) { return static_cast<double>(r.found_able); }},
    {"raised", [](TraceRow const& r) { return static_cast<double>(r.raised); }},
    {"asked", [](TraceRow const& r) { return static_cast<double>(r.asked); }},
    {"recorded", [](TraceRow const& r) { return static_cast<double>(r.recorded); }},
    {"record_age", [](TraceRow const& r) { return static_cast<double>(r.record_age); }},
    {"ready_for", [](TraceRow const& r) { return static_cast<double>(r.ready_for); }},
    {"became_able", [](TraceRow const& r) { return r.became_able ? 1.0 : 0.0; }},
    {"left_poor", [](TraceRow const& r) { return r.left_poor ? 1.0 : 0.0; }},
    {"fell_back", [](TraceRow const& r) { return r.fell_back ? 1.0 : 0.0; }},
    {"facilitator", [](TraceRow const& r) { return static_cast<double>(r.facilitator); }},
    {"vacant", [](TraceRow const& r) { return r.vacant ? 1.0 : 0.0; }},
    {"fatigue", [](TraceRow const& r) { return static_cast<double>(r.fatigue); }},
    {"pressure", [](TraceRow const& r) { return static_cast<double>(r.pressure); }},
};

}  // namespace

std::vector<std::string> events_of(TraceRow const& row, TraceRow const* before,
                                   FamilyTrace const& trace) {
  std::vector<std::string> told;
  bool const was_in = before == nullptr ? row.status < waiting : before->status == 0;
  if (before == nullptr && trace.first_month > 1) told.emplace_back("joins the waiting list");
  if (before != nullptr && before->status == waiting && row.status != waiting)
    told.emplace_back(row.status == off_list ? "leaves the waiting list: no eligible member"
                                             : "comes in from the waiting list");
  if (row.hit > 0) told.emplace_back(fmt::format("a setback: {}", state(row)));
  if (was_in) tell_facilitator(told, row, before);
  tell_record(told, row, before);
  tell_readiness(told, row, before, trace);
  tell_assessment(told, row, trace);
  tell_decision(told, row);
  if (row.leaves_as > 0) {
    told.emplace_back(std::string(way_out(row.leaves_as)));
    if (judged(row.leaves_as)) told.emplace_back(verdict(row, trace));
    if (row.left_poor) told.emplace_back("it leaves poor: lasting earnings below the line");
  }
  if (row.fell_back && before != nullptr && !before->fell_back && row.status != 0)
    told.emplace_back("falls back below the poverty line");
  if (row.enters) told.emplace_back("comes back into the programme");
  return told;
}

std::string family_story(FamilyTrace const& trace, CalendarMonth start) {
  std::size_t const shown = std::min<std::size_t>(trace.rows.size(), 2);
  std::string text = fmt::format(
      "Family {} of {}. Earnings are the family's own, with the month's luck, in poverty lines.\n"
      "Able: lasting earnings above the readiness line for {} months running.\n\n{:9}",
      trace.id, trace.area, trace.months_to_be_ready, "");
  for (std::size_t p = 0; p < shown; ++p)
    text += fmt::format("{:<{}}", trace.policies[p], width + 2);
  while (text.ends_with(' ')) text.pop_back();
  text += '\n';
  for (std::size_t m = 0; m < trace.rows.front().size(); ++m) {
    CalendarMonth const month = later(start, trace.first_month - 1 + static_cast<int>(m));
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 0;
    for (std::size_t p = 0; p < shown; ++p) {
      auto const& rows = trace.rows[p];
      auto told = events_of(rows[m], m > 0 ? &rows[m - 1] : nullptr, trace);
      if (m == 0 || month.is_january()) told.insert(told.begin(), state(rows[m]));
      auto const contact = month.is_january() ? past_year(rows, m) : "";
      if (!contact.empty()) told.insert(told.begin(), contact);
      columns.push_back(wrapped(told));
      height = std::max(height, columns.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      text += fmt::format("{:9}", line == 0 ? month_text(month) : "");
      for (auto const& column : columns)
        text += fmt::format("{:<{}}", line < column.size() ? column[line] : "", width + 2);
      while (text.ends_with(' ')) text.pop_back();
      text += '\n';
    }
  }
  return text;
}

Json family_json(FamilyTrace const& trace, CalendarMonth start) {
  Json::List policies;
  for (std::size_t p = 0; p < trace.policies.size(); ++p) {
    auto const& rows = trace.rows[p];
    Json::Members columns = {{"policy", trace.policies[p]}};
    for (auto const& [name, value] : quantities) columns.emplace_back(name, list_of(rows, value));
    policies.push_back(std::move(columns));
  }
  return Json::Members{{"family", static_cast<std::int64_t>(trace.id)},
                       {"area", trace.area},
                       {"start", month_text(later(start, trace.first_month - 1))},
                       {"months_to_be_ready", trace.months_to_be_ready},
                       {"policies", std::move(policies)}};
}

}  // namespace graduasi
