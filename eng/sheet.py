#!/usr/bin/python3
"""Makes a sheet of the frames of one camera, as in docs/images/scenarios; or a picture of a single frame. Needs the Debian package python3-pil.

    eng/sheet.py out/cluttered-bin top docs/images/scenarios/cluttered-bin.jpg
    eng/sheet.py out/dropped-box front docs/images/scenarios/dropped-box.jpg --episodes 6     # a row for each of six samples, six instants in it
    eng/sheet.py out/materials front docs/images/library/materials.jpg --width 1200
    eng/sheet.py out/dropped-box front look.png --random 20 --boxes --columns 3     # any twenty frames with what is visible boxed and named, for a hard look
"""
import argparse
import colorsys
import json
import pathlib
import random

from PIL import Image, ImageDraw

GAP = 2
LARGEST_BYTES = 190_000


def frames(dataset, camera):
    records = map(json.loads, (dataset / "frames.jsonl").read_text().splitlines())
    return [record for record in records if record["camera"] == camera]


def beginnings(records, count):
    """The first step of each of the first samples."""
    return [record for record in records if record["step"] == 0][:count]


def episodes(records, count, columns):
    """Instants of each of the first samples, from first step to last."""
    steps = {}
    for record in records:
        if record["sample"] in steps or len(steps) < count:
            steps.setdefault(record["sample"], []).append(record)
    return [of[round(i * (len(of) - 1) / (columns - 1))] for of in steps.values() for i in range(columns)]


def at_random(records, count):
    """Always the same ones of a dataset."""
    return random.Random(count).sample(records, min(count, len(records)))


def picture(dataset, record, width, boxed):
    image = Image.open(dataset / record["files"]["rgb"]["path"]).convert("RGB")
    scaled = image.resize((width, round(width * image.height / image.width)), Image.LANCZOS)
    if boxed:
        draw_boxes(ImageDraw.Draw(scaled), record, width / image.width)
    return scaled


def draw_boxes(draw, record, scale):
    """Around the pixels that a box counts, not upon them."""
    for thing in record["objects"]:
        if thing["visible_px"] > 0:
            x, y, columns, rows = (scale * edge for edge in thing["bbox_tight"])
            colour = tuple(round(255 * part) for part in colorsys.hsv_to_rgb(thing["instance_id"] * 0.618 % 1, 0.9, 1))
            draw.rectangle([x - 1, y - 1, x + columns, y + rows], outline=colour)
            draw.text((x + 2, y), thing["name"], fill=colour)
    draw.text((4, scale * record["height"] - 14), record["frame"], fill="white")


def sheet(pictures, columns):
    (width, height), rows = pictures[0].size, -(-len(pictures) // columns)
    page = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), "white")
    for i, picture in enumerate(pictures):
        page.paste(picture, (GAP + i % columns * (width + GAP), GAP + i // columns * (height + GAP)))
    return page


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("dataset", type=pathlib.Path)
    arguments.add_argument("camera")
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--count", type=int, default=24)
    arguments.add_argument("--episodes", type=int, metavar="COUNT", help="rows of episodes in place of first frames")
    arguments.add_argument("--random", type=int, metavar="COUNT", help="any frames in place of first ones")
    arguments.add_argument("--boxes", action="store_true", help="draw bbox_tight and the name of what is visible")
    arguments.add_argument("--columns", type=int, default=6)
    arguments.add_argument("--width", type=int, default=1300)
    given = arguments.parse_args()
    records = frames(given.dataset, given.camera)
    chosen = episodes(records, given.episodes, given.columns) if given.episodes else at_random(records, given.random) if given.random else beginnings(records, given.count)
    columns = min(given.columns, len(chosen))
    cell = given.width if len(chosen) == 1 else (given.width - GAP * (columns + 1)) // columns
    pictures = [picture(given.dataset, record, cell, given.boxes) for record in chosen]
    page = pictures[0] if len(pictures) == 1 else sheet(pictures, columns)
    # Grain of sensors makes pictures large; the repository keeps them below 200 kB.
    for quality in range(82, 40, -6):
        page.save(given.out, quality=quality, optimize=True)
        if given.out.suffix != ".jpg" or given.out.stat().st_size < LARGEST_BYTES:
            break


if __name__ == "__main__":
    main()
