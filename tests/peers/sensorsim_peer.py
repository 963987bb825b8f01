"""SensorSim: the cases of `sensorsim bench`. Prints one line of JSON for each."""

import argparse
import json
import os
import subprocess
import sys

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "sensorsim")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene")
    parser.add_argument("--width", type=int, default=640)
    parser.add_argument("--height", type=int, default=480)
    parser.add_argument("--msaa", type=int, default=1)
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--picture", required=True)
    parser.add_argument("--out", required=True, help="where the dataset case writes")
    parser.add_argument("--views", type=int, default=20)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--label", help="what the case is called in the report")
    parser.add_argument("--case", action="append", help="only this case; may be repeated")
    options = parser.parse_args()

    command = [PROGRAM, "bench", "--json", "--scene", options.scene, "--picture", options.picture, "--out", options.out]
    for case in options.case or ["colour+depth", "labels", "sensor", "dataset"]:
        command += ["--case", case]
    for name in ("width", "height", "msaa", "frames", "views", "batch"):
        command += ["--" + name, str(getattr(options, name))]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    if not printed:
        sys.exit("sensorsim bench --json printed nothing: this version has no such command.")
    bench = json.loads(printed)
    for case in bench["cases"]:
        print(json.dumps({
            "program": "SensorSim " + bench["version"],
            "case": options.label or f"{case['name']}, {options.msaa}x",
            "frames_per_second": case["frames_per_second"],
            "frames": case["frames"],
            "device": bench["device"],
        }))


if __name__ == "__main__":
    main()
