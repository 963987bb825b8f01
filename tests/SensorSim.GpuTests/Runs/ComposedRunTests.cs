using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Runs;

/// <summary>Runs whose cousins have other objects and materials than their twin: records name what is there, and each frame comes back from its record alone.</summary>
public sealed class ComposedRunTests : GpuFixture
{
    private static readonly string[] s_additions =
    [
        "objects=[{name: cup, use: [builtin:mug, builtin:bowl], count: 3, at: [-0.4, 0, 2.6], step: [0.4, 0, 0]}]",
        "task={verb: pick, object: cup, goal: box_1}",
        "cousins.vary.objects.cup.count=[0, 2, 3]",
        "cousins.vary.objects.box_1.item=[keep, builtin:mug]",
        "cousins.vary.objects.cup_1.present=[true, false]",
        "cousins.vary.materials.plastic_*.swap=[keep, builtin:oak]",
    ];

    private SmallRuns _runs = null!;

    [SetUp]
    public void Begin() => _runs = new(Device);

    [TearDown]
    public void End() => _runs.Dispose();

    [Test]
    public void Records_Name_What_Is_There_And_Bring_It_Back()
    {
        RunPlan plan = _runs.Plan(request => request with { Overrides = [.. s_additions, "cousins.count=8"] });
        _runs.Render("composed", plan);
        FrameRecord[] frames = [.. DatasetReader.Open(_runs.Folder("composed")).Frames()];

        foreach (FrameRecord frame in frames)
        {
            int count = (int)frame.Draws["objects.cup.count"]!;
            bool isFirst = (bool)frame.Draws["objects.cup_1.present"]!;
            string[] cups = [.. frame.Objects.Select(thing => thing.Name).Where(name => name.StartsWith("cup_", StringComparison.Ordinal))];
            Assert.That(cups, Is.EqualTo(Enumerable.Range(1, count).Where(i => i > 1 || isFirst).Select(i => $"cup_{i}")), frame.Frame);
            Assert.That((frame.Task!.Verb, frame.Task.Object, frame.Task.Goal), Is.EqualTo(("pick", "cup", "box_1")));
        }

        Assert.That(frames.Select(frame => (int)frame.Draws["objects.cup.count"]!).Distinct().Count(), Is.EqualTo(3), "enough samples to see each");
        Assert.That(DatasetVerifier.Verify(_runs.Folder("composed"), []).Findings, Is.Empty);
        foreach (FrameRecord frame in frames.Where(frame => frame.Step == 0 && frame.Camera == "front"))
        {
            IReadOnlyDictionary<string, PixelPlane> again = new FrameReplay(frame, _runs.Assets, _runs.Catalog).Render(Device, ProgramFolders.OpenShaders());
            Assert.That(again.ToDictionary(plane => plane.Key, plane => PixelDigest.Of(plane.Value), StringComparer.Ordinal), Is.EqualTo(frame.Files.ToDictionary(file => file.Key, file => file.Value.PixelsSha256, StringComparer.Ordinal)), frame.Frame);
        }
    }

    [TestCase("objects=[{name: cup, use: builtin:mugg}]", "objects[0].use: The library has no object \"mugg\". Did you mean \"mug\"?")]
    [TestCase("objects=[{name: box_1, use: builtin:mug}]", "objects[0].name: there is already an object 'box_1'")]
    [TestCase("objects=[{name: cup, use: none.glb}]", "none.glb")]
    [TestCase("objects=[{name: cup, use: []}]", "objects[0].use: the list is empty")]
    [TestCase("objects=[{name: cup, use: [[builtin:mug]]}]", "objects[0].use[0]: there is a list")]
    [TestCase("objects=[{name: cup, use: builtin:mug, at: [1e300, 0, 0]}]", "objects[0].at[0]: there is '1e300'; expected a number from -1000000 to 1000000")]
    [TestCase("lamps=[{name: lamp, kind: point, intensity_cd: 1, count: 400}]", "402 lamps need")]
    [TestCase("cousins.vary.materials.plastic_*.swap=[builtin:oka]", "The library has no material \"oka\"")]
    [TestCase("cousins.vary.materials.plastic_*.texture_set=[oak]", "there is no such folder")]
    [TestCase("cousins.vary.objects.cup.count=[1, 2]", "no group of added objects matches 'cup'")]
    public void What_Cannot_Be_Added_Is_Named_Where_It_Is_Written(string change, string message) =>
        Assert.That(() => _runs.Plan(request => request with { Overrides = [change] }), Throws.TypeOf<Scenes.Scenarios.ScenarioException>().With.Message.Contains(message));
}
