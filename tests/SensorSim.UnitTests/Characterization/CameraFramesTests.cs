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
    [TestCase("""[{ "kind": "flat", "file": "index.json", "level": 1.5 }]""", "$[0].level: a whole number is expected")]
    [TestCase("""[{ "kind": "flat", "file": "index.json", "level": 3000000000 }]""", "$[0].level: a whole number is expected")]
    [TestCase("""[{ "kind": "flat", "file": "\ud800", "level": 1 }]""", "not a JSON list")]
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

    [Test]
    public void TiffFrames_AreThoseOfPng([Values] bool isBigEndian, [Values((ushort)1, (ushort)32803)] ushort photometric)
    {
        ushort[] samples = [.. Enumerable.Range(0, 24 * 10).Select(i => (ushort)((i * 977) % 65536))];
        File.WriteAllBytes(Path.Combine(_folder, "flat_003_00.tif"), RawTiff.Of(samples, 24, isBigEndian, (262, photometric)));
        CameraFrame frame = CameraFrames.In(_folder).Single();
        RawFrame read = CameraFrames.Read(frame);
        Assert.That((read.Width, read.Height, read.Channels, frame.Kind.IsLit, frame.Kind.Level), Is.EqualTo((24, 10, 1, true, 3)));
        Assert.That(read.Samples, Is.EqualTo(samples));
    }

    [TestCase(258, 8u, "1 channels of 8 bits")]
    [TestCase(277, 3u, "3 channels of 16 bits")]
    [TestCase(262, 0u, "photometric interpretation 0")]
    [TestCase(339, 3u, "sample format 3")]
    [TestCase(257, 4000u, "cannot be read")]
    [TestCase(256, 200000u, "at most")]
    [TestCase(322, 16u, "tiles")]
    public void ATiffOfAnotherKind_IsRefused(int tag, uint value, string expected)
    {
        (ushort, uint)[] tags = tag == 322 ? [(322, 16), (323, 16), (324, 8), (325, 512)] : [((ushort)tag, value)];
        foreach (string name in (string[])["dark_000_00.tiff", "dark_000_01.tiff"])
        {
            File.WriteAllBytes(Path.Combine(_folder, name), RawTiff.Of(new ushort[16 * 16], 16, false, tags));
        }

        AssertRefused(expected);
        AssertRefused("dark_000_00.tiff");
    }

    [Test]
    public void ATruncatedTiff_IsRefused()
    {
        byte[] file = RawTiff.Of(new ushort[64], 8);
        File.WriteAllBytes(Path.Combine(_folder, "dark_000_00.tif"), file[..^20]);
        File.WriteAllBytes(Path.Combine(_folder, "dark_000_01.tif"), file);
        AssertRefused("libtiff cannot open");
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
