#include "outcome/measure_formulas.h"
#include "outcome/measure_rows.h"

#include <array>

namespace graduasi {

namespace {

using namespace formulas;

double premature_share(View v) {
  return ratio(sum<Count::premature>(v.so_far),
               self_reliant_exits(v.so_far) + sum<Count::left_assessed_out>(v.so_far));
}

constexpr auto rows = std::to_array<Measure>({
    // How families are
    {"able", "Families able to leave", "KPM aktif yang sudah mampu", "families",
     "active families whose spending without the benefit has long been above the readiness line",
     "KPM aktif yang pengeluarannya tanpa bantuan sudah lama berada di atas batas kesiapan", "",
     stock<Count::able>},
    {"able_share", "Share of families able to leave", "Proporsi KPM aktif yang sudah mampu",
     "share", "able divided by active", "able dibagi active", "", mean<Count::able, Count::active>},
    {"able_at_start", "Families able on the first day", "KPM yang sudah mampu pada hari pertama",
     "families",
     "families ever enrolled that were able to leave on the first day; more only where families of "
     "the waiting list that were able then come in",
     "keluarga yang pernah menjadi peserta dan sudah mampu pada hari pertama; bertambah hanya "
     "apabila keluarga dari daftar tunggu yang saat itu sudah mampu menjadi peserta",
     "", stock<Count::able_at_start>},
    {"became_able", "Became able so far", "KPM yang menjadi mampu sejak awal", "families",
     "families not able on the first day that have since been able to leave while on the "
     "programme; once for each family, in the first such month, and not after it has left",
     "keluarga yang belum mampu pada hari pertama dan sejak itu pernah mampu selama menjadi "
     "peserta; dihitung sekali untuk setiap keluarga, pada bulan pertama, dan tidak setelah keluar",
     "higher", total<Count::became_able>},
    {"poor_share", "Poverty rate among families", "Tingkat kemiskinan anggota keluarga", "share",
     "share of persons below the poverty line, in all families ever enrolled",
     "proporsi orang di bawah garis kemiskinan, pada semua keluarga yang pernah menjadi peserta",
     "lower", mean<Count::poor_persons, Count::persons>},
    {"poverty_gap", "Poverty gap among families", "Indeks kedalaman kemiskinan (P1)", "share",
     "mean missing share of the poverty line, over all persons in families ever enrolled",
     "rata-rata kekurangan terhadap garis kemiskinan, sebagai bagian dari garis itu, atas semua "
     "orang dalam keluarga yang pernah menjadi peserta",
     "lower", mean<Count::poverty_gap, Count::persons, shares>},
    {"mean_spending", "Spending per person", "Pengeluaran per kapita", "poverty lines",
     "mean true spending per person of families ever enrolled, benefit included, in poverty lines "
     "of "
     "their area",
     "rata-rata pengeluaran sebenarnya per kapita keluarga yang pernah menjadi KPM, termasuk "
     "bansos, "
     "dalam garis kemiskinan daerahnya",
     "higher", mean<Count::spent, Count::persons, 1024>},
    {"outside_poorest_share", "Inclusion error: families outside the poorest covered share",
     "Proporsi KPM di luar kelompok termiskin sasaran", "share",
     "active families that spend more, benefit included, than the nation's poorest covered share, "
     "divided by active",
     "KPM aktif yang pengeluarannya, termasuk bantuan, berada di atas kelompok termiskin yang "
     "menjadi sasaran, dibagi KPM aktif",
     "lower", mean<Count::outside_poorest, Count::active>},
    {"poorest_left_out_share", "Exclusion error: poorest families that are not on the programme",
     "Proporsi keluarga termiskin yang tidak menjadi peserta", "share",
     "of the simulated families that spend no more, benefit included, than the nation's poorest "
     "covered share, those that left or wait",
     "dari keluarga simulasi yang pengeluarannya, termasuk bantuan, berada dalam kelompok "
     "termiskin "
     "yang menjadi sasaran, yang telah keluar atau masih menunggu",
     "lower",
     [](View v) {
       double const out = sum<Count::poorest_left_out>(v.now);
       double const in = sum<Count::active>(v.now) - sum<Count::outside_poorest>(v.now);
       return ratio(out, out + in);
     }},
    {"record_age", "Age of the record", "Umur data KPM", "months",
     "mean months since a family's record was renewed, at most 63, over active families",
     "rata-rata bulan sejak pemutakhiran data terakhir, paling lama 63, atas KPM aktif", "lower",
     mean<Count::record_age, Count::active>},
    {"record_gap", "Error of the record", "Selisih data dengan keadaan KPM", "log points",
     "mean distance of recorded from true welfare, over active families",
     "rata-rata jarak antara kesejahteraan menurut data dan kesejahteraan sebenarnya, atas KPM "
     "aktif",
     "lower", mean<Count::record_gap, Count::active, shares>},
    {"self_confidence", "Self-confidence", "Kepercayaan diri", "share",
     "mean self-confidence of active families, 0 to 1",
     "rata-rata kepercayaan diri KPM aktif, 0 sampai 1", "higher",
     mean<Count::confidence, Count::active, shares>},
    {"skills", "Livelihood skills", "Keterampilan penghidupan", "share",
     "mean livelihood skill of active families, 0 to 1",
     "rata-rata keterampilan penghidupan KPM aktif, 0 sampai 1", "higher",
     mean<Count::skills, Count::active, shares>},
    {"access", "Access to education and jobs", "Akses pendidikan dan pekerjaan", "share",
     "mean access of active families, 0 to 1", "rata-rata akses KPM aktif, 0 sampai 1", "higher",
     mean<Count::access, Count::active, shares>},
    {"digital_literacy", "Digital literacy", "Literasi digital", "share",
     "mean digital literacy of active families, 0 to 1",
     "rata-rata literasi digital KPM aktif, 0 sampai 1", "higher",
     mean<Count::digital, Count::active, shares>},
    {"enterprise_share", "Families with a business", "Proporsi KPM yang memiliki usaha", "share",
     "active families that run a business divided by active families",
     "KPM aktif yang menjalankan usaha dibagi KPM aktif", "higher",
     mean<Count::enterprises, Count::active>},
    {"assets", "Productive assets", "Aset produktif", "months of spending at the poverty line",
     "mean productive assets of active families, in months of the family's spending at the poverty "
     "line",
     "rata-rata aset produktif KPM aktif, dalam bulan pengeluaran keluarga pada garis kemiskinan",
     "higher", mean<Count::assets, Count::active, shares>},
    {"card_held_by_other_share", "Cards held by others", "Proporsi KKS yang dipegang pihak lain",
     "share", "active families whose card somebody else holds divided by active families",
     "KPM aktif yang KKS-nya dipegang pihak lain dibagi KPM aktif", "lower",
     mean<Count::cards_away, Count::active>},

    // Whether exits were good exits
    {"fell_back", "Fell back so far", "KPM yang jatuh miskin kembali sejak awal", "families",
     "families whose lasting earnings were above the poverty line when they left or at a month "
     "since, and then below it three months running; once for each exit of any kind",
     "keluarga yang penghasilan tetapnya berada di atas garis kemiskinan ketika keluar atau pada "
     "suatu bulan sesudahnya, lalu di bawahnya tiga bulan berturut-turut; dihitung sekali untuk "
     "setiap kali keluar dengan cara apa pun",
     "lower", total<Count::fell_back>},
    {"left_poor", "Left poor so far", "KPM yang keluar dalam keadaan miskin sejak awal", "families",
     "exits of any kind of families whose lasting earnings were below the poverty line in the "
     "month of the exit",
     "keluarga yang keluar dengan cara apa pun ketika penghasilan tetapnya berada di bawah garis "
     "kemiskinan pada bulan keluar",
     "lower", total<Count::left_poor>},
    {"children_out_of_school", "Children who left school as the benefit ended",
     "Anak yang putus sekolah karena bantuan berhenti", "children",
     "children who left school, or did not go on to the next, after their family had left the "
     "programme and who would have stayed had the benefit gone on; so far, of families that left "
     "by any exit",
     "anak yang berhenti sekolah atau tidak melanjutkan ke jenjang berikutnya setelah keluarganya "
     "keluar dari program dan yang akan tetap bersekolah seandainya bantuan berlanjut; sejak awal, "
     "dari keluarga yang keluar dengan cara apa pun",
     "lower", total<Count::lost_to_school>},
    {"returned", "Returned so far", "KPM yang kembali menjadi peserta sejak awal", "families",
     "families taken back into the programme since the start",
     "keluarga yang diterima kembali sebagai peserta sejak awal", "lower", total<Count::returned>},
    {"sustained_self_reliant", "Sustained self-reliant graduations",
     "Graduasi sejahtera mandiri yang bertahan", "families",
     "self-reliant exits of families that were above the poverty line when they left or since, and "
     "24 months later have neither fallen back nor returned, so far",
     "graduasi sejahtera mandiri dari keluarga yang berada di atas garis kemiskinan ketika keluar "
     "atau sesudahnya, dan sampai 24 bulan kemudian tidak jatuh miskin kembali dan tidak kembali "
     "menjadi peserta, sejak awal",
     "higher", total<Count::sustained>},
    {"premature_exit", "Premature graduations so far", "Graduasi terlalu dini sejak awal",
     "families", "self-reliant and assessed exits of families that were not able",
     "graduasi sejahtera mandiri dan KPM yang dikeluarkan karena dinilai mampu, padahal "
     "keluarganya belum mampu",
     "lower", total<Count::premature>},
    {"rule_exit_not_able", "Taken off by a rule though not able so far",
     "KPM yang dikeluarkan oleh aturan padahal belum mampu", "families",
     "families taken off at the time limit or by the rank of their record that were not able to "
     "leave, since the start",
     "KPM yang dikeluarkan karena batas waktu atau peringkat datanya, padahal keluarganya belum "
     "mampu, sejak awal",
     "lower", total<Count::rule_not_able>},
    {"premature_share", "Share of graduations that were premature",
     "Proporsi graduasi terlalu dini", "share",
     "premature_exit divided by self-reliant and assessed exits; empty while there is none",
     "premature_exit dibagi graduasi sejahtera mandiri dan KPM yang dikeluarkan karena dinilai "
     "mampu; kosong selama belum ada",
     "lower", premature_share},
    {"missed_graduation", "Missed graduations so far", "Graduasi yang terlewat sejak awal",
     "families",
     "families able for 12 months longer than needed and still active; once for each time that "
     "they became able",
     "KPM yang sudah mampu 12 bulan lebih lama daripada yang disyaratkan tetapi masih aktif; "
     "dihitung sekali untuk setiap kali menjadi mampu",
     "lower", total<Count::missed>},
});

}  // namespace

std::span<Measure const> measures_of_families() { return rows; }

}  // namespace graduasi
