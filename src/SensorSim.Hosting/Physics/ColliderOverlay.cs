using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Signals;

namespace SensorSim.Hosting.Physics;

/// <summary>Draws bodies over a frame as lines, through everything that is in front, as the camera's lens bends them.</summary>
public static class ColliderOverlay
{
    /// <summary>Nearer than this is behind the camera, metres.</summary>
    private const double Near = 0.01;

    /// <summary>A line is taken to be straight for so long, pixels.</summary>
    private const double StraightPixels = 12;

    private const int MostPieces = 64;

    private static readonly (byte Red, byte Green, byte Blue, double Share) s_static = (90, 160, 255, 0.55);
    private static readonly (byte Red, byte Green, byte Blue, double Share) s_dynamic = (255, 150, 0, 0.9);
    private static readonly (byte Red, byte Green, byte Blue, double Share) s_kinematic = (230, 60, 220, 0.9);

    /// <summary>What the colours mean.</summary>
    public static string Legend => "static blue, dynamic orange, kinematic magenta";

    /// <param name="image">Colour, 8 bits for each channel.</param>
    /// <param name="view">The camera.</param>
    /// <param name="bodies">With the pose of each.</param>
    /// <exception cref="ArgumentException">Another kind of image.</exception>
    public static PixelPlane Over(in PixelPlane image, CameraView view, IEnumerable<(BodyDescription Body, Pose At)> bodies)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(bodies);
        if (image.SampleType != SampleType.UInt8 || image.Channels is not (3 or 4))
        {
            throw new ArgumentException("A colour image of 8 bits is expected.", nameof(image));
        }

        byte[] pixels = image.Bytes.ToArray();
        Matrix4x4d toCamera = view.CameraToWorld.InverseAffine();
        foreach ((BodyDescription body, Pose at) in bodies.OrderBy(one => one.Body.Motion == BodyMotion.Static ? 0 : 1))
        {
            (byte Red, byte Green, byte Blue, double Share) colour = body.Motion switch { BodyMotion.Dynamic => s_dynamic, BodyMotion.Kinematic => s_kinematic, _ => s_static };
            var drawn = new HashSet<int>();
            foreach ((Vector3d from, Vector3d to) in body.Colliders.SelectMany(ColliderWire.Of))
            {
                Line(toCamera.TransformPoint(at.Point(from)), toCamera.TransformPoint(at.Point(to)), view.Intrinsics, drawn);
            }

            foreach (int pixel in drawn)
            {
                Blend(pixels.AsSpan(pixel * image.Channels, 3), colour);
            }
        }

        return image with { Bytes = pixels };
    }

    // In pieces, because lenses bend lines, and what is behind the camera is left out.
    private static void Line(Vector3d from, Vector3d to, CameraIntrinsics camera, HashSet<int> drawn)
    {
        if (!Clip(ref from, ref to, camera))
        {
            return;
        }

        int pieces = camera.Project(from) is { } a && camera.Project(to) is { } b
            ? Math.Clamp((int)Math.Ceiling(Math.Max(Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y)) / StraightPixels), 1, MostPieces)
            : MostPieces;
        ImagePoint? last = camera.Project(from);
        for (int i = 1; i <= pieces; i++)
        {
            ImagePoint? next = camera.Project(from + ((double)i / pieces * (to - from)));
            if (last is { } begin && next is { } end)
            {
                Straight(begin, end, camera, drawn);
            }

            last = next;
        }
    }

    // A fisheye sees what is beside it: its own projection says what it does not see.
    private static bool Clip(ref Vector3d from, ref Vector3d to, CameraIntrinsics camera)
    {
        if (camera.Projection is LensProjection || (from.Z >= Near && to.Z >= Near))
        {
            return true;
        }

        if (from.Z < Near && to.Z < Near)
        {
            return false;
        }

        Vector3d edge = from + ((Near - from.Z) / (to.Z - from.Z) * (to - from));
        (from, to) = from.Z < Near ? (edge, to) : (from, edge);
        return true;
    }

    private static void Straight(ImagePoint from, ImagePoint to, CameraIntrinsics camera, HashSet<int> drawn)
    {
        if (Math.Max(from.X, to.X) < 0 || Math.Max(from.Y, to.Y) < 0 || Math.Min(from.X, to.X) > camera.Width || Math.Min(from.Y, to.Y) > camera.Height)
        {
            return;
        }

        // What reaches far beyond the image has no more steps than the image has pixels to show of it.
        int steps = (int)Math.Clamp(Math.Ceiling(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y))), 1, 1 << 16);
        for (int i = 0; i <= steps; i++)
        {
            double share = (double)i / steps;
            (double x, double y) = (Math.Round(from.X + (share * (to.X - from.X))), Math.Round(from.Y + (share * (to.Y - from.Y))));
            if (x >= 0 && y >= 0 && x < camera.Width && y < camera.Height)
            {
                drawn.Add(((int)y * camera.Width) + (int)x);
            }
        }
    }

    private static void Blend(Span<byte> pixel, (byte Red, byte Green, byte Blue, double Share) colour)
    {
        pixel[0] = Mixed(pixel[0], colour.Red, colour.Share);
        pixel[1] = Mixed(pixel[1], colour.Green, colour.Share);
        pixel[2] = Mixed(pixel[2], colour.Blue, colour.Share);
    }

    private static byte Mixed(byte under, byte over, double share) => (byte)Math.Round(under + (share * (over - under)));
}
