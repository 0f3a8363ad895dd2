#!/usr/bin/env python3
"""Draws throughput by kind of text as one SVG, from what maske-bench measured.

  maske-bench --compare --json a.json mail.txt manuals.txt; maske-bench --hostile --json b.json
  speeds_svg.py a.json b.json > docs/speed.svg

A row a text: bars for RE2 with one e-mail pattern, maske's fast profile and everything on, with their MB/s beside them. The
axis is logarithmic, since a text that is bad for a detector lies two orders of magnitude below the others; it says so. A
run that failed or did other work the second time has no bar, and says that. Dates and machine come from the files. Plain SVG 1.1 with system fonts,
no script; it brings its own ground. Test: tests/bench/scripts_test.py.
"""
import json
import math
import sys
from xml.sax.saxutils import escape

SHOWN = [("RE2, one e-mail pattern", "#b9c3cd"), ("maske, fast", "#2f8f5b"), ("maske, everything on", "#2f6fb3")]
WIDTH, LEFT, RIGHT, HEAD = 900, 180, 90, 96
BAR, GAP = 11, 10


def place(value, low, high):
    """Where on the axis: 0 to 1."""
    return min(1.0, max(0.0, math.log(max(value, low) / low) / math.log(high / low)))


def main(names):
    if not names:
        sys.stderr.write("usage: speeds_svg.py FILE.json... > OUT.svg\n")
        return 2
    runs = []
    for name in names:
        with open(name, encoding="utf-8") as file:
            runs.append(json.load(file))
    texts = [text for run in runs for text in run["texts"]]
    values = [s["mb_per_s"] for t in texts for s in t["speeds"] if s["name"] in dict(SHOWN) and s["mb_per_s"] > 0]
    if not values:
        sys.stderr.write("speeds_svg.py: no figures to draw\n")
        return 3
    low, high = 10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values)))
    if low == high:
        high *= 10
    row = BAR * len(SHOWN) + GAP
    bottom = HEAD + row * len(texts)
    height = bottom + 44
    wide = WIDTH - LEFT - RIGHT
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" role="img" '
           'aria-label="Throughput by kind of text">',
           f'<rect width="{WIDTH}" height="{height}" rx="10" fill="#ffffff" stroke="#c9d1da"/>',
           '<g font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12" fill="#1d2530">',
           '<text x="22" y="30" font-size="16" font-weight="700">Throughput by kind of text, one thread, MB/s</text>']
    about = "; ".join(sorted({f'{run["date"]}, {run["machine"]}, medians of {run["runs"]} runs' for run in runs}))
    out.append(f'<text x="22" y="50" fill="#6a7683" font-size="11">{escape(about)}</text>')
    x = 22
    for name, colour in SHOWN:
        out.append(f'<rect x="{x}" y="62" width="12" height="12" rx="2" fill="{colour}"/><text x="{x + 18}" y="72">{escape(name)}</text>')
        x += 40 + 7 * len(name)
    tick = low
    while tick <= high:
        at = LEFT + wide * place(tick, low, high)
        out.append(f'<line x1="{at:.1f}" y1="{HEAD - 4}" x2="{at:.1f}" y2="{bottom}" stroke="#e3e8ed"/>'
                   f'<text x="{at:.1f}" y="{bottom + 16}" text-anchor="middle" fill="#6a7683" font-size="11">{tick:g}</text>')
        tick *= 10
    for number, text in enumerate(texts):
        top = HEAD + row * number
        out.append(f'<text x="{LEFT - 10}" y="{top + row / 2:.1f}" text-anchor="end">{escape(text["name"])}</text>')
        speeds = {speed["name"]: speed for speed in text["speeds"]}
        for i, (name, colour) in enumerate(SHOWN):
            y = top + BAR * i
            speed = speeds.get(name)
            if speed is None or speed["hash"] is None or speed["mb_per_s"] <= 0:
                out.append(f'<text x="{LEFT + 4}" y="{y + 9}" font-size="10" fill="#b3552f">no figure</text>')
                continue
            length = max(1.0, wide * place(speed["mb_per_s"], low, high))
            shown = f'{speed["mb_per_s"]:.0f}' if speed["mb_per_s"] >= 100 else f'{speed["mb_per_s"]:.1f}'
            out.append(f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR - 1}" rx="2" fill="{colour}"/>'
                       f'<text x="{LEFT + length + 5:.1f}" y="{y + 9}" font-size="10">{shown}</text>')
    out.append(f'<text x="{LEFT}" y="{bottom + 34}" fill="#6a7683" font-size="11">logarithmic; 10^6 bytes a second of processor time</text>')
    print("\n".join(out + ["</g>", "</svg>"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
