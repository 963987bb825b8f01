using SensorSim.Hosting;
using SensorSim.UnitTests.Vulkan;

namespace SensorSim.UnitTests.Robots;

/// <summary>What cannot be a robot is told with its file and, where it is known, its line.</summary>
public sealed class BrokenModelTests
{
    private const string Link = "<mujoco>\n<worldbody>\n<body name=\"arm\"><joint/>";

    [TestCase(Link + "</body></worldbody></mujoco>", "model.xml:3: mass and inertia of moving bodies must be larger than mjMINVAL ('arm'). A body on a joint needs a geom")]
    [TestCase(Link + "<inertial pos=\"0 0 0\" mass=\"1\" diaginertia=\"1 1 5\"/></body></worldbody></mujoco>", "model.xml:3: inertia must satisfy A + B >= C")]
    [TestCase("<mujoco>\n<worldbody>\n<body>\n</worldbody></mujoco>", "model.xml:4:3: The 'body' start tag on line 3")]
    [TestCase("<mujoco>\n<asset><mesh name=\"m\" file=\"nope.stl\"/></asset><worldbody><geom type=\"mesh\" mesh=\"m\"/></worldbody></mujoco>", "model.xml:2: could not open STL file '")]
    [TestCase("<mujoco>\n<include file=\"no.xml\"/></mujoco>", "no.xml")]
    [TestCase("<mujoco>\n<worldbody>\n<geom type=\"sphere\" size=\"1\" colour=\"red\"/></worldbody></mujoco>", "model.xml:3: Schema violation: unrecognized attribute: 'colour'")]
    [TestCase("<mujoco>\n<worldbody><body><geom type=\"sphere\" size=\"1\"/><joint name=\"a\"/></body></worldbody>\n<actuator><motor joint=\"b\"/></actuator></mujoco>", "model.xml:3: unknown transmission target 'b'")]
    [TestCase("<mujoco>\n<asset>\n<hfield name=\"hills\" nrow=\"200000\" ncol=\"200000\" size=\"1 1 1 1\"/></asset></mujoco>", "model.xml:3: the height field 'hills' has 200000 x 200000 heights; at most 16777216 are read.")]
    [TestCase("<foo/>", "model.xml: Unrecognized XML model type: 'foo'")]
    [TestCase("PK", "model.xml")]
    public void A_Broken_Model_Is_Told(string xml, string expected)
    {
        using var folder = new TemporaryFolder();
        string path = RobotFiles.Write(folder, xml);
        RequestException? told = Assert.Throws<RequestException>(() => RobotFiles.Read(path));
        Assert.That(told!.Message, Does.StartWith(path).And.Contains(expected).And.Not.Contains("\n"));
    }

    [Test]
    public void A_Document_Type_Says_Nothing_And_Its_Entities_Are_None()
    {
        using var folder = new TemporaryFolder();
        const string Type = "<!DOCTYPE m [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n";

        Assert.That(RobotFiles.Read(RobotFiles.Write(folder, Type + "<mujoco><worldbody><geom size=\"1\"/></worldbody></mujoco>")).Nodes, Is.Not.Empty);
        Assert.That(
            () => RobotFiles.Read(RobotFiles.Write(folder, Type + "<mujoco><worldbody><geom size=\"1\" name=\"&b;\"/></worldbody></mujoco>")),
            Throws.TypeOf<RequestException>().With.Message.Contains("model.xml:2:").And.Message.Contains("undeclared entity 'b'"));
    }

    [Test]
    public void A_Missing_Model_Is_Told() => Assert.That(
        () => RobotFiles.Read("/nowhere/robot.xml"), Throws.TypeOf<RequestException>().With.Message.EqualTo("/nowhere/robot.xml: there is no such file."));
}
