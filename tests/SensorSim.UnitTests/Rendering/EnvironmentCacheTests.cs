using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Caching;

namespace SensorSim.UnitTests.Rendering;

[TestFixture]
public sealed class EnvironmentCacheTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("sensorsim-environments-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase(2, 1)]
    [TestCase(160, 80)]
    public void AnEnvironmentFromTheCache_IsTheComputedOneToTheBit(int width, int height)
    {
        EquirectangularImage image = Gradient(width, height);
        byte[][] computed = Texels(PrefilteredEnvironment.Of(image));

        Assert.That(Texels(PrefilteredEnvironment.Of(image, Open())), Is.EqualTo(computed), "made and kept");
        Assert.That(Texels(PrefilteredEnvironment.Of(image, Open())), Is.EqualTo(computed), "read");
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
    }

    [Test]
    public void TheSecondTime_TheFileIsRead()
    {
        EquirectangularImage image = Gradient(64, 32);
        PrefilteredEnvironment.Of(image, Open());
        string file = Directory.GetFiles(_folder).Single();
        byte[] dark = new byte[File.ReadAllBytes(file).Length - SHA256.HashSizeInBytes];
        File.WriteAllBytes(file, [.. SHA256.HashData(dark), .. dark]);

        Assert.That(Texels(PrefilteredEnvironment.Of(image, Open())).SelectMany(level => level), Is.All.Zero);
    }

    [Test]
    public void OtherImages_AreKeptApart()
    {
        PrefilteredEnvironment.Of(Gradient(64, 32), Open());
        PrefilteredEnvironment.Of(EquirectangularImage.Uniform(Vector3.One), Open());
        PrefilteredEnvironment.Of(new EquirectangularImage(1, 2, [Vector3.One, Vector3.One]), Open());

        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(3), "the last two differ in size alone");
    }

    [Test]
    public void ADamagedFile_IsComputedAgain()
    {
        EquirectangularImage image = Gradient(64, 32);
        byte[][] computed = Texels(PrefilteredEnvironment.Of(image, Open()));
        string file = Directory.GetFiles(_folder).Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..1000]);

        Assert.That(Texels(PrefilteredEnvironment.Of(image, Open())), Is.EqualTo(computed));
    }

    [Test]
    public void TheSplitSumTableFromTheCache_IsTheComputedOne()
    {
        float[] computed = SplitSumTable.Values.Read(null).ToArray();

        Assert.That(SplitSumTable.Values.Read(Open()).ToArray(), Is.EqualTo(computed));
        Assert.That(SplitSumTable.Values.Read(Open()).ToArray(), Is.EqualTo(computed));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
    }

    private static EquirectangularImage Gradient(int width, int height) =>
        new(width, height, [.. Enumerable.Range(0, width * height).Select(i => new Vector3(i, i * 0.5f, 1f / (i + 1)))]);

    private static byte[][] Texels(PrefilteredEnvironment environment) =>
        [.. environment.Levels.Append(environment.Irradiance).Select(map => MemoryMarshal.AsBytes(map.Texels).ToArray())];

    private DerivedDataCache Open() => new(_folder, typeof(PrefilteredEnvironment).Module);
}
