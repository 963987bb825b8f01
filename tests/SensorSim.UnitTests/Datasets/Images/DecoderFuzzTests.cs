using System.Runtime.InteropServices;
using SensorSim.Datasets.Images;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Robots;
using SensorSim.Signals;
using SensorSim.UnitTests.Characterization;

namespace SensorSim.UnitTests.Datasets.Images;

/// <summary>Files that somebody damaged, by accident or on purpose: each is read, or refused by the exception that its reader promises.</summary>
[TestFixture]
public sealed class DecoderFuzzTests
{
    private const int Rounds = 500;
    private const int Seed = 20261122;

    private static readonly ImageLimits s_limits = new(1 << 12, 1 << 22);

    public static IEnumerable<TestCaseData> Formats()
    {
        byte[] bytes = [.. Enumerable.Range(0, 9 * 7 * 3).Select(i => (byte)(i * 37))];
        PixelPlane rgb = new(9, 7, 3, SampleType.UInt8, bytes), mask = new(9, 7, 1, SampleType.UInt16, bytes.AsMemory(0, 9 * 7 * 2));
        PixelPlane depth = new(9, 7, 1, SampleType.Float32, MemoryMarshal.AsBytes(Enumerable.Range(0, 9 * 7).Select(i => i / 7f).ToArray().AsSpan()).ToArray());
        PixelPlane cloud = new(5, 1, 8, SampleType.Float32, MemoryMarshal.AsBytes(Enumerable.Range(0, 40).Select(i => (float)i).ToArray().AsSpan()).ToArray());
        foreach ((string name, PixelPlane plane, ImageFormat format) in new[]
        {
            ("png of colours", rgb, ImageFormat.Png), ("png of ids", mask, ImageFormat.Png), ("jpeg", rgb, ImageFormat.Jpeg), ("exr", depth, ImageFormat.Exr), ("ply", cloud, ImageFormat.Ply),
            ("lines of JSON", JsonLines.PlaneOf("{\"a\":1}\n{\"b\":[2,\"x\"]}\n"u8.ToArray()), ImageFormat.JsonLines),
        })
        {
            yield return Case(name, new ImageWriter().Encode(plane, format).ToArray(), file => ImageReader.Decode(file), typeof(ImageFormatException));
        }

        yield return Case("png as texture", PngEncoder.Encode(rgb), file => PngDecoder.DecodeRgba8(file, s_limits), typeof(ImageFormatException));
        yield return Case("jpeg as texture", JpegEncoder.Encode(rgb), file => JpegDecoder.DecodeRgba8(file, s_limits), typeof(ImageFormatException));
        yield return Case("hdr", [.. "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 7 +X 9\n"u8, .. bytes, .. bytes], file => RadianceHdr.Decode(file, s_limits), typeof(ImageFormatException));
        yield return Case("hdr in runs", [.. "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 9\n"u8, 2, 2, 0, 9, .. Enumerable.Repeat<byte[]>([128 + 9, 77], 4).SelectMany(run => run)], file => RadianceHdr.Decode(file, s_limits), typeof(ImageFormatException));
        yield return Case("trajectory in CSV", "time_s,shoulder,elbow\n0,0.5,1\n0.1,0.6,1.5\n"u8.ToArray(), file => JointTrajectoryReader.Read(file, "t.csv"), typeof(FormatException));
        yield return Case("trajectory in JSON", "{\"time_s\":0,\"elbow\":1}\n{\"time_s\":0.1,\"elbow\":2}\n"u8.ToArray(), file => JointTrajectoryReader.Read(file, "t.jsonl"), typeof(FormatException));
        yield return Case("tiff", RawTiff.Of([.. Enumerable.Range(0, 63).Select(i => (ushort)(i * 999))], 9), ReadTiff, typeof(ImageFormatException));
    }

    [TestCaseSource(nameof(Formats))]
    public void A_Damaged_File_Is_Read_Or_Refused(byte[] file, Action<byte[]> read, Type refusal)
    {
        Assert.That(() => read(file), Throws.Nothing, "the file before anything is done to it");
        var random = new Random(Seed);
        int refused = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] damaged = Damage(file, random);
            try
            {
                read(damaged);
            }
            catch (Exception e) when (e.GetType() == refusal)
            {
                refused++;
            }
            catch (Exception e)
            {
                Assert.Fail($"round {round}: {e.GetType().Name}: {e.Message}\n{e.StackTrace}\n{Convert.ToHexString(damaged)}");
            }
        }

        Assert.That(refused, Is.GreaterThan(Rounds / 20), "damage that is seen");
    }

    private static TestCaseData Case(string name, byte[] file, Action<byte[]> read, Type refusal) => new TestCaseData(file, read, refusal).SetArgDisplayNames(name);

    private static void ReadTiff(byte[] file)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            TiffReader.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // What breaks readers: a bit, a byte at its limit, a length or offset at its limit, an end too early, something said twice.
    private static byte[] Damage(byte[] file, Random random)
    {
        byte[] damaged = [.. file];
        for (int i = random.Next(1, 4); i > 0 && damaged.Length > 0; i--)
        {
            int at = random.Next(damaged.Length), rest = damaged.Length - at;
            switch (random.Next(6))
            {
                case 0: damaged[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: damaged[at] = random.Next(3) switch { 0 => 0, 1 => 0x7F, _ => 0xFF }; break;
                case 2: damaged.AsSpan(at, Math.Min(rest, 4)).Fill((byte)(random.Next(2) * 0xFF)); break;
                case 3: damaged = damaged[..at]; break;
                case 4: damaged = [.. damaged[..at], .. damaged[random.Next(damaged.Length)..]]; break;
                default: damaged[at] = (byte)"0123456789.-eE+\",{}[]\n\0"[random.Next(23)]; break;
            }
        }

        return damaged;
    }
}
