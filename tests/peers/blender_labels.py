"""Labels beside Blender's. Run by `blender --background --python`, after `sensorsim render --labels instance,normal,position`.

Blender renders each frame of the dataset with the frame's own camera: one ray through each pixel's centre. Compared are pixels whose
neighbours to a distance of 2 show the same object without a step in depth; normals also not beside a crease. Prints one line of JSON for
each frame.
"""

import argparse
import json
import os
import struct
import sys
import zlib

import bpy
import mathutils
import numpy

# glTF's Y-up axes in Blender's Z-up ones, and OpenCV's camera axes in Blender's.
TO_BLENDER = mathutils.Matrix(((1, 0, 0, 0), (0, 0, -1, 0), (0, 1, 0, 0), (0, 0, 0, 1)))
TO_BLENDER_CAMERA = mathutils.Matrix.Diagonal((1, -1, -1, 1))


def open_scene(path):
    numpy.bool = bool  # Debian's importer still uses the name that its numpy dropped
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.ops.import_scene.gltf(filepath=path)
    scene, layer = bpy.context.scene, bpy.context.view_layer
    scene.render.engine = "CYCLES"
    scene.cycles.samples = 1
    scene.cycles.use_denoising = False
    scene.cycles.pixel_filter_type = "BOX"
    scene.cycles.filter_width = 0.01
    scene.render.image_settings.file_format = "OPEN_EXR_MULTILAYER"
    scene.render.image_settings.exr_codec = "NONE"
    scene.render.image_settings.color_depth = "32"
    layer.use_pass_normal = layer.use_pass_position = layer.use_pass_object_index = True
    layer.material_override = bpy.data.materials.new("plain")
    scene.camera = bpy.data.objects.new("eye", bpy.data.cameras.new("eye"))
    scene.collection.objects.link(scene.camera)
    scene.frame_set(0)
    return scene


def number_objects(scene, record):
    """Gives Blender's objects our ids: they have the same place, and names that begin alike (Blender makes repeated names unique)."""
    left = list(record["objects"])
    meshes = [item for item in scene.objects if item.type == "MESH"]
    for item in meshes:
        def difference(entry):
            rows = [entry["object_to_world"][4 * i:4 * i + 4] for i in range(4)]
            apart = numpy.abs(numpy.array(TO_BLENDER @ mathutils.Matrix(rows) - item.matrix_world @ TO_BLENDER)).max()
            return apart, not item.name.startswith(entry["name"].rsplit("_", 1)[0])
        match = min(left, key=difference)
        left.remove(match)
        item.pass_index = match["instance_id"]
    return not left


def place_camera(scene, record):
    eye, k, width, height = scene.camera, record["intrinsics"], record["width"], record["height"]
    rows = [record["camera_to_world"][4 * i:4 * i + 4] for i in range(4)]
    eye.matrix_world = TO_BLENDER @ mathutils.Matrix(rows) @ TO_BLENDER_CAMERA
    eye.data.sensor_fit, eye.data.sensor_width = "HORIZONTAL", 36
    eye.data.lens = 36 * k["fx"] / width
    eye.data.shift_x = -(k["cx"] - (width - 1) / 2) / width
    eye.data.shift_y = (k["cy"] - (height - 1) / 2) / width
    eye.data.clip_start, eye.data.clip_end = 1e-3, 1e5
    scene.render.resolution_x, scene.render.resolution_y, scene.render.resolution_percentage = width, height, 100


def read_exr(path):
    """Channels of an uncompressed scan-line OpenEXR by name, rows from the top."""
    data = open(path, "rb").read()
    at, channels, size = 8, [], None
    while data[at]:
        name, at = text_at(data, at)
        kind, at = text_at(data, at)
        length, = struct.unpack_from("<i", data, at)
        at += 4
        if name == "channels":
            inside = at
            while data[inside]:
                channel, inside = text_at(data, inside)
                channels.append((channel, "<f2" if struct.unpack_from("<i", data, inside)[0] == 1 else "<f4"))
                inside += 16
        if name == "dataWindow":
            x0, y0, x1, y1 = struct.unpack_from("<4i", data, at)
            size = (x1 - x0 + 1, y1 - y0 + 1)
        at += length
    width, height = size
    at += 1 + 8 * height
    planes = {name: numpy.empty((height, width), numpy.float32) for name, _ in channels}
    for _ in range(height):
        row, _ = struct.unpack_from("<2i", data, at)
        at += 8
        for name, kind in channels:
            planes[name][row] = numpy.frombuffer(data, kind, width, at)
            at += width * numpy.dtype(kind).itemsize
    return planes


def text_at(data, at):
    end = data.index(b"\0", at)
    return data[at:end].decode(), end + 1


def read_png16(path):
    """Samples of a 16-bit PNG, rows from the top: Blender itself reduces colours to 8 bits."""
    data = open(path, "rb").read()
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"IHDR":
            width, height, _, color = struct.unpack_from(">IIBB", data, at + 8)
        if kind == b"IDAT":
            packed += data[at + 8:at + 8 + length]
        at += 12 + length
    channels = {0: 1, 2: 3}[color]
    rows = numpy.frombuffer(zlib.decompress(packed), numpy.uint8).reshape(height, 1 + 2 * channels * width)
    above = numpy.zeros(2 * channels * width, numpy.uint8)
    for y in range(height):
        above = unfilter(rows[y, 0], rows[y, 1:], above, 2 * channels)
        rows = rows if y else rows.copy()
        rows[y, 1:] = above
    return rows[:, 1:].copy().view(">u2").reshape(height, width, channels).astype(int)


def unfilter(kind, row, above, step):
    if kind in (0, 2):
        return row + (above if kind == 2 else 0)
    if kind == 1:
        return numpy.cumsum(row.reshape(-1, step), 0, numpy.uint8).reshape(-1)
    result, before, corner = bytearray(len(row)), bytes(step) + above.tobytes(), None
    for i, value in enumerate(row.tolist()):
        left, up, corner = (result[i - step] if i >= step else 0), before[i + step], before[i]
        if kind == 3:
            guess = (left + up) // 2
        else:
            estimate = left + up - corner
            guess = min((left, up, corner), key=lambda near: abs(estimate - near))
        result[i] = (value + guess) & 255
    return numpy.frombuffer(bytes(result), numpy.uint8)


def pixels_of(path, width, height):
    image = bpy.data.images.load(path)
    image.colorspace_settings.name = "Non-Color"
    pixels = numpy.array(image.pixels[:], numpy.float64).reshape(height, width, 4)[::-1]
    bpy.data.images.remove(image)
    return pixels


def render(scene, scratch):
    scene.render.filepath = os.path.join(scratch, "blender.exr")
    bpy.ops.render.render(write_still=True)
    planes = read_exr(scene.render.filepath)
    layer = lambda suffix: planes[next(name for name in planes if name.endswith(suffix))]
    position = numpy.stack([layer("Position." + axis) for axis in "XYZ"], -1)
    normal = numpy.stack([layer("Normal." + axis) for axis in "XYZ"], -1)
    return position, normal, numpy.rint(layer("IndexOB.X")).astype(int)


def creases(normal):
    """Pixels beside which the surface turns by more than 15 degrees: a ray falls on either side by chance."""
    turned = numpy.zeros(normal.shape[:2], bool)
    for shift in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        turned |= numpy.sum(normal * numpy.roll(normal, shift, (0, 1)), -1) < numpy.cos(numpy.radians(15))
    return turned


def interior(ids, depth):
    """Pixels whose neighbours to a distance of 2 show the same object without a step in depth."""
    height, width = ids.shape
    inside = numpy.zeros(ids.shape, bool)
    inside[2:-2, 2:-2] = True
    for y in range(-2, 3):
        for x in range(-2, 3):
            near, other = numpy.roll(ids, (y, x), (0, 1)), numpy.roll(depth, (y, x), (0, 1))
            inside &= (near == ids) & (abs(other - depth) < 0.05 * depth)
    return inside & (ids > 0)


def compare(dataset, record, scene, scratch):
    width, height = record["width"], record["height"]
    file = lambda label: pixels_of(os.path.join(dataset, record["files"][label]["path"]), width, height)
    png = lambda label: read_png16(os.path.join(dataset, record["files"][label]["path"]))
    ids = png("instance")[..., 0]
    ours = numpy.array(record["camera_to_world"]).reshape(4, 4)
    to_camera = numpy.linalg.inv(ours)
    axes = numpy.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]])  # Blender's world to glTF's
    depth_of = lambda place: place @ to_camera[2, :3] + to_camera[2, 3]
    depth = depth_of(file("position")[..., :3])
    normal = png("normal") / 65535 * 2 - 1

    place_camera(scene, record)
    position, theirs, indices = render(scene, scratch)
    inside = interior(ids, numpy.where(ids > 0, depth, 1e9))
    both = inside & (indices == ids)
    depth_error = abs(depth - depth_of(position @ axes.T))[both] / depth[both]
    unit = lambda vectors: vectors / numpy.linalg.norm(vectors, axis=-1, keepdims=True)
    smooth = both & ~creases(normal)
    apart = numpy.linalg.norm(unit(normal[smooth]) - unit((theirs @ axes.T @ to_camera[:3, :3].T)[smooth]), axis=-1)
    degrees = numpy.degrees(2 * numpy.arcsin(apart / 2))
    return {
        "frame": record["frame"],
        "pixels": int(inside.sum()),
        "ids_equal": float(both.sum() / max(inside.sum(), 1)),
        "depth_within_0.1_percent": float(numpy.mean(depth_error < 1e-3)) if both.any() else None,
        "normal_within_1_degree": float(numpy.mean(degrees < 1)) if smooth.any() else None,
        "deforms": any(item.modifiers or item.type == "MESH" and item.data.shape_keys for item in scene.objects),
        "worst_depth": float(depth_error.max()) if both.any() else None,
        "median_degrees": float(numpy.median(degrees)) if smooth.any() else None,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene")
    parser.add_argument("dataset")
    parser.add_argument("--scratch", required=True)
    options = parser.parse_args(sys.argv[sys.argv.index("--") + 1:])
    scene = open_scene(options.scene)
    with open(os.path.join(options.dataset, "frames.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if not number_objects(scene, record):
                sys.exit("the two programs have different objects")
            print("LABELS " + json.dumps(compare(options.dataset, record, scene, options.scratch)))


main()
