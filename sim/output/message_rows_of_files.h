// What is said of a scenario as a whole, of its policies and of its files; as message_rows.h.
#pragma once

#include "base/language.h"

#include <array>

namespace graduasi {

inline constexpr auto messages_of_files = std::to_array<Text>({
    // The text of a file.
    {"the file is {}", "berkas ini {}"},
    {"a scenario is a map that begins with format: 1",
     "skenario ialah peta yang diawali format: 1"},
    {"a scenario begins with format: 1", "skenario diawali format: 1"},
    {"a scenario is one document", "skenario ialah satu dokumen"},
    {"the YAML document ends here, but the text goes on",
     "dokumen YAML berakhir di sini, tetapi teks masih berlanjut"},
    {"this is not YAML: {}", "ini bukan YAML: {}"},
    {"a quote is opened and never closed", "tanda kutip dibuka dan tidak ditutup"},
    {"end of map flow not found", "penutup peta tidak ditemukan"},
    {"end of sequence flow not found", "penutup daftar tidak ditemukan"},
    {"illegal flow end", "penutup kurung tidak pada tempatnya"},
    {"illegal map value", "nilai peta tidak pada tempatnya"},
    {"the referenced anchor is not defined", "jangkar yang dirujuk tidak ada"},
    {"reading gave up here, the mistake may stand in a line before",
     "pembacaan berhenti di sini, kesalahannya mungkin pada baris sebelumnya"},
    {"the text holds tabs, indent with spaces", "teks memuat tab, gunakan spasi untuk menjorok"},
    {"this is not text in UTF-8", "ini bukan teks UTF-8"},
    {"save the file as UTF-8", "simpan berkas sebagai UTF-8"},
    {"more than {} values", "lebih dari {} nilai"},
    {"no scenario is", "tidak ada skenario yang demikian"},
    {"no scenario is that long", "tidak ada skenario sepanjang itu"},
    {"no scenario needs that", "tidak ada skenario yang memerlukannya"},
    {"lists or maps are nested too deeply", "daftar atau peta bertingkat terlalu dalam"},
    {"a key is not a word", "suatu kunci bukan kata"},
    {"keys are plain words", "kunci harus berupa kata biasa"},
    {"leave the tag out", "hapus tag itu"},
    {"write the values out, or use extends", "tulis nilainya, atau gunakan extends"},
    {"this program reads format {}", "program ini membaca format {}"},
    {"this program reads format {}, a newer one may read this file",
     "program ini membaca format {}, program yang lebih baru mungkin dapat membaca berkas ini"},
    {"say in one line what the scenario is to answer",
     "tulis dalam satu baris apa yang akan dijawab skenario"},
    {"write the text in both languages, {}, or one text for both",
     "tulis teks dalam kedua bahasa, {}, atau satu teks untuk keduanya"},
    {"this is {}", "ini {}"},
    {"PATH=VALUE", "PATH=VALUE"},
    {"there is nothing between two of its dots", "ada bagian kosong di antara dua titiknya"},
    {"there are so many problems that reading stopped here",
     "masalahnya begitu banyak sehingga pembacaan berhenti di sini"},
    // Paths that are gone.
    {"it is gone: there is no contact below which nothing happens",
     "sudah tidak ada: tidak ada batas kontak yang di bawahnya tidak terjadi apa pun"},
    {"{} says how steeply the dose sets in {}", "{} menentukan seberapa curam dosis bekerja {}"},
    {"it is gone: a target buys checks with hours that it takes from sessions and visits",
     "sudah tidak ada: target membeli pemutakhiran dengan jam dari pertemuan dan kunjungan"},
    {"it is gone: a target buys assessments with hours {} and lets most of those seen able be "
     "nominated",
     "sudah tidak ada: target membeli penilaian dengan jam {} dan membuat sebagian besar yang "
     "tampak "
     "mampu diusulkan"},
    {"it is gone: the line comes down by rank, as far as exits are missing once most of those seen "
     "able are nominated",
     "sudah tidak ada: batas turun menurut peringkat sejauh graduasi masih kurang setelah sebagian "
     "besar yang tampak mampu diusulkan"},
    {"{} says how many", "{} menentukan berapa banyak"},
    {"{} say how far", "{} menentukan seberapa jauh"},
    // Policies.
    {"results are told apart by it", "hasil dibedakan dengannya"},
    {"leave it out to run today's levers", "hapus untuk menjalankan pengaturan sekarang"},
    {"the policies are {}, as in {}", "kebijakannya {}, seperti {}"},
    {"set {} instead", "tetapkan {} sebagai gantinya"},
    {"take it out of one of the two", "hapus dari salah satunya"},
    {"take out one of the two", "hapus salah satunya"},
    {"the first policy is the baseline, which holds from the start",
     "kebijakan pertama ialah pembanding, yang berlaku sejak awal"},
    {"the first policy is the baseline, which holds from the start, everywhere",
     "kebijakan pertama ialah pembanding, yang berlaku sejak awal di semua tempat"},
    {"use changes", "gunakan changes"},
    {"it says in which month the change begins", "di sini ditulis bulan awal perubahan"},
    {"{} sets no lever", "{} tidak menetapkan pengaturan"},
    {"changes stand in date order, this one must be later than {}",
     "perubahan urut menurut tanggal, yang ini harus setelah {}"},
    {"changes of one month must differ in their areas or in their levers",
     "perubahan pada bulan yang sama harus berbeda wilayah atau pengaturannya"},
    {"{} sets {} in {}, as does {}, and both hold in {}",
     "{} menetapkan {} pada {}, begitu pula {}, dan keduanya berlaku di {}"},
    {"{} holds in {}, and its policy in {} alone",
     "{} berlaku di {}, padahal kebijakannya hanya di {}"},
    {"no area is in both", "tidak ada wilayah yang termasuk keduanya"},
    {"the run goes from {} to {}", "simulasi berlangsung dari {} sampai {}"},
    {"the run has {}", "simulasi memiliki {}"},
    {"that is an island: write where.island", "itu nama pulau: tulis where.island"},
    {"it has, among others, {}", "isinya antara lain {}"},
    {"the areas file {} does not say on which island its areas are: give it a column island or "
     "province, or name areas with where.area",
     "berkas wilayah {} tidak menyebut pulau wilayahnya: tambahkan kolom island atau province, "
     "atau "
     "sebut wilayah dengan where.area"},
    {"the areas file {} has no area there, it has {}",
     "berkas wilayah {} tidak memiliki wilayah di sana, yang ada {}"},
    {"the policy {} sends more facilitators {} under a where",
     "kebijakan {} mengirim tambahan pendamping {} dalam suatu where"},
    {"policy.caseload.more_go shares out those of the nation, so write everywhere or leave the "
     "where "
     "out",
     "policy.caseload.more_go membagi yang nasional, jadi tulis everywhere atau hapus where"},
    {"{} gives, in {}, {} of contact's time to modules of mentoring: {}",
     "{} pada {} memberikan {} bagian waktu kontak untuk modul pendampingan: {}"},
    {"{}: at the largest values, {} gives {}", "{}: pada nilai terbesar, {} memberikan {}"},
    {"together they may take at most {}", "semuanya paling banyak {}"},
    // Events.
    {"{} says no event", "{} tidak menyebut kegiatan"},
    {"one of {} is needed", "diperlukan salah satu dari {}"},
    {"only one of them is looked for", "hanya satu yang dicari"},
    {"it says when the event happens", "di sini ditulis kapan kegiatan terjadi"},
    {"it says how much, in line-months", "di sini ditulis berapa, dalam bulan garis kemiskinan"},
    {"or write the amount in rupiah", "atau tulis jumlahnya dalam rupiah"},
    {"write the amount in one of them", "tulis jumlahnya di salah satunya"},
    {"write the share that is left", "tulis bagian yang tersisa"},
    {"places are given to families by lot, so leave {} out",
     "tempat diundi di antara keluarga, jadi hapus {}"},
    // Targets.
    {"the policy {} asks in {} for {} exits of the nation {} and for {} of a facilitator {}",
     "kebijakan {} pada {} meminta {} graduasi nasional {} dan {} per pendamping {}"},
    {"set one of the two to 0", "tetapkan salah satunya 0"},
    {"{} moves a target, but the policy {} has {} above 0",
     "{} mengubah target, padahal pada kebijakan {} nilai {} di atas 0"},
    {"a target is of the nation or of a facilitator, set the other to 0",
     "target berlaku nasional atau per pendamping, tetapkan yang lain 0"},
    // Priors and sweeps.
    {"run.parameter_draws asks for {}", "run.parameter_draws meminta {}"},
    {"let as many of them be 0", "jadikan sebanyak itu bernilai 0"},
    {"sweep has {} combinations", "sweep memiliki {} kombinasi"},
    {"sweep makes a policy called swept, but the baseline has that name",
     "sweep membuat kebijakan bernama swept, padahal pembanding bernama itu"},
    {"rename it", "ganti namanya"},
    {"a sweep goes over parameters of world, population or policy",
     "sweep berlaku untuk parameter world, population, atau policy"},
    {"run its values with graduasi sweep instead", "jalankan nilainya dengan graduasi sweep"},
    // Analyses and findings.
    {"{} holds {} groups", "{} memuat {} kelompok"},
    {"at most 10 are possible, since each more doubles the runs. Put some together, or leave some "
     "out: what is in no group stays as it is",
     "paling banyak 10, karena setiap tambahan menggandakan simulasi. Gabungkan atau hapus "
     "sebagian: "
     "yang tidak masuk kelompok tetap seperti adanya"},
    {"a switch belongs to one", "satu sakelar hanya untuk satu kelompok"},
    {"a budget limits what is maximised: take a target",
     "anggaran membatasi yang dimaksimalkan: gunakan target"},
    {"a target is reached for the least cost: take minimise",
     "target dicapai dengan biaya terkecil: gunakan minimise"},
    {"the cost is minimised for a target: take one of them",
     "biaya diminimalkan untuk suatu target: pilih salah satunya"},
    {"trial.unit is facilitator, but the policy {} has caseloads of its own, so facilitators are "
     "not "
     "the same people there",
     "trial.unit ialah facilitator, tetapi kebijakan {} memiliki jumlah dampingan sendiri, "
     "sehingga "
     "pendampingnya bukan orang yang sama"},
    {"take group or district", "gunakan group atau district"},
    {"the effect itself", "pengaruh itu sendiri"},
    {"name another month, group or arm", "sebut bulan, kelompok, atau arm yang lain"},
    {"only equal units can be subtracted", "hanya satuan yang sama yang dapat dikurangkan"},
    {"take percent or control_sd", "gunakan percent atau control_sd"},
    {"a share is compared with nothing, take points",
     "suatu bagian tidak dibandingkan dengan apa pun, gunakan points"},
    {"{} says {}", "{} menyebut {}"},
    {"when it is reproduced is said by one of {}",
     "kapan temuan itu muncul ditentukan salah satu dari {}"},
    {"it says what was found, in words", "di sini ditulis temuannya dalam kata-kata"},
    {"{} compares {} with itself", "{} membandingkan {} dengan dirinya sendiri"},
    {"name another arm or against_group, or take the unit share",
     "sebut arm atau against_group lain, atau gunakan satuan share"},
    {"it belongs to a value", "itu untuk suatu value"},
    {"it belongs to the unit share", "itu untuk satuan share"},
});

}  // namespace graduasi
