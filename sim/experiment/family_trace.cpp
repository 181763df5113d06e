#include "experiment/family_trace.h"

#include "base/errors.h"
#include "experiment/prepared.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <string_view>

namespace graduasi {

namespace {

constexpr auto kind_names = std::to_array<std::string_view>({"", "ready", "premature", "missed"});

/// A district of the first replicate, to be simulated any number of times.
class TracedDistrict {
 public:
  TracedDistrict(PreparedVariant const& e, std::size_t d, Kernel const& kernel)
      : e_(e),
        d_(d),
        kernel_(kernel),
        first_day_(make_households(e.programme.districts[d].slots)),
        storage_(std::make_unique<TileStorage>()) {
    initialise(view(first_day_), e, d, e.key(0, 0), kernel);
  }

  /// @returns  by month, from that on in which the family is on the list
  std::vector<TraceRow> follow(std::size_t policy, std::uint32_t slot) {
    std::vector<TraceRow> rows(static_cast<std::size_t>(e_.run.counts.months));
    Households households = first_day_;
    DistrictState state = staffed(e_, d_, policy, e_.key(0, 0));
    for (MonthSpan const span : years_of(e_.run)) {
      std::vector<Tally> tallies(static_cast<std::size_t>(span.months));
      DistrictYear year =
          district_year(e_, d_, policy, e_.key(0, 0), view(households), state, span, tallies);
      year.traced_slot = slot;
      year.trace = std::span(rows).subspan(static_cast<std::size_t>(span.first_month - 1),
                                           static_cast<std::size_t>(span.months));
      kernel_.year(year, *storage_);
    }
    std::erase_if(rows, [](TraceRow const& row) { return row.month == 0; });
    return rows;
  }

 private:
  PreparedVariant const& e_;
  std::size_t d_;
  Kernel kernel_;
  Households first_day_;
  std::unique_ptr<TileStorage> storage_;
};

bool is_self_reliant(std::int32_t status) {
  return status > 0 && status <= static_cast<std::int32_t>(last_self_reliant);
}

/// Whether what happened to a family is what is looked for.
bool fits(std::vector<TraceRow> const& rows, TraceWish::Kind kind, int months_to_be_ready) {
  auto const exit =
      std::ranges::find_if(rows, [](TraceRow const& row) { return row.leaves_as > 0; });
  if (kind == TraceWish::Kind::missed)
    return exit == rows.end() && rows.back().ready_for > months_to_be_ready + 12;
  if (exit == rows.end() || !is_self_reliant(exit->leaves_as)) return false;
  bool const able = exit->ready_for >= months_to_be_ready;
  return able == (kind == TraceWish::Kind::ready);
}

[[noreturn]] void refuse(std::string what) { throw ScenarioError({{"--trace", std::move(what)}}); }

/// Those of the first day, and those that join the list during the run.
std::size_t families_in(District const& district) {
  return district.families + district.waiting + district.forming;
}

std::string range_of(District const& district) {
  auto const families = static_cast<std::uint32_t>(families_in(district));
  return std::to_string(district.first_id) + " to " +
         std::to_string(district.first_id + families - 1);
}

std::size_t district_of(PreparedVariant const& e, std::uint32_t id) {
  auto const& districts = e.programme.districts;
  auto const here = std::ranges::find_if(districts, [&](District const& district) {
    return id >= district.first_id && id < district.first_id + families_in(district);
  });
  if (here != districts.end()) return static_cast<std::size_t>(here - districts.begin());
  refuse(std::to_string(id) + " is not a family of this run; the first district (" +
         e.programme.areas[districts.front().area].area.name + ") has " +
         range_of(districts.front()) + ", the last (" +
         e.programme.areas[districts.back().area].area.name + ") has " +
         range_of(districts.back()) + ". Or let it be found: ready, premature or missed");
}

/// The first family that fits, district by district.
std::uint32_t found(PreparedVariant const& e, TraceWish::Kind kind, Kernel const& kernel) {
  // A family is found among the first ones, or hardly anywhere.
  constexpr std::uint32_t tried = 2000;
  std::uint32_t looked_at = 0;
  for (std::size_t d = 0; d < e.programme.districts.size(); ++d) {
    auto const& district = e.programme.districts[d];
    TracedDistrict traced(e, d, kernel);
    for (std::uint32_t slot = 0; slot < district.families; ++slot) {
      if (++looked_at > tried) {
        refuse("none of the first " + std::to_string(tried) + " families is " +
               std::string(kind_names[static_cast<std::size_t>(kind)]) +
               " under the baseline; name a family by its number");
      }
      if (fits(traced.follow(0, slot), kind, e.setting.world->readiness.months))
        return district.first_id + slot;
    }
  }
  refuse("no family of this run is " + std::string(kind_names[static_cast<std::size_t>(kind)]) +
         " under the baseline; name a family by its number");
}

}  // namespace

std::optional<TraceWish> trace_wish(std::string const& text) {
  auto const named = std::ranges::find(kind_names, std::string_view(text));
  if (!text.empty() && named != kind_names.end())
    return TraceWish{.kind = static_cast<TraceWish::Kind>(named - kind_names.begin()), .id = 0};
  TraceWish wish;
  auto const* const end = text.data() + text.size();
  auto const read = std::from_chars(text.data(), end, wish.id);
  if (text.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return wish;
}

FamilyTrace trace_family(Scenario const& scenario, Areas const& areas, TraceWish const& wish,
                         Isa isa) {
  Kernel const kernel = kernel_for(isa);
  PreparedVariant const e = prepared(scenario, areas, variants_of(scenario).front(), 0);
  FamilyTrace trace;
  trace.id = wish.kind == TraceWish::Kind::number ? wish.id : found(e, wish.kind, kernel);
  std::size_t const d = district_of(e, trace.id);
  auto const& district = e.programme.districts[d];
  trace.area = e.programme.areas[district.area].area.name;
  trace.months_to_be_ready = e.setting.world->readiness.months;
  auto const& baseline = e.baseline();
  trace.line_margin = asked_line(baseline.assessment, baseline.criteria,
                                 {district.tenth_below, district.minimum_wage})
                          .margin;
  trace.policies = policy_names(scenario);
  TracedDistrict traced(e, d, kernel);
  for (std::size_t policy = 0; policy < trace.policies.size(); ++policy)
    trace.rows.push_back(traced.follow(policy, trace.id - district.first_id));
  trace.first_month = trace.rows.front().front().month;
  return trace;
}

}  // namespace graduasi
