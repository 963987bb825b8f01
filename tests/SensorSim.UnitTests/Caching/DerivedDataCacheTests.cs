using SensorSim.Scenes.Caching;

namespace SensorSim.UnitTests.Caching;

[TestFixture]
public sealed class DerivedDataCacheTests
{
    private string _folder = null!;
    private int _made;

    [SetUp]
    public void Begin()
    {
        _folder = Path.Combine(Directory.CreateTempSubdirectory("sensorsim-derived-").FullName, "data");
        _made = 0;
    }

    [TearDown]
    public void Delete() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Test]
    public void The_Second_Run_Reads_What_The_First_Made()
    {
        byte[] first = Open().GetOrMake("hall", Make);
        byte[] second = Open().GetOrMake("hall", Make);

        Assert.That(_made, Is.EqualTo(1));
        Assert.That(second, Is.EqualTo(first));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1), "no temporary file stays");
    }

    [TestCase(0)]
    [TestCase(31)]
    [TestCase(35)]
    public void A_Cut_File_Is_Made_Again(int length)
    {
        byte[] whole = Open().GetOrMake("hall", Make);
        string file = Directory.GetFiles(_folder).Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        Assert.That(Open().GetOrMake("hall", Make), Is.EqualTo(whole));
        Assert.That(_made, Is.EqualTo(2));
    }

    [TestCase(3)]
    [TestCase(39)]
    public void A_Changed_Byte_Is_Found(int at)
    {
        byte[] whole = Open().GetOrMake("hall", Make);
        string file = Directory.GetFiles(_folder).Single();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[at] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.That(Open().GetOrMake("hall", Make), Is.EqualTo(whole));
        Assert.That(Open().GetOrMake("hall", Make), Is.EqualTo(whole));
        Assert.That(_made, Is.EqualTo(2), "found once, mended once");
    }

    [Test]
    public void Another_Build_Of_The_Maker_Makes_Its_Own()
    {
        Open().GetOrMake("hall", Make);
        new DerivedDataCache(_folder, typeof(DerivedDataCacheTests).Module).GetOrMake("hall", Make);

        Assert.That(_made, Is.EqualTo(2));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(2));
    }

    [Test]
    public void Only_The_Newest_Stay()
    {
        for (int i = 0; i < DerivedDataCache.Capacity; i++)
        {
            Open().GetOrMake($"hall-{i}", Make);
            string file = Directory.GetFiles(_folder, $"hall-{i}.*").Single();
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddDays(i == 3 ? 0 : i + 1));
        }

        Open().GetOrMake("another", Make);

        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(DerivedDataCache.Capacity).And.None.Contains("hall-3."));
    }

    [Test]
    public void Without_A_Folder_To_Write_The_Data_Are_Still_There()
    {
        File.WriteAllText(_folder, "a file where the folder should be");

        Assert.That(Open().GetOrMake("hall", Make), Has.Length.EqualTo(8));
    }

    private DerivedDataCache Open() => new(_folder, typeof(DerivedDataCache).Module);

    private byte[] Make()
    {
        _made++;
        return [1, 2, 3, 4, 5, 6, 7, 8];
    }
}
