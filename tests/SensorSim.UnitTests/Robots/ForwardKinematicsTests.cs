using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Robots;
using SensorSim.UnitTests.Vulkan;

namespace SensorSim.UnitTests.Robots;

/// <summary>Where our kinematics and the library's own say that bodies are.</summary>
public sealed class ForwardKinematicsTests
{
    private const double Tolerance = 1e-9;

    private static readonly Matrix4x4d s_upright = new Pose(default, Quaterniond.FromAxisAngle(Vector3d.UnitX, -Math.PI / 2)).ToMatrix();

    [Test]
    public void Links_Are_Where_The_Library_Has_Them([Values("arm", "quadruped", "crooked")] string name, [Range(1, 4)] int seed)
    {
        using var folder = new TemporaryFolder();
        AssertSame(name switch { "arm" => RobotFiles.Arm, "quadruped" => RobotFiles.Quadruped, _ => RobotFiles.Write(folder, RobotFiles.Crooked) }, seed);
    }

    [TestCase("humanoid/humanoid")]
    [TestCase("humanoid100/humanoid100")]
    [TestCase("adhesion/active_adhesion")]
    [TestCase("slider_crank/slider_crank")]
    [TestCase("tendon_arm/arm26")]
    [TestCase("mug/mug")]
    public void So_Are_Those_Of_The_Librarys_Own_Models(string name)
    {
        string path = $"/usr/share/mujoco/model/{name}.xml";
        if (!File.Exists(path)) Assert.Ignore($"{path} is not installed (package libmujoco-samples).");
        AssertSame(path, 1);
    }

    [Test]
    public void At_Rest_Links_Are_As_Described()
    {
        Scene scene = RobotFiles.ReadText(RobotFiles.Crooked);
        Matrix4x4d[] rest = scene.WorldTransforms([.. scene.Nodes.Select(node => node.LocalTransform)]);
        Matrix4x4d[] worlds = scene.WorldTransforms(Local(scene, [.. scene.Articulation.Joints.Select(joint => joint.Zero)]));
        Assert.That(rest.Zip(worlds, Distance).Max(), Is.LessThan(1e-12));
    }

    private static void AssertSame(string path, int seed)
    {
        Scene scene = RobotFiles.Read(path);
        using var library = new MujocoReference(path);
        double[][] positions = Random(scene.Articulation, new Random(seed));
        foreach ((int joint, double[] position) in positions.Index()) ToLibrary(position).CopyTo(library.Positions[library.FirstPosition(joint)..]);
        library.Move();
        Matrix4x4d[] worlds = scene.WorldTransforms(Local(scene, positions));
        for (int body = 1; body < library.Bodies; body++)
        {
            int node = scene.Nodes.Index().Skip(1).First(one => one.Item.Name == library.NameOf(body) && one.Item is { Light: null, Camera: null }).Index;
            Assert.That(Distance(worlds[node], s_upright * library.Body(body).ToMatrix()), Is.LessThan(Tolerance), library.NameOf(body));
        }
    }

    private static Matrix4x4d[] Local(Scene scene, IReadOnlyList<IReadOnlyList<double>> positions)
    {
        IReadOnlyDictionary<int, Matrix4x4d> moved = ForwardKinematics.Of(scene, positions);
        return [.. scene.Nodes.Select((node, i) => moved.GetValueOrDefault(i, node.LocalTransform))];
    }

    private static double Distance(Matrix4x4d a, Matrix4x4d b) => a.ToRowMajor().Zip(b.ToRowMajor(), (x, y) => Math.Abs(x - y)).Max();

    private static double[][] Random(Articulation articulation, Random random) => [.. articulation.Joints.Select(joint => joint.Type switch
    {
        JointType.Free => (double[])[random.NextDouble(), random.NextDouble(), random.NextDouble(), .. Turn(random)],
        JointType.Ball => Turn(random),
        _ => [(joint.Lower ?? -2) + (random.NextDouble() * ((joint.Upper ?? 2) - (joint.Lower ?? -2)))],
    })];

    private static double[] Turn(Random random)
    {
        Quaterniond turn = new Quaterniond(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5).Normalized();
        return [turn.X, turn.Y, turn.Z, turn.W];
    }

    private static double[] ToLibrary(double[] position) => position.Length switch
    {
        7 => [position[0], position[1], position[2], position[6], position[3], position[4], position[5]],
        4 => [position[3], position[0], position[1], position[2]],
        _ => position,
    };
}
