#include "results/measures.h"

#include "base/contract.h"

#include <algorithm>
#include <limits>

namespace graduasi {

namespace {

constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();
/// Entitlements are counted in 100,000 rupiah a year; a month costs a twelfth, whenever it is paid.
constexpr double entitlement_rupiah = 100000;
/// Fewer sustained graduations than this, in the simulation, say too little about a cost for each.
constexpr std::int64_t least_graduations = 30;

using View = MonthView const&;

constexpr double ratio(double top, double bottom) {
  return bottom != 0 ? top / bottom : not_defined;
}

template <Count... counted>
double sum(Tally const& tally) {
  return static_cast<double>((tally[counted] + ...));
}

/// Families at the end of the month.
template <Count... counted>
double stock(View v) {
  return sum<counted...>(v.now) * v.scale.factor;
}

/// Families that moved during the month.
template <Count... counted>
double flow(View v) {
  return v.month > 0 ? stock<counted...>(v) : not_defined;
}

/// Families that moved since the start.
template <Count... counted>
double total(View v) {
  return sum<counted...>(v.so_far) * v.scale.factor;
}

/// Of one count for each of another, at the end of the month; `unit` of the first are one.
template <Count top, Count bottom, int unit = 1>
double mean(View v) {
  return ratio(sum<top>(v.now), unit * sum<bottom>(v.now));
}

/// The same for what happens during a month.
template <Count top, Count bottom, int unit = 1>
double mean_flow(View v) {
  return v.month > 0 ? mean<top, bottom, unit>(v) : not_defined;
}

constexpr int shares = static_cast<int>(share_unit);

/// Families that left in a way that is counted as self-reliant.
double self_reliant_exits(Tally const& tally) {
  return sum<Count::left_raised, Count::left_own_request, Count::left_target, Count::left_label>(
      tally);
}

double premature_share(View v) {
  return ratio(sum<Count::premature>(v.so_far),
               self_reliant_exits(v.so_far) + sum<Count::left_assessed_out>(v.so_far));
}

double filled_posts(Tally const& tally) {
  return sum<Count::posts>(tally) - sum<Count::vacant_posts>(tally);
}

/// Mean over filled posts of what was summed over them.
template <Count counted>
double per_filled_post(View v) {
  return v.month > 0 ? ratio(sum<counted>(v.now), filled_posts(v.now)) : not_defined;
}

/// Facilitators who leave, per year, of those in post.
double turnover(View v) {
  return v.month > 0 ? ratio(12 * sum<Count::facilitators_left>(v.now), filled_posts(v.now))
                     : not_defined;
}

double agree_share(View v) {
  return ratio(sum<Count::agreed_clearly_able>(v.so_far), sum<Count::asked_clearly_able>(v.so_far));
}

double sessions_cancelled_share(View v) {
  return v.month > 0 ? 1 - mean<Count::sessions_held, Count::sessions_planned>(v) : not_defined;
}

/// Facilitators belong to places, not to groups of families: such a group has none of its own.
bool without_staff(Tally const& tally) {
  return tally[Count::posts] == 0 && tally[Count::active] > 0;
}

double facilitators(View v) {
  if (without_staff(v.now)) return not_defined;
  return stock<Count::posts>(v) / share_unit;
}

double wages(Tally const& tally, Scale const& scale) {
  if (without_staff(tally)) return not_defined;
  return filled_posts(tally) / share_unit * scale.wage_rupiah * scale.factor;
}

double benefits(Tally const& tally, Scale const& scale) {
  return sum<Count::paid>(tally) * (entitlement_rupiah / 12) * scale.factor;
}

double wage_bill(View v) { return v.month > 0 ? wages(v.now, v.scale) : not_defined; }

double programme_cost(View v) {
  return v.month > 0 ? benefits(v.now, v.scale) + wages(v.now, v.scale) : not_defined;
}

double cumulative_cost(View v) { return benefits(v.so_far, v.scale) + wages(v.so_far, v.scale); }

double cost_per_graduation(View v) {
  if (v.so_far[Count::sustained] < least_graduations) return not_defined;
  return cumulative_cost(v) / total<Count::sustained>(v);
}

constexpr auto table = std::to_array<Measure>({
    // Where families are
    {"active", "Families on the programme", "KPM aktif", "families",
     "families that receive the benefit at the end of the month", "", stock<Count::active>},
    {"self_reliant", "Off the programme self-reliantly",
     "KPM yang telah graduasi sejahtera mandiri", "families",
     "families that left because they were able, or were booked so, and have not returned: raised "
     "by their facilitator, at their own request, under the pressure of a target, or by label",
     "higher", stock<Count::raised, Count::own_request, Count::target, Count::label>},
    {"self_reliant_raised", "Off the programme self-reliantly, raised by the facilitator",
     "KPM graduasi sejahtera mandiri atas usulan pendamping", "families",
     "of self_reliant, those whose leaving was raised by the facilitator", "higher",
     stock<Count::raised>},
    {"self_reliant_own_request", "Off the programme self-reliantly, at their own request",
     "KPM graduasi sejahtera mandiri atas permintaan sendiri", "families",
     "of self_reliant, those that asked to leave themselves", "higher", stock<Count::own_request>},
    {"self_reliant_target", "Off the programme self-reliantly, under the pressure of a target",
     "KPM graduasi sejahtera mandiri karena tekanan target", "families",
     "of self_reliant, those that would not have been raised without the pressure of a target", "",
     stock<Count::target>},
    {"self_reliant_label", "Natural exits booked as self-reliant",
     "Graduasi alamiah yang dicatat sebagai sejahtera mandiri", "families",
     "of self_reliant, those that left for want of an eligible member and were booked otherwise",
     "lower", stock<Count::label>},
    {"assessed_out", "Taken off as able without consent", "KPM dikeluarkan karena dinilai mampu",
     "families", "families found able that did not agree to leave and were taken off", "",
     stock<Count::assessed_out>},
    {"struck_off", "Struck off by rank", "KPM dicoret karena peringkat data", "families",
     "families whose record ranked above the cut-off of a re-ranking, and that have not returned",
     "", stock<Count::struck_off>},
    {"removal", "Removed by a mismatch", "KPM terhapus karena data tidak padan", "families",
     "families taken off because their identity did not match, open appeals included", "lower",
     stock<Count::removal>},
    {"waiting", "Families on the waiting list", "Keluarga dalam daftar tunggu", "families",
     "families next in line, which a quota lets in", "", stock<Count::waiting>},
    {"natural_exit", "Off the programme by natural exit", "KPM yang telah graduasi alamiah",
     "families",
     "families that left because no member was eligible any more, and have not returned", "",
     stock<Count::natural>},
    {"listed_without_component", "Paid without an eligible member", "KPM aktif tanpa komponen",
     "families",
     "active families in which no member is eligible, until a check of the registry notices",
     "lower", stock<Count::without_component>},

    // Who moved this month
    {"self_reliant_this_month", "Self-reliant graduations this month",
     "Graduasi sejahtera mandiri bulan ini", "families per month",
     "families that left self-reliantly during the month", "higher",
     [](View v) {
       return v.month > 0 ? self_reliant_exits(v.now) * v.scale.factor : not_defined;
     }},
    {"natural_exit_this_month", "Natural exits this month", "Graduasi alamiah bulan ini",
     "families per month", "families that left by natural exit during the month", "",
     flow<Count::left_natural>},
    {"admitted_this_month", "Admitted this month", "KPM baru bulan ini", "families per month",
     "families let in from the waiting list during the month", "", flow<Count::admitted>},
    {"restored_this_month", "Back after an appeal this month", "KPM dipulihkan bulan ini",
     "families per month", "families removed by a mismatch that came back during the month", "",
     flow<Count::restored>},
    {"fallen_back_this_month", "Fell back this month", "KPM yang jatuh miskin kembali bulan ini",
     "families per month",
     "families that, after leaving, completed three months running below the poverty line", "lower",
     flow<Count::fallen_back>},
    {"returned_this_month", "Returned this month", "KPM yang kembali menjadi peserta bulan ini",
     "families per month", "families taken back into the programme during the month", "lower",
     flow<Count::returned>},

    // Who moved since the start
    {"cumulative_self_reliant", "Self-reliant graduations so far",
     "Jumlah graduasi sejahtera mandiri sejak awal", "families",
     "self-reliant exits since the start; a family that returned and left again counts twice",
     "higher",
     [](View v) { return self_reliant_exits(v.so_far) * v.scale.factor; }},
    {"cumulative_self_reliant_raised", "Self-reliant graduations so far, raised by the facilitator",
     "Jumlah graduasi sejahtera mandiri atas usulan pendamping", "families",
     "of cumulative_self_reliant, those raised by the facilitator", "higher",
     total<Count::left_raised>},
    // Its full name, cumulative_self_reliant_own_request, would exceed 32 characters.
    {"cumulative_own_request", "Self-reliant graduations so far, at their own request",
     "Jumlah graduasi sejahtera mandiri atas permintaan sendiri", "families",
     "of cumulative_self_reliant, those at the family's own request", "higher",
     total<Count::left_own_request>},
    {"cumulative_natural_exit", "Natural exits so far", "Jumlah graduasi alamiah sejak awal",
     "families", "natural exits since the start", "", total<Count::left_natural>},
    {"cumulative_assessed_out", "Taken off as able so far",
     "Jumlah KPM dikeluarkan karena dinilai mampu", "families",
     "exits of families found able that did not agree, since the start", "",
     total<Count::left_assessed_out>},
    {"cumulative_struck_off", "Struck off so far", "Jumlah KPM dicoret karena peringkat data",
     "families", "families struck off by rank since the start", "", total<Count::left_struck_off>},
    {"cumulative_removal", "Removed so far", "Jumlah KPM terhapus karena data tidak padan",
     "families", "families removed by a mismatch since the start", "lower",
     total<Count::left_removal>},
    {"cumulative_admitted", "Admitted so far", "Jumlah KPM baru sejak awal", "families",
     "families let in from the waiting list since the start", "", total<Count::admitted>},
    {"incidence_self_reliant", "Share that graduated self-reliantly",
     "Peluang kumulatif graduasi sejahtera mandiri", "share",
     "Aalen-Johansen cumulative incidence of a self-reliant first exit, among families enrolled at "
     "month 0",
     "higher", [](View v) { return v.first_exits.self_reliant; }},
    {"incidence_natural_exit", "Share that left by natural exit",
     "Peluang kumulatif graduasi alamiah", "share",
     "Aalen-Johansen cumulative incidence of a natural first exit, among families enrolled at "
     "month 0",
     "", [](View v) { return v.first_exits.natural; }},
    {"incidence_taken_off", "Share that was taken off", "Peluang kumulatif dikeluarkan", "share",
     "Aalen-Johansen cumulative incidence of being assessed out, struck off or removed first, among "
     "families enrolled at month 0",
     "", [](View v) { return v.first_exits.removed; }},
    {"restricted_mean_months", "Mean months on the programme since the start",
     "Rata-rata lama menjadi peserta sejak awal", "months",
     "mean months until the first exit, of families enrolled at month 0, counted up to this month",
     "", [](View v) { return v.first_exits.mean_months; }},

    // How families are
    {"able", "Families able to leave", "KPM aktif yang sudah mampu", "families",
     "active families whose spending without the benefit has long been above the readiness line",
     "", stock<Count::able>},
    {"able_share", "Share of families able to leave", "Proporsi KPM aktif yang sudah mampu",
     "share", "able divided by active", "", mean<Count::able, Count::active>},
    {"poor_share", "Poverty rate among families", "Tingkat kemiskinan anggota keluarga", "share",
     "share of persons below the poverty line, in all families ever enrolled", "lower",
     mean<Count::poor_persons, Count::persons>},
    {"poverty_gap", "Poverty gap among families", "Indeks kedalaman kemiskinan (P1)", "share",
     "mean missing share of the poverty line, over all persons in families ever enrolled", "lower",
     mean<Count::poverty_gap, Count::persons, shares>},
    {"outside_poorest_share", "Families outside the poorest covered share",
     "Proporsi KPM di luar kelompok termiskin sasaran", "share",
     "active families whose true welfare lies above the nation's poorest covered share", "lower",
     mean<Count::outside_poorest, Count::active>},
    {"poorest_left_out_share", "Poorest families that are not on the programme",
     "Proporsi keluarga termiskin yang tidak menjadi peserta", "share",
     "of the simulated families among the nation's poorest covered share, those that left or wait",
     "lower",
     [](View v) {
       double const out = sum<Count::poorest_left_out>(v.now);
       double const in = sum<Count::active>(v.now) - sum<Count::outside_poorest>(v.now);
       return ratio(out, out + in);
     }},
    {"record_age", "Age of the record", "Umur data KPM", "months",
     "mean months since a family's record was renewed, at most 63, over active families", "lower",
     mean<Count::record_age, Count::active>},
    {"record_gap", "Error of the record", "Selisih data dengan keadaan KPM", "log points",
     "mean distance of recorded from true welfare, over active families", "lower",
     mean<Count::record_gap, Count::active, shares>},
    {"self_confidence", "Self-confidence", "Kepercayaan diri", "share",
     "mean self-confidence of active families, 0 to 1", "higher",
     mean<Count::confidence, Count::active, shares>},
    {"skills", "Livelihood skills", "Keterampilan penghidupan", "share",
     "mean livelihood skill of active families, 0 to 1", "higher",
     mean<Count::skills, Count::active, shares>},

    // Whether exits were good exits
    {"fallen_back", "Fell back so far", "KPM yang jatuh miskin kembali sejak awal", "families",
     "families that, after leaving, were below the poverty line three months running; once a "
     "family",
     "lower", total<Count::fallen_back>},
    {"returned", "Returned so far", "KPM yang kembali menjadi peserta sejak awal", "families",
     "families taken back into the programme since the start", "lower", total<Count::returned>},
    {"sustained_self_reliant", "Sustained self-reliant graduations",
     "Graduasi sejahtera mandiri yang bertahan", "families",
     "self-reliant exits that 24 months later have neither fallen back nor returned, so far",
     "higher", total<Count::sustained>},
    {"premature_exit", "Premature graduations so far", "Graduasi terlalu dini sejak awal",
     "families", "self-reliant and assessed exits of families that were not able", "lower",
     total<Count::premature>},
    {"premature_share", "Share of graduations that were premature",
     "Proporsi graduasi terlalu dini", "share",
     "premature_exit divided by self-reliant and assessed exits; empty while there is none", "lower",
     premature_share},
    {"missed_graduation", "Missed graduations so far", "Graduasi yang terlewat sejak awal",
     "families", "families able for 12 months longer than needed and still active; once a family",
     "lower", total<Count::missed>},

    // What was done
    {"attendance", "Attendance of group sessions", "Kehadiran dalam pertemuan kelompok (P2K2)",
     "share", "family-sessions attended divided by family-sessions held", "higher",
     mean_flow<Count::attended, Count::offered>},
    {"assessed_this_month", "Families assessed this month",
     "KPM yang dinilai sosial ekonominya bulan ini", "families per month",
     "active families whose socio-economic assessment was done during the month", "",
     flow<Count::assessed>},
    {"agree_share", "Clearly able families that agreed to leave",
     "Proporsi KPM jelas mampu yang bersedia graduasi", "share",
     "of families that weighed leaving so far and spend above 1.5 poverty lines, those that left",
     "", agree_share},
    {"facilitators", "Facilitators", "Pendamping sosial", "full posts",
     "full posts of facilitators, vacant ones too; empty before the first month, when nobody is "
     "allotted yet", "", facilitators},
    {"facilitator_vacancy_share", "Vacant posts", "Proporsi formasi pendamping yang kosong", "share",
     "vacant posts divided by posts", "lower", mean_flow<Count::vacant_posts, Count::posts>},
    {"facilitator_turnover", "Facilitators who leave", "Pendamping yang keluar", "per year",
     "facilitators who left during the month, times twelve, divided by those in post", "lower",
     turnover},
    {"burnt_out_share", "Burnt-out facilitators", "Proporsi pendamping yang mengalami burnout",
     "share", "facilitators with more than half of full fatigue", "lower",
     per_filled_post<Count::burnt_out_posts>},
    {"competence", "Competence of facilitators", "Kompetensi pendamping", "share",
     "mean competence over filled posts, 0 to 1", "higher", per_filled_post<Count::competence>},
    {"contact_hours_per_household", "Contact hours per family", "Jam pendampingan per KPM",
     "hours per family and month",
     "hours of sessions and visits offered during the month, for each active family", "higher",
     mean_flow<Count::contact_minutes, Count::active, 60>},
    {"visits_per_household", "Home visits per family", "Kunjungan rumah per KPM",
     "visits per family and month", "home visits during the month, for each active family",
     "higher", mean_flow<Count::visits, Count::active>},
    {"sessions_cancelled_share", "Group sessions cancelled",
     "Proporsi pertemuan kelompok yang batal", "share",
     "group sessions planned and not held, divided by those planned", "lower",
     sessions_cancelled_share},
    {"workload", "Workload of facilitators", "Beban kerja pendamping", "ratio",
     "hours that the duties ask for divided by hours available, mean over filled posts", "lower",
     per_filled_post<Count::load>},
    {"fatigue", "Fatigue of facilitators", "Kelelahan pendamping", "share",
     "mean fatigue over filled posts, 0 to 1", "lower", per_filled_post<Count::fatigue>},

    // What it costs
    {"benefit_mean_rupiah_year", "Mean benefit", "Rata-rata bantuan per KPM", "rupiah per year",
     "mean yearly entitlement of active families", "",
     [](View v) { return entitlement_rupiah * mean<Count::paid, Count::active>(v); }},
    {"wage_bill_rupiah", "Wages of facilitators", "Anggaran honor pendamping", "rupiah per month",
     "filled posts times the wage of a post", "lower", wage_bill},
    {"programme_cost_rupiah", "Benefits and wages", "Biaya program (bantuan dan honor)",
     "rupiah per month",
     "wages and a twelfth of the yearly entitlements; payments themselves fall into four months",
     "lower", programme_cost},
    {"cumulative_wage_bill_rupiah", "Wages of facilitators so far",
     "Anggaran honor pendamping sejak awal", "rupiah", "wages since the start", "lower",
     [](View v) { return wages(v.so_far, v.scale); }},
    {"cumulative_programme_cost_rupiah", "Benefits and wages so far", "Biaya program sejak awal",
     "rupiah", "benefits and wages since the start", "lower", cumulative_cost},
    {"cost_per_sustained_graduation", "Programme cost per sustained graduation",
     "Biaya program per graduasi mandiri yang bertahan", "rupiah per family",
     "cumulative_programme_cost_rupiah divided by sustained_self_reliant; empty below 30 simulated "
     "ones",
     "lower", cost_per_graduation},
});

}  // namespace

std::span<Measure const> measures() { return table; }

std::optional<std::size_t> find_measure(std::string_view name) {
  auto const found = std::ranges::find(table, name, &Measure::name);
  if (found == table.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.begin());
}

std::vector<std::string_view> measure_names() {
  std::vector<std::string_view> names;
  for (auto const& measure : table) names.push_back(measure.name);
  return names;
}

std::vector<std::string> unknown_measures(std::span<std::string const> asked) {
  std::vector<std::string> unknown;
  for (auto const& name : asked) {
    if (!find_measure(name)) unknown.push_back(name);
  }
  return unknown;
}

std::vector<std::size_t> chosen_measures(std::span<std::string const> asked) {
  expects(unknown_measures(asked).empty(), "measures asked for exist");
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (asked.empty() || std::ranges::count(asked, table[i].name) > 0) chosen.push_back(i);
  }
  return chosen;
}

}  // namespace graduasi
