#include "experiment/reports.h"

#include "base/contract.h"
#include "experiment/ranks.h"
#include "store/store.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace graduasi {

namespace {

enum class Topic : std::uint64_t { simulation, note, progress, done };

/// What stands before the words or figures of a message. Ranks run one program on machines of one
/// kind, so bytes mean the same to all.
struct Head {
  Topic topic = Topic::done;
  std::uint64_t piece = 0;
  Simulation simulation{};
  double simulations_done = 0;
  std::uint64_t numbers = 0;  ///< that follow, of eight bytes each
};
static_assert(std::is_trivially_copyable_v<Head>);

template <class Number>
void append(std::string& bytes, Head head, std::span<Number const> numbers) {
  static_assert(sizeof(Number) == 8);
  head.numbers = numbers.size();
  bytes.append(reinterpret_cast<char const*>(&head), sizeof head);
  bytes.append(reinterpret_cast<char const*>(numbers.data()), numbers.size_bytes());
}

void append(std::string& bytes, Head const& head) {
  append(bytes, head, std::span<double const>());
}

void append(std::string& bytes, RunResults const& results, Simulation const& simulation) {
  auto const figures = figures_of(results, simulation);
  append(bytes, {.topic = Topic::simulation, .simulation = simulation},
         std::span<double const>(figures));
}

void append(std::string& bytes, std::size_t piece, Simulation const& first,
            PopulationNote const& note) {
  auto const words = words_of(note);
  append(bytes, {.topic = Topic::note, .piece = piece, .simulation = first},
         std::span<std::uint64_t const>(words));
}

/// Some seconds of a simulation may come in many steps; more often than this nobody looks.
constexpr std::chrono::milliseconds between_words{200};

/// Results of so many bytes are sent at a time at the end.
constexpr std::size_t most_at_a_time = std::size_t{1} << 26;

}  // namespace

Reports::Reports(RunResults& results, ExperimentOptions const& options)
    : results_(results), options_(options) {}

void Reports::share_what_is_there() {
  std::string finished(results_.finished.begin(), results_.finished.end());
  options_.ranks->share(finished);
  results_.finished.assign(finished.begin(), finished.end());
}

void Reports::show(double more) {
  done_ += more;
  if (options_.progress) options_.progress(done_ / simulations_);
}

void Reports::send_progress() {
  std::string message;
  append(message, {.topic = Topic::progress, .simulations_done = unsaid_});
  options_.ranks->send_to_first(std::move(message));
  unsaid_ = 0;
  said_ = std::chrono::steady_clock::now();
}

void Reports::add(double share_of_a_simulation) {
  auto& ranks = *options_.ranks;
  ranks.look_for_end();
  if (ranks.is_first()) {
    show(share_of_a_simulation);
    while (auto const message = ranks.receive()) take(*message);
    return;
  }
  unsaid_ += share_of_a_simulation;
  if (std::chrono::steady_clock::now() - said_ > between_words) send_progress();
}

void Reports::keep(Simulation const& simulation) {
  if (options_.ranks->is_first()) {
    if (options_.store != nullptr) options_.store->keep(results_, simulation);
    return;
  }
  std::string message;
  append(message, results_, simulation);
  options_.ranks->send_to_first(std::move(message));
}

void Reports::note(std::size_t piece, Simulation const& first, PopulationNote note) {
  if (!options_.ranks->is_first()) {
    std::string message;
    append(message, piece, first, note);
    options_.ranks->send_to_first(std::move(message));
  } else if (options_.store != nullptr) {
    options_.store->keep_population(first, words_of(note));
  }
  notes_.insert_or_assign(piece, std::move(note));
}

void Reports::note_from_store(std::size_t piece, Simulation const& first) {
  if (options_.store != nullptr)
    notes_.insert_or_assign(piece, note_of(options_.store->population(first)));
}

/// One message, or several in a row.
void Reports::take(std::string_view messages) {
  bool const is_to_keep = options_.ranks->is_first() && options_.store != nullptr;
  while (!messages.empty()) {
    Head head;
    expects(messages.size() >= sizeof head, "a message has a head");
    std::memcpy(&head, messages.data(), sizeof head);
    messages.remove_prefix(sizeof head);
    auto const numbers = messages.substr(0, head.numbers * 8);
    messages.remove_prefix(numbers.size());
    switch (head.topic) {
      case Topic::simulation:
        ensures(set_figures(results_, head.simulation, numbers), "figures have the run's shape");
        finish(results_, head.simulation);
        if (is_to_keep) options_.store->keep(results_, head.simulation);
        break;
      case Topic::note: {
        std::vector<std::uint64_t> words(head.numbers);
        std::memcpy(words.data(), numbers.data(), numbers.size());
        if (is_to_keep) options_.store->keep_population(head.simulation, words);
        notes_.insert_or_assign(head.piece, note_of(words));
        break;
      }
      case Topic::progress:
        show(head.simulations_done);
        break;
      case Topic::done:
        ++ranks_done_;
        break;
    }
  }
}

void Reports::gather() {
  auto& ranks = *options_.ranks;
  if (ranks.of() == 1) return;
  if (!ranks.is_first()) {
    send_progress();
    std::string message;
    append(message, Head{.topic = Topic::done});
    ranks.send_to_first(std::move(message));
    for (std::string batch(1, ' '); !batch.empty();) {
      ranks.share(batch);
      take(batch);
    }
    return;
  }
  while (ranks_done_ + 1 < ranks.of()) take(ranks.wait_for_message());
  std::string batch;
  auto const send = [&] {
    ranks.share(batch);
    batch.clear();
  };
  for (auto const& [piece, note] : notes_) append(batch, piece, {}, note);
  for (std::size_t policy = 0; policy < results_.policies.size(); ++policy) {
    for (std::size_t variant = 0; variant < results_.variants.size(); ++variant) {
      for (std::size_t life = 0; life < results_.number_of_lives(); ++life) {
        auto const simulation = results_.life(policy, variant, life);
        if (!results_.finished[results_.index_of(simulation)]) continue;
        append(batch, results_, simulation);
        if (batch.size() > most_at_a_time) send();
      }
    }
  }
  if (!batch.empty()) send();
  send();  // nothing, which is the end
}

}  // namespace graduasi
