using SensorSim.Datasets.Images;
using SensorSim.Hosting.Runs;

namespace SensorSim.UnitTests.Runs;

public class PictureSourceTests
{
    [TestCase(DigitalSourceType.AlgorithmicMedia, "builtin:warehouse-aisle")]
    [TestCase(DigitalSourceType.Composite, "helmet.glb")]
    [TestCase(DigitalSourceType.Composite, "builtin:warehouse-aisle", "sky.hdr")]
    public void OnlyWhatIsMadeInCodeIsPurelyAlgorithmic(DigitalSourceType expected, params string[] assets) =>
        Assert.That(PictureSource.Of(assets), Is.EqualTo(expected));
}
