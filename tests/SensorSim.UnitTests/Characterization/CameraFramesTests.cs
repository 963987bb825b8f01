using System.Runtime.InteropServices;
using SensorSim.Datasets.Images;
using SensorSim.Hosting.Characterization;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Characterization;

/// <summary>Folders that a camera cannot be calibrated with.</summary>
public sealed class CameraFramesTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("sensorsim-frames-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void NoFrames_SaysHowTheyAreNamed() => AssertRefused("flat_LEVEL_REPEAT.png");

    [TestCase("{", "not a JSON list")]
    [TestCase("[{}]", "$[0].kind: a string is expected")]
    [TestCase("""[{ "kind": "grey" }]""", "neither flat nor dark")]
    [TestCase("""[{ "kind": "flat", "file": "none.png", "level": 1 }]""", "none.png is not there")]
    [TestCase("""[{ "kind": "flat", "file": "none.png", "level": 1, "iso": "high" }]""", "$[0].iso: a number is expected")]
    public void AWrongIndex_IsNamedWithItsPlace(string text, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "index.json"), text);
        AssertRefused(expected);
    }

    [Test]
    public void DarkFramesAlone_AreTooFew()
    {
        Save("dark_000_00.png", 8, SampleType.UInt16);
        Save("dark_000_01.png", 8, SampleType.UInt16);
        AssertRefused("At least 3 levels");
    }

    [Test]
    public void ADevelopedPicture_IsRefused()
    {
        Save("dark_000_00.png", 8, SampleType.UInt8);
        Save("dark_000_01.png", 8, SampleType.UInt8);
        AssertRefused("One channel of 16 bits");
    }

    [Test]
    public void FramesOfTwoSizes_AreRefused()
    {
        Save("dark_000_00.png", 8, SampleType.UInt16);
        Save("dark_000_01.png", 16, SampleType.UInt16);
        AssertRefused("it has 16x16 pixels");
    }

    [Test]
    public void ABrokenFile_IsNamed()
    {
        File.WriteAllText(Path.Combine(_folder, "dark_000_00.png"), "no picture");
        File.WriteAllText(Path.Combine(_folder, "dark_000_01.png"), "no picture");
        AssertRefused("dark_000_00.png");
    }

    private void AssertRefused(string expected)
    {
        var wrong = Assert.Throws<CalibrationException>(() => Calibration.Of(CameraFrames.In(_folder)));
        Assert.That(wrong!.Message, Does.Contain(expected));
    }

    private void Save(string name, int side, SampleType type)
    {
        ushort[] samples = [.. Enumerable.Range(0, side * side).Select(i => (ushort)(i % 7))];
        byte[] bytes = type == SampleType.UInt16 ? MemoryMarshal.AsBytes(samples.AsSpan()).ToArray() : new byte[side * side];
        File.WriteAllBytes(Path.Combine(_folder, name), new ImageWriter().Encode(new(side, side, 1, type, bytes), ImageFormat.Png).Span);
    }
}
