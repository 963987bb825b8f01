#!/usr/bin/python3
"""Makes a sheet of the frames of one camera, six in a row, as in docs/images/scenarios; or a picture of a single frame. Needs the Debian package python3-pil.

    eng/sheet.py out/cluttered-bin top docs/images/scenarios/cluttered-bin.jpg
    eng/sheet.py out/dropped-box front docs/images/scenarios/dropped-box.jpg --episodes 6     # a row for each of six samples, six instants in it
    eng/sheet.py out/materials front docs/images/library/materials.jpg --width 1200
"""
import argparse
import json
import pathlib

from PIL import Image

COLUMNS = 6
GAP = 2
LARGEST_BYTES = 190_000


def pictures(dataset, camera, count):
    for line in (dataset / "frames.jsonl").read_text().splitlines():
        frame = json.loads(line)
        if frame["camera"] == camera and frame["step"] == 0 and count > 0:
            count -= 1
            yield Image.open(dataset / frame["files"]["rgb"]["path"]).convert("RGB")


def episodes(dataset, camera, count):
    """Six instants of each of the first samples, from first step to last."""
    steps = {}
    for line in (dataset / "frames.jsonl").read_text().splitlines():
        frame = json.loads(line)
        if frame["camera"] == camera and (frame["sample"] in steps or len(steps) < count):
            steps.setdefault(frame["sample"], []).append(frame["files"]["rgb"]["path"])
    for paths in steps.values():
        for i in range(COLUMNS):
            yield Image.open(dataset / paths[round(i * (len(paths) - 1) / (COLUMNS - 1))]).convert("RGB")


def sheet(images, width):
    columns = min(COLUMNS, len(images))
    cell = (width - GAP * (columns + 1)) // columns
    height = round(cell * images[0].height / images[0].width)
    rows = -(-len(images) // columns)
    page = Image.new("RGB", (columns * (cell + GAP) + GAP, rows * (height + GAP) + GAP), "white")
    for i, image in enumerate(images):
        page.paste(image.resize((cell, height), Image.LANCZOS), (GAP + i % columns * (cell + GAP), GAP + i // columns * (height + GAP)))
    return page


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("dataset", type=pathlib.Path)
    arguments.add_argument("camera")
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--count", type=int, default=24)
    arguments.add_argument("--episodes", type=int, metavar="COUNT", help="rows of episodes in place of first frames")
    arguments.add_argument("--width", type=int, default=1300)
    given = arguments.parse_args()
    images = list(episodes(given.dataset, given.camera, given.episodes) if given.episodes else pictures(given.dataset, given.camera, given.count))
    page = images[0].resize((given.width, round(given.width * images[0].height / images[0].width)), Image.LANCZOS) if len(images) == 1 else sheet(images, given.width)
    # Grain of sensors makes pictures large; the repository keeps them below 200 kB.
    for quality in range(82, 40, -6):
        page.save(given.out, quality=quality, optimize=True)
        if given.out.suffix != ".jpg" or given.out.stat().st_size < LARGEST_BYTES:
            break


if __name__ == "__main__":
    main()
