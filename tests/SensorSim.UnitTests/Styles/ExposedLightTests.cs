using System.Runtime.InteropServices;
using SensorSim.Hosting.Styles;
using SensorSim.Signals;
using SensorSim.Style;

namespace SensorSim.UnitTests.Styles;

/// <summary>Light as a style sees it, and back.</summary>
public sealed class ExposedLightTests
{
    // A nit is a hundredth of what saturates.
    private const double DisplayPerNit = 0.01;

    private static readonly float[] s_nits = [0, 1e-6f, 18, 50, 99.9f, 400];

    [Test]
    public void AStyleSeesThePictureWithoutASensor() =>
        Assert.That(Light().Picture.Samples.ToArray(), Is.EqualTo(s_nits.Select(nit => SrgbCurve.Encode(nit / 100))).Within(1e-7));

    [Test]
    public void WhatIsLeftAlone_StaysToTheBit()
    {
        ExposedLight light = Light();

        Assert.That(NitsOf(light.LightOf(light.Picture.Copy())), Is.EqualTo(s_nits));
    }

    [Test]
    public void WhatIsBrighterThanThePictureShows_KeepsItsFactor()
    {
        ExposedLight light = Light();
        StyleImage half = light.Picture.Copy();
        foreach (ref float sample in half.Samples)
        {
            sample = (float)SrgbCurve.Encode(0.5 * SrgbCurve.Decode(sample));
        }

        Assert.That(NitsOf(light.LightOf(half)), Is.EqualTo(s_nits.Select(nit => nit / 2)).Within(1e-4).Percent);
    }

    [Test]
    public void WhatWasBlack_MayHaveLight()
    {
        ExposedLight light = Light();
        StyleImage grey = light.Picture.Copy();
        grey.Samples[0] = (float)SrgbCurve.Encode(0.25);

        Assert.That(NitsOf(light.LightOf(grey))[0], Is.EqualTo(25).Within(1e-4));
    }

    private static ExposedLight Light() => new(new(2, 1, 3, SampleType.Float32, MemoryMarshal.AsBytes(s_nits.AsSpan()).ToArray()), DisplayPerNit);

    private static float[] NitsOf(PixelPlane plane) => MemoryMarshal.Cast<byte, float>(plane.Bytes.Span).ToArray();
}
