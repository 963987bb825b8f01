using SensorSim.Scenes.Library;

namespace SensorSim.UnitTests.Library;

[TestFixture]
public sealed class SceneCacheTests
{
    private string _folder = null!;
    private int _made;

    [SetUp]
    public void Begin()
    {
        _folder = Path.Combine(Directory.CreateTempSubdirectory("sensorsim-scenes-").FullName, "scenes");
        _made = 0;
    }

    [TearDown]
    public void Delete() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Test]
    public void The_Second_Run_Reads_What_The_First_Made()
    {
        byte[] first = new SceneCache(_folder).GetOrMake("hall", Make);
        byte[] second = new SceneCache(_folder).GetOrMake("hall", Make);

        Assert.That(_made, Is.EqualTo(1));
        Assert.That(second, Is.EqualTo(first));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1), "no temporary file stays");
    }

    [TestCase(0)]
    [TestCase(31)]
    [TestCase(35)]
    public void A_Cut_File_Is_Made_Again(int length)
    {
        byte[] whole = new SceneCache(_folder).GetOrMake("hall", Make);
        string file = Directory.GetFiles(_folder).Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        Assert.That(new SceneCache(_folder).GetOrMake("hall", Make), Is.EqualTo(whole));
        Assert.That(_made, Is.EqualTo(2));
    }

    [TestCase(3)]
    [TestCase(39)]
    public void A_Changed_Byte_Is_Found(int at)
    {
        byte[] whole = new SceneCache(_folder).GetOrMake("hall", Make);
        string file = Directory.GetFiles(_folder).Single();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[at] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.That(new SceneCache(_folder).GetOrMake("hall", Make), Is.EqualTo(whole));
        Assert.That(new SceneCache(_folder).GetOrMake("hall", Make), Is.EqualTo(whole));
        Assert.That(_made, Is.EqualTo(2), "found once, mended once");
    }

    [Test]
    public void Scenes_Of_Other_Builds_Are_Replaced()
    {
        Directory.CreateDirectory(_folder);
        string old = Path.Combine(_folder, "hall.0123.scene"), neighbour = Path.Combine(_folder, "hall-2.0123.scene");
        File.WriteAllText(old, "old");
        File.WriteAllText(neighbour, "another scene's");

        new SceneCache(_folder).GetOrMake("hall", Make);

        Assert.That(old, Does.Not.Exist);
        Assert.That(neighbour, Does.Exist);
    }

    [Test]
    public void Without_A_Folder_To_Write_The_Scene_Is_Still_There()
    {
        File.WriteAllText(_folder, "a file where the folder should be");

        Assert.That(new SceneCache(_folder).GetOrMake("hall", Make), Has.Length.EqualTo(8));
    }

    private byte[] Make()
    {
        _made++;
        return [1, 2, 3, 4, 5, 6, 7, 8];
    }
}
