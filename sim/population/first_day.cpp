#include "population/first_day.h"

#include "base/contract.h"
#include "base/math.h"
#include "population/welfare.h"
#include "random/stream.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace graduasi {

namespace {

constexpr int longest_tenure = 720;

/// Draws are made for so many families at once: loops that vectorise, in cache.
constexpr std::size_t chunk = 128;

template <class T>
using Places = std::array<T, chunk>;

struct Draws {
  Places<float> base, shock_then, score_noise, shock_new;  // normals
  Places<float> rank, willing, common;                     // uniform; normals
  Places<std::int32_t> lot;                                // see traits
  Places<float> skills, confidence, habit;                 // normals
  Places<float> clash, savings, clock, wait;               // uniform
  Places<float> access, digital;                           // normals
  Places<float> assets, card;                              // uniform
  Places<float> survey_noise;                              // normal
};

[[gnu::always_inline]] inline RandomWords words_of(std::uint32_t id, Start block, Key key) {
  return threefry4x32(id, 0, static_cast<std::uint32_t>(block),
                      static_cast<std::uint32_t>(Domain::household), key.seed, key.replicate);
}

void draw_welfare_normals(Draws& draws, std::uint32_t first_id, Key key) {
  std::span<float> const base(draws.base), then(draws.shock_then), noise(draws.score_noise),
      now(draws.shock_new);
#pragma omp simd
  for (std::size_t i = 0; i < chunk; ++i) {
    auto const w = words_of(first_id + static_cast<std::uint32_t>(i), Start::welfare, key);
    auto const chosen = math::normal_pair(w.word[0], w.word[1]);
    auto const others = math::normal_pair(w.word[2], w.word[3]);
    base[i] = chosen.first;
    then[i] = chosen.second;
    noise[i] = others.first;
    now[i] = others.second;
  }
}

void draw_place(Draws& draws, std::uint32_t first_id, Key key) {
  std::span<float> const rank(draws.rank), willing(draws.willing), common(draws.common);
  std::span<std::int32_t> const lot(draws.lot);
#pragma omp simd
  for (std::size_t i = 0; i < chunk; ++i) {
    auto const w = words_of(first_id + static_cast<std::uint32_t>(i), Start::rank, key);
    auto const normals = math::normal_pair(w.word[2], w.word[3]);
    rank[i] = math::uniform_above_zero(w.word[0]);
    lot[i] = static_cast<std::int32_t>(lot_of(w.word[1]));
    willing[i] = normals.first;
    common[i] = normals.second;
  }
}

void draw_trait_normals(Draws& draws, std::uint32_t first_id, Key key) {
  std::span<float> const skills(draws.skills), confidence(draws.confidence), habit(draws.habit);
#pragma omp simd
  for (std::size_t i = 0; i < chunk; ++i) {
    auto const w = words_of(first_id + static_cast<std::uint32_t>(i), Start::traits, key);
    auto const economic = math::normal_pair(w.word[0], w.word[1]);
    skills[i] = economic.first;
    confidence[i] = economic.second;
    habit[i] = math::normal_pair(w.word[2], w.word[3]).first;
  }
}

void draw_rest(Draws& draws, std::uint32_t first_id, Key key) {
  std::span<float> const clash(draws.clash), savings(draws.savings), clock(draws.clock),
      wait(draws.wait);
#pragma omp simd
  for (std::size_t i = 0; i < chunk; ++i) {
    auto const w = words_of(first_id + static_cast<std::uint32_t>(i), Start::rest, key);
    clash[i] = math::uniform_above_zero(w.word[0]);
    savings[i] = math::uniform(w.word[1]);
    clock[i] = math::uniform(w.word[2]);
    wait[i] = math::uniform_above_zero(w.word[3]);
  }
}

void draw_livelihood(Draws& draws, std::uint32_t first_id, Key key) {
  std::span<float> const access(draws.access), digital(draws.digital), assets(draws.assets),
      card(draws.card);
#pragma omp simd
  for (std::size_t i = 0; i < chunk; ++i) {
    auto const w = words_of(first_id + static_cast<std::uint32_t>(i), Start::livelihood, key);
    auto const normals = math::normal_pair(w.word[0], w.word[1]);
    access[i] = normals.first;
    digital[i] = normals.second;
    assets[i] = math::uniform_above_zero(w.word[2]);
    card[i] = static_cast<float>(static_cast<std::int32_t>(w.word[3] & 0xffffu)) / 65536.0f;
  }
}

void draw_survey_noise(Draws& draws, std::uint32_t first_id, Key key) {
  std::span<float> const noise(draws.survey_noise);
#pragma omp simd
  for (std::size_t i = 0; i < chunk; ++i) {
    auto const w = words_of(first_id + static_cast<std::uint32_t>(i), Start::survey, key);
    noise[i] = math::normal_pair(w.word[0], w.word[1]).first;
  }
}

/// What is left of a shock after m months, and the spread of what came instead.
struct ShockMemory {
  std::array<float, longest_tenure + 1> kept, renewed;
};

ShockMemory shock_memory(float keep) {
  ShockMemory memory;
  float kept = 1.0f;
  for (std::size_t m = 0; m < memory.kept.size(); ++m) {
    memory.kept[m] = kept;
    memory.renewed[m] = std::sqrt(1.0f - kept * kept);
    kept *= keep;
  }
  return memory;
}

/// The numbers of an area and of the settings, rounded once.
struct Numbers {
  WelfareLaw welfare;
  float reserve;  ///< waiting families for each in the programme
  std::size_t families, waiting;
  float ranks_below;      ///< see FirstDay
  float rupiah_to_lines;  ///< paid / persons to line-months a month
  float passes;           ///< part of luck in income that spending shows
  float savings_follow_assets;
  TraitSettings traits;
  float skill_economy, skill_common, skill_own;
  float confidence_economy, confidence_common, confidence_own;
  float access_economy, access_common, access_own;
  float digital_economy, digital_common, digital_own;
  float habit_common, habit_own;
  float access_mean;  ///< of the area
};

/// Weights of the lasting base, of what the traits share and of a trait's own part, for a trait
/// with correlation `economy` with the base.
void trait_weights(float economy, float common, float& shared, float& own) {
  float const rest = 1.0f - economy * economy;
  shared = std::sqrt(common * rest);
  own = std::sqrt((1.0f - common) * rest);
}

Numbers numbers_of(FirstDay const& day, District const& district) {
  auto const& area = day.area;
  auto const& traits = day.settings.traits;
  Numbers n{};
  n.welfare = welfare_law(area, day.settings.spending.score_sd);
  n.families = district.families;
  n.waiting = district.waiting;
  n.reserve =
      static_cast<float>(n.waiting) / static_cast<float>(std::max<std::size_t>(n.families, 1));
  n.ranks_below = day.ranks_below;
  n.passes = day.passes;
  n.savings_follow_assets = day.savings_follow_assets;
  n.rupiah_to_lines = day.paid_unit_rupiah / (12.0f * district.line_rupiah);
  n.traits = traits;
  n.skill_economy = traits.economy_correlation;
  // Confidence goes with the economy, but less than skill does.
  n.confidence_economy = 0.7f * traits.economy_correlation;
  trait_weights(n.skill_economy, traits.common_correlation, n.skill_common, n.skill_own);
  trait_weights(n.confidence_economy, traits.common_correlation, n.confidence_common,
                n.confidence_own);
  n.access_economy = traits.economy_correlation;
  trait_weights(n.access_economy, traits.common_correlation, n.access_common, n.access_own);
  n.digital_economy = 0.85f * traits.economy_correlation;
  trait_weights(n.digital_economy, traits.common_correlation, n.digital_common, n.digital_own);
  trait_weights(0.0f, traits.common_correlation, n.habit_common, n.habit_own);
  n.access_mean =
      traits.access_mean + traits.access_per_school_year * static_cast<float>(area.more_schooling);
  return n;
}

/// Whether a household of the district is on its waiting list.
bool waits(Numbers const& n, std::size_t number) { return n.waiting > 0 && number >= n.families; }

/// Where a household stands in the order of scores, 1 = at the cut: anywhere below it when chosen,
/// in its turn above it when it waits.
float rank_of(Numbers const& n, float draw, std::size_t number) {
  if (n.ranks_below > 0.0f) return draw * n.ranks_below;
  if (!waits(n, number)) return draw;
  float const turn = static_cast<float>(number - n.families) + draw;
  return 1.0f + n.reserve * turn / static_cast<float>(n.waiting);
}

Welfare welfare_of(Numbers const& n, ShockMemory const& memory, Draws const& draws, std::size_t i,
                   std::size_t number, int tenure, float observed) {
  auto const m = static_cast<std::size_t>(tenure);
  WelfareDraws const free{.rank = draws.rank[i],
                          .base = draws.base[i],
                          .shock_then = draws.shock_then[i],
                          .score_noise = draws.score_noise[i],
                          .shock_new = draws.shock_new[i],
                          .survey_noise = draws.survey_noise[i],
                          .shock_kept = memory.kept[m],
                          .shock_renewed = memory.renewed[m]};
  return std::isnan(observed) ? welfare_by_score(n.welfare, free, rank_of(n, draws.rank[i], number))
                              : welfare_by_observation(n.welfare, free, observed);
}

/// The lasting part of what a family earns, when its published spending contains the benefit.
float without_benefit(float base, float shock, float benefit) {
  float const left = 1.0f - benefit * math::exp(-(base + shock));
  return base + math::log(math::max(left, min_own_share));
}

std::uint32_t in_255ths(float share) { return static_cast<std::uint32_t>(share * 255.0f + 0.5f); }
std::uint32_t in_63rds(float share) { return static_cast<std::uint32_t>(share * 63.0f + 0.5f); }

float share_of(std::uint32_t level) { return static_cast<float>(level) * level_step; }

std::uint32_t level(float mean, float sd, float z) {
  return in_63rds(math::clip(mean + sd * z, level_min, level_max));
}

/// Standard normal as the flags of fixed traits keep it.
std::uint32_t packed_normal(float z) {
  return static_cast<std::uint32_t>(math::clip(z * 32.0f + 128.5f, 0.0f, 255.0f));
}

struct Traits {
  std::uint32_t start, fixed, abilities;
  float confidence, skills, habit;
};

Traits traits_of(Numbers const& n, Draws const& draws, std::size_t i, float base_score) {
  auto const& t = n.traits;
  float const common = draws.common[i];
  auto const skills =
      level(t.skill_mean, t.sd,
            n.skill_economy * base_score + n.skill_common * common + n.skill_own * draws.skills[i]);
  auto const confidence = level(t.confidence_mean, t.sd,
                                n.confidence_economy * base_score + n.confidence_common * common +
                                    n.confidence_own * draws.confidence[i]);
  auto const habit =
      level(t.habit_mean, t.sd, n.habit_common * common + n.habit_own * draws.habit[i]);
  auto const access = level(
      n.access_mean, t.sd,
      n.access_economy * base_score + n.access_common * common + n.access_own * draws.access[i]);
  auto const digital = level(t.digital_mean, t.sd,
                             n.digital_economy * base_score + n.digital_common * common +
                                 n.digital_own * draws.digital[i]);
  auto const ability = [](std::uint32_t level63) {
    return static_cast<std::uint32_t>(share_of(level63) * 65535.0f + 0.5f);
  };
  float const clash = math::min(0.9f, -t.clash_mean * math::log(draws.clash[i]));
  return {.start = start::confidence.put(confidence) | start::skills.put(skills) |
                   start::habit.put(habit) | start::access.put(access) |
                   start::digital.put(digital),
          .fixed = traits::willing.put(packed_normal(draws.willing[i])) |
                   traits::clash.put(in_255ths(clash)),
          .abilities =
              abilities::access.put(ability(access)) | abilities::digital.put(ability(digital)),
          .confidence = share_of(confidence),
          .skills = share_of(skills),
          .habit = share_of(habit)};
}

/// Assets before they are kept in 64ths: a Weibull law of shape 2/3, whose richest tenth holds 47
/// percent and whose poorest a thousandth, as of total wealth (S208: 51 and 1.1 thousandths).
float drawn_assets(Numbers const& n, Draws const& draws, std::size_t i) {
  constexpr float one_over_mean = 0.7522528f;  // of the law with scale 1: 1 / Gamma(5/2)
  float const e = math::max(-math::log(draws.assets[i]), 0.0f);
  return math::min(n.traits.assets_mean * one_over_mean * e * std::sqrt(e), 3.9f);
}

/// Who has more assets has more savings: a part of the mean goes with them.
float savings_of(Numbers const& n, Draws const& draws, std::size_t i, float assets) {
  auto const& t = n.traits;
  float const follows = t.assets_mean > 0.0f ? n.savings_follow_assets : 0.0f;
  float const by_assets = follows > 0.0f ? follows * assets / t.assets_mean : 0.0f;
  return t.savings_mean * (1.0f - follows + by_assets) * (0.5f + draws.savings[i]);
}

/// Assets, and who holds the card.
std::uint32_t livelihood_of(Numbers const& n, Draws const& draws, std::size_t i, float assets,
                            int tenure) {
  auto const& t = n.traits;
  auto const start = static_cast<std::uint32_t>(assets / assets_start_step + 0.5f);
  float const kept = static_cast<float>(start) * assets_start_step;
  return livelihood::assets.put(static_cast<std::uint32_t>(kept / assets_step + 0.5f)) |
         livelihood::assets_start.put(start) |
         livelihood::card_away.put(draws.card[i] < t.card_away_share ? 1u : 0u) |
         livelihood::half_years.put(static_cast<std::uint32_t>(std::min(tenure / 6, 31)));
}

/// @param amount  paid, or what it is entitled to
float benefit_in_lines(Numbers const& n, Bits amount, std::uint32_t record) {
  auto const paid = static_cast<float>(static_cast<std::int32_t>(amount.get(record)));
  auto const persons = static_cast<float>(static_cast<std::int32_t>(record::size.get(record) + 1));
  return paid * n.rupiah_to_lines / persons;
}

/// What all families of a district share.
struct Shared {
  Numbers numbers;
  ShockMemory memory;
  AssessmentClock clock;
};

/// Household i of the chunk, `number` of the district, at slot `at` of the part.
/// @param observed  its spending, log of the line, or unknown
void fill_household(Shared const& shared, Draws const& draws, std::size_t i, std::size_t number,
                    int tenure, float observed, HouseholdsView const& h, std::size_t at) {
  auto const& n = shared.numbers;
  auto const welfare = welfare_of(n, shared.memory, draws, i, number, tenure, observed);
  auto const pays = n.ranks_below > 0.0f && rank_of(n, draws.rank[i], number) <= 1.0f
                        ? record::entitlement
                        : record::paid;
  float const own = math::clip(
      without_benefit(welfare.base, welfare.shock, benefit_in_lines(n, pays, h.record[at])),
      -log_limit, log_limit);
  h.base[at] = own;
  h.permanent[at] = own;
  h.shock[at] = welfare.shock / n.passes;
  h.reference[at] = own + h.shock[at];

  auto const traits = traits_of(n, draws, i, welfare.base_score);
  h.confidence[at] = traits.confidence;
  h.skills[at] = traits.skills;
  h.habit[at] = traits.habit;
  h.start[at] = traits.start;
  h.traits[at] = (h.traits[at] & traits::female_headed.mask()) | traits.fixed;
  h.abilities[at] = traits.abilities;
  float const assets = drawn_assets(n, draws, i);
  h.livelihood[at] = livelihood_of(n, draws, i, assets, tenure);

  h.contact[at] = 0.0f;
  h.savings[at] = savings_of(n, draws, i, assets);
  auto const since =
      months_since_assessed(shared.clock, draws.lot[i], draws.clock[i], draws.wait[i]);
  auto const status = waits(n, number) ? Status::waiting : Status::active;
  h.flags[at] = flags::status.put(static_cast<std::uint32_t>(status)) |
                flags::since_assessed.put(since) | flags::real.put(1);
}

}  // namespace

void draw_first_day(FirstDay const& day, District const& district, Key key, std::size_t first,
                    std::span<int const> tenure, HouseholdsView part) {
  expects(tenure.size() <= part.base.size(), "every tenure has a slot");
  Shared const shared{.numbers = numbers_of(day, district),
                      .memory = shock_memory(day.shock_keep),
                      .clock = day.assessments};
  Draws draws;
  for (std::size_t done = 0; done < tenure.size(); done += chunk) {
    auto const first_id = district.first_id + static_cast<std::uint32_t>(first + done);
    draw_welfare_normals(draws, first_id, key);
    draw_place(draws, first_id, key);
    draw_trait_normals(draws, first_id, key);
    draw_rest(draws, first_id, key);
    draw_livelihood(draws, first_id, key);
    if (done < day.spending.size()) draw_survey_noise(draws, first_id, key);
    auto const some = tenure.subspan(done, std::min(chunk, tenure.size() - done));
    for (std::size_t i = 0; i < some.size(); ++i) {
      expects(0 <= some[i] && some[i] <= longest_tenure, "a tenure lies in 0 to 240 months");
      float const observed = done + i < day.spending.size() ? day.spending[done + i] : unknown;
      fill_household(shared, draws, i, first + done + i, some[i], observed, part, done + i);
    }
  }
}

}  // namespace graduasi
