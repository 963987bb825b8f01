using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Hosting.Physics;
using SensorSim.Physics;
using SensorSim.Plugins;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Physics;

/// <summary>Lines over a picture are where the camera sees the bodies.</summary>
public sealed class ColliderOverlayTests
{
    private const int Width = 320;
    private const int Height = 240;

    private static readonly CameraIntrinsics s_pinhole = CameraIntrinsics.FromHorizontalFieldOfView(Width, Height, 1.2);

    [TestCase(BodyMotion.Static, 2)]
    [TestCase(BodyMotion.Dynamic, 0)]
    [TestCase(BodyMotion.Kinematic, 0)]
    public void ABoxInFront_IsDrawnAtItsCorners(BodyMotion motion, int strongest)
    {
        byte[] pixels = Drawn(s_pinhole, motion, new(0, 0, 4));
        foreach (double x in new[] { -0.5, 0.5 })
        {
            foreach (double y in new[] { -0.5, 0.5 })
            {
                ImagePoint corner = s_pinhole.Project(new(x, y, 3.5))!.Value;
                byte[] colour = [.. pixels.AsSpan(3 * (((int)Math.Round(corner.Y) * Width) + (int)Math.Round(corner.X)), 3)];
                Assert.That(Array.IndexOf(colour, colour.Max()), Is.EqualTo(strongest), $"{motion} at {corner}");
            }
        }

        Assert.That(pixels.AsSpan(3 * ((Height / 2 * Width) + (Width / 2)), 3).ToArray(), Is.All.Zero, "the middle of a box has no line");
    }

    [Test]
    public void AFisheye_BendsLines()
    {
        InstalledPlugin plugin = SensorBench.Catalog.Require("lens.kannala-brandt");
        CameraIntrinsics fisheye = s_pinhole with { Projection = new LensProjection("lens.kannala-brandt", (Lens)plugin.Instance, plugin.Schema.Bind(new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["k1"] = 0.2 }).Parameters!) };
        byte[] pixels = Drawn(fisheye, BodyMotion.Dynamic, new(0, 0.9, 1.6));
        for (double share = 0; share <= 1; share += 0.1)
        {
            ImagePoint on = fisheye.Project(new(-0.5 + share, 0.4, 1.1))!.Value;
            Assert.That(pixels[3 * (((int)Math.Round(on.Y) * Width) + (int)Math.Round(on.X))] + pixels[3 * (((int)Math.Round(on.Y - 1) * Width) + (int)Math.Round(on.X))] + pixels[3 * (((int)Math.Round(on.Y + 1) * Width) + (int)Math.Round(on.X))], Is.Positive, $"the near edge at {share:F1}");
        }
    }

    [TestCase(-4)]
    [TestCase(0.3)]
    public void WhatIsBehindTheCamera_IsNotDrawn(double z) => Assert.That(Drawn(s_pinhole, BodyMotion.Dynamic, new(0, 0, z)).Any(value => value > 0), Is.EqualTo(z > 0), "a box around the camera is seen from inside");

    private static byte[] Drawn(CameraIntrinsics camera, BodyMotion motion, Vector3d at)
    {
        var body = new BodyDescription { Name = "box", Motion = motion, Colliders = [new BoxCollider(new(1, 1, 1))] };
        var image = new PixelPlane(Width, Height, 3, SampleType.UInt8, new byte[3 * Width * Height]);
        return ColliderOverlay.Over(image, new("front", camera, Matrix4x4d.Identity), [(body, new(at, Quaterniond.Identity))]).Bytes.ToArray();
    }
}
