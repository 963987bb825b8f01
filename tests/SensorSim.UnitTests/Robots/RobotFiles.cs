using SensorSim.Hosting.Runs.Sources;
using SensorSim.Scenes.Model;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Vulkan;

namespace SensorSim.UnitTests.Robots;

/// <summary>Models of robots for tests.</summary>
internal static class RobotFiles
{
    /// <summary>Every kind of joint, two on a body, anchors beside the origin, references, an Euler sequence, a body that is fixed to a link, and links without shapes.</summary>
    public const string Crooked = """
        <mujoco model="crooked">
          <compiler angle="degree" eulerseq="zyx"/>
          <worldbody>
            <geom name="wall" type="box" size="1 0.1 1" pos="0 3 1"/>
            <body name="base" pos="0.3 -0.2 0.5" euler="20 -35 70">
              <geom type="sphere" size="0.1"/>
              <joint name="pan" axis="0.2 0.1 1" pos="0.05 -0.02 0.1" ref="25" range="-170 170" limited="true"/>
              <joint name="lift" type="slide" axis="1 2 0.5" ref="0.2"/>
              <body name="bracket" pos="0.1 0.2 0.1" euler="10 20 30">
                <geom type="capsule" fromto="0 0 0 0.3 0.1 0" size="0.03"/>
                <body name="shoulder" pos="0.3 0.1 0">
                  <joint name="socket" type="ball" pos="0.02 0.01 -0.03"/>
                  <geom type="ellipsoid" size="0.1 0.05 0.2"/>
                  <body pos="0 0 0.4" quat="0.7 0.1 -0.3 0.2">
                    <joint axis="0 1 0" pos="0 0 -0.1"/>
                    <geom type="cylinder" size="0.05 0.1"/>
                  </body>
                </body>
              </body>
            </body>
            <body name="crate_1" pos="1 1 0.2" euler="0 0 45">
              <freejoint name="loose"/>
              <geom type="box" size="0.1 0.2 0.05"/>
            </body>
          </worldbody>
          <keyframe><key name="bent" qpos="0.4 0.1 1 0 0 0 0.3 1 1 0.5 1 0 0 0"/></keyframe>
        </mujoco>
        """;

    public static string Arm => Path.Combine(Repository.Root, "scenarios/models/arm/arm.xml");

    public static string Quadruped => Path.Combine(Repository.Root, "scenarios/models/quadruped/quadruped.xml");

    public static Scene Read(string path) => SourceOf(path).Load(Path.GetFileName(path)).Scene;

    public static SceneSource SourceOf(string path) => new(Path.GetDirectoryName(path)!, SensorBench.Catalog);

    /// <summary>Reads a text as if it were a file.</summary>
    public static Scene ReadText(string xml)
    {
        using var folder = new TemporaryFolder();
        return Read(Write(folder, xml));
    }

    /// <summary>A model in a folder.</summary>
    public static string Write(TemporaryFolder folder, string xml, string name = "model.xml")
    {
        string path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, xml);
        return path;
    }
}
