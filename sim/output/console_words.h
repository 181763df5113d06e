// The texts of the tables that a run prints.
#pragma once

#include "base/language.h"

namespace graduasi::console_words {

inline constexpr Text interval("{} ({} to {})", "{} ({} sampai {})");
inline constexpr Text baseline("baseline", "pembanding");

// Heads of columns.
inline constexpr Text variant("variant", "varian");
inline constexpr Text policy("policy", "kebijakan");
inline constexpr Text facilitators("facilitators", "pendamping");
inline constexpr Text wages("wages a year (rupiah)", "honor setahun (rupiah)");
inline constexpr Text self_reliant("self-reliant exits", "graduasi sejahtera mandiri");
inline constexpr Text become_able("become able", "menjadi mampu");
inline constexpr Text natural("natural exits", "graduasi alamiah");
inline constexpr Text premature("premature", "terlalu dini");
inline constexpr Text difference("difference to {}", "selisih terhadap {}");
inline constexpr Text by_chance(", 95 % Monte Carlo", ", 95 % Monte Carlo");
inline constexpr Text by_parameters(", 95 % parameters and Monte Carlo",
                                    ", 95 % parameter dan Monte Carlo");
inline constexpr Text verdict("verdict", "simpulan");
inline constexpr Text where("in", "di");
inline constexpr Text families("families", "keluarga");

// Below the tables.
inline constexpr Text below(
    "Exits from {} to {}; facilitators (posts, vacant ones too) and wages (of those filled) when "
    "a\n"
    "policy first holds in full.\n",
    "Graduasi dari {} sampai {}; pendamping (pos, termasuk yang kosong) dan honor (pos yang "
    "terisi)\n"
    "ketika kebijakan pertama kali berlaku penuh.\n");
inline constexpr Text write_strata(
    "For the figures of the areas where a policy holds, write output.strata: [area].",
    "Untuk angka wilayah tempat suatu kebijakan berlaku, tulis output.strata: [area].");
inline constexpr Text below_places(
    "\nWhere a policy holds; families and facilitators in {}.\n",
    "\nWilayah tempat kebijakan berlaku; keluarga dan pendamping pada {}.\n");

// What policies cost.
inline constexpr Text cost("programme cost", "biaya program");
inline constexpr Text per_sustained("cost per sustained exit", "biaya per graduasi bertahan");
inline constexpr Text per_further("for each further sustained exit",
                                  "untuk setiap tambahan graduasi bertahan");
inline constexpr Text equal_to("equal to {}", "sama dengan {}");
inline constexpr Text undecided("cannot be told yet", "belum dapat dikatakan");
inline constexpr Text cheapest("the cheapest", "termurah");
inline constexpr Text dominated("dominated", "terungguli");
inline constexpr Text dominated_by_mixture("dominated by a mixture", "terungguli suatu campuran");
inline constexpr Text not_more("more exits not distinguishable", "tambahan tidak dapat dibedakan");
inline constexpr Text over("{} over {}", "{} terhadap {}");
inline constexpr Text below_costs(
    "In this model, over {} months: rupiah of {}, money and exits discounted at {} % a year. "
    "Programme cost is\nall that the budget pays, benefits too; families that leave are paid no "
    "longer, and what is saved after the\nlast month is not counted. Unit costs but the wage are "
    "assumptions.",
    "Dalam model ini, selama {} bulan: rupiah tahun {}, uang dan graduasi didiskonto {} % setahun. "
    "Biaya program\nialah semua yang dibayar anggaran, termasuk bantuan; keluarga yang keluar "
    "tidak "
    "lagi dibayar, dan penghematan\nsetelah bulan terakhir tidak dihitung. Semua biaya satuan "
    "selain "
    "honor merupakan asumsi.");

// How many exits facilitators have.
inline constexpr Text of_a_facilitator("exits of a facilitator", "graduasi per pendamping");
inline constexpr Text none("none", "nol");
inline constexpr Text one_to_nine("one to nine", "satu sampai sembilan");
inline constexpr Text ten_or_more("ten or more", "sepuluh atau lebih");
inline constexpr Text below_posts(
    "\nSelf-reliant exits of facilitators in {}, and the share of facilitators with so many; told\n"
    "from 30 simulated posts on.\n",
    "\nGraduasi sejahtera mandiri per pendamping pada {}, dan bagian pendamping dengan jumlah "
    "itu;\n"
    "ditampilkan mulai 30 pos yang disimulasikan.\n");

// What a unit of a swept lever changes.
inline constexpr Text of("of", "dari");
inline constexpr Text from("from", "dari nilai");
inline constexpr Text to("to", "ke");
inline constexpr Text per_unit("self-reliant exits for each further unit",
                               "graduasi sejahtera mandiri per tambahan satuan");
inline constexpr Text unit("unit", "satuan");

// Warnings.
inline constexpr Text warning("warning: {}: {}; {}", "peringatan: {}: {}; {}");

}  // namespace graduasi::console_words
