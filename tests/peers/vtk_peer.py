"""VTK: frames per second of colour and depth read back to memory. Prints one line of JSON."""

import argparse
import json

import numpy
import vtk
from vtk.util.numpy_support import vtk_to_numpy

import orbit


def open_scene(path, width, height, msaa):
    window = vtk.vtkRenderWindow()
    window.SetOffScreenRendering(1)
    window.SetMultiSamples(0 if msaa == 1 else msaa)
    window.SetSize(width, height)
    importer = vtk.vtkGLTFImporter()
    importer.SetFileName(path)
    importer.SetRenderWindow(window)
    importer.Update()
    return window, window.GetRenderers().GetFirstRenderer()


def frame_renderer(window, renderer):
    """A function that renders one view and returns its colours (bytes) and depth buffer (floats)."""
    width, height = window.GetSize()
    bounds = numpy.array(renderer.ComputeVisiblePropBounds()).reshape(3, 2)
    centre, radius = bounds.mean(axis=1), numpy.linalg.norm(bounds[:, 1] - bounds[:, 0]) / 2
    camera = renderer.GetActiveCamera()
    camera.SetViewAngle(orbit.VIEW_ANGLE_DEG)
    camera.SetFocalPoint(centre)
    camera.SetViewUp(0, 1, 0)
    colours, depths = vtk.vtkUnsignedCharArray(), vtk.vtkFloatArray()

    def render(view):
        camera.SetPosition(orbit.position(centre, radius, view))
        renderer.ResetCameraClippingRange()
        window.Render()
        window.GetPixelData(0, 0, width - 1, height - 1, 1, colours, 0)
        window.GetZbufferData(0, 0, width - 1, height - 1, depths)
        return colours, depths

    return render


def write_picture(window, path):
    image = vtk.vtkWindowToImageFilter()
    image.SetInput(window)
    writer = vtk.vtkPNGWriter()
    writer.SetInputConnection(image.GetOutputPort())
    writer.SetFileName(path)
    writer.Write()


def device_name(window):
    prefix = "OpenGL renderer string:"
    lines = window.ReportCapabilities().splitlines()
    return next((line.removeprefix(prefix).strip() for line in lines if line.startswith(prefix)), "unknown")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene")
    parser.add_argument("--width", type=int, default=640)
    parser.add_argument("--height", type=int, default=480)
    parser.add_argument("--msaa", type=int, default=1)
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--picture", required=True)
    options = parser.parse_args()

    window, renderer = open_scene(options.scene, options.width, options.height, options.msaa)
    render = frame_renderer(window, renderer)
    seconds, frames = orbit.median_frame_seconds(render, options.frames, orbit.VIEWS, limit_seconds=60)
    _, depths = render(0)
    write_picture(window, options.picture)
    print(json.dumps({
        "program": "VTK " + vtk.vtkVersion().GetVTKVersion(),
        "case": f"colour + depth, {options.msaa}x",
        "frames_per_second": 1 / seconds,
        "frames": frames,
        "coverage": float((vtk_to_numpy(depths) < 1).mean()),
        "device": device_name(window),
    }))


if __name__ == "__main__":
    main()
