using SensorSim.Hosting.Previews;

namespace SensorSim.UnitTests.Previews;

/// <summary>What counts as saved.</summary>
public sealed class FileStampsTests
{
    private string _folder = "";
    private string _file = "";

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("sensorsim-stamps-").FullName;
        _file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "plugin")).FullName, "a.glsl");
        File.WriteAllText(_file, "one");
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void NothingSaved_IsNoChange() => Assert.That(Look().ChangedSince(Look()), Is.Empty);

    [Test]
    public void FilesWrittenAddedRemovedAndMoved_AreChanges()
    {
        string added = Path.Combine(_folder, "plugin", "b.glsl");
        FileStamps start = Look();
        File.WriteAllText(added, "");
        FileStamps two = Look();
        File.AppendAllText(_file, "two");
        FileStamps longer = Look();
        File.SetLastWriteTimeUtc(_file, DateTime.UnixEpoch);
        FileStamps older = Look();
        File.Delete(added);

        Assert.That(two.ChangedSince(start), Is.EqualTo(new[] { added }));
        Assert.That(longer.ChangedSince(two), Is.EqualTo(new[] { _file }));
        Assert.That(older.ChangedSince(longer), Is.EqualTo(new[] { _file }));
        Assert.That(Look().ChangedSince(older), Is.EqualTo(new[] { added }));
    }

    [Test]
    public void FilesAddedToALook_CountAsTheyAreAndOthersAsTheyWere()
    {
        string later = Path.Combine(_folder, "scene.gltf");
        FileStamps start = Look();
        File.AppendAllText(_file, "two");
        File.WriteAllText(later, "");

        FileStamps both = start.And([later, _file]);

        Assert.That(FileStamps.Of([_folder]).ChangedSince(both), Is.EqualTo(new[] { _file }));
    }

    [TestCase(".a.glsl.swp")]
    [TestCase("a.glsl~")]
    [TestCase("#a.glsl#")]
    [TestCase("4913")]
    public void WhatAnEditorLeavesWhileItWrites_IsNoChange(string name)
    {
        FileStamps start = Look();
        File.WriteAllText(Path.Combine(_folder, "plugin", name), "");
        Assert.That(Look().ChangedSince(start), Is.Empty);
    }

    [Test]
    public void AFileThatIsNotLookedAtAnyMore_IsNoChange()
    {
        string scene = Path.Combine(_folder, "scene.gltf");
        File.WriteAllText(scene, "");
        Assert.That(FileStamps.Of([_file]).ChangedSince(FileStamps.Of([_file, scene]).Without([scene])), Is.Empty);
    }

    [Test]
    public void AFileThatIsNotThereYet_IsAChangeWhenItComes()
    {
        string later = Path.Combine(_folder, "later.yaml");
        FileStamps start = FileStamps.Of([later]);
        File.WriteAllText(later, "");
        Assert.That(FileStamps.Of([later]).ChangedSince(start), Is.EqualTo(new[] { later }));
    }

    [Test]
    public void WhatIsWrittenBelowTheFolderOfPictures_IsNoChange()
    {
        string pictures = Path.Combine(_folder, "plugin", "preview");
        FileStamps start = FileStamps.Of([_folder], pictures);
        Directory.CreateDirectory(pictures);
        File.WriteAllText(Path.Combine(pictures, "front.png"), "");
        Assert.That(FileStamps.Of([_folder], pictures).ChangedSince(start), Is.Empty);
        Assert.That(FileStamps.Of([_folder]).ChangedSince(start), Has.Count.EqualTo(1));
    }

    private FileStamps Look() => FileStamps.Of([Path.Combine(_folder, "plugin")]);
}
