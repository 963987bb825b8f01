using System.Globalization;
using System.Runtime.InteropServices;
using SensorSim.Datasets.Images;
using SensorSim.Hosting.Characterization;
using SensorSim.Randomness;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Characterization;

/// <summary>Dark current is no part of a black level, and where it cannot be told from it, that is said.</summary>
public sealed class DarkSignalTests
{
    private const int Side = 128;
    private const double Black = 256, Gain = 0.5, DarkElectronsPerSecond = 40, ReadNoiseElectrons = 4;

    private readonly List<string> _index = [];
    private string _folder = "";

    [SetUp]
    public void CreateFolder()
    {
        _folder = Directory.CreateTempSubdirectory("sensorsim-darks-").FullName;
        _index.Clear();
        foreach (double electrons in (double[])[500, 1000, 1500])
        {
            Take("flat", electrons, 0.01, 0.01);
        }
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void DarkFramesOfSeveralExposures_GiveTheBlackLevelOfNone()
    {
        foreach (double seconds in (double[])[0.5, 1, 2])
        {
            Take("dark", 0, seconds, seconds);
        }

        var found = Calibrate();

        Assert.That(found.BlackLevel, Has.Property("Low").LessThanOrEqualTo(Black).And.Property("High").GreaterThanOrEqualTo(Black));
        Assert.That(found.BlackLevel.High - found.BlackLevel.Low, Is.LessThan(0.2), "An interval that is wide enough always holds.");
        Assert.That(found.DarkSignal.Words, Is.EqualTo("without dark signal: extrapolated to no exposure from dark frames of 3 exposures, 0.5 to 2 s"));
        Assert.That(CalibratedProfile.Write("mine", found, 12), Does.Contain(found.DarkSignal.Words));
    }

    [TestCase(1.0, "with the dark signal of 1 s in it, the only exposure of the dark frames")]
    [TestCase(null, "with the dark signal of the dark frames' exposure in it, which is not given")]
    public void DarkFramesOfOneExposure_HaveTheirSignalInIt_AndThatIsSaid(double? given, string words)
    {
        Take("dark", 0, 1, given);

        var found = Calibrate();

        Assert.That(found.BlackLevel.Value, Is.EqualTo(Black + (Gain * DarkElectronsPerSecond)).Within(0.2));
        Assert.That(found.DarkSignal, Has.Property("IsTakenOut").False.And.Property("Words").EqualTo(words));
    }

    [Test]
    public void Numbers_HaveTheDecimalsThatTellTheEndsApart()
    {
        var estimate = new FigureEstimate(256.3, 256.298, 256.302);
        Assert.That(estimate.Text(estimate.Low), Is.EqualTo("256.2980"));
        Assert.That(new FigureEstimate(6999.9, 6980, 7020).Text(6999.9), Is.EqualTo("7000"));
        Assert.That(new FigureEstimate(2, 2, 2).Text(2), Is.EqualTo("2"));
    }

    private Calibration Calibrate()
    {
        File.WriteAllText(Path.Combine(_folder, "index.json"), $"[{string.Join(',', _index)}]");
        return Calibration.Of(CameraFrames.In(_folder));
    }

    // Four frames of one level: Poisson and Gaussian noise of numbered streams.
    private void Take(string kind, double electrons, double seconds, double? given)
    {
        int level = _index.Count;
        for (int repeat = 0; repeat < 4; repeat++)
        {
            string file = string.Create(CultureInfo.InvariantCulture, $"{level}-{repeat}.png");
            _index.Add(string.Create(CultureInfo.InvariantCulture, $$"""{ "kind": "{{kind}}", "file": "{{file}}", "level": {{level}} {{(given is { } g ? $", \"exposure_s\": {g.ToString(CultureInfo.InvariantCulture)}" : "")}} }"""));
            ushort[] samples = new ushort[Side * Side];
            for (int i = 0; i < samples.Length; i++)
            {
                var random = new RandomStream(RandomKey.ForFrames(1, 0, "dark"), (uint)i, (uint)_index.Count, 1);
                double charge = PoissonSampler.Draw(random.Draw(0).X, electrons + (DarkElectronsPerSecond * seconds)) + (ReadNoiseElectrons * NormalSampler.Draw(random.Draw(1).X));
                samples[i] = (ushort)Math.Floor(Black + (Gain * charge) + 0.5);
            }

            File.WriteAllBytes(Path.Combine(_folder, file), new ImageWriter().Encode(new(Side, Side, 1, SampleType.UInt16, MemoryMarshal.AsBytes(samples.AsSpan()).ToArray()), ImageFormat.Png).Span);
        }
    }
}
