#include "output/answer_lines.h"

#include "output/answer_table.h"
#include "support/results.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Matchers::Contains;

namespace {

Estimate between(double lower, double mean, double upper) {
  return chance_between(lower, mean, upper, 20);
}

/// A hundred thousand more exits, of which sixty thousand are premature.
Answer an_answer() {
  Answer answer{.policy = 1};
  answer.gains = {.became_able = between(200000, 270000, 340000),
                  .exits = between(90000, 100000, 110000),
                  .lasting = between(30000, 40000, 50000),
                  .premature = between(50000, 60000, 70000),
                  .judged = between(90000, 100000, 110000),
                  .premature_share = between(0.55, 0.6, 0.65),
                  .part = PrematurePart::share};
  answer.cost = between(18e12, 19e12, 20e12);
  answer.cost_per_able = between(80e6, 94e6, 108e6);
  answer.cost_per_lasting = between(400e6, 475e6, 550e6);
  return answer;
}

std::string lines_of(Answer const& answer) {
  return answer_lines(two_policies(1, 20, 120), {answer}, Color::never);
}

/// What the line with these words says.
std::string line_with(std::string const& text, std::string const& words) {
  auto const at = text.find(words);
  if (at == std::string::npos) return "no such line";
  auto line = text.substr(at + words.size(), text.find('\n', at) - at - words.size());
  line.erase(0, line.find_first_not_of(' '));
  return line;
}

}  // namespace

TEST_CASE("answer lines: exits are never alone", "[unit][output]") {
  CHECK(lines_of(an_answer()) ==
        "More than under today, from 2026-01 to 2035-12\n"
        "other\n"
        "  families that became able                +270,000 (+200,000 to +340,000)\n"
        "  families that left self-reliantly        +100,000 (+90,000 to +110,000)\n"
        "    of these lasting two years so far      +40,000 (+30,000 to +50,000)\n"
        "    of these premature                     60.0 % (55.0 % to 65.0 %)\n"
        "  programme cost, rupiah                   +19.0 trillion (+18.0 trillion to +20.0 "
        "trillion)\n"
        "    for each family more that became able  94.0 million (80.0 million to 108 million)\n"
        "    for each lasting exit more             475 million (400 million to 550 million)\n"
        "warning: other: most of the further exits are premature; such families leave before they "
        "are able\n"
        "\n");
}

TEST_CASE("answer lines: who left, whom a rule took off, and whether the target is reached",
          "[unit][output]") {
  auto answer = an_answer();
  answer.who = {between(50000, 60000, 70000), between(-10, 5, 20), between(30000, 40000, 50000)};
  answer.off = {between(9000, 10000, 11000), between(7000, 8000, 9000), between(0.7, 0.8, 0.9)};
  answer.target = TargetReached{.first_year = 2026,
                                .last_year = 2035,
                                .years = 10,
                                .asked = between(330000, 333000, 336000),
                                .counted = between(150000, 160000, 170000),
                                .share = between(0.46, 0.48, 0.5),
                                .share_first_year = between(0.5, 0.6, 0.7),
                                .share_last_year = between(0.3, 0.4, 0.5),
                                .years_reached = between(0, 1, 2)};
  answer.benefits = {between(-13e12, -12e12, -11e12), between(10e12, 11e12, 12e12),
                     between(-1e9, 2e9, 5e9)};
  auto const text = lines_of(answer);
  CHECK(line_with(text, "who they are") ==
        "able on the first day +60,000, able since +5 ?, never able +40,000");
  CHECK(line_with(text, "families taken off by a rule") == "+10,000 (+9,000 to +11,000)");
  CHECK(line_with(text, "of these not able to leave") == "80.0 % (70.0 % to 90.0 %)");
  CHECK(line_with(text, "target of exits a year, 2026 to 2035") ==
        "333,000 asked for, 160,000 counted: 48.0 % (46.0 % to 50.0 %) of it");
  CHECK(line_with(text, "  reached") == "in 1.0 of 10 years; 60.0 % in 2026, 40.0 % in 2035");
  CHECK(line_with(text, "of it benefits") ==
        "of families of the first day -12.0 trillion, of those let in +11.0 trillion, of those "
        "back +2.00 billion ?");
  CHECK_THAT(text, Contains("warning: other: most of the further families that a rule takes off "
                            "are not able to leave\n"));
}

TEST_CASE("answer lines: what cannot be told from none is said so", "[unit][output]") {
  auto answer = an_answer();
  answer.gains.became_able = between(-30, 12, 54);
  answer.gains.exits = answer.gains.judged = between(0, 0, 0);
  answer.gains.premature = between(-5, 1, 7);
  answer.gains.premature_share = {};
  answer.gains.part = PrematurePart::exits_unclear;
  answer.cost = between(-1e9, 1e9, 3e9);
  answer.cost_per_able = answer.cost_per_lasting = {};
  auto const text = lines_of(answer);
  CHECK(line_with(text, "became able") == "+12 (-30 to +54), not distinguishable");
  CHECK(line_with(text, "left self-reliantly") == "0 (0 to 0), equal in every replicate");
  CHECK(line_with(text, "of these premature") ==
        "no share: exits are not distinguishable; premature exits +1 (-5 to +7), not "
        "distinguishable");
  CHECK(line_with(text, "programme cost, rupiah") ==
        "+1.00 billion (-1.00 billion to +3.00 billion), not distinguishable");
  CHECK(line_with(text, "more that became able") == "not told: cost is not distinguishable");
  CHECK_THAT(text, !Contains("warning"));
}

TEST_CASE("answer lines: premature exits that go the other way are no share", "[unit][output]") {
  auto answer = an_answer();
  answer.gains.part = PrematurePart::opposite;
  answer.gains.premature = between(-70000, -60000, -50000);
  CHECK(line_with(lines_of(answer), "of these premature") ==
        "none: exits rise, premature exits -60,000 (-70,000 to -50,000)");
  answer.gains.premature = between(-70, -6, 58);
  CHECK(line_with(lines_of(answer), "of these premature") ==
        "none that can be told; premature exits -6 (-70 to +58), not distinguishable");
  answer.gains.part = PrematurePart::beyond;
  answer.gains.premature = between(120000, 130000, 140000);
  CHECK(line_with(lines_of(answer), "of these premature") ==
        "more than all of them: premature exits +130,000 (+120,000 to +140,000)");
  CHECK_THAT(lines_of(answer), Contains("warning: other: most of the further exits"));
}

TEST_CASE("answer lines: fewer exits, less cost, and exits too young to last", "[unit][output]") {
  auto answer = an_answer();
  answer.gains.exits = answer.gains.judged = between(-110, -100, -90);
  answer.cost = between(-3e12, -2e12, -1e12);
  answer.cost_per_able = answer.cost_per_lasting = {};
  answer.can_last = false;
  auto const text = lines_of(answer);
  CHECK(line_with(text, "of these premature") ==
        "60.0 % (55.0 % to 65.0 %) of the exits that are fewer");
  CHECK(line_with(text, "more that became able") == "nothing: the programme pays less");
  CHECK_THAT(text, Contains("too early to tell"));
  CHECK_THAT(text, !Contains("for each lasting exit"));
  CHECK_THAT(text, !Contains("warning"));
}

TEST_CASE("answer lines: many policies are a table of means, with the same warning",
          "[unit][output]") {
  auto results = two_policies(1, 20, 120);
  std::vector<Answer> answers;
  results.policies = {"today"};
  for (std::size_t policy = 1; policy <= max_answer_blocks + 1; ++policy) {
    results.policies.push_back("p" + std::to_string(policy));
    answers.push_back(an_answer());
    answers.back().policy = policy;
  }
  answers[1].gains.exits = between(-5, 3, 11);
  answers[1].gains.part = PrematurePart::exits_unclear;
  auto const text = answer_lines(results, answers, Color::never);
  CHECK_THAT(text,
             Contains("\np1         +270,000  +100,000           +40,000              60.0 %"));
  CHECK_THAT(text, Contains("+3 ?"));
  CHECK_THAT(text, Contains("warning: p1:"));
  CHECK_THAT(text, !Contains("warning: p2:"));
}

TEST_CASE("answer lines: for whom, by the groups of the first day", "[unit][output]") {
  auto results = two_policies(1, 20, 120);
  results.subgroups = {"all", "area:Aceh", "welfare_fifth:1", "sex_of_head:female"};
  std::vector<Answer> answers(4, an_answer());
  for (std::size_t s = 0; s < 4; ++s) answers[s].subgroup = s;
  answers[3].gains.part = PrematurePart::exits_unclear;
  auto const text = for_whom_lines(results, answers, Color::never);
  CHECK_THAT(text, Contains("  poorest fifth"));
  CHECK_THAT(text, Contains("  headed by women"));
  CHECK_THAT(text, !Contains("Aceh"));
  CHECK(line_with(text, "poorest fifth") ==
        "+270,000 (+200,000 to +340,000)  +100,000 (+90,000 to +110,000)  60.0 % (55.0 % to 65.0 "
        "%)");
  CHECK_THAT(line_with(text, "headed by women"), Contains("no share"));
  answers[3].gains.part = PrematurePart::share;
  answers[3].gains.judged = between(-110, -100, -90);
  CHECK_THAT(line_with(for_whom_lines(results, answers, Color::never), "headed by women"),
             Contains("60.0 % (55.0 % to 65.0 %) of the fewer"));
  CHECK(for_whom_lines(results, {answers[0], answers[1]}, Color::never).empty());
  CHECK(group_in_words("components:early_childhood") == "early childhood");
}

TEST_CASE("answer lines: one policy has none", "[unit][output]") {
  CHECK(answer_lines(two_policies(1, 1, 12), {}, Color::never).empty());
}

TEST_CASE("answer table: the file and the page hold the same figures", "[unit][output]") {
  auto const results = two_policies(1, 20, 120);
  TemporaryFolder const folder;
  Sink sink(folder / "answer.csv");
  write_answers(sink, results, {an_answer()});
  sink.close();
  auto const text = content_of(folder / "answer.csv");
  CHECK_THAT(text, Contains("policy,variant,baseline,stratum,figure,unit,mean,lower,upper,told,"
                            "replicates,interval,date,split,group\n"));
  CHECK_THAT(text, Contains("other,base,today,all,premature_share,share,0.6,0.55,0.65,share,20,"
                            "chance,2035-12-01,all,all\n"));
  CHECK_THAT(text, Contains("other,base,today,all,cost_per_able,rupiah per family,94000000,"));
  auto const json =
      nlohmann::json::parse(text_of(answers_json(results, {an_answer()}), Layout::line));
  REQUIRE(json.size() == 1);
  CHECK(json[0]["policy"] == "other");
  CHECK(json[0]["stratum"] == "all");
  CHECK(json[0]["mostly_premature"] == true);
  CHECK(json[0]["figures"]["premature_share"]["mean"] == 0.6);
  CHECK(json[0]["figures"]["became_able"]["told"] == "more");
}

TEST_CASE("answer table: a group has no costs, and young exits are told to be", "[unit][output]") {
  auto answer = an_answer();
  answer.subgroup = 1;
  answer.can_last = false;
  auto const figures = figures_of(answer);
  REQUIRE(figures.size() == 12);
  CHECK(figures[2].figure == "lasting_exits");
  CHECK(figures[2].told == "too_early");
  CHECK(figures[5].figure == "premature_share");
  CHECK(figures.back().figure == "taken_off_not_able_share");
}

TEST_CASE("answer lines: they are told in Indonesian", "[unit][output]") {
  auto const text =
      answer_lines(two_policies(1, 20, 120), {an_answer()}, {Color::never, Language::indonesian});
  CHECK_THAT(text, Contains("Selisih terhadap today, dari 2026-01 sampai 2035-12\n"));
  CHECK(line_with(text, "keluarga yang menjadi mampu") == "+270.000 (+200.000 sampai +340.000)");
  CHECK(line_with(text, "di antaranya terlalu dini") == "60,0 % (55,0 % sampai 65,0 %)");
  CHECK(line_with(text, "biaya program, rupiah") ==
        "+19,0 triliun (+18,0 triliun sampai +20,0 triliun)");
  CHECK(group_in_words("welfare_fifth:1", Language::indonesian) == "kuintil termiskin");
}
