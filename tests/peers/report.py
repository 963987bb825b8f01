"""Reads results.jsonl and prints, for each scene, the median over the rounds, their range, the median of the rounds' ratios to a peer, and the targets."""

import json
import os
import platform
import statistics
import sys

TARGETS = {"DamagedHelmet": 2.0}  # colour and depth beside VTK's; other scenes: 1.5


def read_rounds(path):
    """{scene: {(program, case): {round: frames per second}}} in the order of first appearance."""
    scenes = {}
    with open(path, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            rows = scenes.setdefault(line["scene"], {})
            rows.setdefault((line["program"], line["case"]), {})[line["round"]] = line["frames_per_second"]
    return scenes


def ratio(rates, reference):
    """Median of the ratios of the rounds that both programs finished."""
    ratios = [rates[number] / reference[number] for number in rates if number in reference]
    return statistics.median(ratios) if ratios else None


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores of {model}, load {os.getloadavg()[0]:.1f} at the end"


def rates_of(rows, program, case):
    return next((rates for (name, of), rates in rows.items() if name.startswith(program) and of == case), {})


def comparisons(scene, rows):
    """(what, our rates, the peer's rates, the target) of every promise."""
    blender = [(engine, next((rates for (name, case), rates in rows.items() if name.startswith("Blender") and engine.lower() in name), {})) for engine in ("EEVEE", "Cycles")]
    for samples in ("1x", "4x"):
        vtk = rates_of(rows, "VTK", f"colour + depth, {samples}")
        yield f"a: colour and depth, {samples}, to VTK", rates_of(rows, "SensorSim", f"colour+depth, {samples}"), vtk, TARGETS.get(scene, 1.5)
        yield f"b: all default labels, {samples}, to VTK's colour and depth", rates_of(rows, "SensorSim", f"labels, {samples}"), vtk, 1.0
        for (engine, rates), target in zip(blender, (20, 80)):
            yield f"c: everything on disk, {samples}, to {engine}", rates_of(rows, "SensorSim", f"dataset, {samples}"), rates, target


def main():
    print(machine())
    for scene, rows in read_rounds(sys.argv[1]).items():
        print(f"\n### {scene}\n\n| program | case | frames/s | range |\n|---|---|---|---|")
        for (program, case), rates in rows.items():
            values = sorted(rates.values())
            print(f"| {program} | {case} | {statistics.median(values):.2f} | {values[0]:.2f} to {values[-1]:.2f} |")
        print("\n| comparison | ratio | wanted | reached |\n|---|---|---|---|")
        for what, ours, theirs, target in comparisons(scene, rows):
            if (value := ratio(ours, theirs)) is not None:
                print(f"| {what} | {value:.2f} | {target:g} | {'yes' if value >= target else 'no'} |")


if __name__ == "__main__":
    main()
