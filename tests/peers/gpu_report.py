"""Prints the table of a hardware GPU: frames per second by size, batch and stage, and the limit that the copy rate sets."""

import json
import sys

STAGES = ("on-device", "labels", "sensor", "dataset")


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        runs = [json.loads(line) for line in lines]
    copies = [case for run in runs for case in run["cases"] if case["name"] == "copy"]
    rate = max(case["frames_per_second"] * case["bytes_per_frame"] for case in copies)
    print(f"{runs[0]['device_class']}, SensorSim {runs[0]['version']} ({runs[0]['commit']}), {runs[0]['scene']}; device to host {rate / 1e9:.1f} GB/s\n")
    print("| size | batch | a: left on the GPU | b: read back | b's limit by the copy rate | c: with sensors | d: PNG and digests on disk |")
    print("|---|---|---|---|---|---|---|")
    rows = {}
    for run in runs:
        for case in run["cases"]:
            rows.setdefault((run["width"], run["height"]), {}).setdefault(run["batch"] if case["name"] != "dataset" else "own", {})[case["name"]] = case
    for (width, height), batches in rows.items():
        for batch, cases in batches.items():
            if not cases.keys() & set(STAGES):
                continue
            rates = [f"{cases[stage]['frames_per_second']:.0f}" if stage in cases else "" for stage in STAGES]
            limit = f"{rate / cases['labels']['bytes_per_frame']:.0f}" if "labels" in cases else ""
            print(f"| {width}x{height} | {batch} | {rates[0]} | {rates[1]} | {limit} | {rates[2]} | {rates[3]} |")


if __name__ == "__main__":
    main()
