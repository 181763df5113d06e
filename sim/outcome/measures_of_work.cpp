#include "outcome/exits_of_posts.h"
#include "outcome/measure_formulas.h"
#include "outcome/measure_rows.h"

#include <array>

namespace graduasi {

namespace {

using namespace formulas;

/// Entitlements are counted in 100,000 rupiah a year; a month costs a twelfth, whenever it is paid.
constexpr double entitlement_rupiah = 100000;
/// Fewer sustained graduations than this, in the simulation, say too little about a cost for each.
constexpr std::int64_t min_graduations = 30;

/// Assessments a year for each active family, at the pace of the month.
double assessments_per_year(View v) {
  return v.month > 0 ? ratio(12 * sum<Count::assessed>(v.now), sum<Count::active>(v.now))
                     : not_defined;
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
  return filled_posts(tally) / share_unit * scale.costs.wage_rupiah * scale.factor;
}

double benefits(Tally const& tally, Scale const& scale) {
  return sum<Count::paid>(tally) * (entitlement_rupiah / 12) * scale.factor;
}

/// The part of benefits that goes to some families.
template <Count paid>
double benefits_of(Tally const& tally, Scale const& scale) {
  return sum<paid>(tally) * (entitlement_rupiah / 12) * scale.factor;
}

/// Grants and exit bonuses.
double transfers(Tally const& tally, Scale const& scale) {
  return sum<Count::transfers>(tally) * 1000 * scale.factor;
}

/// Posts are counted in 65,536ths, whole families are not.
double training(Tally const& tally, Scale const& scale) {
  if (without_staff(tally)) return not_defined;
  return (sum<Count::courses>(tally) * scale.costs.course_rupiah +
          sum<Count::refreshers>(tally) * scale.costs.refresher_rupiah) /
         share_unit * scale.factor;
}

double supervision(Tally const& tally, Scale const& scale) {
  if (without_staff(tally)) return not_defined;
  return sum<Count::supervised>(tally) / share_unit * scale.costs.supervisor_rupiah * scale.factor;
}

double selection(Tally const& tally, Scale const& scale) {
  if (without_staff(tally)) return not_defined;
  return sum<Count::selected>(tally) / share_unit * scale.costs.selection_rupiah * scale.factor;
}

double incentives(Tally const& tally, Scale const& scale) {
  if (without_staff(tally)) return not_defined;
  return sum<Count::incentives>(tally) * scale.factor;
}

double sessions(Tally const& tally, Scale const& scale) {
  if (without_staff(tally)) return not_defined;
  return sum<Count::sessions_held>(tally) / share_unit * scale.costs.session_rupiah * scale.factor;
}

double visits(Tally const& tally, Scale const& scale) {
  return sum<Count::visits>(tally) * scale.costs.visit_rupiah * scale.factor;
}

double assessments(Tally const& tally, Scale const& scale) {
  return sum<Count::assessed>(tally) * scale.costs.assessment_rupiah * scale.factor;
}

double administration(Tally const& tally, Scale const& scale) {
  return sum<Count::active>(tally) * scale.costs.administration_rupiah * scale.factor;
}

double partner_courses(Tally const& tally, Scale const& scale) {
  return sum<Count::taught>(tally) * scale.costs.partner_course_rupiah * scale.factor;
}

/// Of a month.
template <double (*item)(Tally const&, Scale const&)>
double this_month(View v) {
  return v.month > 0 ? item(v.now, v.scale) : not_defined;
}

/// Levies are counted in 1,024ths of an entitlement's unit.
double levies(View v) {
  if (v.month == 0) return not_defined;
  return sum<Count::levied>(v.now) / 1024 * (entitlement_rupiah / 12) * v.scale.factor;
}

double cost(Tally const& tally, Scale const& scale) {
  return benefits(tally, scale) + transfers(tally, scale) + wages(tally, scale) +
         training(tally, scale) + sessions(tally, scale) + visits(tally, scale) +
         assessments(tally, scale) + administration(tally, scale) + supervision(tally, scale) +
         selection(tally, scale) + incentives(tally, scale);
}

double cumulative_cost(View v) { return cost(v.so_far, v.scale); }

double cost_per_graduation(View v) {
  if (v.so_far[Count::sustained] < min_graduations) return not_defined;
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
    {"assessments_per_family_year", "Assessments of a family in a year",
     "Penilaian setiap KPM dalam setahun", "per family and year",
     "families assessed during the month, times twelve, divided by active families",
     "KPM yang dinilai selama bulan tersebut, kali dua belas, dibagi KPM aktif", "",
     assessments_per_year},
    {"wrongly_seen_able_share", "Families not able that were seen able",
     "Proporsi KPM belum mampu yang dinilai mampu", "share",
     "of families assessed so far that were not able to leave, those that their facilitator saw "
     "above the margin",
     "dari seluruh KPM yang dinilai sejauh ini dan sebenarnya belum mampu, yang terlihat mampu di "
     "mata pendamping",
     "lower", share_so_far<Count::wrongly_seen_able, Count::assessed_unable>},
    {"agree_share", "Clearly able families that agreed to leave",
     "Proporsi KPM jelas mampu yang bersedia graduasi", "share",
     "of the times that families weighed leaving so far while they earned above 1.5 poverty lines, "
     "benefit not included, those at which they left",
     "dari seluruh pertimbangan untuk keluar sejauh ini oleh KPM yang penghasilannya, tanpa "
     "bantuan, di atas 1,5 kali garis kemiskinan, yang berakhir dengan keluar",
     "", share_so_far<Count::agreed_clearly_able, Count::asked_clearly_able>},
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
     "hours of sessions and visits offered during the month, for each family that was active when "
     "it began",
     "jam pertemuan dan kunjungan yang disediakan selama bulan tersebut, untuk setiap KPM yang "
     "aktif pada awal bulan",
     "higher", for_each_accompanied<Count::contact_minutes, 60>},
    {"visits_per_household", "Home visits per family", "Kunjungan rumah per KPM",
     "visits per family and month",
     "home visits during the month, for each family that was active when it began",
     "kunjungan rumah selama bulan tersebut, untuk setiap KPM yang aktif pada awal bulan", "higher",
     for_each_accompanied<Count::visits>},
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

    {"exits_per_facilitator_year", "Self-reliant exits per facilitator and year",
     "Graduasi sejahtera mandiri per pendamping setahun", "families per facilitator and year",
     "told in December of every whole year: self-reliant exits since January of the families of a "
     "full post, vacant ones too; empty below 30 simulated posts",
     "disajikan pada Desember setiap tahun penuh: graduasi sejahtera mandiri sejak Januari dari "
     "KPM satu formasi penuh, termasuk yang kosong; kosong apabila kurang dari 30 formasi simulasi",
     "", [](View v) { return exits_of_posts(v.now).mean; }},
    {"facilitators_no_exit_share", "Facilitators without any self-reliant exit in the year",
     "Pendamping tanpa graduasi sejahtera mandiri dalam setahun", "share",
     "told in December of every whole year: posts none of whose families left self-reliantly since "
     "January, divided by all; worked out for full posts; empty below 30 simulated ones",
     "disajikan pada Desember setiap tahun penuh: formasi yang tidak satu pun KPM-nya graduasi "
     "sejahtera mandiri sejak Januari, dibagi semua formasi; dihitung untuk formasi penuh; kosong "
     "apabila kurang dari 30 formasi simulasi",
     "", posts_with_less_than<1>},
    {"facilitators_1_to_9_exits_share", "Facilitators with one to nine self-reliant exits",
     "Pendamping dengan satu sampai sembilan graduasi mandiri", "share",
     "the same with one to nine families", "sama, dengan satu sampai sembilan KPM", "",
     posts_with<1, 10>},
    {"facilitators_10_exits_share", "Facilitators with ten self-reliant exits or more",
     "Pendamping dengan sepuluh graduasi mandiri atau lebih", "share",
     "the same with ten families or more", "sama, dengan sepuluh KPM atau lebih", "",
     posts_with_at_least<10>},

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
     "lower", this_month<wages>},
    {"training_cost_rupiah", "Training of facilitators", "Biaya pelatihan pendamping",
     "rupiah per month", "competence courses and refreshers of facilitators, times their unit cost",
     "diklat dan penyegaran pendamping, dikalikan biaya satuannya", "lower", this_month<training>},
    {"supervision_cost_rupiah", "Supervision of facilitators", "Biaya supervisi pendamping",
     "rupiah per month", "hours that supervisors spend with facilitators, times their unit cost",
     "jam supervisi bersama pendamping, dikalikan biaya satuannya", "lower",
     this_month<supervision>},
    {"selection_cost_rupiah", "Selection of new facilitators", "Biaya seleksi pendamping baru",
     "rupiah per month",
     "facilitators hired while policy.staff.selection is above 0, times the unit cost of selection",
     "pendamping yang direkrut selama policy.staff.selection di atas 0, dikalikan biaya satuan "
     "seleksi",
     "lower", this_month<selection>},
    {"incentive_cost_rupiah", "Facilitators' pay for exits", "Insentif graduasi bagi pendamping",
     "rupiah per month", "self-reliant exits during the month, times policy.staff.incentive",
     "graduasi sejahtera mandiri selama bulan tersebut, dikalikan policy.staff.incentive", "lower",
     this_month<incentives>},
    {"session_cost_rupiah", "Costs of group sessions", "Biaya pertemuan kelompok (P2K2)",
     "rupiah per month", "group sessions held, times their unit cost",
     "pertemuan kelompok yang terlaksana, dikalikan biaya satuannya", "lower",
     this_month<sessions>},
    {"visit_cost_rupiah", "Costs of home visits", "Biaya kunjungan rumah", "rupiah per month",
     "home visits, times their unit cost", "kunjungan rumah, dikalikan biaya satuannya", "lower",
     this_month<visits>},
    {"assessment_cost_rupiah", "Costs of assessments", "Biaya penilaian sosial ekonomi",
     "rupiah per month", "families assessed, times their unit cost",
     "KPM yang dinilai, dikalikan biaya satuannya", "lower", this_month<assessments>},
    {"administration_cost_rupiah", "Administration", "Biaya administrasi", "rupiah per month",
     "active families at the end of the month, times the unit cost of administration",
     "KPM aktif pada akhir bulan, dikalikan biaya satuan administrasi", "lower",
     this_month<administration>},
    {"benefit_cost_rupiah", "Benefits", "Anggaran bantuan", "rupiah per month",
     "a twelfth of the yearly entitlements; benefits themselves are paid in four months",
     "seperdua belas hak bantuan setahun; penyaluran bantuan sendiri jatuh pada empat bulan", "",
     this_month<benefits>},
    {"benefits_of_entered_rupiah", "Benefits of families that came in", "Bantuan bagi KPM baru",
     "rupiah per month",
     "of benefit_cost_rupiah, what goes to families let in from the waiting list since the start",
     "bagian dari benefit_cost_rupiah untuk keluarga yang masuk dari daftar tunggu sejak awal", "",
     this_month<benefits_of<Count::paid_entered>>},
    {"benefits_of_returned_rupiah", "Benefits of families that came back",
     "Bantuan bagi KPM yang kembali", "rupiah per month",
     "of benefit_cost_rupiah, what goes to families of the first day that had left, in whatever "
     "way, and are back",
     "bagian dari benefit_cost_rupiah untuk KPM hari pertama yang pernah keluar, dengan cara apa "
     "pun, dan telah kembali",
     "", this_month<benefits_of<Count::paid_returned>>},
    {"grant_cost_rupiah", "Grants and bonuses", "Bantuan modal dan bonus keluar",
     "rupiah per month", "asset grants, cash handed out by events and exit bonuses",
     "bantuan modal, uang tunai dari kejadian, dan bonus keluar", "", this_month<transfers>},
    {"partner_course_cost_rupiah", "Partners' courses, paid by partners",
     "Biaya pelatihan oleh mitra", "rupiah per month",
     "families that took a partner's course, times its unit cost; no part of "
     "programme_cost_rupiah",
     "KPM peserta pelatihan mitra, dikalikan biaya satuannya; bukan bagian dari "
     "programme_cost_rupiah",
     "", this_month<partner_courses>},
    {"programme_cost_rupiah", "Programme cost", "Biaya program", "rupiah per month",
     "what the budget pays: wages, training, supervision, selection and pay for exits of "
     "facilitators, sessions, visits, assessments, administration, benefits, grants and bonuses",
     "yang dibayar anggaran: honor, pelatihan, supervisi, seleksi, dan insentif graduasi "
     "pendamping, pertemuan, kunjungan, penilaian, administrasi, bantuan, bantuan modal, dan bonus "
     "keluar",
     "lower", this_month<cost>},
    {"cumulative_wage_bill_rupiah", "Wages of facilitators so far",
     "Anggaran honor pendamping sejak awal", "rupiah", "wages since the start", "honor sejak awal",
     "lower", [](View v) { return wages(v.so_far, v.scale); }},
    {"cumulative_programme_cost_rupiah", "Programme cost so far", "Biaya program sejak awal",
     "rupiah", "programme_cost_rupiah since the start, not discounted",
     "programme_cost_rupiah sejak awal, tanpa diskonto", "lower", cumulative_cost},
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
