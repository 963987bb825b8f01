#!/usr/bin/python3
"""Makes the README's picture from a frame of a dataset: RGB, depth, instance, semantic and normal side by side.

Labels are data, not pictures: ids become distinct colours, depth the Turbo ramp from the nearest (red) to the farthest point (blue);
where there is nothing, black. Needs the Debian packages python3-pil and python3-numpy.

    ./sensorsim render scenarios/quickstart.yaml --out out/quickstart
    eng/picture.py out/quickstart 000002_0000_side docs/images/quickstart.png
"""
import colorsys
import json
import pathlib
import sys

import numpy
from PIL import Image

WIDTH = 1600
GAP = 5
LABELS = ["rgb", "depth", "instance", "semantic", "normal"]

# A polynomial for Turbo: R. Mikhailov, "Turbo, an improved rainbow colormap" (2019); one row for each of red, green and blue.
TURBO = [
    [0.13572138, 4.61539260, -42.66032258, 132.13108234, -152.94239396, 59.28637943],
    [0.09140261, 2.19418839, 4.84296658, -14.18503333, 4.27729857, 2.82956604],
    [0.10667330, 12.64194608, -60.58204836, 110.36276771, -89.90310912, 27.34824973],
]


def read(dataset, frame, label):
    return Image.open(dataset / frame["files"][label]["path"])


def depth_colours(depth):
    seen = depth > 0
    near, far = depth[seen].min(), depth[seen].max()
    closeness = (far - depth.astype(float)) / (far - near)
    powers = closeness[..., None] ** numpy.arange(6)
    colours = numpy.clip(powers @ numpy.array(TURBO).T, 0, 1)
    return to_bytes(colours * seen[..., None])


def id_colours(ids):
    """Hues a golden angle apart, so that neighbouring ids differ; brightness changes every few ids."""
    palette = [(0, 0, 0)]
    for number in range(1, int(ids.max()) + 1):
        palette.append(colorsys.hsv_to_rgb(number * 0.618034 % 1, 0.55 + 0.15 * (number % 3), 1 - 0.18 * (number // 3 % 3)))
    return to_bytes(numpy.array(palette)[ids])


def to_bytes(colours):
    return Image.fromarray(numpy.rint(colours * 255).astype(numpy.uint8))


def panels(dataset, frame):
    for label in LABELS:
        image = read(dataset, frame, label)
        if label == "depth":
            yield depth_colours(numpy.asarray(image))
        elif label in ("instance", "semantic"):
            yield id_colours(numpy.asarray(image).astype(int))
        else:
            yield image.convert("RGB")


def main(folder, name, target):
    dataset = pathlib.Path(folder)
    frames = map(json.loads, (dataset / "frames.jsonl").read_text(encoding="utf-8").splitlines())
    frame = next((f for f in frames if f["frame"] == name), None)
    if frame is None:
        sys.exit(f"picture: {folder} has no frame {name}; they are listed in frames.jsonl")
    width = (WIDTH - GAP * (len(LABELS) - 1)) // len(LABELS)
    height = round(width * frame["height"] / frame["width"])
    picture = Image.new("RGB", (WIDTH, height), "white")
    for column, panel in enumerate(panels(dataset, frame)):
        picture.paste(panel.resize((width, height), Image.LANCZOS), (column * (width + GAP), 0))
    picture.save(target, optimize=True)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: eng/picture.py DATASET FRAME TARGET.png")
    main(*sys.argv[1:])
