using System.Runtime.InteropServices;
using SensorSim.Scenes.Files;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.UnitTests.Files;

/// <summary>A pipe has a file's name, and whoever opens it waits for ever: none of the readers may.</summary>
[TestFixture]
public sealed partial class FileKindTests
{
    private string _folder = "";
    private string _pipe = "";
    private string _empty = "";

    [OneTimeSetUp]
    public void MakeFiles()
    {
        _folder = Directory.CreateTempSubdirectory("sensorsim-files-").FullName;
        File.WriteAllText(_empty = Path.Combine(_folder, "empty.hdr"), "");
        Assert.That(MakePipe(_pipe = Path.Combine(_folder, "pipe"), 0x180), Is.Zero);
    }

    [OneTimeTearDown]
    public void RemoveFiles() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void EveryKind_IsToldApart()
    {
        Assert.That(FileKinds.Obstacle(_empty), Is.Null);
        Assert.That(FileKinds.Obstacle(_folder), Is.EqualTo("is a folder"));
        Assert.That(FileKinds.Obstacle(_pipe), Is.EqualTo("is a pipe, not a file"));
        Assert.That(FileKinds.Obstacle("/dev/null"), Is.EqualTo("is a device, not a file"));
        Assert.That(FileKinds.Obstacle(Path.Combine(_folder, "gone")), Is.EqualTo("there is no such file"));
    }

    [Test]
    public void Readers_DoNotOpenAPipe()
    {
        Assert.That(ScenarioReader.ReadFile(_pipe).Errors.Single().ToString(), Is.EqualTo($"{_pipe}: is a pipe, not a file; expected a scenario file (YAML)"));
        Assert.That(() => GltfReader.Read(_pipe), Throws.TypeOf<GltfException>().With.Message.EqualTo($"{_pipe}: is a pipe, not a file; expected a .glb or .gltf file"));
        Assert.That(() => RadianceHdr.Read(_pipe), Throws.TypeOf<ImageFormatException>().With.Message.EqualTo($"{_pipe}: is a pipe, not a file; expected a Radiance .hdr file"));
    }

    [Test]
    public void EmptyPicture_IsCalledEmpty() =>
        Assert.That(() => RadianceHdr.Read(_empty), Throws.TypeOf<ImageFormatException>().With.Message.EqualTo($"{_empty}: the file is empty; expected a Radiance .hdr file"));

    [Test]
    public void BrokenScene_IsNamedAsItWasGiven()
    {
        string path = Path.Combine(_folder, ".", "broken.gltf");
        File.WriteAllText(path, "{");

        Assert.That(() => GltfReader.Read(path), Throws.TypeOf<GltfException>().With.Message.StartsWith($"{path}: "));
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, uint mode);
}
