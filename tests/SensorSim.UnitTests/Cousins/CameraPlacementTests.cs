using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Cameras;

namespace SensorSim.UnitTests.Cousins;

[TestFixture]
public sealed class CameraPlacementTests
{
    [Test]
    public void A_Camera_Of_The_Scene_Looks_Along_Its_Minus_Z()
    {
        CameraView view = Place(new CameraPose.AtNode("front"), fieldOfView: null);

        Assert.That(view.CameraToWorld, Is.EqualTo(Matrix4x4d.FromAxes(Vector3d.UnitX, -Vector3d.UnitY, -Vector3d.UnitZ, new(0, 1, 4))));
        Assert.That(view.Intrinsics.Fy, Is.EqualTo(24 / Math.Tan(Math.PI / 6)).Within(1e-12));
        Assert.That((view.Intrinsics.Cx, view.Intrinsics.Cy), Is.EqualTo((31.5, 23.5)));
    }

    [Test]
    public void The_Scenarios_Field_Of_View_Wins()
    {
        CameraView view = Place(new CameraPose.AtNode("front"), fieldOfView: 90);

        Assert.That(view.Intrinsics.Fx, Is.EqualTo(32).Within(1e-12));
    }

    [Test]
    public void Two_Points_Place_A_Camera()
    {
        CameraView view = Place(new CameraPose.LookAt(new(0, 1, 4), new(0, 1, 0)), fieldOfView: 60);

        Assert.That(view.Name, Is.EqualTo("left"));
        Assert.That(view.CameraToWorld, Is.EqualTo(Matrix4x4d.FromAxes(Vector3d.UnitX, -Vector3d.UnitY, -Vector3d.UnitZ, new(0, 1, 4))));
    }

    private static CameraView Place(CameraPose pose, double? fieldOfView)
    {
        SceneInstance cousin = new CousinAssembly(SmallScene.Create(), EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal))
            .Apply(0, new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(StringComparer.Ordinal));
        return CameraPlacement.Of(new("left", 64, 48, pose) { HorizontalFieldOfViewDegrees = fieldOfView }, cousin);
    }
}
