using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Records;

namespace SensorSim.GpuTests.Runs;

/// <summary>Runs of a robot: it moves, records say how its joints stand, and each frame comes back from its record.</summary>
public sealed class RobotRunTests : GpuFixture
{
    private const string Model = """
        <mujoco><worldbody>
          <body name="post" pos="0 0 1"><geom type="cylinder" size="0.05 0.2"/>
            <body name="blade"><joint name="turn" axis="0 1 0"/><geom type="box" size="0.6 0.05 0.1" rgba="1 0.2 0.1 1"/></body>
          </body>
        </worldbody></mujoco>
        """;

    private const string Turning = """
        scenario: turning
        version: 1.0.0
        intent: { failure_mode: none, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: blade.xml
        environment: { hdr: builtin:studio }
        cameras:
          - { name: front, width: 48, height: 48, hfov_deg: 40, pose: { from: [0, 1, 3], look_at: [0, 1, 0] }, exposure: { f_number: 2, time_s: 0.02, iso: 400 } }
        joints: { moves: [{ match: turn, trajectory: turn.csv }] }
        episode: { steps: 3, frame_rate_hz: 10 }
        """;

    private SmallRuns _runs = null!;

    [SetUp]
    public void Begin()
    {
        _runs = new(Device) { Scenario = Turning };
        File.WriteAllText(_runs.Folder("blade.xml"), Model);
        File.WriteAllText(_runs.Folder("turn.csv"), "time_s,turn\n0,0\n1,5\n");
    }

    [TearDown]
    public void End() => _runs.Dispose();

    [Test]
    public void A_Robot_Moves_And_Its_Frames_Come_Back_From_Their_Records()
    {
        _runs.Render("turning");
        FrameRecord[] frames = [.. DatasetReader.Open(_runs.Folder("turning")).Frames()];
        Assert.That(DatasetVerifier.Verify(_runs.Folder("turning"), []).Findings, Is.Empty);
        Assert.That(frames[0].Provenance.Assets.Keys, Is.EquivalentTo(new[] { "blade.xml", "turn.csv" }));
        foreach (FrameRecord frame in frames)
        {
            JointRecord joint = frame.Joints!.Single();
            Assert.That((joint.Name, joint.Type, joint.Velocity[0]), Is.EqualTo(("turn", "revolute", 5.0)));
            Assert.That(joint.Position[0], Is.EqualTo(5 * frame.TimeS).Within(1e-9));
            Assert.That(frame.Actions!.ObservationState, Is.EqualTo(joint.Position));
            Assert.That(frame.Actions.Action.Single(), Is.EqualTo(5 * (frame.TimeS + 0.1)).Within(1e-9));
            Assert.That(frame.Actions.NextDone, Is.EqualTo(frame.Step == 2));

            // The blade's own x in the world: about MuJoCo's y, which goes to -Z here.
            IReadOnlyList<double> blade = frame.Objects.Single(thing => thing.Name == "blade").ObjectToWorld;
            Assert.That((blade[0], blade[4]), Is.EqualTo((Math.Cos(5 * frame.TimeS), -Math.Sin(5 * frame.TimeS))).Using<(double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-9));

            _runs.AssertReplays(frame);
        }

        Assert.That(frames.Select(frame => frame.Files["instance"].PixelsSha256).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(3));
    }

    [Test]
    public void Another_Trajectory_Than_The_Recorded_One_Is_Not_Replayed()
    {
        _runs.Render("turning", _runs.Plan(request => request with { Overrides = ["episode.steps=1"] }));
        FrameRecord frame = DatasetReader.Open(_runs.Folder("turning")).Frames().Single();
        File.WriteAllText(_runs.Folder("turn.csv"), "time_s,turn\n0,0\n1,6\n");
        Assert.That(() => new FrameReplay(frame, _runs.Assets, _runs.Catalog).Render(Device, ProgramFolders.OpenShaders()), Throws.TypeOf<ReplayException>().With.Message.StartsWith("turn.csv in "));
    }
}
