using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Views;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins;

/// <summary>Which poses a camera may have: two cubes of 1 m, one behind the other.</summary>
public sealed class CameraRuleTests
{
    private static readonly Scene s_scene = new(
        "cubes", [Cube("target", 0, 0), Cube("wall", 0, 3)], [new Mesh("cube", [CubeOf()])], [new Material()], [], [], [], []);

    [TestCase(0, 0, "camera front inside an object")]
    [TestCase(0, 0.52, "camera front too near a surface")]
    [TestCase(0, 6, "camera front does not see its target")]
    [TestCase(6, 0, null)]
    [TestCase(0, 1.5, null)]
    public void APoseIsFreeAndSeesItsTarget(double x, double z, string? broken) => Assert.That(RuleOf(new() { ClearMetres = 0.05, Target = "tar*", VisibleShare = 0.3 }, new(x, 0, z)).BrokenBy(Cousin(0)), Is.EqualTo(broken));

    [Test]
    public void WhatIsBesideTheImage_IsNotVisible() => Assert.That(
        RuleOf(new() { Target = "target", VisibleShare = 0.01 }, new(6, 0, 0), new(12, 0, 0)).BrokenBy(Cousin(0)), Is.EqualTo("camera front does not see its target"));

    // A wall of which the near half of the target's face looks past: from far away, half the face is hidden by a wall that covers half of it.
    [Test]
    public void AHalfHiddenFace_IsHalfVisible()
    {
        SceneInstance cousin = Cousin(0);
        SceneInstance moved = cousin with { NodeToWorld = [cousin.NodeToWorld[0], Matrix4x4d.FromTranslation(new(0.5, 0, 3))] };
        var trees = new MeshTrees(s_scene);
        double share = new TargetVisibility(trees).ShareOf(View(new(0, 0, 1000), Vector3d.Zero, 0.2), [SceneInstances.Of(s_scene)[0]], moved, TriangleScene.Of(trees, moved));
        Assert.That(share, Is.EqualTo(0.5).Within(0.03));
    }

    [Test]
    public void Distances_AreThoseOfTheNearestPoint()
    {
        Vector3d a = new(0, 0, 0), b = new(2, 0, 0), c = new(0, 2, 0);
        (Vector3d Point, double Distance)[] cases = [(new(0.5, 0.5, 3), 3), (new(-1, -1, 0), Math.Sqrt(2)), (new(1, -2, 0), 2), (new(2, 2, 0), Math.Sqrt(2)), (new(3, 0, 0), 1), (new(0, 5, 4), 5), (new(-2, 1, 0), 2)];
        Assert.That(cases.Select(one => Math.Sqrt(TriangleDistance.Squared(one.Point, a, b, c))), Is.EqualTo(cases.Select(one => one.Distance)).Within(1e-12));
    }

    [Test]
    public void ASampleByItself_HasThePoseOfASweep()
    {
        const string rest = "cousins: { seed: 3, vary: { cameras.front.offset_x_m: { uniform: [0, 1] } } }";
        double[] sweep = [.. Enumerable.Range(0, 70).Select(i => (long)i).Select(Sampler(rest, 0.004).Sample).Select(X)];
        Assert.That(X(Sampler(rest, 0.004).Sample(41)), Is.EqualTo(sweep[41]));
        Assert.That(X(Sampler(rest, 0.004).Sample(69)), Is.EqualTo(sweep[69]));
        double[] block = [.. sweep[..64].Order()];
        Assert.That(block.Zip(block.Skip(1), (low, high) => high - low).Min(), Is.GreaterThanOrEqualTo(0.004));
        double[] free = [.. Enumerable.Range(0, 64).Select(i => (long)i).Select(Sampler(rest, 1e-9).Sample).Select(X).Order()];
        Assert.That(free.Zip(free.Skip(1), (low, high) => high - low).Min(), Is.LessThan(0.004), "without the rule some do repeat");
    }

    [Test]
    public void WhatWasRefused_IsCounted_AndTooMuchIsAnError()
    {
        const string rest = "cousins: { seed: 3, vary: { cameras.front.offset_x_m: { uniform: [0, 1] } } }";
        CousinSampler sampler = Sampler(rest, 0.004);
        Assert.That(Enumerable.Range(0, 64).Select(i => sampler.Sample(i).Redrawn.GetValueOrDefault("camera front as in an earlier sample")).Sum(), Is.GreaterThan(0));
        CousinSampler hopeless = Sampler(rest, 0.5);
        Assert.That(() => Enumerable.Range(0, 10).Select(i => hopeless.Sample(i)).ToArray(), Throws.TypeOf<ScenarioException>().With.Message.Contains("cameras.front.valid: sample").And.Message.Contains("as in an earlier sample: 100"));
    }

    private static double X(SceneInstance cousin) => (double)cousin.Draws["cameras.front.offset_x_m"]!;

    private static CousinSampler Sampler(string rest, double apart)
    {
        Scenario read = ScenarioText.Valid(ScenarioText.With(rest));
        CameraSettings camera = read.Cameras[0] with { Validity = new() { ApartMetres = apart } };
        CousinSampler? sampler = null;
        var rule = new CameraRule(camera, new(s_scene), cousin => CameraPlacement.Of(CameraVariation.Of(camera, cousin.Draws), cousin), sample => sampler!.Sample(sample));
        return sampler = new(read, s_scene, 3) { Rules = [rule] };
    }

    private static CameraRule RuleOf(CameraValidity validity, Vector3d eye, Vector3d? target = null)
    {
        var camera = new CameraSettings("front", 64, 48, new CameraPose.LookAt(eye, target ?? new(0, 0.001, 0))) { Validity = validity };
        return new(camera, new(s_scene), _ => View(eye, target ?? new(0, 0.001, 0), 90), _ => throw new InvalidOperationException());
    }

    private static CameraView View(Vector3d eye, Vector3d target, double degrees) =>
        new("front", CameraIntrinsics.FromHorizontalFieldOfView(64, 64, degrees * Math.PI / 180), CameraView.LookAt(eye, target));

    private static SceneInstance Cousin(long sample) => new CousinAssembly(s_scene, EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal))
        .Apply(sample, new Dictionary<string, JsonNode?>(StringComparer.Ordinal));

    private static Node Cube(string name, double x, double z) => new(name, null, Matrix4x4d.FromTranslation(new(x, 0, z)), 0, null, null, null, InScene: true);

    private static Primitive CubeOf()
    {
        Vector3[] corners = [.. Enumerable.Range(0, 8).Select(i => new Vector3((i & 1) - 0.5f, ((i >> 1) & 1) - 0.5f, ((i >> 2) & 1) - 0.5f))];
        uint[] indices = [0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5];
        return new(corners, [.. corners.Select(Vector3.Normalize)], null, null, null, null, indices, 0);
    }
}
