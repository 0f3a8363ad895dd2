#!/usr/bin/env python3
"""Draws a letter before and after masking as one SVG, from what the program itself finds and writes.

  letter_svg.py PROGRAM LETTER > docs/letter.svg

Left the letter with its findings marked, right the program's output with its placeholders, a colour a type. Plain SVG 1.1
with system fonts, no script; readable on light and dark pages, since it brings its own ground. Test: tests/golden (the
picture in docs/ is what this program draws today).
"""
import json
import os
import re
import subprocess
import sys
from xml.sax.saxutils import escape

COLOURS = ["#2f6fb3", "#b3552f", "#2f8f5b", "#8a4fb0", "#a8862a", "#b0406f", "#3c8d93", "#6b6f2a"]
FONT = 13.3
ADVANCE = 8.0  # of one character of the monospaced font
LINE = 18
MARGIN = 22
HEAD = 64


def run(program, arguments, text):
    return subprocess.run([program, *arguments], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()


def pieces(text, spans):
    """Lines of (text, type or None); spans are (start, end, type), sorted and disjoint."""
    lines = [[]]
    at = 0
    for start, end, kind in [*spans, (len(text), len(text), None)]:
        for part, of in ((text[at:start], None), (text[start:end], kind)):
            for i, row in enumerate(part.split("\n")):
                if i > 0:
                    lines.append([])
                if row:
                    lines[-1].append((row, of))
        at = end
    while lines and not lines[-1]:
        lines.pop()
    return lines


def draw(lines, x, colour, chips):
    out = []
    for number, line in enumerate(lines):
        y = HEAD + 26 + number * LINE
        column = 0
        for text, kind in line:
            left = x + column * ADVANCE
            if kind:
                width = len(text) * ADVANCE
                fill = colour[kind]
                if chips:
                    out.append(f'<rect x="{left - 2:.1f}" y="{y - 12.5:.1f}" width="{width + 4:.1f}" height="16" rx="4" fill="{fill}"/>')
                else:
                    out.append(f'<rect x="{left - 1:.1f}" y="{y - 12.5:.1f}" width="{width + 2:.1f}" height="16" rx="3" fill="{fill}" fill-opacity="0.18"/>')
                    out.append(f'<rect x="{left - 1:.1f}" y="{y + 3:.1f}" width="{width + 2:.1f}" height="1.6" fill="{fill}"/>')
            style = ' fill="#ffffff" font-weight="600"' if kind and chips else ""
            # textLength keeps columns in place whatever monospaced font the reader has.
            out.append(f'<text x="{left:.1f}" y="{y}" textLength="{len(text) * ADVANCE:.1f}" xml:space="preserve"{style}>{escape(text)}</text>')
            column += len(text)
    return out


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, path = sys.argv[1:]
    with open(path, encoding="utf-8") as f:
        letter = f.read()
    found = [json.loads(line) for line in run(program, ["detect", "--offsets", "codepoint"], letter).splitlines()]
    masked = run(program, ["mask"], letter)
    before = pieces(letter, [(e["start"], e["end"], e["type"]) for e in found])
    marks = [(m.start(), m.end(), m.group(1)) for m in re.finditer(r"\[([A-Z_]+?)_\d+\]", masked)]
    after = pieces(masked, marks)
    kinds = list(dict.fromkeys(e["type"] for e in found))
    colour = {kind: COLOURS[i % len(COLOURS)] for i, kind in enumerate(kinds)}
    columns = [max((sum(len(t) for t, _ in line) for line in side), default=0) for side in (before, after)]
    widths = [c * ADVANCE + 2 * MARGIN for c in columns]
    rows = max(len(before), len(after))
    width = sum(widths) + 3 * MARGIN
    foot = HEAD + 26 + rows * LINE + 10
    height = foot + 40
    x = [MARGIN, 2 * MARGIN + widths[0]]
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}" role="img"'
        ' aria-label="A letter before and after masking">',
        f'<rect width="{width:.0f}" height="{height:.0f}" rx="10" fill="#eef1f4"/>',
        f'<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="{FONT}" fill="#1d2530">',
    ]
    name = os.path.basename(path)
    for side, title, note in ((0, name, "stays in the house"), (1, f"maske {name}", "may go to the AI service")):
        out.append(f'<rect x="{x[side]:.1f}" y="{MARGIN}" width="{widths[side]:.1f}" height="{foot - MARGIN}" rx="8" fill="#ffffff" stroke="#c9d1da"/>')
        out.append(f'<text x="{x[side] + MARGIN:.1f}" y="{MARGIN + 22}" font-weight="700">{escape(title)}</text>')
        out.append(f'<text x="{x[side] + widths[side] - MARGIN:.1f}" y="{MARGIN + 22}" text-anchor="end" fill="#6a7683">{escape(note)}</text>')
        out += draw((before, after)[side], x[side] + MARGIN, colour, side == 1)
    legend = MARGIN
    for kind in kinds:
        out.append(f'<rect x="{legend:.1f}" y="{foot + 13}" width="12" height="12" rx="3" fill="{colour[kind]}"/>')
        out.append(f'<text x="{legend + 18:.1f}" y="{foot + 23.5}" fill="#3a4652">{kind}</text>')
        legend += 18 + (len(kind) + 2) * ADVANCE
    out.append("</g></svg>")
    sys.stdout.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
