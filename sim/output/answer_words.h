// The texts of the first lines of a comparison on the console.
#pragma once

#include "base/language.h"

namespace graduasi::answer_words {

inline constexpr Text interval("{} ({} to {})", "{} ({} sampai {})");
inline constexpr Text years("{} to {}", "{} sampai {}");

// Told of a difference.
inline constexpr Text unclear(", not distinguishable", ", tidak dapat dibedakan");
inline constexpr Text equal(", equal in every replicate", ", sama pada setiap ulangan");
inline constexpr Text one_value(", one value", ", satu nilai");

// The premature part of further exits.
inline constexpr Text of_fewer_exits("{} of the exits that are fewer",
                                     "{} dari graduasi yang berkurang");
inline constexpr Text none_told("none that can be told; premature exits {}",
                                "tidak dapat dipastikan; graduasi terlalu dini {}");
inline constexpr Text none_rise("none: exits rise, premature exits {}",
                                "tidak ada: graduasi bertambah, graduasi terlalu dini {}");
inline constexpr Text none_fall("none: exits fall, premature exits {}",
                                "tidak ada: graduasi berkurang, graduasi terlalu dini {}");
inline constexpr Text more_than_all("more than all of them: premature exits {}",
                                    "lebih dari semuanya: graduasi terlalu dini {}");
inline constexpr Text no_share(
    "no share: exits are not distinguishable; premature exits {}",
    "tanpa bagian: graduasi tidak dapat dibedakan; graduasi terlalu dini "
    "{}");

// Families.
inline constexpr Text became_able("families that became able", "keluarga yang menjadi mampu");
inline constexpr Text left("families that left self-reliantly",
                           "keluarga graduasi sejahtera mandiri");
inline constexpr Text lasting("  of these lasting two years so far",
                              "  di antaranya sudah bertahan dua tahun");
inline constexpr Text too_early(
    "too early to tell: no exit that the policy brings is two years old",
    "belum dapat dikatakan: belum ada graduasi karena kebijakan ini yang "
    "berumur dua tahun");
inline constexpr Text left_or_taken("families that left, also without consent",
                                    "keluarga yang keluar, termasuk tanpa persetujuan");
inline constexpr Text premature("  of these premature", "  di antaranya terlalu dini");
inline constexpr Text who("  who they are", "  siapa mereka");
inline constexpr Text who_text("able on the first day {}, able since {}, never able {}",
                               "mampu pada hari pertama {}, mampu kemudian {}, tidak pernah mampu "
                               "{}");
inline constexpr Text taken_off("families taken off by a rule",
                                "keluarga yang dikeluarkan suatu aturan");
inline constexpr Text not_able("  of these not able to leave", "  di antaranya belum mampu");
inline constexpr Text taken_off_warning(
    "warning: {}: most of the further families that a rule takes off are not able to leave",
    "peringatan: {}: sebagian besar tambahan keluarga yang dikeluarkan suatu aturan belum mampu");
inline constexpr Text premature_warning(
    "warning: {}: most of the further exits are premature; such families leave before they are "
    "able",
    "peringatan: {}: sebagian besar tambahan graduasi terlalu dini; keluarga keluar sebelum mampu");

// Targets.
inline constexpr Text target("target of exits a year, {}", "target graduasi setahun, {}");
inline constexpr Text target_text("{} asked for, {} counted: {} of it",
                                  "diminta {}, tercatat {}: {} dari target");
inline constexpr Text reached("  reached", "  tercapai");
inline constexpr Text reached_text("in {} of {} years", "dalam {} dari {} tahun");
inline constexpr Text reached_ends("; {} in {}, {} in {}", "; {} pada {}, {} pada {}");

// Money.
inline constexpr Text cost("programme cost, rupiah", "biaya program, rupiah");
inline constexpr Text benefits("  of it benefits", "  di antaranya bantuan");
inline constexpr Text benefits_text(
    "of families of the first day {}, of those let in {}, of those back {}",
    "bagi keluarga hari pertama {}, bagi yang baru diterima {}, bagi yang kembali {}");
inline constexpr Text per_able("  for each family more that became able",
                               "  untuk setiap tambahan keluarga yang menjadi mampu");
inline constexpr Text per_lasting("  for each lasting exit more",
                                  "  untuk setiap tambahan graduasi yang bertahan");
inline constexpr Text pays_less("nothing: the programme pays less",
                                "tidak ada: program mengeluarkan lebih sedikit");
inline constexpr Text cost_unclear("not told: cost is not distinguishable",
                                   "tidak dihitung: biaya tidak dapat dibedakan");
inline constexpr Text able_unclear("not told: such families are not distinguishably more",
                                   "tidak dihitung: keluarga itu tidak jelas bertambah");
inline constexpr Text lasting_unclear("not told: such exits are not distinguishably more",
                                      "tidak dihitung: graduasi itu tidak jelas bertambah");

// Whole tables.
inline constexpr Text more_than("More than under {}, from {} to {}\n",
                                "Selisih terhadap {}, dari {} sampai {}\n");
inline constexpr Text policy("policy", "kebijakan");
inline constexpr Text short_able("became able", "menjadi mampu");
inline constexpr Text short_left("left", "keluar");
inline constexpr Text short_lasting("of these lasting", "bertahan");
inline constexpr Text short_premature("of these premature", "terlalu dini");
inline constexpr Text short_cost("programme cost", "biaya program");
inline constexpr Text short_per_able("per family able", "per keluarga mampu");
inline constexpr Text short_per_lasting("per lasting exit", "per graduasi bertahan");
inline constexpr Text short_too_early("too early", "terlalu awal");
inline constexpr Text means_alone(
    "Means; \"?\": not distinguishable from none. Intervals are in answer.csv.",
    "Rata-rata; \"?\": tidak dapat dibedakan dari nol. Selang ada di answer.csv.");
inline constexpr Text none("none", "tidak ada");
inline constexpr Text over_all("over 100 %", "di atas 100 %");
inline constexpr Text without_share("no share", "tanpa bagian");
inline constexpr Text of_the_fewer("{} of the fewer", "{} dari yang berkurang");

// For whom.
inline constexpr Text for_whom("for whom", "bagi siapa");
inline constexpr Text left_self_reliantly("left self-reliantly", "graduasi sejahtera mandiri");
inline constexpr Text in_the_file(
    "For whom: answer.csv has the groups of each policy and variant.\n",
    "Bagi siapa: answer.csv memuat kelompok setiap kebijakan dan "
    "varian.\n");
inline constexpr Text by_first_day(
    "More than under {}, by what families were on the first day.",
    "Selisih terhadap {}, menurut keadaan keluarga pada hari pertama.");

}  // namespace graduasi::answer_words
