using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Scenarios;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins;

/// <summary>Objects that travel: where they are at every instant, what draws change of it, what a scenario may not say.</summary>
public sealed class PathTests
{
    private const int Box1 = 1, Box2 = 2, Can = 3;

    private const string Corner = "paths: [ { object: box_2, points: [[0, 0, 5], [3, 0, 5], [3, 0, 5], [3, 4, 5]], speed_m_s: 2, starts_at_s: 1 } ]\n";

    private const string Crossing = "paths: [ { object: can.001, between: { camera: front, target: box_2, share: 0.25 }, heading_deg: -60, speed_m_s: 1.25, passes_at_s: 0.5, length_m: 4 } ]\n";

    [TestCase(-1, 0, 0)]
    [TestCase(1, 0, 0)]
    [TestCase(1.25, 0.5, 0)]
    [TestCase(2.5, 3, 0)]
    [TestCase(3, 3, 1)]
    [TestCase(4.5, 3, 4)]
    [TestCase(99, 3, 4)]
    public void AtAnInstant_ItIsWhereSpeedAndTimePutIt_AndRestsBeforeAndAfter(double seconds, double x, double y)
    {
        SceneInstance cousin = Cousin(Corner);
        Assert.That(cousin.Motion!.Moves);
        Assert.That((cousin.At(seconds).NodeToWorld[Box2].Translation - new Vector3d(x, y, 5)).Length, Is.LessThan(1e-12));
        Assert.That(cousin.At(seconds).NodeToWorld[Can], Is.EqualTo(SmallScene.At(0, 0, 6)), "others rest");
    }

    [Test]
    public void OrientationStays_UnlessItFacesAhead()
    {
        SceneInstance stiff = Cousin("paths: [ { object: box_1, points: [[0, 0, 0], [1, 0, 0], [1, 0, -1], [1, 1, -1]], speed_m_s: 1 } ]");
        Matrix4x4d rest = SmallScene.Create().WorldTransforms([.. SmallScene.Create().Nodes.Select(node => node.LocalTransform)])[Box1];
        Assert.That((stiff.At(0.5).NodeToWorld[Box1].ColumnZ - rest.ColumnZ).Length, Is.LessThan(1e-12), "a child of a turned table");
        Assert.That((stiff.At(0.5).NodeToWorld[Box1].Translation - new Vector3d(0.5, 0, 0)).Length, Is.LessThan(1e-12), "in the world");

        SceneInstance ahead = Cousin("paths: [ { object: box_1, points: [[0, 0, 0], [1, 0, 0], [1, 0, -1], [1, 1, -1]], speed_m_s: 1, faces_ahead: true } ]\ncousins: { vary: { objects.box_1.yaw_deg: 30 } }");
        foreach ((double seconds, double heading) in ((double, double)[])[(-1, 90), (0.5, 90), (1.5, 180), (2.5, 180)])
        {
            double drawn = (heading + 30) * Math.PI / 180;
            Matrix4x4d pose = ahead.At(seconds).NodeToWorld[Box1];
            Assert.That((pose.ColumnZ - new Vector3d(Math.Sin(drawn), 0, Math.Cos(drawn))).Length, Is.LessThan(1e-12), $"{seconds} s: +Z ahead, and the drawn turn from there");
        }
    }

    [Test]
    public void BetweenCameraAndTarget_ItCrossesTheLineAtItsInstant()
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With(Crossing + "cousins: { count: 6, vary: { objects.can.001.passes_at_s: { uniform: [0.2, 0.8] }, objects.can.001.speed_m_s: { uniform: [0.5, 2] }, cameras.front.offset_x_m: { uniform: [-1, 1] } } }"));
        var sampler = new CousinSampler(scenario, SmallScene.Create(), 3);
        var instants = new HashSet<double>();
        for (long sample = 0; sample < 6; sample++)
        {
            SceneInstance cousin = sampler.Sample(sample);
            double passes = (double)cousin.Draws["objects.can.001.passes_at_s"]!, speed = (double)cousin.Draws["objects.can.001.speed_m_s"]!;
            Vector3d eye = new((double)cousin.Draws["cameras.front.offset_x_m"]!, 1.4, 3), target = new(0.5, 0.5, 5), sight = (target - eye) with { Y = 0 };
            Vector3d at = cousin.At(passes).NodeToWorld[Can].Translation, later = cousin.At(passes + 0.25).NodeToWorld[Can].Translation;
            Assert.That((at - (eye + (0.25 * (target - eye))) with { Y = 0 }).Length, Is.LessThan(1e-9), "on the line, on the height where it stands");
            Assert.That((later - at).Length, Is.EqualTo(0.25 * speed).Within(1e-9));
            Assert.That(Vector3d.Dot(later - at, sight) / (0.25 * speed * sight.Length), Is.EqualTo(0.5).Within(1e-9), "60 degrees from the line");
            Assert.That(Vector3d.Cross(sight, later - at).Y, Is.Negative, "to the camera's right");
            Assert.That((cousin.At(1e3).NodeToWorld[Can].Translation - at).Length, Is.EqualTo(2).Within(1e-9), "rests at the end of its way");
            instants.Add(passes);
        }

        Assert.That(instants, Has.Count.EqualTo(6));
    }

    [Test]
    public void TheTarget_MayTravelToo()
    {
        SceneInstance cousin = Cousin("paths: [ { object: can.001, between: { camera: front, target: box_2, share: 1 }, speed_m_s: 1, passes_at_s: 2 }, { object: box_2, points: [[0, 0, 5], [8, 0, 5]], speed_m_s: 1 } ]");
        Assert.That((cousin.At(2).NodeToWorld[Can].Translation - new Vector3d(2.5, 0, 5)).Length, Is.LessThan(1e-9));
    }

    [Test]
    public void Draws_ChangeThePath_AndShiftIt()
    {
        SceneInstance cousin = Cousin(Corner + "cousins: { vary: { objects.box_2.speed_m_s: 0.5, objects.box_2.starts_at_s: -1, objects.box_2.offset_z_m: 0.25, objects.box_2.yaw_deg: 90 } }");
        Matrix4x4d pose = cousin.At(1).NodeToWorld[Box2];
        Assert.That((pose.Translation - new Vector3d(1, 0, 5.25)).Length, Is.LessThan(1e-12));
        Assert.That((pose.ColumnZ - Vector3d.UnitX).Length, Is.LessThan(1e-12), "turned as drawn");
        Assert.That(cousin.NodeToWorld[Box2].Translation.X, Is.EqualTo(0.5).Within(1e-12), "under way when the episode begins");
    }

    [Test]
    public void TheDrawsAlone_GiveTheSameCousin_AtEveryInstant()
    {
        SceneInstance cousin = Cousin(Crossing + "cousins: { vary: { objects.can.001.passes_at_s: { uniform: [0.2, 0.8] } } }");
        var draws = JsonNode.Parse(new JsonObject(cousin.Draws.Select(draw => KeyValuePair.Create(draw.Key, draw.Value?.DeepClone()))).ToJsonString())!.AsObject().ToDictionary(StringComparer.Ordinal);
        SceneInstance again = new CousinAssembly(SmallScene.Create(), EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal)).Apply(0, draws);
        foreach (double seconds in (double[])[0, 0.1, 0.7, 5])
        {
            Assert.That(again.At(seconds).NodeToWorld, Is.EqualTo(cousin.At(seconds).NodeToWorld), "bit by bit");
        }
    }

    [Test]
    public void APathOfARecord_ThatNoRunWrites_IsRefused()
    {
        var assembly = new CousinAssembly(SmallScene.Create(), EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal));
        SceneInstance With(string name, string json) => assembly.Apply(0, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { [name] = JsonNode.Parse(json) });
        const string good = """{ "points": [[0, 0, 0], [1, 0, 0]], "speed_m_s": 1, "starts_at_s": 0, "faces_ahead": false }""";
        Assert.That(With("objects.box_2.path", good).At(0.5).NodeToWorld[Box2].Translation.X, Is.EqualTo(0.5));
        Assert.That(() => With("objects.box_9.path", good), Throws.ArgumentException.With.Message.Contains("'objects.box_9.path' names nothing"));
        foreach (string bad in (string[])["3", "{}", good.Replace("[1,", "[0,", StringComparison.Ordinal), good.Replace("\"speed_m_s\": 1", "\"speed_m_s\": 0", StringComparison.Ordinal), good.Replace("[1, 0, 0]", "[1, 0]", StringComparison.Ordinal)])
        {
            Assert.That(() => With("objects.box_2.path", bad), Throws.ArgumentException.With.Message.Contains("is no path"), bad);
        }
    }

    [Test]
    public void AnAnimation_GoesOnAlongThePath()
    {
        var path = new NodePath(new([Vector3d.Zero, new(0, 0, 4)], 2, 0, facesAhead: false), Vector3d.Zero, Vector3d.Zero, 0, Matrix4x4d.Identity);
        Scene scene = SmallScene.Create();
        var motion = new AnimatedMotion(scene, null, new Dictionary<int, Matrix4x4d>()) { Paths = new Dictionary<int, NodePath> { [0] = path } };
        Matrix4x4d[] rest = scene.WorldTransforms([.. scene.Nodes.Select(node => node.LocalTransform)]);
        Assert.That((motion.At(1).NodeToWorld[Box1].Translation - rest[Box1].Translation - new Vector3d(0, 0, 2)).Length, Is.LessThan(1e-12), "what hangs on it comes along");
    }

    [TestCase("paths: [ { object: box_2, points: [[0, 0, 0], [0, 0, 0]], speed_m_s: 1 } ]", "aisle.yaml:12:35: paths[0].points: all points are the same: the path has no length; expected at least two that differ")]
    [TestCase("paths: [ { object: box_2, points: [[0, 0, 0]], speed_m_s: 1 } ]", "aisle.yaml:12:35: paths[0].points: there is a list of 1")]
    [TestCase("paths: [ { object: box_2, points: [[0, 0, 0], [1, 0, 0]], speed_m_s: 0 } ]", "aisle.yaml:12:70: paths[0].speed_m_s: there is '0'; expected a number from 0.001 to 1000 (metres per second)")]
    [TestCase("paths: [ { object: box_2, points: [[0, 0, 0], [1, 0, 0]] } ]", "aisle.yaml:12:10: paths[0].speed_m_s: the key is missing")]
    [TestCase("paths: [ { object: box_2, points: [[0, 0, 0], [1, 0, 0]], between: { camera: front, target: table }, speed_m_s: 1 } ]", "aisle.yaml:12:59: paths[0].between: there is also 'points'; expected one of them")]
    [TestCase("paths: [ forklift ]", "aisle.yaml:12:10: paths[0]: there is 'forklift'; expected { object: NAME, points:")]
    [TestCase("paths: [ { object: box_2, speed_m_s: 1 } ]", "aisle.yaml:12:10: paths[0]: points or between is missing")]
    [TestCase("paths: [ { object: box_2, speed_m_s: 1, between: { camera: front, target: table } } ]", "aisle.yaml:12:10: paths[0].passes_at_s: the key is missing")]
    [TestCase("paths: [ { object: box_2, points: [[0, 0, 0], [1, 0, 0]], speed_m_s: 1, passes_at_s: 1 } ]", "aisle.yaml:12:73: paths[0].passes_at_s: the key is unknown; expected one of object, points, speed_m_s")]
    public void WhatIsNoPath_IsReported(string rest, string expected) => Assert.That(ScenarioText.Errors(ScenarioText.With(rest)), Has.Some.StartsWith(expected));

    [TestCase("paths: [ { object: bxo_2, points: [[0, 0, 0], [1, 0, 0]], speed_m_s: 1 } ]", "aisle.yaml:12:20: paths[0].object: no object of the scene matches 'bxo_2'; expected one of table, box_1, box_2, can.001; did you mean 'box_2'?; example: object: box_2")]
    [TestCase("paths: [ { object: \"box_*\", points: [[0, 0, 0], [1, 0, 0]], speed_m_s: 1 } ]", "aisle.yaml:12:20: paths[0].object: 'box_*' is a pattern; expected one name; each object has a path of its own")]
    [TestCase("paths: [ { object: box_2, between: { camera: fornt, target: table }, speed_m_s: 1, passes_at_s: 0 } ]", "aisle.yaml:12:46: paths[0].between.camera: no camera of the scenario matches 'fornt'; expected one of front; did you mean 'front'?; example: camera: front")]
    [TestCase("paths: [ { object: box_2, between: { camera: front, target: tabel }, speed_m_s: 1, passes_at_s: 0 } ]", "aisle.yaml:12:61: paths[0].between.target: no object of the scene matches 'tabel'; expected one of table, box_1, box_2, can.001; did you mean 'table'?; example: target: table")]
    [TestCase("paths: [ { object: box_2, between: { camera: front, target: box_2 }, speed_m_s: 1, passes_at_s: 0 } ]", "aisle.yaml:12:61: paths[0].between.target: 'box_2' itself travels between a camera and an object")]
    [TestCase("paths: [ { object: box_2, points: [[0, 0, 0], [1, 0, 0]], speed_m_s: 1 }, { object: box_2, points: [[0, 0, 0], [2, 0, 0]], speed_m_s: 1 } ]", "aisle.yaml:12:75: paths[1]: 'box_2' already has the path at aisle.yaml:12:10; expected one path for each object")]
    [TestCase("cousins: { vary: { objects.box_2.speed_m_s: 1 } }", "aisle.yaml:12:20: cousins.vary[\"objects.box_2.speed_m_s\"]: the object 'box_2' has no path; expected an object that travels, by 'paths'; example: paths: [{ object: forklift_1, points: [[-3, 0, 0], [3, 0, 0]], speed_m_s: 1.5 }]")]
    [TestCase("paths: [ { object: box_2, points: [[0, 0, 0], [1, 0, 0]], speed_m_s: 1 } ]\ncousins: { vary: { objects.box_2.passes_at_s: 1 } }", "aisle.yaml:13:20: cousins.vary[\"objects.box_2.passes_at_s\"]: the path of 'box_2' at aisle.yaml:12:10 has no 'passes_at_s'; expected speed_m_s or starts_at_s; example: paths: [{ object: cart_1")]
    public void WhatDoesNotFitTheScene_IsReported(string rest, string expected) => Assert.That(
        SceneBinding.Of(ScenarioText.Valid(ScenarioText.With(rest)), SmallScene.Create()).Errors.Single().ToString(), Does.StartWith(expected));

    private static SceneInstance Cousin(string rest) => new CousinSampler(ScenarioText.Valid(ScenarioText.With(rest)), SmallScene.Create(), 7).Sample(0);
}
