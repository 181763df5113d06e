#include "outcome/measure_formulas.h"
#include "outcome/measure_rows.h"

#include <array>

namespace graduasi {

namespace {

using namespace formulas;

double proposals_approved(Tally const& tally) {
  return sum<Count::left_raised, Count::left_own_request, Count::left_target, Count::left_label>(
      tally);
}

constexpr auto rows = std::to_array<Measure>({
    // Where families are
    {"active", "Families on the programme", "KPM aktif", "families",
     "families that receive the benefit at the end of the month",
     "KPM yang menerima bantuan pada akhir bulan", "", stock<Count::active>},
    {"self_reliant", "Off the programme self-reliantly",
     "KPM yang telah graduasi sejahtera mandiri", "families",
     "families that left because they were able, or were recorded so, and have not returned: "
     "nominated "
     "by their facilitator, at their own request, under the pressure of a target, because their "
     "house was labelled, or natural exits misclassified so",
     "KPM yang keluar karena sudah mampu, atau dicatat demikian, dan belum kembali: atas usulan "
     "pendamping, atas permintaan sendiri, karena tekanan target, karena labelisasi rumah, atau "
     "karena pencatatan",
     "higher",
     stock<Count::raised, Count::own_request, Count::target, Count::label, Count::booked>},
    {"self_reliant_raised", "Off the programme self-reliantly, nominated by the facilitator",
     "KPM graduasi sejahtera mandiri atas usulan pendamping", "families",
     "of self_reliant, those whom the facilitator nominated",
     "bagian dari self_reliant: KPM yang graduasinya diusulkan oleh pendamping", "higher",
     stock<Count::raised>},
    {"self_reliant_own_request", "Off the programme self-reliantly, at their own request",
     "KPM graduasi sejahtera mandiri atas permintaan sendiri", "families",
     "of self_reliant, those that asked to leave themselves",
     "bagian dari self_reliant: KPM yang meminta sendiri untuk keluar", "higher",
     stock<Count::own_request>},
    {"self_reliant_target", "Off the programme self-reliantly, under the pressure of a target",
     "KPM graduasi sejahtera mandiri karena tekanan target", "families",
     "of self_reliant, those that would not have been nominated without the pressure of a target "
     "or "
     "of money for exits",
     "bagian dari self_reliant: KPM yang tidak akan diusulkan tanpa tekanan target atau insentif "
     "graduasi",
     "", stock<Count::target>},
    {"self_reliant_label", "Off the programme self-reliantly, because the house was labelled",
     "KPM graduasi sejahtera mandiri karena labelisasi rumah", "families",
     "of self_reliant, those whose request only the label on their house brought about",
     "bagian dari self_reliant: KPM yang meminta keluar hanya karena rumahnya diberi label", "",
     stock<Count::label>},
    {"self_reliant_booked", "Natural exits misclassified as self-reliant",
     "Graduasi alamiah yang dicatat sebagai sejahtera mandiri", "families",
     "of self_reliant, those that left for want of an eligible member and were misclassified",
     "bagian dari self_reliant: KPM yang keluar karena tidak lagi memiliki komponen, tetapi "
     "dicatat lain",
     "lower", stock<Count::booked>},
    {"assessed_out", "Graduated without consent", "KPM dikeluarkan karena dinilai mampu",
     "families", "families assessed as able that did not agree to leave and were taken off",
     "KPM yang dinilai mampu, tidak bersedia keluar, dan dikeluarkan", "",
     stock<Count::assessed_out>},
    {"struck_off", "Delisted by ranking", "KPM dicoret karena peringkat data", "families",
     "families whose record ranked above the cut-off of a re-ranking, and that have not returned",
     "KPM yang peringkat datanya melampaui batas pada pemeringkatan ulang, dan belum kembali", "",
     stock<Count::struck_off>},
    {"removal", "Removed by a mismatch", "KPM terhapus karena data tidak padan", "families",
     "families taken off because their identity did not match, open appeals included",
     "KPM yang dikeluarkan karena data kependudukannya tidak padan, termasuk yang sanggahannya "
     "masih diproses",
     "lower", stock<Count::removal>},
    {"time_limit", "Taken off at the time limit", "KPM yang mencapai batas waktu kepesertaan",
     "families",
     "families that had been in the programme as long as anybody may, and have not returned",
     "KPM yang keluar karena mencapai batas waktu kepesertaan, dan belum kembali", "",
     stock<Count::time_limit>},
    {"waiting", "Families on the waiting list", "Keluarga dalam daftar tunggu", "families",
     "families next in line, which a quota lets in",
     "keluarga pada urutan berikutnya, yang masuk apabila kuota memungkinkan", "",
     stock<Count::waiting>},
    {"admissible", "Families to which a free place would go", "Keluarga tunggu yang layak masuk",
     "families",
     "families on the waiting list with an eligible member whose record is not above the list",
     "keluarga dalam daftar tunggu yang memiliki anggota yang memenuhi komponen dan datanya tidak "
     "melampaui batas daftar",
     "", stock<Count::admissible>},
    {"proposals_waiting", "Families whose graduation waits for approval",
     "KPM yang usulan graduasinya menunggu persetujuan", "families",
     "active families whose proposal to graduate self-reliantly has not been approved yet",
     "KPM aktif yang usulan graduasi sejahtera mandirinya belum disetujui", "",
     [](View v) {
       return (sum<Count::proposed>(v.so_far) - sum<Count::lapsed>(v.so_far) -
               proposals_approved(v.so_far)) *
              v.scale.factor;
     }},
    {"off_list", "Off the waiting list without an eligible member",
     "Keluarga tunggu yang tidak lagi memenuhi komponen", "families",
     "families that left the waiting list because no member was eligible any more",
     "keluarga yang keluar dari daftar tunggu karena tidak lagi memiliki anggota yang memenuhi "
     "komponen",
     "", stock<Count::off_list>},
    {"natural_exit", "Off the programme by natural exit", "KPM yang telah graduasi alamiah",
     "families",
     "families that left because no member was eligible any more, and have not returned",
     "KPM yang keluar karena tidak lagi memiliki anggota yang memenuhi komponen, dan belum "
     "kembali",
     "", stock<Count::natural>},
    {"listed_without_component", "Paid without an eligible member", "KPM aktif tanpa komponen",
     "families",
     "active families in which no member is eligible, until a check of the registry notices",
     "KPM aktif tanpa anggota yang memenuhi komponen, sampai diketahui melalui pemutakhiran data",
     "lower", stock<Count::without_component>},

    // Who moved this month
    {"self_reliant_this_month", "Self-reliant graduations this month",
     "Graduasi sejahtera mandiri bulan ini", "families per month",
     "families that left self-reliantly during the month",
     "KPM yang graduasi sejahtera mandiri selama bulan tersebut", "higher",
     [](View v) { return v.month > 0 ? self_reliant_exits(v.now) * v.scale.factor : not_defined; }},
    {"proposed_this_month", "Proposed for graduation this month",
     "KPM yang diusulkan graduasi bulan ini", "families per month",
     "families that agreed or asked to leave self-reliantly during the month and were not refused; "
     "they leave when that is approved",
     "KPM yang setuju atau meminta graduasi sejahtera mandiri selama bulan tersebut dan tidak "
     "ditolak; mereka keluar setelah disetujui",
     "", flow<Count::proposed>},
    {"natural_exit_this_month", "Natural exits this month", "Graduasi alamiah bulan ini",
     "families per month", "families that left by natural exit during the month",
     "KPM yang graduasi alamiah selama bulan tersebut", "", flow<Count::left_natural>},
    {"assessed_out_this_month", "Graduated without consent this month", "KPM dikeluarkan bulan ini",
     "families per month",
     "families found able that did not agree and were taken off during the month",
     "KPM yang dinilai mampu, tidak setuju, dan dikeluarkan selama bulan tersebut", "",
     flow<Count::left_assessed_out>},
    {"struck_off_this_month", "Struck off this month", "KPM dicoret bulan ini",
     "families per month", "families delisted by the rank of their record during the month",
     "KPM yang dicoret karena peringkat datanya selama bulan tersebut", "",
     flow<Count::left_struck_off>},
    {"removal_this_month", "Removed by a mismatch this month",
     "KPM terhapus karena data tidak padan bulan ini", "families per month",
     "families taken off during the month because their identity did not match",
     "KPM yang dikeluarkan karena data tidak padan selama bulan tersebut", "",
     flow<Count::left_removal>},
    {"time_limit_this_month", "Taken off at the time limit this month",
     "KPM yang mencapai batas waktu bulan ini", "families per month",
     "families taken off at the time limit during the month",
     "KPM yang keluar karena batas waktu selama bulan tersebut", "", flow<Count::left_time_limit>},
    {"admitted_this_month", "Admitted this month", "KPM baru bulan ini", "families per month",
     "families let in from the waiting list during the month",
     "keluarga dari daftar tunggu yang menjadi peserta selama bulan tersebut", "",
     flow<Count::admitted>},
    {"formed_this_month", "New families this month", "Keluarga baru bulan ini",
     "families per month", "new families that joined the waiting list during the month",
     "keluarga baru yang masuk daftar tunggu selama bulan tersebut", "", flow<Count::formed>},
    {"restored_this_month", "Back after an appeal this month", "KPM dipulihkan bulan ini",
     "families per month", "families removed by a mismatch that came back during the month",
     "KPM yang dikeluarkan karena data tidak padan dan dipulihkan selama bulan tersebut", "",
     flow<Count::restored>},
    {"fell_back_this_month", "Fell back this month", "KPM yang jatuh miskin kembali bulan ini",
     "families per month",
     "families that were above the poverty line when they left or since, and "
     "completed three months running below it",
     "keluarga yang berada di atas garis kemiskinan ketika keluar atau sesudahnya, dan pada bulan "
     "tersebut genap tiga bulan berturut-turut berada di bawahnya",
     "lower", flow<Count::fell_back>},
    {"returned_this_month", "Returned this month", "KPM yang kembali menjadi peserta bulan ini",
     "families per month", "families taken back into the programme during the month",
     "keluarga yang diterima kembali sebagai peserta selama bulan tersebut", "lower",
     flow<Count::returned>},

    // Who moved since the start
    {"cumulative_self_reliant", "Self-reliant graduations so far",
     "Jumlah graduasi sejahtera mandiri sejak awal", "families",
     "self-reliant exits since the start; a family that returned and left again counts twice",
     "graduasi sejahtera mandiri sejak awal; keluarga yang kembali lalu graduasi lagi dihitung "
     "dua kali",
     "higher", [](View v) { return self_reliant_exits(v.so_far) * v.scale.factor; }},
    {"cumulative_self_reliant_raised",
     "Self-reliant graduations so far, nominated by the facilitator",
     "Jumlah graduasi sejahtera mandiri atas usulan pendamping", "families",
     "of cumulative_self_reliant, those nominated by the facilitator",
     "bagian dari cumulative_self_reliant: yang diusulkan oleh pendamping", "higher",
     total<Count::left_raised>},
    // Its full name, cumulative_self_reliant_own_request, would exceed 32 characters.
    {"cumulative_own_request", "Self-reliant graduations so far, at their own request",
     "Jumlah graduasi sejahtera mandiri atas permintaan sendiri", "families",
     "of cumulative_self_reliant, those at the family's own request",
     "bagian dari cumulative_self_reliant: yang diminta sendiri oleh keluarga", "higher",
     total<Count::left_own_request>},
    {"cumulative_proposed", "Proposed for graduation so far",
     "Jumlah KPM yang diusulkan graduasi sejak awal", "families",
     "families that agreed or asked to leave self-reliantly since the start and were not refused",
     "KPM yang setuju atau meminta graduasi sejahtera mandiri sejak awal dan tidak ditolak", "",
     total<Count::proposed>},
    {"cumulative_lapsed", "Proposals that lapsed so far",
     "Jumlah usulan graduasi yang gugur sejak awal", "families",
     "families that left in another way since the start while their proposal waited for approval",
     "KPM yang keluar dengan cara lain sejak awal ketika usulannya menunggu persetujuan", "",
     total<Count::lapsed>},
    {"approval_months", "Months from proposal to approval so far",
     "Lama persetujuan usulan graduasi sejak awal", "months",
     "mean months that proposals approved since the start had waited, each 127 at most",
     "rata-rata bulan menunggu dari usulan yang disetujui sejak awal, masing-masing paling lama "
     "127",
     "lower",
     [](View
            v) { return ratio(sum<Count::approval_months>(v.so_far), proposals_approved(v.so_far)); }},
    {"exits_able_at_start", "Self-reliant graduations so far, of families able on the first day",
     "Jumlah graduasi sejahtera mandiri keluarga yang sudah mampu pada hari pertama", "families",
     "of cumulative_self_reliant, those of families that were able to leave on the first day",
     "bagian dari cumulative_self_reliant: keluarga yang sudah mampu pada hari pertama", "",
     total<Count::left_able_at_start>},
    {"exits_became_able", "Self-reliant graduations so far, of families that became able",
     "Jumlah graduasi sejahtera mandiri keluarga yang menjadi mampu", "families",
     "of cumulative_self_reliant, those of families that were not able on the first day and had "
     "become so on the programme, whether or not they still were when they left",
     "bagian dari cumulative_self_reliant: keluarga yang belum mampu pada hari pertama dan pernah "
     "menjadi mampu selama menjadi peserta, baik masih mampu maupun tidak ketika keluar",
     "higher", total<Count::left_became_able>},
    {"exits_not_able", "Self-reliant graduations so far, of families that were never able",
     "Jumlah graduasi sejahtera mandiri keluarga yang tidak pernah mampu", "families",
     "of cumulative_self_reliant, those of families that were able neither on the first day nor at "
     "any time on the programme since",
     "bagian dari cumulative_self_reliant: keluarga yang tidak mampu pada hari pertama dan tidak "
     "pernah menjadi mampu selama menjadi peserta",
     "lower", total<Count::left_not_able>},
    {"cumulative_natural_exit", "Natural exits so far", "Jumlah graduasi alamiah sejak awal",
     "families", "natural exits since the start", "graduasi alamiah sejak awal", "",
     total<Count::left_natural>},
    {"cumulative_assessed_out", "Graduated without consent so far",
     "Jumlah KPM dikeluarkan karena dinilai mampu", "families",
     "exits of families found able that did not agree, since the start",
     "KPM yang dinilai mampu, tidak bersedia keluar, dan dikeluarkan sejak awal", "",
     total<Count::left_assessed_out>},
    {"cumulative_struck_off", "Struck off so far", "Jumlah KPM dicoret karena peringkat data",
     "families", "families delisted by rank since the start",
     "KPM yang dicoret karena peringkat data sejak awal", "", total<Count::left_struck_off>},
    {"cumulative_removal", "Removed so far", "Jumlah KPM terhapus karena data tidak padan",
     "families", "families removed by a mismatch since the start",
     "KPM yang dikeluarkan karena data tidak padan sejak awal", "lower",
     total<Count::left_removal>},
    {"cumulative_time_limit", "Taken off at the time limit so far",
     "Jumlah KPM yang mencapai batas waktu", "families",
     "families taken off at the time limit since the start",
     "KPM yang keluar karena batas waktu sejak awal", "", total<Count::left_time_limit>},
    {"cumulative_admitted", "Admitted so far", "Jumlah KPM baru sejak awal", "families",
     "families let in from the waiting list since the start",
     "keluarga yang masuk dari daftar tunggu sejak awal", "", total<Count::admitted>},
    {"cumulative_formed", "New families so far", "Jumlah keluarga baru sejak awal", "families",
     "new families that joined the waiting list since the start",
     "keluarga baru yang masuk daftar tunggu sejak awal", "", total<Count::formed>},
    {"incidence_self_reliant", "Share that graduated self-reliantly",
     "Peluang kumulatif graduasi sejahtera mandiri", "share",
     "Aalen-Johansen cumulative incidence of a self-reliant first exit, among families enrolled at "
     "month 0",
     "insidensi kumulatif Aalen-Johansen untuk graduasi sejahtera mandiri sebagai cara keluar "
     "pertama, di antara KPM yang terdaftar pada bulan ke-0",
     "higher", [](View v) { return v.first_exits.self_reliant; }},
    {"incidence_natural_exit", "Share that left by natural exit",
     "Peluang kumulatif graduasi alamiah", "share",
     "Aalen-Johansen cumulative incidence of a natural first exit, among families enrolled at "
     "month 0",
     "insidensi kumulatif Aalen-Johansen untuk graduasi alamiah sebagai cara keluar pertama, di "
     "antara KPM yang terdaftar pada bulan ke-0",
     "", [](View v) { return v.first_exits.natural; }},
    {"incidence_taken_off", "Share that was taken off", "Peluang kumulatif dikeluarkan", "share",
     "Aalen-Johansen cumulative incidence of being graduated without consent, delisted, removed or "
     "taken off "
     "at the time limit first, among families enrolled at month 0",
     "insidensi kumulatif Aalen-Johansen untuk keluar pertama karena dinilai mampu, dicoret, data "
     "tidak padan, atau mencapai batas waktu, di antara KPM yang terdaftar pada bulan ke-0",
     "", [](View v) { return v.first_exits.removed; }},
    {"restricted_mean_months", "Mean months on the programme since the start",
     "Rata-rata lama menjadi peserta sejak awal", "months",
     "mean months until the first exit, of families enrolled at month 0, counted up to this month",
     "rata-rata bulan sampai pertama kali keluar, bagi KPM yang terdaftar pada bulan ke-0, "
     "dihitung sampai bulan ini",
     "", [](View v) { return v.first_exits.mean_months; }},
});

}  // namespace

std::span<Measure const> measures_of_exits() { return rows; }

}  // namespace graduasi
