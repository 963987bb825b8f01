using System.Xml.Linq;
using SensorSim.Datasets.Images;

namespace SensorSim.UnitTests.Datasets.Images;

public class XmpPacketTests
{
    private static readonly XNamespace s_iptc = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    [TestCase(DigitalSourceType.AlgorithmicMedia, "algorithmicMedia")]
    [TestCase(DigitalSourceType.Composite, "composite")]
    public void APacketNamesItsSourceTypeAndNothingElse(DigitalSourceType source, string term)
    {
        var xmp = XDocument.Parse(XmpPacket.Of(source));

        XElement description = xmp.Root!.Elements().Single().Elements().Single();
        Assert.That(description.Elements().Single().Name, Is.EqualTo(s_iptc + "DigitalSourceType"));
        Assert.That(description.Value, Is.EqualTo($"http://cv.iptc.org/newscodes/digitalsourcetype/{term}"));
    }
}
