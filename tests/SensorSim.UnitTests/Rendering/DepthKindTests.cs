using SensorSim.Cameras;
using SensorSim.Rendering;

namespace SensorSim.UnitTests.Rendering;

public sealed class DepthKindTests
{
    [TestCase(60, "planar")]
    [TestCase(119.9, "planar")]
    [TestCase(120.1, "range")]
    public void Depth_IsRange_Beyond120Degrees(double degrees, string expected) =>
        Assert.That(DepthKinds.Of(CameraIntrinsics.FromHorizontalFieldOfView(640, 480, degrees * Math.PI / 180)), Is.EqualTo(expected));
}
