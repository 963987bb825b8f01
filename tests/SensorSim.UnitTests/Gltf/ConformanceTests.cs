using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf;

namespace SensorSim.UnitTests.Gltf;

/// <summary>
/// One file for each kind of defect: what can be read is told as a defect, the rest is refused. What Khronos' validator says of the same files
/// is compared by <c>tests/peers/gltf-validator.sh</c>.
/// </summary>
public class ConformanceTests
{
    private static readonly JsonNode s_description = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/peers/gltf-defects.json")))!;

    private static IEnumerable<TestCaseData> Defects() => s_description["defects"]!.AsArray().Select(defect =>
        new TestCaseData(defect!["edits"]!.AsArray(), (bool?)defect["sound"] ?? false).SetName("Defect: " + (string)defect["defect"]!));

    [Test]
    public void SoundFile_HasNoDefect_AndNoWarning()
    {
        GltfFile file = Read([]);
        Assert.That((file.Defects, file.Scene.Warnings), Is.EqualTo((Array.Empty<string>(), Array.Empty<string>())));
    }

    [TestCaseSource(nameof(Defects))]
    public void Defect_IsFound(JsonArray edits, bool isSound)
    {
        try
        {
            Assert.That(Read(edits).Defects, isSound ? Is.Empty : Is.Not.Empty.And.All.StartsWith("$"));
        }
        catch (GltfException refused)
        {
            Assert.That(isSound, Is.False, refused.Message);
            Assert.That(refused.Message, Does.StartWith("defect.glb: "));
        }
    }

    [Test]
    public void NobodyAsked_NothingIsExamined()
    {
        var edits = (JsonArray)JsonNode.Parse("""[{"set": "accessors[0].max", "to": [2, 1, 0]}]""")!;
        Assert.That(GltfReader.Read(new DefectFile(s_description).Make(edits), "defect.glb", ".").Defects, Is.Empty);
    }

    private static GltfFile Read(JsonArray edits) => GltfReader.Read(new DefectFile(s_description).Make(edits), "defect.glb", TestContext.CurrentContext.WorkDirectory, examine: true);
}
