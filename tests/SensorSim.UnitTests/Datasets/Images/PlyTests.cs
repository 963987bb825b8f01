using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Labels;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Datasets.Images;

public class PlyTests
{
    [Test]
    public void Cloud_HasAPointForEachPixelThatShowsASurface()
    {
        PixelPlane cloud = Cloud();
        Assert.That((cloud.Width, cloud.Height, cloud.Channels), Is.EqualTo((2, 1, 8)));
        Assert.That(MemoryMarshal.Cast<byte, float>(cloud.Bytes.Span).ToArray(), Is.EqualTo(new[] { 4f, 5, 6, 13, 14, 15, 7, 2, -0.1f, 1e-30f, 1e30f, 20, 21, 255, 65535, 0 }));
    }

    [Test]
    public void Cloud_OfA16BitPicture_Has8BitColours()
    {
        PixelPlane cloud = PointCloud.Of(Floats(3, 1, 2, 3), Words(1, 1), Words(1, 300), Words(3, 65535, 257, 0));
        Assert.That(MemoryMarshal.Cast<byte, float>(cloud.Bytes.Span).ToArray(), Is.EqualTo(new[] { 1f, 2, 3, 255, 1, 0, 1, 300 }));
    }

    [Test]
    public void File_ReadsBackAsThePlane_AndByTheFormatsOwnRules()
    {
        PixelPlane cloud = Cloud();
        byte[] file = new ImageWriter().Encode(cloud, ImageFormat.Ply).ToArray();
        Assert.That(ImageReader.Decode(file).Bytes.ToArray(), Is.EqualTo(cloud.Bytes.ToArray()));

        // Read as the format says, without this program's reader: a header of lines, then the declared properties in order.
        string text = Encoding.Latin1.GetString(file);
        string[] header = text[..text.IndexOf("end_header\n", StringComparison.Ordinal)].Split('\n');
        int count = int.Parse(header.Single(line => line.StartsWith("element vertex ", StringComparison.Ordinal))["element vertex ".Length..], CultureInfo.InvariantCulture);
        string[] types = [.. header.Where(line => line.StartsWith("property ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1])];
        using var data = new BinaryReader(new MemoryStream(file, text.IndexOf("end_header\n", StringComparison.Ordinal) + 11, file.Length - text.IndexOf("end_header\n", StringComparison.Ordinal) - 11));
        var values = new List<float>();
        for (int i = 0; i < count; i++)
            values.AddRange(types.Select(type => type switch { "float" => data.ReadSingle(), "uchar" => data.ReadByte(), _ => (float)data.ReadUInt16() }));
        Assert.That(values, Is.EqualTo(MemoryMarshal.Cast<byte, float>(cloud.Bytes.Span).ToArray()));
        Assert.That(data.BaseStream.Position, Is.EqualTo(data.BaseStream.Length));
    }

    [Test]
    public void EmptyCloud_IsAFile()
    {
        PixelPlane cloud = PointCloud.Of(Floats(3, 0, 0, 0), Words(1, 0), Words(1, 0), Words(3, 1, 2, 3));
        Assert.That(ImageReader.Decode(new ImageWriter().Encode(cloud, ImageFormat.Ply).Span).Width, Is.Zero);
    }

    [Test]
    public void DamagedFile_IsRefused([Range(0, 297, 9)] int length)
    {
        byte[] file = new ImageWriter().Encode(Cloud(), ImageFormat.Ply).ToArray();
        Assert.That(length, Is.LessThan(file.Length));
        Assert.That(() => ImageReader.Decode(file.AsSpan(0, length)), Throws.TypeOf<ImageFormatException>());
    }

    private static PixelPlane Cloud() => PointCloud.Of(
        Floats(3, 0, 0, 0, 4, 5, 6, -0.1f, 1e-30f, 1e30f), Words(1, 0, 7, 65535), Bytes(1, 9, 2, 0), Bytes(3, 10, 11, 12, 13, 14, 15, 20, 21, 255));

    private static PixelPlane Floats(int channels, params float[] samples) => Plane(samples, channels, SampleType.Float32);

    private static PixelPlane Words(int channels, params ushort[] samples) => Plane(samples, channels, SampleType.UInt16);

    private static PixelPlane Bytes(int channels, params byte[] samples) => Plane(samples, channels, SampleType.UInt8);

    private static PixelPlane Plane<T>(T[] samples, int channels, SampleType type)
        where T : unmanaged => new(samples.Length / channels, 1, channels, type, MemoryMarshal.AsBytes(samples.AsSpan()).ToArray());
}
