#include "results/measure_formulas.h"
#include "results/measure_rows.h"

#include <array>

namespace graduasi {

namespace {

using namespace formulas;

/// Entitlements are counted in 100,000 rupiah a year; a month costs a twelfth, whenever it is paid.
constexpr double entitlement_rupiah = 100000;
/// Fewer sustained graduations than this, in the simulation, say too little about a cost for each.
constexpr std::int64_t least_graduations = 30;

double agree_share(View v) {
  return ratio(sum<Count::agreed_clearly_able>(v.so_far), sum<Count::asked_clearly_able>(v.so_far));
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

/// Grants and exit bonuses.
double transfers(Tally const& tally, Scale const& scale) {
  return sum<Count::transfers>(tally) * 1000 * scale.factor;
}

/// Levies are counted in 1,024ths of an entitlement's unit.
double levies(View v) {
  if (v.month == 0) return not_defined;
  return sum<Count::levied>(v.now) / 1024 * (entitlement_rupiah / 12) * v.scale.factor;
}

double wage_bill(View v) { return v.month > 0 ? wages(v.now, v.scale) : not_defined; }

double cost(Tally const& tally, Scale const& scale) {
  return benefits(tally, scale) + transfers(tally, scale) + wages(tally, scale);
}

double programme_cost(View v) { return v.month > 0 ? cost(v.now, v.scale) : not_defined; }

double cumulative_cost(View v) { return cost(v.so_far, v.scale); }

double cost_per_graduation(View v) {
  if (v.so_far[Count::sustained] < least_graduations) return not_defined;
  return cumulative_cost(v) / total<Count::sustained>(v);
}

constexpr auto rows = std::to_array<Measure>({
    // What was done
    {"attendance", "Attendance of group sessions", "Kehadiran dalam pertemuan kelompok (P2K2)",
     "share", "family-sessions attended divided by family-sessions held",
     "kehadiran KPM dibagi kehadiran yang mungkin pada pertemuan yang terlaksana", "higher",
     mean_flow<Count::attended, Count::offered>},
    {"assessed_this_month", "Families assessed this month",
     "KPM yang dinilai sosial ekonominya bulan ini", "families per month",
     "active families whose socio-economic assessment was done during the month",
     "KPM aktif yang penilaian sosial ekonominya dilakukan selama bulan tersebut", "",
     flow<Count::assessed>},
    {"agree_share", "Clearly able families that agreed to leave",
     "Proporsi KPM jelas mampu yang bersedia graduasi", "share",
     "of families that weighed leaving so far and spend above 1.5 poverty lines, those that left",
     "dari KPM yang sejauh ini menimbang untuk keluar dan pengeluarannya di atas 1,5 kali garis "
     "kemiskinan, yang keluar",
     "", agree_share},
    {"facilitators", "Facilitators", "Pendamping sosial", "full posts",
     "full posts of facilitators, vacant ones too; empty before the first month, when nobody is "
     "allotted yet",
     "formasi penuh pendamping, termasuk yang belum terisi; kosong sebelum bulan pertama, ketika "
     "pendamping belum ditempatkan",
     "", facilitators},
    {"facilitator_vacancy_share", "Vacant posts", "Proporsi formasi pendamping yang kosong",
     "share", "vacant posts divided by posts", "formasi yang belum terisi dibagi seluruh formasi",
     "lower", mean_flow<Count::vacant_posts, Count::posts>},
    {"facilitator_turnover", "Facilitators who leave", "Pendamping yang keluar", "per year",
     "facilitators who left during the month, times twelve, divided by those in post",
     "pendamping yang berhenti selama bulan tersebut, dikalikan dua belas, dibagi yang bertugas",
     "lower", turnover},
    {"burnt_out_share", "Burnt-out facilitators", "Proporsi pendamping yang mengalami burnout",
     "share", "facilitators with more than half of full fatigue",
     "pendamping dengan lebih dari separuh kelelahan penuh", "lower",
     per_filled_post<Count::burnt_out_posts>},
    {"competence", "Competence of facilitators", "Kompetensi pendamping", "share",
     "mean competence over filled posts, 0 to 1",
     "rata-rata kompetensi atas formasi yang terisi, 0 sampai 1", "higher",
     per_filled_post<Count::competence>},
    {"contact_hours_per_household", "Contact hours per family", "Jam pendampingan per KPM",
     "hours per family and month",
     "hours of sessions and visits offered during the month, for each active family",
     "jam pertemuan dan kunjungan yang disediakan selama bulan tersebut, untuk setiap KPM aktif",
     "higher", mean_flow<Count::contact_minutes, Count::active, 60>},
    {"visits_per_household", "Home visits per family", "Kunjungan rumah per KPM",
     "visits per family and month", "home visits during the month, for each active family",
     "kunjungan rumah selama bulan tersebut, untuk setiap KPM aktif", "higher",
     mean_flow<Count::visits, Count::active>},
    {"sessions_cancelled_share", "Group sessions cancelled",
     "Proporsi pertemuan kelompok yang batal", "share",
     "group sessions planned and not held, divided by those planned",
     "pertemuan kelompok yang direncanakan tetapi tidak terlaksana, dibagi yang direncanakan",
     "lower", sessions_cancelled_share},
    {"workload", "Workload of facilitators", "Beban kerja pendamping", "ratio",
     "hours that the duties ask for divided by hours available, mean over filled posts",
     "jam yang dituntut tugas dibagi jam yang tersedia, rata-rata atas formasi yang terisi",
     "lower", per_filled_post<Count::load>},
    {"fatigue", "Fatigue of facilitators", "Kelelahan pendamping", "share",
     "mean fatigue over filled posts, 0 to 1",
     "rata-rata kelelahan atas formasi yang terisi, 0 sampai 1", "lower",
     per_filled_post<Count::fatigue>},

    {"job_links_this_month", "Jobs found through partners this month",
     "KPM yang memperoleh pekerjaan melalui mitra bulan ini", "families per month",
     "active families that a partner linked to a job during the month",
     "KPM aktif yang dihubungkan mitra dengan pekerjaan selama bulan tersebut", "higher",
     flow<Count::linked>},
    {"grants_this_month", "Asset grants this month", "KPM penerima bantuan modal bulan ini",
     "families per month", "active families that got an asset grant during the month",
     "KPM aktif yang menerima bantuan modal usaha selama bulan tersebut", "", flow<Count::funded>},
    {"courses_this_month", "Partners' courses this month", "KPM peserta pelatihan mitra bulan ini",
     "families per month", "active families that took a partner's course during the month",
     "KPM aktif yang mengikuti pelatihan mitra selama bulan tersebut", "", flow<Count::taught>},
    {"failed_enterprises_this_month", "Businesses that failed this month",
     "Usaha KPM yang gagal bulan ini", "families per month",
     "active families whose business failed during the month",
     "KPM aktif yang usahanya gagal selama bulan tersebut", "lower", flow<Count::failed>},

    // What it costs
    {"levy_rupiah", "Levies taken from benefits", "Pungutan liar dari bantuan", "rupiah per month",
     "a twelfth of what is taken in a year from active families' benefits",
     "seperdua belas dari pungutan setahun atas bantuan KPM aktif", "lower", levies},
    {"benefit_mean_rupiah_year", "Mean benefit", "Rata-rata bantuan per KPM", "rupiah per year",
     "mean yearly entitlement of active families", "rata-rata hak bantuan setahun KPM aktif", "",
     [](View v) { return entitlement_rupiah * mean<Count::paid, Count::active>(v); }},
    {"wage_bill_rupiah", "Wages of facilitators", "Anggaran honor pendamping", "rupiah per month",
     "filled posts times the wage of a post", "formasi yang terisi dikalikan honor satu formasi",
     "lower", wage_bill},
    {"programme_cost_rupiah", "Benefits and wages", "Biaya program (bantuan dan honor)",
     "rupiah per month",
     "wages, a twelfth of the yearly entitlements, asset grants and exit bonuses; benefits "
     "themselves are paid in four months",
     "honor, seperdua belas hak bantuan setahun, bantuan modal, dan bonus keluar; penyaluran "
     "bantuan sendiri jatuh pada empat bulan",
     "lower", programme_cost},
    {"cumulative_wage_bill_rupiah", "Wages of facilitators so far",
     "Anggaran honor pendamping sejak awal", "rupiah", "wages since the start", "honor sejak awal",
     "lower", [](View v) { return wages(v.so_far, v.scale); }},
    {"cumulative_programme_cost_rupiah", "Benefits and wages so far", "Biaya program sejak awal",
     "rupiah", "benefits and wages since the start", "bantuan dan honor sejak awal", "lower",
     cumulative_cost},
    {"cost_per_sustained_graduation", "Programme cost per sustained graduation",
     "Biaya program per graduasi mandiri yang bertahan", "rupiah per family",
     "cumulative_programme_cost_rupiah divided by sustained_self_reliant; empty below 30 simulated "
     "ones",
     "cumulative_programme_cost_rupiah dibagi sustained_self_reliant; kosong apabila kurang dari "
     "30 dalam simulasi",
     "lower", cost_per_graduation},
});

}  // namespace

std::span<Measure const> measures_of_work() { return rows; }

}  // namespace graduasi
