using SensorSim.Cameras;
using SensorSim.Datasets;
using SensorSim.Geometry;
using SensorSim.Hosting.Runs;
using SensorSim.Scenes.Images;

namespace SensorSim.UnitTests.Runs;

public sealed class EnvironmentSharpnessTests
{
    // 90° over 200 pixels: Fx is 100, so that 2π · 100 = 628 columns are as fine as the camera.
    [TestCase(628, 0, null)]
    [TestCase(210, 0, null)]
    [TestCase(200, 0, "sky.hdr is coarse for a background: one of its pixels covers 3.1 of front's. The light is right; for a sharp background, take the same image with 1k columns")]
    [TestCase(200, 17_900, "sky.hdr is coarse")]
    [TestCase(200, 18_100, null, Description = "hardly any background")]
    public void WhatIsCoarserThanTheCamera_IsTold(int columns, long objectPixels, string? expected)
    {
        var view = new CameraView("front", CameraIntrinsics.FromHorizontalFieldOfView(200, 100, Math.PI / 2), Matrix4x4d.Identity);
        ObjectRecord thing = CameraSightTests.Seen(0, objectPixels);
        Assert.That(EnvironmentSharpness.Warning(view, [thing], "sky.hdr", new HdrImage(columns, columns / 2, [])), expected is null ? Is.Null : Does.StartWith(expected));
    }
}
