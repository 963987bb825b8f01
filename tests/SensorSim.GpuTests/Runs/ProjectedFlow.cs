using System.Buffers.Binary;
using SensorSim.Datasets;
using SensorSim.Geometry;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Runs;

/// <summary>The flow of an object that only shifts, from the depth of its pixels.</summary>
internal static class ProjectedFlow
{
    /// <summary>Holds every pixel of an object that has flow to the projection of the step that its point makes.</summary>
    /// <param name="frame">Of a camera that stands still.</param>
    /// <param name="planes">Its images.</param>
    /// <param name="id">Of the object.</param>
    /// <param name="step">By which each of its points moves until the next frame: world space, metres.</param>
    /// <returns>How many pixels were held to it.</returns>
    public static int Check(FrameRecord frame, IReadOnlyDictionary<string, PixelPlane> planes, int id, Vector3d step)
    {
        double scale = frame.Files["depth"].ScaleM!.Value;
        Vector3d moved = Matrix4x4d.FromRowMajor(frame.CameraToWorld).InverseAffine().TransformDirection(step);
        int seen = 0;
        for (int i = 0; i < frame.Width * frame.Height; i++)
        {
            if (Sample(planes["instance"], i, 0) != id || Sample(planes["flow"], i, 2) != 1)
            {
                continue;
            }

            double x = i % frame.Width, y = i / frame.Width, depth = Sample(planes["depth"], i, 0) * scale;
            var point = new Vector3d((x - frame.Intrinsics.Cx) / frame.Intrinsics.Fx * depth, (y - frame.Intrinsics.Cy) / frame.Intrinsics.Fy * depth, depth);
            Vector3d then = point + moved;
            Assert.That((Sample(planes["flow"], i, 0) - 32768) / 64.0, Is.EqualTo((frame.Intrinsics.Fx * then.X / then.Z) + frame.Intrinsics.Cx - x).Within(0.02), $"{frame.Frame} u at {x}, {y}");
            Assert.That((Sample(planes["flow"], i, 1) - 32768) / 64.0, Is.EqualTo((frame.Intrinsics.Fy * then.Y / then.Z) + frame.Intrinsics.Cy - y).Within(0.02), $"{frame.Frame} v at {x}, {y}");
            seen++;
        }

        return seen;
    }

    /// <summary>A number of a plane of 16 bits.</summary>
    public static int Sample(PixelPlane plane, int pixel, int channel) =>
        BinaryPrimitives.ReadUInt16LittleEndian(plane.Bytes.Span[(2 * ((pixel * plane.Channels) + channel))..]);
}
