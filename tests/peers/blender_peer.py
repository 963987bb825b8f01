"""Blender: frames per second of colour and depth. Run by `blender --background --python`; prints one line of JSON.

In background mode Blender gives depth only through files, so each frame is an uncompressed EXR in --scratch (a memory disk).
"""

import argparse
import json
import os
import sys

import bpy
import mathutils
import numpy

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import orbit  # noqa: E402  (Blender does not search the script's own folder)


def open_scene(path):
    numpy.bool = bool  # Debian's importer still uses the name that its numpy dropped
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.ops.import_scene.gltf(filepath=path)
    return bpy.context.scene


def bounding_sphere(scene):
    """Centre and radius of the bounding box's sphere, in glTF coordinates."""
    corners = numpy.array([
        (point.x, point.z, -point.y)
        for item in scene.objects if item.type == "MESH"
        for point in (item.matrix_world @ mathutils.Vector(corner) for corner in item.bound_box)
    ])
    low, high = corners.min(axis=0), corners.max(axis=0)
    return (low + high) / 2, numpy.linalg.norm(high - low) / 2


def add_camera_with_light(scene):
    """A camera and a sun that shines along its view, as VTK's headlight does."""
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    camera.data.sensor_fit = "VERTICAL"
    camera.data.angle_y = numpy.radians(orbit.VIEW_ANGLE_DEG)
    sun = bpy.data.objects.new("sun", bpy.data.lights.new("sun", "SUN"))
    sun.data.energy = 3
    sun.parent = camera
    for item in (camera, sun):
        scene.collection.objects.link(item)
    scene.camera = camera
    return camera


def configure(scene, options):
    scene.render.engine = {"eevee": "BLENDER_EEVEE", "cycles": "CYCLES"}[options.engine]
    scene.eevee.taa_render_samples = options.samples
    scene.cycles.samples = options.samples
    scene.cycles.use_denoising = False
    scene.render.resolution_x, scene.render.resolution_y = options.width, options.height
    scene.render.image_settings.file_format = "OPEN_EXR_MULTILAYER"
    scene.render.image_settings.exr_codec = "NONE"
    scene.render.filepath = os.path.join(options.scratch, "frame.exr")
    scene.view_settings.view_transform = "Standard"
    bpy.context.view_layer.use_pass_z = True


def frame_renderer(scene):
    centre, radius = bounding_sphere(scene)
    camera = add_camera_with_light(scene)

    def render(view):
        x, y, z = orbit.position(centre, radius, view)
        camera.location = (x, -z, y)
        toward = mathutils.Vector((centre[0], -centre[2], centre[1])) - camera.location
        camera.rotation_euler = toward.to_track_quat("-Z", "Y").to_euler()
        bpy.ops.render.render(write_still=True)

    return render


def write_picture(scene, render, path):
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_mode = "RGB"
    scene.render.image_settings.color_depth = "8"
    scene.render.filepath = path
    render(0)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene")
    parser.add_argument("--engine", choices=("eevee", "cycles"), required=True)
    parser.add_argument("--samples", type=int, required=True)
    parser.add_argument("--width", type=int, default=640)
    parser.add_argument("--height", type=int, default=480)
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--scratch", required=True)
    parser.add_argument("--picture", required=True)
    options = parser.parse_args(sys.argv[sys.argv.index("--") + 1:])

    scene = open_scene(options.scene)
    configure(scene, options)
    render = frame_renderer(scene)
    seconds, frames = orbit.median_frame_seconds(render, options.frames, warm_up=2, limit_seconds=20)
    write_picture(scene, render, options.picture)
    print(json.dumps({
        "program": f"Blender {bpy.app.version_string} {options.engine}",
        "case": f"colour + depth, {options.samples} sample(s)",
        "frames_per_second": 1 / seconds,
        "frames": frames,
    }))


main()
