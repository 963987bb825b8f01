using SensorSim.Datasets.Labels;
using SensorSim.UnitTests.Datasets.Images;

namespace SensorSim.UnitTests.Datasets.Labels;

public class TightBoxesTests
{
    [Test]
    public void BoxesAndCountsOfASmallPlane()
    {
        TightBoxes boxes = TightBoxes.Of(Planes.Of(4, 3,
            0, 7, 7, 0,
            0, 0, 7, 65535,
            7, 0, 0, 0));

        Assert.That(boxes[7], Is.EqualTo(new IdExtent(4, 0, 0, 2, 2)));
        Assert.That(boxes[7].Box, Is.EqualTo(new[] { 0.0, 0, 3, 3 }));
        Assert.That(boxes[65535].Box, Is.EqualTo(new[] { 3.0, 1, 1, 1 }));
        Assert.That(boxes[1].Box, Is.Null);
        Assert.That(boxes.VisibleIds, Is.EqualTo(new[] { 7, 65535 }));
    }

    [Test]
    public void AgreesWithAPixelByPixelCount([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        int width = random.Next(1, 100), height = random.Next(1, 20);
        ushort[] ids = new ushort[width * height];
        for (int i = 0; i < ids.Length; i++)
            ids[i] = random.Next(4) == 0 || i == 0 ? (ushort)random.Next(0, 500) : ids[i - 1];

        TightBoxes boxes = TightBoxes.Of(ids, width);

        for (int id = 1; id < 500; id++)
        {
            int[] at = [.. Enumerable.Range(0, ids.Length).Where(i => ids[i] == id)];
            IdExtent expected = at.Length == 0 ? default
                : new(at.Length, at.Min(i => i % width), at.Min(i => i / width), at.Max(i => i % width), at.Max(i => i / width));
            Assert.That(boxes[id], Is.EqualTo(expected));
        }
    }
}
