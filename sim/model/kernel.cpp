// The one unit in which the month is compiled. `flatten` pulls every mechanism into each entry, and
// the entry's target decides the width of the vectors. Only spans cross its border.
#include "model/kernel.h"

#include "model/ageing.h"
#include "model/typical_lives.h"
#include "model/year.h"

namespace graduasi {

namespace {

#if defined(__x86_64__)
[[gnu::flatten, gnu::target("arch=x86-64-v2")]] void year_v2(DistrictYear& y, TileStorage& s) {
  year(y, s);
}
[[gnu::flatten, gnu::target("arch=x86-64-v2")]] void first_day_v2(DistrictYear& y, TileStorage& s) {
  first_day(y, s);
}
[[gnu::flatten, gnu::target("arch=x86-64-v2")]] void age_list_v2(AgeingBatch const& b) {
  age_list(b);
}
[[gnu::flatten, gnu::target("arch=x86-64-v2")]] void live_typical_v2(TypicalLives const& t) {
  live_typical_quarter(t);
}
[[gnu::flatten, gnu::target("arch=x86-64-v3")]] void year_v3(DistrictYear& y, TileStorage& s) {
  year(y, s);
}
[[gnu::flatten, gnu::target("arch=x86-64-v3")]] void first_day_v3(DistrictYear& y, TileStorage& s) {
  first_day(y, s);
}
[[gnu::flatten, gnu::target("arch=x86-64-v3")]] void age_list_v3(AgeingBatch const& b) {
  age_list(b);
}
[[gnu::flatten, gnu::target("arch=x86-64-v3")]] void live_typical_v3(TypicalLives const& t) {
  live_typical_quarter(t);
}
  #ifdef __clang__
[[gnu::flatten, gnu::target("arch=x86-64-v4")]] void year_v4(DistrictYear& y, TileStorage& s) {
  year(y, s);
}
[[gnu::flatten, gnu::target("arch=x86-64-v4")]] void first_day_v4(DistrictYear& y, TileStorage& s) {
  first_day(y, s);
}
[[gnu::flatten, gnu::target("arch=x86-64-v4")]] void age_list_v4(AgeingBatch const& b) {
  age_list(b);
}
[[gnu::flatten, gnu::target("arch=x86-64-v4")]] void live_typical_v4(TypicalLives const& t) {
  live_typical_quarter(t);
}
  #else
[[gnu::flatten, gnu::target("arch=x86-64-v4,prefer-vector-width=512")]] void year_v4(
    DistrictYear& y, TileStorage& s) {
  year(y, s);
}
[[gnu::flatten, gnu::target("arch=x86-64-v4,prefer-vector-width=512")]] void first_day_v4(
    DistrictYear& y, TileStorage& s) {
  first_day(y, s);
}
[[gnu::flatten, gnu::target("arch=x86-64-v4,prefer-vector-width=512")]] void age_list_v4(
    AgeingBatch const& b) {
  age_list(b);
}
[[gnu::flatten, gnu::target("arch=x86-64-v4,prefer-vector-width=512")]] void live_typical_v4(
    TypicalLives const& t) {
  live_typical_quarter(t);
}
  #endif
#else
[[gnu::flatten]] void year_v2(DistrictYear& y, TileStorage& s) { year(y, s); }
[[gnu::flatten]] void first_day_v2(DistrictYear& y, TileStorage& s) { first_day(y, s); }
[[gnu::flatten]] void age_list_v2(AgeingBatch const& b) { age_list(b); }
[[gnu::flatten]] void live_typical_v2(TypicalLives const& t) { live_typical_quarter(t); }
#endif

}  // namespace

Kernel kernel_for(Isa isa) {
#if defined(__x86_64__)
  if (isa == Isa::v4) return {year_v4, first_day_v4, age_list_v4, live_typical_v4, "v4"};
  if (isa == Isa::v3) return {year_v3, first_day_v3, age_list_v3, live_typical_v3, "v3"};
#endif
  static_cast<void>(isa);
  return {year_v2, first_day_v2, age_list_v2, live_typical_v2, "v2"};
}

}  // namespace graduasi
