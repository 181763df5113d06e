#include "serve/runs.h"

#include "base/errors.h"
#include "base/files.h"
#include "base/text.h"
#include "serve/documents.h"
#include "serve/questions.h"
#include "store/folder.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace graduasi {

namespace fs = std::filesystem;

namespace {

constexpr int interrupted_code = 130;

/// Letters, digits and dashes of a file's name.
std::string plain_stem(std::string const& file) {
  std::string stem;
  for (char const c : fs::path(file).stem().string())
    stem += is_plain_name(std::string_view(&c, 1)) || c == '_' ? c : '-';
  auto const first = stem.find_first_not_of("-_");
  stem = first == std::string::npos ? "scenario" : stem.substr(first);
  return stem.substr(0, 60);
}

/// Whether the program has begun there and can go on.
bool holds_store(fs::path const& folder) {
  std::error_code error;
  return fs::exists(folder / "results.sqlite.tmp", error) ||
         fs::exists(folder / "results.sqlite", error);
}

/// What is kept of what was asked for, until it is done.
Document document_of(RunWanted const& wanted, std::string const& asked) {
  return {{"file", wanted.file},         {"yaml", wanted.yaml}, {"size", wanted.size},
          {"language", wanted.language}, {"kind", wanted.kind}, {"until", wanted.until},
          {"vary", wanted.vary},         {"asked", asked}};
}

RunWanted wanted_in(Document const& document) {
  return {.file = text_at(document, "file"),
          .yaml = text_at(document, "yaml"),
          .size = text_at(document, "size"),
          .language = text_at(document, "language"),
          .kind = text_at(document, "kind"),
          .until = text_at(document, "until"),
          .vary = texts_at(document, "vary")};
}

/// What the page is told of it before it has a result.
RunFacts facts_of(RunWanted const& wanted, std::string const& id, std::string const& asked) {
  return {.id = id,
          .state = "waiting",
          .question = question_of(wanted.yaml).value_or(""),
          .scenario = fs::path(wanted.file).stem().string(),
          .started = asked,
          .size = wanted.size,
          .kind = wanted.kind};
}

}  // namespace

Runs::Runs(fs::path results) : results_(std::move(results)) {
  take_up();
  worker_ = std::jthread([this] { work(); });
}

Runs::~Runs() { stop(); }

/// Beside the results: a folder whose name begins with a dot is no result.
fs::path Runs::kept(std::string_view id) const {
  return results_ / ".asked" / (std::string(id) + ".json");
}

void Runs::take_up() {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator i(results_ / ".asked", error), end; !error && i != end;
       i.increment(error))
    if (i->path().extension() == ".json") files.push_back(i->path());
  std::ranges::sort(files);
  for (auto const& file : files) {
    auto const id = file.stem().string();
    auto const bytes = read_bytes(file);
    auto const document = Document::parse(bytes.text, nullptr, false);
    if (!bytes.trouble.empty() || !document.is_object() || !is_plain_name(id)) continue;
    if (auto const result = result_in(results_ / id); result && result->state == "complete") {
      fs::remove(file, error);
      continue;
    }
    auto asked = std::make_unique<Asked>();
    asked->wanted = wanted_in(document);
    if (!fault_of(asked->wanted).empty()) continue;
    asked->facts = facts_of(asked->wanted, id, text_at(document, "asked"));
    asked->facts.state = "partial";
    asked->facts.message = "the server ended before the run did";
    asked_.push_back(std::move(asked));
  }
}

std::string Runs::add(RunWanted const& wanted) {
  std::scoped_lock const lock(guard_);
  std::time_t const now = std::time(nullptr);
  auto const stem = plain_stem(wanted.file) + "-" + utc(now, "%Y%m%d-%H%M%S");
  std::string id = stem;
  std::error_code error;
  for (int more = 2; find(id) != nullptr || fs::exists(results_ / id, error); ++more)
    id = fmt::format("{}-{}", stem, more);
  auto asked = std::make_unique<Asked>();
  asked->wanted = wanted;
  auto const moment = utc(now);
  asked->facts = facts_of(wanted, id, moment);
  fs::create_directories(results_ / ".asked", error);
  if (error)
    throw FileError((results_ / ".asked").string() + " cannot be made: " + error.message());
  replace_file(kept(id),
               document_of(wanted, moment).dump(1, ' ', false, Document::error_handler_t::replace));
  asked_.push_back(std::move(asked));
  changed();
  return id;
}

Runs::Asked* Runs::find(std::string_view id) {
  auto const found =
      std::ranges::find_if(asked_, [&](auto const& asked) { return asked->facts.id == id; });
  return found == asked_.end() ? nullptr : found->get();
}

/// Of one that was not asked for here: it may be a result nevertheless.
Runs::Done Runs::not_asked(std::string_view id) const {
  return file_of_result(results_, id, "manifest.json") ? Done::impossible : Done::unknown;
}

Runs::Done Runs::cancel(std::string_view id) {
  std::scoped_lock const lock(guard_);
  auto* const asked = find(id);
  if (asked == nullptr) return not_asked(id);
  auto& facts = asked->facts;
  if (facts.state == "running") {
    asked->cancelled = true;
    if (running_) running_->interrupt();
  } else if (facts.state == "waiting") {
    facts.state = "partial";
    facts.message = "cancelled before it began";
  } else if (facts.state == "partial" || facts.state == "failed") {
    std::error_code error;
    fs::remove(kept(id), error);
    std::erase_if(asked_, [&](auto const& one) { return one.get() == asked; });
  } else {
    return Done::impossible;
  }
  changed();
  return Done::yes;
}

Runs::Done Runs::resume(std::string_view id) {
  std::scoped_lock const lock(guard_);
  auto* const asked = find(id);
  if (asked == nullptr) return not_asked(id);
  if (asked->facts.state != "partial" && asked->facts.state != "failed") return Done::impossible;
  asked->facts.state = "waiting";
  asked->facts.message.clear();
  asked->cancelled = false;
  changed();
  return Done::yes;
}

std::vector<RunFacts> Runs::all() {
  auto facts = results_in(results_);
  {
    std::scoped_lock const lock(guard_);
    for (auto const& asked : asked_) {
      auto const same = [&](RunFacts const& one) { return one.id == asked->facts.id; };
      if (asked->facts.state == "complete") {
        // Its manifest says more, but not what was asked for.
        auto const found = std::ranges::find_if(facts, same);
        if (found != facts.end()) found->size = asked->facts.size, found->kind = asked->facts.kind;
        continue;
      }
      std::erase_if(facts, same);
      facts.push_back(asked->facts);
    }
  }
  std::ranges::stable_sort(facts, std::greater{},
                           [](RunFacts const& one) { return std::pair(one.started, one.id); });
  return facts;
}

std::uint64_t Runs::wait_for_change(std::uint64_t seen, double seconds) {
  std::unique_lock lock(guard_);
  news_.wait_for(lock, std::chrono::duration<double>(seconds),
                 [&] { return changes_ != seen || stopped_; });
  return changes_;
}

/// With the lock held.
void Runs::changed() {
  ++changes_;
  news_.notify_all();
}

void Runs::stop() {
  {
    std::scoped_lock const lock(guard_);
    stopped_ = true;
    if (running_) running_->interrupt();
    changed();
  }
  if (worker_.joinable()) worker_.join();
}

void Runs::work() {
  for (;;) {
    Asked* next = nullptr;
    {
      std::unique_lock lock(guard_);
      auto const waiting = [&] {
        auto const found = std::ranges::find_if(
            asked_, [](auto const& asked) { return asked->facts.state == "waiting"; });
        next = found == asked_.end() ? nullptr : found->get();
        return next != nullptr;
      };
      news_.wait(lock, [&] { return stopped_ || waiting(); });
      if (stopped_) return;
      next->facts.state = "running";
      next->facts.done = 0;
      changed();
    }
    carry_out(*next);
  }
}

/// Nobody takes one off the list that runs, so it stays where it is.
void Runs::carry_out(Asked& asked) {
  auto const& wanted = asked.wanted;
  auto const folder = results_ / asked.facts.id;
  auto const words = words_of(wanted, folder, holds_store(folder));
  int code = 2;
  try {
    auto const child = std::make_shared<Child>(words, wanted.yaml);
    {
      std::scoped_lock const lock(guard_);
      running_ = child;
      if (stopped_ || asked.cancelled) child->interrupt();
    }
    listen_to(*child, asked);
    code = child->wait().code;
  } catch (FileError const& error) {
    std::scoped_lock const lock(guard_);
    asked.facts.message = error.what();
  }
  std::scoped_lock const lock(guard_);
  running_.reset();
  auto& facts = asked.facts;
  std::error_code error;
  facts.seconds_left.reset();
  if (code == 0) {
    facts.state = "complete";
    facts.message.clear();
    fs::remove(kept(facts.id), error);
  } else if (code == interrupted_code || asked.cancelled || stopped_) {
    facts.state = "partial";
    facts.message = "cancelled; what is finished is kept";
  } else {
    facts.state = "failed";
    if (facts.message.empty()) facts.message = fmt::format("the program ended with {}", code);
  }
  changed();
}

/// Its progress, and the last lines of anything else that it says.
void Runs::listen_to(Child& child, Asked& asked) {
  std::string said;
  while (auto const line = child.next_line()) {
    int percent = 0;
    double left = 0;
    bool const is_progress =
        std::sscanf(line->c_str(), "%d percent, %lf s left", &percent, &left) == 2;
    std::scoped_lock const lock(guard_);
    if (is_progress) {
      asked.facts.done = percent / 100.0;
      asked.facts.seconds_left = left;
      changed();
    } else {
      said += (said.empty() ? "" : "\n") + *line;
      if (said.size() > 2000) said.erase(0, said.size() - 2000);
      asked.facts.message = said;
    }
  }
}

}  // namespace graduasi
