#include "serve/server.h"

#include "base/errors.h"
#include "base/files.h"
#include "serve/child.h"
#include "serve/guard.h"
#include "serve/posted.h"
#include "serve/questions.h"
#include "serve/rough.h"
#include "serve/runs.h"

#include <fmt/core.h>
#include <httplib.h>

#include <array>
#include <chrono>
#include <thread>

namespace graduasi {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_posted = std::size_t{2} << 20;
/// A stream of events keeps a thread for as long as its page is open, and whoever says nothing
/// keeps one for two seconds: two hundred such do not keep the page waiting.
constexpr int threads = 256, most_streams = 16;

/// The page may load nothing from elsewhere, and no other page may frame it.
constexpr char const* content_policy =
    "default-src 'self' 'unsafe-inline' data: blob:; frame-ancestors 'self'; base-uri 'none'; "
    "form-action 'none'";

Asked asked_by(httplib::Request const& request) {
  auto const header = [&](char const* name) -> std::string_view {
    auto const found = request.headers.find(name);
    return found == request.headers.end() ? std::string_view() : std::string_view(found->second);
  };
  auto const token = request.params.find("token");
  return {.method = request.method,
          .path = request.path,
          .host = header("Host"),
          .origin = header("Origin"),
          .site = header("Sec-Fetch-Site"),
          .cookie = header("Cookie"),
          .content_type = header("Content-Type"),
          .token =
              token == request.params.end() ? std::string_view() : std::string_view(token->second)};
}

char const* type_of(std::string_view name) {
  constexpr auto types = std::to_array<std::pair<std::string_view, char const*>>(
      {{".html", "text/html; charset=utf-8"},
       {".json", json_type},
       {".csv", "text/csv; charset=utf-8"},
       {".yaml", "text/plain; charset=utf-8"},
       {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
       {".sqlite", "application/vnd.sqlite3"}});
  for (auto const& [ending, type] : types)
    if (name.ends_with(ending)) return type;
  return nullptr;
}

class Application {
 public:
  explicit Application(ServerSettings const& settings)
      : settings_(settings),
        guard_(new_token()),
        rough_(settings.results / ".rough"),
        runs_(settings.results) {
    // The default lets a second server listen at the same port.
    server_.set_socket_options([](socket_t socket) {
      int const yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server_.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    server_.set_tcp_nodelay(true);
    server_.set_payload_max_length(most_posted);
    // Whoever sends nothing for so long is left alone, so that many who do cannot keep all threads.
    server_.set_read_timeout(std::chrono::seconds(2));
    server_.set_write_timeout(std::chrono::seconds(5));
    server_.set_keep_alive_timeout(2);
    server_.set_keep_alive_max_count(1000);
    server_.set_pre_routing_handler([this](auto const& request, auto& response) {
      return let_in(request, response) ? httplib::Server::HandlerResponse::Unhandled
                                       : httplib::Server::HandlerResponse::Handled;
    });
    server_.set_exception_handler([](auto const&, auto& response, std::exception_ptr thrown) {
      try {
        std::rethrow_exception(thrown);
      } catch (FileError const& error) {
        refuse(response, 500, error.what());
      } catch (std::exception const&) {
        refuse(response, 500, "the server made a mistake; the command line may not");
      }
    });
    server_.set_error_handler([](auto const&, auto& response) {
      if (!response.body.empty()) return;
      refuse(response, response.status,
             response.status == 413 ? "what is posted is larger than 2 megabytes"
                                    : "there is nothing here");
    });
    add_routes();
  }

  void run(std::function<void(std::string const&)> const& listens) {
    int const port = listening_port();
    guard_.set_port(port);
    std::jthread const watch([this](std::stop_token const& done) {
      while (!done.stop_requested() && !settings_.stop->load())
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
      stop();
    });
    listens(guard_.address());
    server_.listen_after_bind();
  }

 private:
  int listening_port() {
    constexpr char const* here = "127.0.0.1";
    if (settings_.port == 0) {
      int const port = server_.bind_to_any_port(here);
      if (port < 0) throw FileError("no port of this machine can be listened at");
      return port;
    }
    if (!server_.bind_to_port(here, settings_.port))
      throw FileError(
          fmt::format("port {} is taken; choose another one, or --port 0 for any that is free",
                      settings_.port));
    return settings_.port;
  }

  /// What runs first, since `listen_after_bind` returns with the last line.
  void stop() {
    stopped_ = true;
    rough_.stop();
    runs_.stop();
    server_.stop();
  }

  bool let_in(httplib::Request const& request, httplib::Response& response) {
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Content-Security-Policy", content_policy);
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Cache-Control", "no-store");
    auto const asked = asked_by(request);
    if (auto const refusal = guard_.refusal(asked)) {
      refuse(response, refusal->status, refusal->why);
      return false;
    }
    if (!guard_.opens(asked)) return true;
    // The token goes from the address into a cookie: addresses are copied.
    response.set_header("Set-Cookie", guard_.cookie());
    response.set_redirect("/", 303);
    return false;
  }

  void add_routes() {
    server_.Get("/", [this](auto const&, auto& response) {
      response.set_content(settings_.page.data(), settings_.page.size(),
                           "text/html; charset=utf-8");
    });
    server_.Get("/api/model", [this](auto const&, auto& response) { tell_model(response); });
    server_.Get("/api/scenario",
                [this](auto const& request, auto& response) { tell_scenario(request, response); });
    server_.Post("/api/check",
                 [](auto const& request, auto& response) { check(request, response); });
    server_.Post("/api/rough", [this](auto const& request, auto& response) {
      answer_roughly(request, response);
    });
    server_.Post("/api/runs",
                 [this](auto const& request, auto& response) { ask_for_run(request, response); });
    server_.Get("/api/runs",
                [this](auto const&, auto& response) { answer(response, runs_as_json()); });
    server_.Delete(R"(/api/runs/([^/]+))", [this](auto const& request, auto& response) {
      tell_whether(runs_.cancel(request.matches[1].str()), 204, response);
    });
    server_.Post(R"(/api/runs/([^/]+)/resume)", [this](auto const& request, auto& response) {
      tell_whether(runs_.resume(request.matches[1].str()), 202, response);
    });
    server_.Get("/api/events", [this](auto const&, auto& response) { stream_events(response); });
    server_.Post("/api/compare",
                 [this](auto const& request, auto& response) { compare(request, response); });
    server_.Get(R"(/results/([^/]+)/([^/]+))", [this](auto const& request, auto& response) {
      send_file(request.matches[1].str(), request.matches[2].str(), response);
    });
  }

  Json runs_as_json() {
    return Json::Members{
        {"runs", list_of(runs_.all(), [](RunFacts const& facts) { return facts.as_json(); })}};
  }

  void tell_model(httplib::Response& response) const {
    auto const questions = questions_in(settings_.folders);
    std::error_code error;
    answer(
        response,
        Json::Members{{"version", settings_.version},
                      {"results", fs::absolute(settings_.results, error).generic_string()},
                      {"folder", fs::current_path(error).generic_string()},
                      {"questions", list_of(questions, [](QuestionFile const& one) {
                         return Json(Json::Members{{"file", one.file}, {"question", one.question}});
                       })}});
  }

  /// Only of those that are listed: a path that somebody thinks of leads nowhere.
  void tell_scenario(httplib::Request const& request, httplib::Response& response) const {
    auto const file = request.get_param_value("file");
    auto const questions = questions_in(settings_.folders);
    if (std::ranges::find(questions, file, &QuestionFile::file) == questions.end())
      return refuse(response, 404, "that is none of the scenarios");
    auto const bytes = read_bytes(file, most_posted);
    if (!bytes.trouble.empty()) return refuse(response, 404, file + " " + bytes.trouble);
    answer(response, Json::Members{{"file", file}, {"yaml", bytes.text}});
  }

  static void check(httplib::Request const& request, httplib::Response& response) {
    auto const wanted = posted(request, response, {"file", "yaml"});
    if (!wanted) return;
    auto const ended = carried_out({"check", "-", "--as", (*wanted)["file"], "--json"},
                                   (*wanted)["yaml"].get<std::string>());
    if (ended.answer.empty()) return refuse(response, 422, "the scenario cannot be checked");
    response.set_content(ended.answer, json_type);
  }

  void answer_roughly(httplib::Request const& request, httplib::Response& response) {
    auto const wanted = posted(request, response, {"file", "yaml"});
    if (!wanted) return;
    auto answer = rough_.answer((*wanted)["file"], (*wanted)["yaml"], language_in(*wanted));
    if (answer.state == RoughAnswer::State::replaced)
      return refuse(response, 409, "a later one has taken its place");
    if (answer.state == RoughAnswer::State::wrong)
      return refuse(response, 422, "the scenario has problems; check it");
    response.set_content(std::move(answer.page), json_type);
  }

  void ask_for_run(httplib::Request const& request, httplib::Response& response) {
    auto const wanted = posted(request, response, {"file", "yaml", "size"});
    if (!wanted) return;
    RunWanted run{.file = (*wanted)["file"],
                  .yaml = (*wanted)["yaml"],
                  .size = (*wanted)["size"],
                  .language = language_in(*wanted),
                  .kind = text_in(*wanted, "kind", "run"),
                  .until = text_in(*wanted, "until", ""),
                  .vary = texts_in(*wanted, "vary")};
    if (auto const fault = fault_of(run); !fault.empty()) return refuse(response, 400, fault);
    auto const id = runs_.add(run);
    answer(response, Json::Members{{"id", id}}, 202);
  }

  static void tell_whether(Runs::Done done, int status, httplib::Response& response) {
    if (done == Runs::Done::unknown) return refuse(response, 404, "there is no such run");
    if (done == Runs::Done::impossible)
      return refuse(response, 409, "that is not possible in the state of this run");
    response.status = status;
  }

  /// The same as GET /api/runs, at once and after every change.
  void stream_events(httplib::Response& response) {
    if (++streams_ > most_streams) {
      --streams_;
      return refuse(response, 503, "too many pages are open; close some");
    }
    response.set_chunked_content_provider(
        "text/event-stream",
        [this, seen = std::uint64_t{0}, first = true](std::size_t,
                                                      httplib::DataSink& sink) mutable {
          auto const now =
              first ? runs_.wait_for_change(~std::uint64_t{0}, 0) : runs_.wait_for_change(seen, 5);
          if (stopped_) {
            sink.done();
            return true;
          }
          bool const news = first || now != seen;
          seen = now, first = false;
          auto const text =
              news ? "event: runs\ndata: " + text_of(runs_as_json(), Layout::line) + "\n\n"
                   : std::string(": still here\n\n");
          bool const heard = sink.write(text.data(), text.size());
          if (news) std::this_thread::sleep_for(std::chrono::milliseconds(200));
          return heard;
        },
        [this](bool) { --streams_; });
  }

  void compare(httplib::Request const& request, httplib::Response& response) const {
    auto const wanted = posted(request, response, {});
    if (!wanted) return;
    auto const ids = wanted->find("ids");
    if (ids == wanted->end() || !ids->is_array() || ids->size() < 2 || ids->size() > 20)
      return refuse(response, 400, "ids must be a list of two to twenty results");
    std::vector<std::string> words{"compare"};
    for (auto const& id : *ids) {
      bool const known =
          id.is_string() &&
          file_of_result(settings_.results, id.template get<std::string>(), "manifest.json");
      if (!known) return refuse(response, 404, "there is no such result");
      words.push_back((settings_.results / id.template get<std::string>()).string());
    }
    words.emplace_back("--json");
    auto const ended = carried_out(words, {});
    if (ended.answer.empty()) return refuse(response, 422, "these results cannot be compared");
    response.set_content(ended.answer, json_type);
  }

  void send_file(std::string const& id, std::string const& name,
                 httplib::Response& response) const {
    auto const* const type = type_of(name);
    auto const file = type == nullptr ? std::nullopt : file_of_result(settings_.results, id, name);
    if (!file) return refuse(response, 404, "there is no such file");
    auto bytes = read_bytes(*file, std::uintmax_t{1} << 30);
    if (!bytes.trouble.empty()) return refuse(response, 404, name + " " + bytes.trouble);
    response.set_content(std::move(bytes.text), type);
  }

  ServerSettings const& settings_;
  Guard guard_;
  RoughRuns rough_;
  Runs runs_;
  httplib::Server server_;
  std::atomic<int> streams_ = 0;
  std::atomic<bool> stopped_ = false;
};

}  // namespace

void serve(ServerSettings const& settings, std::function<void(std::string const&)> const& listens) {
  Application(settings).run(listens);
}

}  // namespace graduasi
