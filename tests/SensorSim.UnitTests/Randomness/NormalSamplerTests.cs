using MathNet.Numerics.Distributions;
using SensorSim.Randomness;

namespace SensorSim.UnitTests.Randomness;

public sealed class NormalSamplerTests
{
    [Test]
    public void TheProbabilityBeyondANumberIsTheOneInItsBits()
    {
        double worst = 0, worstShare = 0;
        for (double exponent = 0; exponent < 31; exponent += 1e-3)
        {
            uint bits = (uint)Math.Pow(2, exponent);
            double probability = (bits + 0.5) / (1L << 32), beyond = Normal.CDF(0, 1, -NormalSampler.Draw(bits));
            worst = Math.Max(worst, Math.Abs(beyond - probability));
            worstShare = Math.Max(worstShare, Math.Abs((beyond / probability) - 1));
        }

        Assert.Multiple(() =>
        {
            Assert.That(worst, Is.LessThan(2e-7));
            Assert.That(worstShare, Is.LessThan(2e-3), "far out in the tail");
        });
    }

    [Test]
    public void TheTopBitIsTheSign() => Assert.Multiple(() =>
    {
        Assert.That(NormalSampler.Draw(0x80000000 | 12345), Is.EqualTo(-NormalSampler.Draw(12345)));
        Assert.That(NormalSampler.Draw(0), Is.EqualTo(6.338).Within(0.001));
        Assert.That(NormalSampler.Draw(0x7FFFFFFF), Is.Zero.Within(1e-6));
    });
}
