#include "model/family_outcomes.h"

#include "base/math.h"
#include "base/member_track.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace graduasi {

namespace {

using View = FamilyView const&;

constexpr double one_if(bool yes) { return yes ? 1 : 0; }

/// A family's poverty gap, as a share of the line.
double gap_of(double spending) { return spending < 1 ? 1 - spending : 0; }

double mean_seen(View v) {
  return 0.5 * (static_cast<double>(v.first.seen) + static_cast<double>(v.now.seen));
}

bool was(std::int32_t status, Status wanted) { return status == static_cast<std::int32_t>(wanted); }

bool left_self_reliant(View v) {
  return v.now.left_as > 0 && v.now.left_as <= static_cast<std::int32_t>(last_self_reliant);
}

bool is_in(FamilyNote const& note) { return was(note.status, Status::active); }

bool has_member(FamilyNote const& note, std::uint32_t from, std::uint32_t before) {
  for (int byte_index = 0; byte_index < 4; ++byte_index) {
    auto const byte = track::member(note.members, byte_index);
    if (from <= byte && byte < before) return true;
  }
  return false;
}

constexpr auto outcomes = std::to_array<FamilyOutcome>({
    {"spending", "line-months", "true spending of the month",
     [](View v) { return static_cast<double>(v.now.spending); }},
    {"seen_spending", "line-months", "spending as a survey sees it, with its noise",
     [](View v) { return static_cast<double>(v.now.seen); }},
    {"earned", "line-months", "earnings with those of the business, without the benefit",
     [](View v) { return static_cast<double>(v.now.earned); }},
    {"lasting_earned", "line-months", "the same without passing luck",
     [](View v) {
       return static_cast<double>(math::exp(v.now.permanent)) + static_cast<double>(v.now.income);
     }},
    {"business_income", "line-months",
     "income of the business as a survey counts it, with all that the "
     "owner's work brings; 0 without one",
     [](View v) { return static_cast<double>(v.now.counted_income); }},
    {"savings", "line-months", "savings",
     [](View v) { return static_cast<double>(v.now.savings); }},
    {"assets", "line-months", "productive assets",
     [](View v) { return static_cast<double>(v.now.assets); }},
    {"enterprise", "share", "runs a business",
     [](View v) { return static_cast<double>(v.now.enterprise); }},
    {"self_confidence", "share", "self-confidence",
     [](View v) { return static_cast<double>(v.now.confidence); }},
    {"skills", "share", "livelihood skill",
     [](View v) { return static_cast<double>(v.now.skills); }},
    {"access", "share", "access to education and jobs",
     [](View v) { return static_cast<double>(v.now.access); }},
    {"digital_literacy", "share", "digital literacy",
     [](View v) { return static_cast<double>(v.now.digital); }},
    {"contact", "visit hours per month", "contact that is remembered",
     [](View v) { return static_cast<double>(v.now.contact); }},
    {"take_up", "share", "has taken up a job, a grant or a course of a partner",
     [](View v) { return one_if(v.now.taken_up > 0); }},
    {"active", "share", "is in the programme", [](View v) { return one_if(is_in(v.now)); }},
    {"left", "share", "has left the programme, in whatever way",
     [](View v) { return one_if(v.now.left_as > 0); }},
    {"left_self_reliant", "share", "has left self-reliantly",
     [](View v) { return one_if(left_self_reliant(v)); }},
    {"left_natural", "share", "has left since no member was eligible any more",
     [](View v) { return one_if(was(v.now.left_as, Status::natural)); }},
    {"left_not_able", "share", "has left self-reliantly, or as found able, without being able",
     [](View v) { return static_cast<double>(v.now.not_able); }},
    {"became_able", "share",
     "was not able on the first day, and has been so in the programme since",
     [](View v) { return static_cast<double>(v.now.became_able); }},
    {"left_poor", "share", "has left the programme below the line, by its lasting earnings",
     [](View v) { return static_cast<double>(v.now.left_poor); }},
    {"fell_back", "share", "has left, was above the line then or since, and fell below it",
     [](View v) { return static_cast<double>(v.now.fell_back); }},
    {"poor", "share", "spends less than the line, in truth",
     [](View v) { return one_if(v.now.spending < 1); }},
    {"seen_poor", "share", "spends less than the line, as a survey sees it",
     [](View v) { return one_if(v.now.seen < 1); }},
    {"seen_poor_twice", "share", "so on the first day and now",
     [](View v) { return one_if(v.now.seen < 1 && v.first.seen < 1); }},
    {"seen_poor_on_average", "share", "the mean of both is below the line",
     [](View v) { return one_if(mean_seen(v) < 1); }},
    {"seen_gap", "share", "what is missing to the line, mean of the first day and now, as seen",
     [](View v) {
       return 0.5 *
              (gap_of(static_cast<double>(v.first.seen)) + gap_of(static_cast<double>(v.now.seen)));
     }},
    {"seen_gap_on_average", "share", "what is missing to the line in the mean of both",
     [](View v) { return gap_of(mean_seen(v)); }},
    {"seen_above_third_tenth", "share", "not among the three poorest tenths, as seen",
     [](View v) { return one_if(v.now.seen_tenth > 3); }},
    {"seen_below_fifth_tenth", "share", "among the four poorest tenths, as seen",
     [](View v) { return one_if(v.now.seen_tenth <= 4); }},
});

constexpr auto groups = std::to_array<FamilyGroup>({
    {"enrolled", "in the programme on the first day", [](View v) { return is_in(v.first); }},
    {"everybody", "also those on the waiting list", [](View) { return true; }},
    {"poor", "enrolled, and truly poor on the first day",
     [](View v) { return is_in(v.first) && v.first.spending < 1; }},
    {"not_poor", "enrolled, and truly not poor on the first day",
     [](View v) { return is_in(v.first) && v.first.spending >= 1; }},
    {"everybody_seen_poor", "of everybody, those a survey of the first day sees as poor",
     [](View v) { return v.first.seen < 1; }},
    {"everybody_seen_not_poor", "of everybody, those a survey of the first day sees as not poor",
     [](View v) { return v.first.seen >= 1; }},
    {"three_poorest_tenths", "of everybody, by a survey of the first day",
     [](View v) { return v.first.seen_tenth <= 3; }},
    {"six_richest_tenths", "of everybody, by a survey of the first day",
     [](View v) { return v.first.seen_tenth > 4; }},
    {"least_confident", "enrolled, in the lowest fifth of self-confidence on the first day",
     [](View v) { return is_in(v.first) && v.first.least_confident == 1; }},
    {"more_confident", "enrolled, in the other four fifths",
     [](View v) { return is_in(v.first) && v.first.least_confident > 1; }},
    {"pupil_in_senior_school", "enrolled, with a member in senior secondary school",
     [](View v) {
       return is_in(v.first) && has_member(v.first, track::senior_secondary, track::school_over);
     }},
    {"no_pupil_in_senior_school", "enrolled, without one",
     [](View v) {
       return is_in(v.first) && !has_member(v.first, track::senior_secondary, track::school_over);
     }},
    {"five_persons_or_more", "enrolled families",
     [](View v) { return is_in(v.first) && v.first.persons >= 5; }},
    {"four_persons_or_fewer", "enrolled families",
     [](View v) { return is_in(v.first) && v.first.persons < 5; }},
    {"female_headed", "enrolled families headed by a woman",
     [](View v) { return is_in(v.first) && traits::female_headed.get(v.first.traits) == 1; }},
    {"male_headed", "enrolled families headed by a man",
     [](View v) { return is_in(v.first) && traits::female_headed.get(v.first.traits) == 0; }},
    {"left_self_reliant", "enrolled, and has left self-reliantly by now",
     [](View v) { return is_in(v.first) && left_self_reliant(v); }},
});

template <class Row>
std::optional<std::size_t> index_in(std::string_view name, std::span<Row const> rows) {
  auto const found = std::ranges::find(rows, name, &Row::name);
  if (found == rows.end()) return std::nullopt;
  return static_cast<std::size_t>(found - rows.begin());
}

}  // namespace

std::span<FamilyOutcome const> family_outcomes() { return outcomes; }
std::span<FamilyGroup const> family_groups() { return groups; }

std::optional<std::size_t> find_outcome(std::string_view name) {
  return index_in(name, family_outcomes());
}
std::optional<std::size_t> find_group(std::string_view name) {
  return index_in(name, family_groups());
}

}  // namespace graduasi
