using SensorSim.Datasets.Preservation;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Datasets.Preservation;

public class GateHeatMapTests
{
    [Test]
    public void What_Was_Put_In_Is_Red_And_A_Lost_Outline_Blue()
    {
        PixelPlane map = GateHeatMap.Of(DiscFrame.Styled(DiscFrame.Picture(isThere: false, then: (x, y, _, value) => x < 30 && y < 30 ? value + 0.3 : value)), new());

        Assert.That((map.Width, map.Height, map.Channels, map.SampleType), Is.EqualTo((160, 120, 3, SampleType.UInt8)));
        Assert.That(At(map, 15, 15), Is.EqualTo((255, 0, 0)));
        Assert.That(At(map, 120, 100).R, Is.LessThan(60));
        Assert.That(Enumerable.Range(0, 160).Count(x => At(map, x, 60) == (51, 102, 255)), Is.GreaterThanOrEqualTo(2));
    }

    private static (int R, int G, int B) At(PixelPlane map, int x, int y)
    {
        ReadOnlySpan<byte> bytes = map.Bytes.Span[(3 * ((y * map.Width) + x))..];
        return (bytes[0], bytes[1], bytes[2]);
    }
}
