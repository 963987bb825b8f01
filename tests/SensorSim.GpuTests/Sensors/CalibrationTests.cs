using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Hosting.Characterization;
using SensorSim.Hosting.Profiles;
using SensorSim.Hosting.Scenarios;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Model;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Sensors;

/// <summary>Calibrating on frames that we made finds what they were made with, within the stated intervals.</summary>
public sealed class CalibrationTests : GpuFixture
{
    private string _folder = "";

    [OneTimeSetUp]
    public void MakeFrames()
    {
        _folder = Path.Combine(Directory.CreateTempSubdirectory("sensorsim-calibration-").FullName, "frames");
        SensorChain chain = SensorBench.Raw(SensorBench.Stage("camera.noise", ("read_noise_electrons", 4), ("full_well_electrons", 7000)));
        using var sensor = new SensorUnderTest(Device, GpuSensor.Shaders, chain, 512);
        using var frames = new FrameFolder(_folder);
        new Emva1288(sensor, frames.Keep).Run();
        frames.Commit();
    }

    [OneTimeTearDown]
    public void DeleteFrames() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Test]
    public void ARoundTrip_FindsTheParametersWithinTheIntervals()
    {
        var found = Calibration.Of(CameraFrames.In(_folder));
        Assert.Multiple(() =>
        {
            AssertHolds(found.Gain, 0.47);
            AssertHolds(found.ReadNoise, 4);
            AssertHolds(found.FullWell!.Value, 7000);
            Assert.That(found.BlackLevel.Value, Is.EqualTo(256).Within(0.02));
            Assert.That(found.Prnu.Value, Is.LessThan(0.06), "none configured");
            Assert.That(found.Gain.High - found.Gain.Low, Is.LessThan(0.01), "An interval that is wide enough always holds.");
            Assert.That(found.FullWell!.Value.High - found.FullWell.Value.Low, Is.LessThan(100));
        });
    }

    [Test]
    public void ARoundTripOfAProfile_FindsItsWellAndItsPattern()
    {
        var use = new PluginUse(PluginUse.WholeProfile, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { [PluginUse.WholeProfile] = "imx363" });
        string folder = Path.Combine(Path.GetDirectoryName(_folder)!, "imx363");
        using (var sensor = new SensorUnderTest(Device, GpuSensor.Shaders, SensorBench.Raw([.. StageRequests.Of([use], SensorBench.Catalog)]), 512))
        using (var frames = new FrameFolder(folder))
        {
            new Emva1288(sensor, frames.Keep).Run();
            frames.Commit();
        }

        var found = Calibration.Of(CameraFrames.In(folder));
        Assert.Multiple(() =>
        {
            AssertHolds(found.Gain, 0.1705);
            AssertHolds(found.ReadNoise, 5);
            AssertHolds(found.FullWell!.Value, 6000);
            Assert.That(found.Prnu.Value, Is.EqualTo(0.7).Within(2).Percent);
        });
    }

    [Test]
    public void FramesWithoutAnIndex_AreKnownByTheirNames()
    {
        string copy = Directory.CreateTempSubdirectory("sensorsim-named-").FullName;
        try
        {
            foreach (JsonElement entry in JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "index.json"))).RootElement.EnumerateArray())
            {
                string file = entry.GetProperty("file").GetString()!;
                if (entry.GetProperty("iso").GetDouble() == 100 && entry.GetProperty("exposure_s").GetDouble() < 1)
                {
                    File.Copy(Path.Combine(_folder, file), Path.Combine(copy, file));
                }
            }

            var found = Calibration.Of(CameraFrames.In(copy));
            AssertHolds(found.Gain, 0.47);
            AssertHolds(found.ReadNoise, 4);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Test]
    public void TheProfileThatIsWritten_CanBeRead()
    {
        IReadOnlyList<CameraFrame> frames = CameraFrames.In(_folder);
        string file = Path.Combine(Path.GetDirectoryName(_folder)!, "mine.json");
        File.WriteAllText(file, CalibratedProfile.Write("mine", Calibration.Of(frames), CameraFrames.Bits(frames)));
        SensorProfile profile = SensorBench.Catalog.Profiles.Require(file);
        Assert.That(profile.Number("gain_dn_per_electron"), Is.EqualTo(0.47).Within(1).Percent);
        Assert.That(profile.Number("bits"), Is.EqualTo(12));
        Assert.That(profile.Values["read_noise_electrons"], Has.Property("Status").EqualTo(ValueStatus.Measured).And.Property("Source").Contains("95 % confidence"));
    }

    private static void AssertHolds(FigureEstimate estimate, double truth) => Assert.That(truth, Is.InRange(estimate.Low, estimate.High), estimate.ToString());
}
