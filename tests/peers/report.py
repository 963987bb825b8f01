"""Reads results.jsonl and prints a table: the median over the rounds, their range, and the median of the rounds' ratios to VTK."""

import json
import os
import platform
import statistics
import sys


def read_rounds(path):
    """{(program, case): {round: frames per second}} in the order of first appearance."""
    rows = {}
    with open(path, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            rows.setdefault((line["program"], line["case"]), {})[line["round"]] = line["frames_per_second"]
    return rows


def ratio(rates, reference):
    """Median of the ratios of the rounds that both programs finished."""
    ratios = [rates[number] / reference[number] for number in rates if number in reference]
    return f"{statistics.median(ratios):.2f}" if ratios else "-"


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores of {model}, load {os.getloadavg()[0]:.1f} at the end"


def main():
    rows = read_rounds(sys.argv[1])
    references = [
        next((rates for (program, case), rates in rows.items() if program.startswith("VTK") and case.endswith(suffix)), {})
        for suffix in ("1x", "4x")
    ]
    print(machine() + "\n")
    print("| program | case | frames/s | range | ratio to VTK 1x | ratio to VTK 4x |")
    print("|---|---|---|---|---|---|")
    for (program, case), rates in rows.items():
        values = sorted(rates.values())
        cells = [program, case, f"{statistics.median(values):.2f}", f"{values[0]:.2f} to {values[-1]:.2f}"]
        print("| " + " | ".join(cells + [ratio(rates, reference) for reference in references]) + " |")


if __name__ == "__main__":
    main()
