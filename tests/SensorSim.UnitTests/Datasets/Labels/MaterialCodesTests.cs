using System.Runtime.InteropServices;
using SensorSim.Datasets.Labels;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Datasets.Labels;

public class MaterialCodesTests
{
    [Test]
    public void Albedo_IsTheNearestSrgbCode()
    {
        float[] values = [.. Enumerable.Range(0, 20001).SelectMany(i => new[] { i / 20000f, i * i / 4e8f, 1 - (i / 20000f), 1f })];
        PixelPlane coded = MaterialCodes.OfAlbedo(new(20001, 1, 4, SampleType.Float32, MemoryMarshal.AsBytes(values.AsSpan()).ToArray()));
        for (int i = 0; i < values.Length; i++)
        {
            double exact = i % 4 == 3 ? 255 : SrgbCurve.Encode(values[i]) * 255;
            Assert.That(coded.Bytes.Span[i], Is.EqualTo(exact).Within(0.5 + 1e-6), $"linear {values[i]}");
        }
    }

    [Test]
    public void Albedo_KeepsAlphaLinear_AndNothingIsZero()
    {
        float[] values = [1, 1, 1, 0.5f, 0, 0, 0, 0, 0, 0, 0, 1];
        PixelPlane coded = MaterialCodes.OfAlbedo(new(3, 1, 4, SampleType.Float32, MemoryMarshal.AsBytes(values.AsSpan()).ToArray()));
        Assert.That(coded.Bytes.ToArray(), Is.EqualTo(new byte[] { 255, 255, 255, 128, 0, 0, 0, 0, 0, 0, 0, 255 }));
    }
}
