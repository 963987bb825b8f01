using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Restyles;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Runs;

/// <summary>The label gate's claim (docs/style.md) on a few rendered frames of scenes that it was not fitted on, at a size that it was not fitted at.</summary>
public sealed class LabelGateRunTests : GpuFixture, IDisposable
{
    private const int LeastAreaPx = 400, ObjectsOfFrame = 3;
    private const double LeastContrast = 0.2, LeastInsertedContrast = 0.3;

    private static readonly PreservationGate s_gate = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("sensorsim-gate-").FullName;
    private SourceFrame[] _frames = [];

    [OneTimeSetUp]
    public void Render()
    {
        var catalog = SensorBench.Catalog;
        _frames = [.. new[] { "drop-test", "loading-bay" }.SelectMany(scene => Frames(scene, catalog)).Select((frame, k) => frame with { Number = 2000 + k })];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Of so few, one may fail: 99 of 100 are claimed.
    [Test]
    public void Restyles_That_Move_Nothing_Pass_And_Shifts_Of_The_Picture_Do_Not()
    {
        var failed = new List<string>();
        foreach (SourceFrame frame in _frames)
        {
            foreach (GoodRestyle style in GoodRestyle.All)
            {
                Picture restyled = Styled(frame, style);
                failed.AddRange(Failures(frame, restyled).Take(1).Select(failure => $"{style.Name} of {frame.Scene} {frame.Number}: {failure.Detail}"));
                Assert.That(Failures(frame, Damaged.Shifted(restyled, frame, -1.2f, 1.6f).Picture), Is.Not.Empty, $"{style.Name} of {frame.Scene} {frame.Number}, shifted");
            }
        }

        Assert.That(_frames.Length * GoodRestyle.All.Count, Is.GreaterThan(50));
        Assert.That(failed, Has.Count.LessThan(2));
    }

    [Test]
    public void Objects_That_Are_Moved_Erased_Or_Put_In_Are_Caught()
    {
        int made = 0;
        foreach (SourceFrame frame in _frames)
        {
            foreach (ushort id in Judged(frame))
            {
                Picture restyled = Styled(frame, GoodRestyle.All[(id + (int)frame.Number) % GoodRestyle.All.Count]);
                var dice = Dice.Of(frame.Number, $"object {id}");
                Damaged?[] damages = [Damaged.Moved(restyled, frame, id, 1.6f, 1.2f, dice), Damaged.Erased(restyled, frame, id, dice), Damaged.Inserted(restyled, frame, id, 1200, LeastInsertedContrast, dice)];
                foreach (Damaged damaged in damages.OfType<Damaged>().Where(one => one.Contrast >= LeastContrast))
                {
                    made++;
                    Assert.That(Failures(frame, damaged.Picture), Is.Not.Empty, $"object {id} of {frame.Scene} {frame.Number}, {damaged.AreaPx} px, contrast {damaged.Contrast:F2}");
                }
            }
        }

        Assert.That(made, Is.GreaterThanOrEqualTo(6));
    }

    // Whose outline stands out far enough.
    private static IEnumerable<ushort> Judged(SourceFrame frame)
    {
        GateRecord scores = s_gate.Measure(frame.Styled(frame.Rgb));
        return frame.WholeObjects(LeastAreaPx).Where(id => scores.Instances.Any(one => one.InstanceId == id && one.Agreement is not null && one.WidthPx >= s_gate.Thresholds.LeastWidthPx)).Take(ObjectsOfFrame);
    }

    private SourceFrame[] Frames(string scene, PluginCatalog catalog)
    {
        const LabelSet Labels = LabelSet.Rgb | LabelSet.Depth | LabelSet.Instance | LabelSet.Normal;
        RunRequest request = scene == "loading-bay"
            ? new() { ScenarioPath = Path.Combine(ProgramFolders.Scenarios, "low-sun-glare.yaml"), Samples = 1, Labels = Labels, Seed = 5 }
            : new() { ScenePath = $"builtin:{scene}", Views = 3, Labels = Labels, Width = 480, Height = 360 };
        string output = Path.Combine(_folder, scene);
        new RenderRun(new RunPlanner(catalog).Plan(request), Device, ProgramFolders.OpenShaders()) { Output = output, Encoders = 2, Say = _ => { } }.Execute(new Progress<long>(), CancellationToken.None);
        var reader = DatasetReader.Open(output);
        return [.. reader.Frames().Take(2).Select(record => new SourceFrame(0, scene, reader.ReadImage(record.Files["rgb"]), reader.ReadImage(record.Files["instance"]), reader.ReadImage(record.Files["depth"])) { Normal = reader.ReadImage(record.Files["normal"]) })];
    }

    private Picture Styled(SourceFrame frame, GoodRestyle style) => style.Apply(frame.Picture, frame.Ids, _frames[(int)(frame.Number + 1) % _frames.Length].Picture, Dice.Of(frame.Number, style.Name));

    private static IReadOnlyList<GateFailureRecord> Failures(SourceFrame frame, Picture after) => s_gate.Judge(frame.Styled(after.ToPlane())).Failures;
}
