using System.Text;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Robots.Demonstrations;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.UnitTests.Robots.Demonstrations;

/// <summary>The seven-joint arm with what it was shown.</summary>
internal static class ArmFixture
{
    public const string Hand = "arm_hand";

    public static Scene Scene { get; } = RobotFiles.Read(RobotFiles.Arm);

    public static IReadOnlyList<IReadOnlyList<double>> Start => RobotMotion.StartOf(Scene.Articulation, new JointSettings(default) { Start = "ready" });

    public static JointTrajectory Stack { get; } = JointTrajectoryReader.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "scenarios/models/arm/stack.csv")), "stack.csv");

    /// <summary>The pieces of the stacking that the program brings along.</summary>
    public static DemonstrationSegment[] StackSegments { get; } = [new(0.8, null, 1, default), new(2.3, "cube_1", 1, default), new(3.1, null, 1, default), new(4.7, "cube_2", 1, default)];

    public static ArmChain Chain() => new(Scene, Node(Hand), place => Scene.Articulation.Joints[place].IsScalar, Start);

    public static int Node(string name) => RobotLinks.NodeOf(Scene, name)!.Value;

    public static JointMove.Demonstrated Shown(JointTrajectory trajectory, params DemonstrationSegment[] segments) => new("*", default, "joints.moves[0]")
    {
        Recording = new("*", default, "") { File = "shown.csv", Trajectory = trajectory, IsSmooth = true },
        Id = "shown",
        Hand = Hand,
        Segments = segments,
    };

    public static JointTrajectory Read(params string[] lines) => JointTrajectoryReader.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "shown.csv");

    /// <summary>The demonstration in a cousin in which some objects are moved.</summary>
    public static AdaptedDemonstration Adapt(JointMove.Demonstrated shown, params (string Object, Matrix4x4d Move)[] moved) => new DemonstrationAdaptation(Scene, shown, Start).For(WorldWith(moved));

    /// <summary>By node, as the episode begins.</summary>
    public static Matrix4x4d[] WorldWith(params (string Object, Matrix4x4d Move)[] moved)
    {
        Matrix4x4d[] local = [.. Scene.Nodes.Select(node => node.LocalTransform)];
        foreach ((int node, Matrix4x4d pose) in ForwardKinematics.Of(Scene, Start)) local[node] = pose;
        Matrix4x4d[] world = Scene.WorldTransforms(local);
        foreach ((string name, Matrix4x4d move) in moved) world[Node(name)] = move * world[Node(name)];
        return world;
    }

    /// <summary>Where the hand is at a sample of a trajectory.</summary>
    public static Pose HandAt(JointTrajectory trajectory, int sample)
    {
        ArmChain arm = Chain();
        return arm.Hand(arm.BaseIn(WorldWith()), [.. arm.Joints.Select(joint => trajectory.Values[sample][trajectory.Columns.ToList().IndexOf(joint.Name)])], []);
    }

    /// <summary>A turn about the vertical through a place, then a shift.</summary>
    public static Matrix4x4d Moved(string name, double yawDegrees, double x, double z) => new ObjectMotion(yawDegrees, new(x, 0, z)).About(WorldWith()[Node(name)].Translation);
}
