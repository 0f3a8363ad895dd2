// The report as one page: figures in tables, bars drawn as SVG. Speeds lie orders of magnitude apart, so their bars are
// logarithmic, and the axis says so.
#include <algorithm>
#include <array>
#include <cinttypes>
#include <cmath>
#include <cstdio>

#include "bench/print.h"
#include "bench/report.h"

namespace maske::bench {
namespace {

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

struct Bar {
  std::string label;
  double value = 0;
  std::string shown;
  bool ours = false;
};

// Horizontal bars; logarithmic from `least` on, or linear when it is 0.
void Chart(const std::vector<Bar>& bars, double least, const char* axis, std::string* out) {
  constexpr double kLeft = 210;
  constexpr double kWide = 470;
  constexpr double kRow = 26;
  double most = 1e-9;
  for (const Bar& bar : bars) most = std::max(most, bar.value);
  const double height = kRow * static_cast<double>(bars.size()) + 26;
  Add(out, "<svg viewBox=\"0 0 820 %.0f\" width=\"820\" height=\"%.0f\" role=\"img\">\n", height, height);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const Bar& bar = bars[i];
    const double part = least > 0
                            ? std::log(std::max(bar.value, least) / least) / std::log(std::max(most, 2 * least) / least)
                            : bar.value / most;
    const double y = kRow * static_cast<double>(i);
    Add(out, "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"end\">%s</text>", kLeft - 10, y + 17,
        Escaped(bar.label).c_str());
    Add(out, "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.1f\" height=\"18\" rx=\"3\" class=\"%s\"/>", kLeft, y + 4,
        std::max(1.0, part * kWide), bar.ours ? "ours" : "other");
    Add(out, "<text x=\"%.1f\" y=\"%.0f\">%s</text>\n", kLeft + std::max(1.0, part * kWide) + 8, y + 17,
        Escaped(bar.shown).c_str());
  }
  Add(out, "<text x=\"%.0f\" y=\"%.0f\" class=\"axis\">%s</text></svg>\n", kLeft, height - 6, axis);
}

std::string Number(double value, const char* unit) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), value < 100 ? "%.1f %s" : "%.0f %s", value, unit);
  return text.data();
}

}  // namespace

std::string AsHtml(const Report& report) {
  std::string out =
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>maske-bench</title>\n<style>\n"
      "body{font:15px/1.45 system-ui,sans-serif;max-width:860px;margin:2em auto;padding:0 "
      "1em;color:#1d2530;background:#fff}\n"
      "h1{font-size:1.5em}h2{font-size:1.1em;margin-top:1.8em}svg text{font:13px system-ui,sans-serif;fill:#1d2530}\n"
      "svg .axis{fill:#6a7683;font-size:11px}.ours{fill:#2f6fb3}.other{fill:#b9c3cd}\n"
      "table{border-collapse:collapse}td,th{padding:.15em .9em .15em "
      "0;text-align:right}td:first-child,th:first-child{text-align:left}\n"
      "code{background:#eef1f4;padding:.1em .3em;border-radius:3px}\n</style></head><body>\n<h1>maske-bench</h1>\n";
  out += "<p>" + Escaped(report.date) + " · " + Escaped(report.machine) + "<br><code>" + Escaped(report.command) +
         "</code><br>";
  Add(&out,
      "%zu documents, %zu bytes; medians of %zu runs on one thread; hash of the masked text <code>%016" PRIx64
      "</code></p>\n<h2>Throughput</h2>\n",
      report.documents, report.bytes, report.runs, report.hash);
  std::vector<Bar> bars;
  for (const Speed& speed : report.speeds)
    bars.push_back({speed.name, speed.megabytes, Number(speed.megabytes, "MB/s"), speed.name.starts_with("maske")});
  Chart(bars, 1, "MB/s, logarithmic", &out);

  out += "<h2>Latency of a prompt, one warm session</h2>\n";
  bars.clear();
  for (const Latency& latency : report.latencies) {
    const std::string size = std::to_string(latency.bytes) + " bytes, ";
    bars.push_back({size + "median", latency.median, Number(latency.median, "µs"), true});
    bars.push_back({size + "99th percentile", latency.p99, Number(latency.p99, "µs"), false});
  }
  Chart(bars, 1, "microseconds, logarithmic", &out);

  out += "<h2>Findings</h2>\n";
  bars.clear();
  for (const auto& [type, count] : report.findings)
    bars.push_back({type, static_cast<double>(count), std::to_string(count), true});
  std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.value > b.value; });
  Chart(bars, 0.5, "findings, logarithmic", &out);
  Add(&out, "<p>%zu findings, %.0f ns of the whole filter for each.</p>\n", report.found, report.nanoseconds_a_finding);

  out += "<h2>A process of its own</h2>\n<table>\n";
  Add(&out, "<tr><td>peak memory of the stream</td><td>%.1f MB</td></tr>\n", report.stream_peak_megabytes);
  Add(&out, "<tr><td>filter ready after</td><td>%.2f ms</td></tr>\n", report.start_milliseconds);
  Add(&out, "<tr><td>first prompt (mail, IBAN, phone, name, address)</td><td>%.2f ms</td></tr>\n",
      report.first_prompt_milliseconds);
  Add(&out, "<tr><td>the whole process, seen from outside</td><td>%.2f ms</td></tr>\n</table>\n</body></html>\n",
      report.process_milliseconds);
  return out;
}

}  // namespace maske::bench
