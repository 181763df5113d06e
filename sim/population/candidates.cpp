#include "population/candidates.h"

#include "base/contract.h"
#include "base/math.h"
#include "base/math_double.h"
#include "base/member_track.h"
#include "population/tenure.h"
#include "random/stream.h"

#include <algorithm>
#include <span>

namespace graduasi {

namespace {

/// Words are drawn for so many families at once: a loop that vectorises, in cache.
constexpr std::size_t chunk = 128;

using Words = std::array<std::array<std::uint32_t, chunk>, 4>;

constexpr std::uint32_t block_of(Candidate question) {
  return static_cast<std::uint32_t>(question);
}

RandomWords draw_one(std::uint32_t id, std::uint32_t block, Key key) {
  return threefry4x32(id, 0, block, static_cast<std::uint32_t>(Domain::candidate), key.seed,
                      key.replicate);
}

void draw_words(Words& words, std::uint32_t first_id, Candidate question, Key key) {
  auto const block = block_of(question);
  auto const seed = key.seed, replicate = key.replicate;
  std::span<std::uint32_t> const first(words[0]), second(words[1]), third(words[2]),
      fourth(words[3]);
#pragma omp simd
  for (std::size_t i = 0; i < chunk; ++i) {
    auto const w = threefry4x32(first_id + static_cast<std::uint32_t>(i), 0, block,
                                static_cast<std::uint32_t>(Domain::candidate), seed, replicate);
    first[i] = w.word[0];
    second[i] = w.word[1];
    third[i] = w.word[2];
    fourth[i] = w.word[3];
  }
}

struct ChunkWords {
  Words people, births, schooling, home;
};

std::uint32_t upper_half(std::uint32_t word) { return word >> 16; }
std::uint32_t lower_half(std::uint32_t word) { return word & 0xffffu; }

/// A share, to compare with half a word.
std::uint32_t halves(float share) { return static_cast<std::uint32_t>(math::in_65536ths(share)); }

/// What the settings say, ready to be compared with halves of words.
struct Chances {
  std::uint32_t elder_only, grandparent, disabled, female_headed, older_children_home;
  std::uint32_t works;                     ///< and lives at home
  std::array<std::uint32_t, 6> relatives;  ///< chance of more than 0, 1, ... 5 other relatives
  int school_quarter;
};

/// Chances, in 65,536ths, that a Poisson number exceeds 0, 1, ... 5.
std::array<std::uint32_t, 6> poisson_exceeds(float mean) {
  std::array<std::uint32_t, 6> exceeds{};
  double chance = math::exp(-static_cast<double>(mean));
  double rest = 1;
  for (std::size_t k = 0; k < exceeds.size(); ++k) {
    rest -= chance;
    exceeds[k] = static_cast<std::uint32_t>(rest * 65536.0 + 0.5);
    chance *= static_cast<double>(mean) / static_cast<double>(k + 1);
  }
  return exceeds;
}

Chances chances_of(PopulationSettings const& settings, CalendarMonth first_day, float works) {
  auto const& f = settings.families;
  return {.elder_only = halves(f.elder_only),
          .grandparent = halves(f.grandparent),
          .disabled = halves(f.disabled),
          .female_headed = halves(f.female_headed),
          .older_children_home = halves(f.older_children_home),
          .works = halves(f.older_children_home * works),
          .relatives = poisson_exceeds(f.relatives),
          .school_quarter = first_day.school_quarter()};
}

/// The same for families when they are formed. Others of the list have no child, and nobody joins
/// it without: elders alone are as large a part of those who join as of those who are eligible.
Chances chances_of_new(PopulationSettings const& settings, CalendarMonth formed, float works) {
  auto chances = chances_of(settings, formed, works);
  auto const& families = settings.families;
  chances.elder_only = halves(math::min(families.elder_only / families.component_share, 1.0f));
  return chances;
}

/// A family while it is put together.
struct Family {
  std::uint32_t members = 0;
  int taken = 0;  ///< taken in `members`
  int persons = 0;
  int adult = 0;  ///< quarters of life of the oldest adult without a place
  int born = 0;
  int grown = 0, working = 0;  ///< children at home and out of school; those who work

  void add_member(std::uint32_t byte) {
    if (taken == 4) return;
    members |= byte << (8 * taken++);
  }
};

/// Births in the order of time, as quarters of childbearing age.
struct Births {
  std::array<int, childbearing::max_births> quarter;
  int count = 0;
};

/// The hazard that brings the first birth of a mother who has at least one, from a uniform number.
float hazard_of_first(float uniform_above_zero, float whole) {
  float const happens = 1.0f - math::exp(-whole);
  float const target = -math::log(1.0f - (1.0f - uniform_above_zero) * happens);
  return math::min(target, 0.99999f * whole);  // rounding must not take it beyond the last quarter
}

/// The births of a mother up to `last`, by inverting the accumulated hazard.
/// @param has_children  one birth happens at least, and all that come until then are known
Births births_until(int last, BirthTable const& table, ChunkWords const& words, std::size_t i,
                    std::uint32_t id, Key key, bool has_children = false) {
  Births births;
  RandomWords waits{
      {words.births[0][i], words.births[1][i], words.births[2][i], words.births[3][i]}};
  float const whole = table.hazard_before.back();
  float reached = 0;  // hazard accumulated when the mother can conceive again
  for (int n = 0; n < childbearing::max_births; ++n) {
    auto const within = static_cast<std::size_t>(n % 4);
    if (n > 0 && within == 0) {
      waits = draw_one(id, block_of(Candidate::births) + static_cast<std::uint32_t>(n / 4), key);
    }
    float const uniform = math::uniform_above_zero(waits[within]);
    bool const certain = has_children && n == 0;
    float const target = certain ? hazard_of_first(uniform, whole) : reached - math::log(uniform);
    if (!(target < whole)) break;
    std::size_t q = table.guide[static_cast<std::size_t>(target * table.guide_per_hazard)];
    while (table.hazard_before[q + 1] < target) ++q;
    if (static_cast<int>(q) > last && !certain) break;
    births.quarter[static_cast<std::size_t>(n)] = static_cast<int>(q);
    births.count = n + 1;
    auto const able = std::min<std::size_t>(q + childbearing::spacing, childbearing::quarters);
    reached = table.hazard_before[able];
  }
  return births;
}

/// Puts one child where it belongs: into the word, only at home, or nowhere any more.
/// @param age   quarters since birth
/// @param word  its upper half decides on school, its lower half on home
void add_child(Family& family, int age, int school_quarter, std::uint32_t word,
               BirthTable const& table, Chances const& chances) {
  ++family.born;
  auto const byte = track::newborn((school_quarter - age) & 3) + static_cast<std::uint32_t>(age);
  if (byte < track::school_over && upper_half(word) < table.at_school[byte]) {
    family.add_member(byte);
    ++family.persons;
  } else if (byte >= track::primary && age < 25 * 4 &&
             lower_half(word) < chances.older_children_home) {
    ++family.persons;
    if (byte < track::junior_secondary) return;  // too young to count on
    ++family.grown;
    if (lower_half(word) < chances.works) ++family.working;
  }
}

/// The oldest adult: on the track when 50 or over, remembered until that birthday and until a place
/// is free.
void add_oldest(Family& family, int quarters) {
  if (quarters >= track::adult_from && family.taken < 4) {
    family.add_member(track::adult_of(quarters));
  } else {
    family.adult = quarters;
  }
}

/// Age of an elder who lives without children: 60 to 85, two thirds under 70 and one in ten
/// over 80.
int elder_quarters(std::uint32_t half) {
  float const u = static_cast<float>(static_cast<int>(half)) * 0x1p-16f;
  return 240 + static_cast<int>(100.0f * u * u);
}

int mother_quarters_of(std::uint32_t word, BirthTable const& table) {
  // 10 bits choose the step of the table, the other 22 the place inside it.
  auto const step = word >> 22;
  float const within = static_cast<float>(static_cast<std::int32_t>(word & 0x3fffffu)) * 0x1p-22f;
  float const lower = table.mother_quarters[step];
  return static_cast<int>(lower + within * (table.mother_quarters[step + 1] - lower));
}

void store(Candidates& candidates, std::size_t at, Family const& family) {
  candidates.members[at] = family.members;
  candidates.persons[at] = static_cast<std::uint8_t>(std::clamp(family.persons, 1, 16));
  candidates.adult[at] = static_cast<std::uint32_t>(family.adult);
  candidates.grown[at] = static_cast<std::uint8_t>(family.grown);
  candidates.working[at] = static_cast<std::uint8_t>(family.working);
  candidates.children_born[at] = static_cast<std::uint8_t>(family.born);
}

/// A mother, her births and the quarter of her life in which the family is looked at.
struct Mother {
  int quarters;
  Births births;
};

/// A mother of the list.
Mother mother_of(ChunkWords const& words, std::size_t i, std::uint32_t id, Key key,
                 BirthTable const& table) {
  int const quarters = mother_quarters_of(words.people[1][i], table);
  return {quarters, births_until(quarters - childbearing::first_quarter, table, words, i, id, key)};
}

/// A mother whose family is formed: at the age at which families of the list are, but not before
/// her first birth.
Mother new_mother_of(ChunkWords const& words, std::size_t i, std::uint32_t id, Key key,
                     BirthTable const& table) {
  int const forms = table.forming_quarters[words.people[1][i] >> 22];
  auto const births =
      births_until(forms - childbearing::first_quarter, table, words, i, id, key, true);
  return {std::max(forms, childbearing::first_quarter + births.quarter[0]), births};
}

/// All children, youngest first. The list knows nobody who is not yet born.
void add_children(Family& family, Mother const& mother, int school_quarter, BirthTable const& table,
                  ChunkWords const& words, std::size_t i, std::uint32_t id, Key key,
                  Chances const& chances) {
  int const now = mother.quarters - childbearing::first_quarter;
  RandomWords later_words{};
  int later_block = 0;
  for (int n = mother.births.count - 1; n >= 0; --n) {
    auto const within = static_cast<std::size_t>(n % 4);
    std::uint32_t word = words.schooling[within][i];
    if (int const block = n / 4; block > 0) {
      if (block != later_block) {
        later_words =
            draw_one(id, block_of(Candidate::schooling) + static_cast<std::uint32_t>(block), key);
        later_block = block;
      }
      word = later_words[within];
    }
    add_child(family, now - mother.births.quarter[static_cast<std::size_t>(n)], school_quarter,
              word, table, chances);
  }
}

/// When a family is looked at.
struct Moment {
  int tenure;      ///< months in the programme on the first day
  int since_list;  ///< quarters from the day of the list to the first day
  int school_quarter;
  bool forms;  ///< whether it is being formed, or on the list as anybody
};

/// Puts the family of place `i` of the chunk together and stores it at `at`.
void make_family(Candidates& candidates, std::size_t at, ChunkWords const& words, std::size_t i,
                 std::uint32_t id, Key key, BirthTable const& table, Chances const& chances,
                 Moment const& moment) {
  bool const female_headed = upper_half(words.people[2][i]) < chances.female_headed;
  auto const relative = lower_half(words.people[2][i]);
  auto const age_word = words.home[1][i];

  Family family;
  auto kind = FamilyKind::parents;
  int quarters = 0;
  if (upper_half(words.people[0][i]) < chances.elder_only) {
    kind = FamilyKind::elders;
    quarters = elder_quarters(upper_half(age_word));
    family.add_member(track::adult_of(quarters));
    bool const alone = female_headed || relative < 0x8000u;
    if (!alone) family.add_member(track::adult_of(elder_quarters(lower_half(age_word))));
    family.persons = alone ? 1 : 2;
  } else {
    Mother const mother = moment.forms ? new_mother_of(words, i, id, key, table)
                                       : mother_of(words, i, id, key, table);
    quarters = mother.quarters;
    family.persons = female_headed ? 1 : 2;
    add_children(family, mother, moment.school_quarter, table, words, i, id, key, chances);
    int oldest = quarters + (female_headed ? 0 : 4 * 4);
    if (relative < chances.grandparent) {
      kind = FamilyKind::grandparent;
      ++family.persons;
      // A mother's parent is 20 to 36 years older than she is.
      oldest = std::max(oldest, quarters + 80 + static_cast<int>(age_word >> 26));
    }
    add_oldest(family, oldest);
    for (auto const chance : chances.relatives) {
      if (upper_half(words.home[2][i]) < chance) ++family.persons;
    }
  }
  if (upper_half(words.people[3][i]) < chances.disabled) {
    family.add_member(track::disabled);
    ++family.persons;
  }
  store(candidates, at, family);
  candidates.tenure[at] = moment.tenure;
  candidates.since_list[at] = moment.since_list;
  candidates.female_headed[at] = female_headed ? 1 : 0;
  candidates.kind[at] = kind;
  candidates.mother_quarters[at] = static_cast<std::uint16_t>(quarters);
}

/// Calls `make(at, words, i, id)` for so many consecutive ids, with the words drawn for each.
void for_each_drawn(std::uint32_t first_candidate_id, std::size_t count, Key key, auto make) {
  ChunkWords words;
  for (std::size_t done = 0; done < count; done += chunk) {
    auto const first_id = first_candidate_id + static_cast<std::uint32_t>(done);
    draw_words(words.people, first_id, Candidate::people, key);
    draw_words(words.births, first_id, Candidate::births, key);
    draw_words(words.schooling, first_id, Candidate::schooling, key);
    draw_words(words.home, first_id, Candidate::home, key);
    for (std::size_t i = 0; i < std::min(chunk, count - done); ++i)
      make(done + i, words, i, first_id + static_cast<std::uint32_t>(i));
  }
}

}  // namespace

void draw_candidates(Candidates& candidates, std::uint32_t first_candidate_id, std::size_t count,
                     Key key, BirthTable const& table, PopulationSettings const& settings,
                     CalendarMonth first_day, float works) {
  expects(count <= Candidates::max, "a batch holds at most 1,024 candidates");
  candidates.count = count;
  auto const chances = chances_of(settings, first_day, works);
  TenureLaw const law(settings, first_day);
  for_each_drawn(first_candidate_id, count, key,
                 [&](std::size_t at, ChunkWords const& words, std::size_t i, std::uint32_t id) {
                   int const tenure = law.months_of(words.home[0][i]);
                   // Whole quarters of the tenure, and the age of the list when the family entered.
                   int const since =
                       tenure / 3 + quarters_on_list(settings, later(first_day, -tenure));
                   int const quarter = (chances.school_quarter - since) & 3;
                   make_family(candidates, at, words, i, id, key, table, chances,
                               {tenure, since, quarter, false});
                 });
}

void draw_families_of_open_list(Candidates& candidates, std::uint32_t first_candidate_id,
                                std::size_t count, Key key, BirthTable const& table,
                                PopulationSettings const& settings, CalendarMonth first_day,
                                float works) {
  expects(count <= Candidates::max, "a batch holds at most 1,024 candidates");
  candidates.count = count;
  auto const chances = chances_of_new(settings, first_day, works);
  constexpr std::uint64_t months = oldest_membership;
  for_each_drawn(first_candidate_id, count, key,
                 [&](std::size_t at, ChunkWords const& words, std::size_t i, std::uint32_t id) {
                   auto const joined = static_cast<int>((words.home[0][i] * months) >> 32);
                   int const since = joined / 3 + 4 * settings.families.registry_lag_years;
                   int const quarter = (chances.school_quarter - since) & 3;
                   make_family(candidates, at, words, i, id, key, table, chances,
                               {joined, since, quarter, true});
                 });
}

void draw_new_families(Candidates& candidates, std::uint32_t first_candidate_id, std::size_t count,
                       Key key, BirthTable const& table, PopulationSettings const& settings,
                       CalendarMonth formed, float works) {
  expects(count <= Candidates::max, "a batch holds at most 1,024 candidates");
  candidates.count = count;
  auto const chances = chances_of_new(settings, formed, works);
  Moment const moment{0, 0, chances.school_quarter, true};
  for_each_drawn(first_candidate_id, count, key,
                 [&](std::size_t at, ChunkWords const& words, std::size_t i, std::uint32_t id) {
                   make_family(candidates, at, words, i, id, key, table, chances, moment);
                 });
}

}  // namespace graduasi
