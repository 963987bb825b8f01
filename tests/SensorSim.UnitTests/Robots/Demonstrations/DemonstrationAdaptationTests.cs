using System.Globalization;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Robots.Demonstrations;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.UnitTests.Robots.Demonstrations;

/// <summary>A demonstration where cousins have their objects.</summary>
public sealed class DemonstrationAdaptationTests
{
    private static readonly JointTrajectory s_stack = ArmFixture.Stack;

    [Test]
    public void Where_Objects_Are_Where_They_Were_It_Is_The_Recording()
    {
        AdaptedDemonstration same = ArmFixture.Adapt(ArmFixture.Shown(s_stack, ArmFixture.StackSegments));

        Assert.That(same.Obstacle, Is.Null);
        Assert.That(same.Trajectory.TimesSeconds, Is.EqualTo(s_stack.TimesSeconds).Within(1e-12));
        for (int sample = 0; sample < s_stack.TimesSeconds.Count; sample++)
        {
            Assert.That(same.Trajectory.Columns.Select((column, i) => same.Trajectory.Values[sample][i] - s_stack.Values[sample][s_stack.Columns.ToList().IndexOf(column)]), Is.All.EqualTo(0).Within(1e-9));
        }

        Assert.That(same.Segments.Select(segment => segment.Shift.Length + segment.TurnDegrees), Is.All.LessThan(1e-6));
    }

    // Differential: seen from its object, the hand does what it did.
    [Test]
    public void The_Hand_Goes_With_Its_Object()
    {
        Matrix4x4d first = ArmFixture.Moved("cube_1", 25, 0.05, -0.06), second = ArmFixture.Moved("cube_2", -40, -0.04, -0.05);
        AdaptedDemonstration moved = ArmFixture.Adapt(ArmFixture.Shown(s_stack, ArmFixture.StackSegments), ("cube_1", first), ("cube_2", second));

        Assert.That(moved.Obstacle, Is.Null);
        foreach ((int sample, double time) in s_stack.TimesSeconds.Index())
        {
            Matrix4x4d? move = time is >= 0.8 and <= 2.3 ? first : time >= 3.1 ? second : null;
            if (move is { } with)
            {
                Matrix4x4d asked = with * ArmFixture.HandAt(s_stack, sample).ToMatrix(), done = ArmFixture.HandAt(moved.Trajectory, sample).ToMatrix();
                Assert.That(asked.ToRowMajor().Zip(done.ToRowMajor(), (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(1e-6), $"{time} s");
            }
        }

        Assert.That(moved.Segments[1].TurnDegrees, Is.EqualTo(25).Within(1e-6));
        Assert.That((moved.Segments[1].Shift - new Vector3d(0.05, 0, -0.06)).Length, Is.LessThan(1e-9));
        Assert.That(moved.Segments[3].TurnDegrees, Is.EqualTo(-40).Within(1e-6));
    }

    [Test]
    public void On_A_Way_No_Joint_Jumps_And_Fingers_Do_As_Shown()
    {
        AdaptedDemonstration moved = ArmFixture.Adapt(ArmFixture.Shown(s_stack, ArmFixture.StackSegments), ("cube_1", ArmFixture.Moved("cube_1", 40, 0.03, 0.05)));
        Assert.That(moved.Obstacle, Is.Null);
        Assert.That(LargestSpeed(moved.Trajectory), Is.LessThan(Math.PI));
        int finger = moved.Trajectory.Columns.ToList().IndexOf("finger_left"), shown = s_stack.Columns.ToList().IndexOf("finger_left");
        Assert.That(moved.Trajectory.Values.Select(row => row[finger]), Is.EqualTo(s_stack.Values.Select(row => row[shown])).Within(1e-12));
    }

    [Test]
    public void Segments_That_Do_Not_Meet_Have_A_Bridge()
    {
        DemonstrationSegment[] segments = [new(2.7, "cube_1", 1, default), new(4.7, "cube_2", 1, default)];
        AdaptedDemonstration moved = ArmFixture.Adapt(ArmFixture.Shown(s_stack, segments), ("cube_1", ArmFixture.Moved("cube_1", 0, -0.1, 0)));

        // To where the cube leads the hand, and from there to where the other one, which is where it was, has it: 0.1 m each at 0.25 m/s, to whole steps of 20 ms.
        Assert.That(moved.Obstacle, Is.Null);
        Assert.That(moved.Trajectory.TimesSeconds[^1], Is.EqualTo(4.7 + (2 * 0.42)).Within(1e-9));
        Assert.That(moved.Segments.Select(segment => (segment.StartSeconds, segment.EndSeconds)), Is.EqualTo(new[] { (0.42, 3.12), (3.54, 5.54) }).Using<(double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-9 && Math.Abs(a.Item2 - b.Item2) < 1e-9));
        Assert.That(LargestSpeed(moved.Trajectory), Is.LessThan(Math.PI));
    }

    [TestCase(1, 170)]
    [TestCase(2, -10)]
    [TestCase(4, -10)]
    public void What_Looks_The_Same_Is_Taken_As_It_Turns_The_Hand_Least(int symmetry, double degrees)
    {
        DemonstrationSegment[] segments = [new(0.8, null, 1, default), new(2.3, "cube_1", symmetry, default), new(4.7, null, 1, default)];
        Assert.That(ArmFixture.Adapt(ArmFixture.Shown(s_stack, segments), ("cube_1", ArmFixture.Moved("cube_1", 170, 0, 0))).Segments[1].TurnDegrees, Is.EqualTo(degrees).Within(1e-6));
    }

    [Test]
    public void What_The_World_Leads_Stays_Where_It_Was_Shown()
    {
        DemonstrationSegment[] segments = [new(0.8, null, 1, default), new(2.3, "cube_1", 1, default), new(3.1, null, 1, default), new(4.7, DemonstrationSegment.World, 1, default)];
        AdaptedDemonstration moved = ArmFixture.Adapt(ArmFixture.Shown(s_stack, segments), ("cube_1", ArmFixture.Moved("cube_1", 20, 0.05, 0)), ("cube_2", ArmFixture.Moved("cube_2", 0, 0.05, 0)));
        int last = moved.Trajectory.TimesSeconds.Count - 1;
        Assert.That((ArmFixture.HandAt(moved.Trajectory, last).Position - ArmFixture.HandAt(s_stack, last).Position).Length, Is.LessThan(1e-6));
    }

    // The recording says that the hand has carried cube_1 off before it comes back to it: where that is, the first grasp decides, and not where the cube began.
    [Test]
    public void What_The_Hand_Has_Moved_Is_Where_It_Left_It()
    {
        IEnumerable<string> rows = s_stack.TimesSeconds.Select((time, sample) => FormattableString.Invariant($"{time},{string.Join(',', s_stack.Values[sample].Select(value => value.ToString("R", CultureInfo.InvariantCulture)))},{(time < 1.7 ? 0.5 : 0.42)},{(time < 1.7 ? -0.12 : 0.1)},0.775,0,0,0,1"));
        JointTrajectory shown = ArmFixture.Read([$"time_s,{string.Join(',', s_stack.Columns)},cube_1.x,cube_1.y,cube_1.z,cube_1.qx,cube_1.qy,cube_1.qz,cube_1.qw", .. rows]);
        DemonstrationSegment[] segments = [new(0.8, null, 1, default), new(2.3, "cube_1", 1, default), new(3.1, null, 1, default), new(4.7, "cube_1", 1, default)];

        AdaptedDemonstration moved = ArmFixture.Adapt(ArmFixture.Shown(shown, segments), ("cube_1", ArmFixture.Moved("cube_1", 30, 0.03, -0.02)));

        Assert.That(moved.Segments[3].TurnDegrees, Is.EqualTo(30).Within(1e-6));
        int last = moved.Trajectory.TimesSeconds.Count - 1;
        Vector3d asked = ArmFixture.Moved("cube_1", 30, 0.03, -0.02).TransformPoint(ArmFixture.HandAt(s_stack, last).Position);
        Assert.That((ArmFixture.HandAt(moved.Trajectory, last).Position - asked).Length, Is.LessThan(1e-6));
    }

    // Poses of the hand alone, in the model's space (+Z up): 10 cm along the model's y.
    [Test]
    public void Poses_Of_The_Hand_Do_In_Place_Of_Joints()
    {
        Pose model = Stretch.PoseOf(ArmFixture.WorldWith()[0]), first = model.Inverse() * ArmFixture.HandAt(s_stack, 0);
        string Row(double time, double y) => FormattableString.Invariant($"{time},{first.Position.X:R},{first.Position.Y + y:R},{first.Position.Z:R},{first.Rotation.X:R},{first.Rotation.Y:R},{first.Rotation.Z:R},{first.Rotation.W:R},0.03");
        JointTrajectory shown = ArmFixture.Read("time_s,arm_hand.x,arm_hand.y,arm_hand.z,arm_hand.qx,arm_hand.qy,arm_hand.qz,arm_hand.qw,finger_left", Row(0, 0), Row(1, 0.1));

        AdaptedDemonstration done = ArmFixture.Adapt(ArmFixture.Shown(shown, new DemonstrationSegment(1, null, 1, default)));

        Assert.That(done.Obstacle, Is.Null);
        Pose last = ArmFixture.HandAt(done.Trajectory, done.Trajectory.TimesSeconds.Count - 1), begin = ArmFixture.HandAt(done.Trajectory, done.Trajectory.TimesSeconds.ToList().FindIndex(time => time >= done.Segments[0].StartSeconds - 1e-9));
        Assert.That((begin.Position - ArmFixture.HandAt(s_stack, 0).Position).Length, Is.LessThan(1e-6));
        Assert.That((last.Position - begin.Position - new Vector3d(0, 0, -0.1)).Length, Is.LessThan(1e-6));
        Assert.That(done.Trajectory.TimesSeconds.Zip(done.Trajectory.TimesSeconds.Skip(1), (a, b) => b - a), Is.All.LessThan(0.0201));
    }

    [Test]
    public void What_Is_Out_Of_Reach_Is_Told_And_Not_Tried()
    {
        AdaptedDemonstration far = ArmFixture.Adapt(ArmFixture.Shown(s_stack, ArmFixture.StackSegments), ("cube_1", ArmFixture.Moved("cube_1", 0, 0.9, 0)));
        Assert.That(far.Obstacle, Does.Match("^out of reach: arm_hand ends [4-9]\\d\\d\\.?\\d? mm and .* s into the recording"), "the arm is 0.6 m long, and the cube 1.4 m away");
        Assert.That(far.Trajectory.TimesSeconds, Has.Count.EqualTo(1));
        Assert.That(far.Trajectory.Values[0][far.Trajectory.Columns.ToList().IndexOf("elbow")], Is.EqualTo(s_stack.Values[0][s_stack.Columns.ToList().IndexOf("elbow")]));
    }

    [Test]
    public void What_Is_Too_Fast_Is_Told()
    {
        JointMove.Demonstrated slow = ArmFixture.Shown(s_stack, ArmFixture.StackSegments) with { SpeedLimit = 0.2 };
        Assert.That(ArmFixture.Adapt(slow).Obstacle, Does.StartWith("too fast: ").And.Contain("its limit is 0.2 "));
    }

    // With 30° more to turn in 0.8 s at a limit of 1 rad/s the ways take longer, as a whole, and what the cubes lead takes as long as it took.
    [Test]
    public void A_Way_That_Is_Too_Fast_Takes_Longer()
    {
        DemonstrationSegment[] segments = [new(0.8, null, 1, default), new(2.3, "cube_1", 1, default), new(4.7, null, 1, default)];
        JointMove.Demonstrated slow = ArmFixture.Shown(s_stack, segments) with { SpeedLimit = 1.2 };
        AdaptedDemonstration done = ArmFixture.Adapt(slow, ("cube_1", ArmFixture.Moved("cube_1", 90, 0, 0)));

        Assert.That(done.Obstacle, Is.Null);
        Assert.That(LargestSpeed(done.Trajectory), Is.EqualTo(1.2).Within(1e-6));
        Assert.That(done.Segments[0].EndSeconds, Is.GreaterThan(1));
        Assert.That(done.Segments[1].EndSeconds - done.Segments[1].StartSeconds, Is.EqualTo(1.5).Within(1e-9));
        double[] steps = [.. done.Trajectory.TimesSeconds.Zip(done.Trajectory.TimesSeconds.Skip(1), (a, b) => b - a).Take(40)];
        Assert.That(steps, Is.All.EqualTo(steps[0]).Within(1e-9));
    }

    private static double LargestSpeed(JointTrajectory trajectory) => Enumerable.Range(1, trajectory.TimesSeconds.Count - 1)
        .Max(i => trajectory.Values[i].Zip(trajectory.Values[i - 1], (a, b) => Math.Abs(a - b)).Max() / (trajectory.TimesSeconds[i] - trajectory.TimesSeconds[i - 1]));
}
