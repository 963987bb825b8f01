using System.Collections.Concurrent;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Cousins.Placement;

/// <summary>Thirty objects that were dropped into a bin, checked by geometry that shares nothing with what placed them.</summary>
public sealed class ClutterTests
{
    private const int Objects = 30;
    private const int FirstObject = 2;

    private static readonly Vector3d _binAt = new(0.4, 0.8, -0.3);

    private static readonly SolidScene _scene = new SolidScene()
        .Add("table", new(ConvexPart.Box(new(0, 0.79, 0), new(2, 0.02, 2))), Matrix4x4d.Identity)
        .Add("bin", Solid.Bin, Matrix4x4d.FromTranslation(_binAt))
        .AddMany("part", Objects, Solid.Block, Solid.Rod, Solid.Bracket, Solid.Nut, Solid.Plate);

    [Test]
    public void A_Thousand_Cousins_Of_A_Bin_With_Thirty_Objects_Interpenetrate_By_Less_Than_A_Millimetre()
    {
        CousinSampler sampler = _scene.Sampler("\"objects.part_*.pose\": { fill: bin }");
        var worst = new ConcurrentBag<(double Depth, string Pair)>();
        var wrong = new ConcurrentBag<string>();
        Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            SceneInstance cousin = sampler.Sample(i);
            worst.Add(_scene.WorstOverlap(cousin, 1e-4));
            if (i % 10 == 0)
            {
                foreach (string problem in Problems(cousin))
                {
                    wrong.Add($"{i}: {problem}");
                }
            }
        });

        TestContext.Out.WriteLine($"deepest overlap {1e6 * worst.Max(one => one.Depth):0.#} µm");
        Assert.That(worst.Max(one => one.Depth), Is.LessThan(1e-3), worst.MaxBy(one => one.Depth).Pair);
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void The_Check_Sees_An_Overlap_Of_A_Millimetre_And_A_Half()
    {
        SceneInstance cousin = _scene.Sampler("\"objects.part_*.pose\": { fill: bin }").Sample(0);
        Matrix4x4d[] moved = [.. cousin.NodeToWorld];
        int lowest = Enumerable.Range(FirstObject, Objects).MinBy(node => _scene.PartsOf(cousin, node).Min(part => part.Extent(Vector3d.UnitY).Low));
        double floor = _binAt.Y + 0.005, gap = _scene.PartsOf(cousin, lowest).Min(part => part.Extent(Vector3d.UnitY).Low) - floor;
        moved[lowest] = Matrix4x4d.FromTranslation(new(0, -gap - 0.0015, 0)) * moved[lowest];

        Assert.That(_scene.WorstOverlap(cousin with { NodeToWorld = moved }, 1e-4).Depth, Is.EqualTo(0.0015).Within(1e-4).Or.GreaterThan(0.0015));
    }

    [Test]
    public void Cousins_Differ_And_Are_The_Same_In_Any_Order_On_Any_Thread()
    {
        const string vary = "\"objects.part_*.pose\": { fill: bin }, parameters.a: [1, 2]";
        CousinSampler sampler = _scene.Sampler(vary);
        string[] forth = [.. Enumerable.Range(0, 6).Select(i => PosesOf(sampler.Sample(i)))];
        var back = new string[6];
        CousinSampler other = _scene.Sampler(vary);
        Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 3 }, i => back[5 - i] = PosesOf(other.Sample(5 - i)));

        Assert.That(back, Is.EqualTo(forth));
        Assert.That(forth.Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(6));
        Assert.That(PosesOf(_scene.Sampler(vary, seed: 2).Sample(0)), Is.Not.EqualTo(forth[0]));
    }

    [Test]
    public void A_Cousin_Is_Had_Again_From_Its_Draws_Alone()
    {
        SceneInstance cousin = _scene.Sampler("\"objects.part_*.pose\": { fill: bin }, objects.bin.offset_x_m: { uniform: [-0.2, 0.2] }").Sample(3);

        SceneInstance again = new CousinAssembly(_scene.ToScene(), EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal)).Apply(3, cousin.Draws);

        Assert.That(again.NodeToWorld, Is.EqualTo(cousin.NodeToWorld));
        Assert.That(cousin.Draws.Last().Key, Is.EqualTo("objects.part_30.pose"));
        Assert.That(_scene.WorstOverlap(cousin, 1e-4).Depth, Is.LessThan(1e-3), "in a bin that the cousin moves");
        Assert.That(Problems(cousin, cousin.NodeToWorld[1].Translation), Is.Empty);
    }

    [Test]
    public void A_Bin_That_Is_Too_Small_Ends_In_An_Error_With_Figures()
    {
        SolidScene crowded = new SolidScene().Add("bin", Solid.Bin, Matrix4x4d.Identity).AddMany("crate", 12, new Solid(ConvexPart.Box(new(0, 0.1, 0), new(0.2, 0.2, 0.2))));

        Scenes.Scenarios.ScenarioException error = Assert.Throws<Scenes.Scenarios.ScenarioException>(() => crowded.Sampler("\"objects.crate_*.pose\": { fill: bin }").Sample(4))!;

        Assert.That(error.Message, Does.Contain("aisle.yaml:12").And.Contain("(0.2 m × 0.2 m × 0.2 m) found no room on bin").And.Contain("0.155 m deep").And.Contain("sample 4"));
    }

    [Test]
    public void What_Is_Too_Large_For_The_Bin_Is_Told_By_Its_Size()
    {
        SolidScene crowded = new SolidScene().Add("bin", Solid.Bin, Matrix4x4d.Identity).AddMany("crate", 2, new Solid(ConvexPart.Box(new(0, 0.2, 0), new(0.4, 0.4, 0.4))));

        Scenes.Scenarios.ScenarioException error = Assert.Throws<Scenes.Scenarios.ScenarioException>(() => crowded.Sampler("\"objects.crate_*.pose\": { fill: bin }").Sample(0))!;

        Assert.That(error.Message, Does.Contain("crate_1 (0.4 m × 0.4 m × 0.4 m) is too large for bin"));
    }

    private static string PosesOf(SceneInstance cousin) => string.Join('\n', cousin.Draws.Where(draw => draw.Key.EndsWith(".pose", StringComparison.Ordinal)).Select(draw => draw.Value!.ToJsonString()));

    private static IEnumerable<string> Problems(SceneInstance cousin) => Problems(cousin, _binAt);

    private static IEnumerable<string> Problems(SceneInstance cousin, Vector3d bin)
    {
        ConvexPart[][] parts = [.. _scene.Nodes.Select((_, i) => _scene.PartsOf(cousin, i))];
        for (int node = FirstObject; node < parts.Length; node++)
        {
            Vector3d[] corners = [.. parts[node].SelectMany(part => part.Vertices)];
            Vector3d middle = ((1.0 / corners.Length) * corners.Aggregate((a, b) => a + b)) - bin;
            if (Math.Abs(middle.X) > 0.18 || Math.Abs(middle.Z) > 0.14 || middle.Y is < 0 or > 0.17)
            {
                yield return $"{_scene.Nodes[node].Name} is not in the bin: {middle}";
            }

            // What lies does not sink without meeting something, or is clamped from two sides.
            bool Meets(Vector3d shift) => parts[node].Select(part => part.Moved(Matrix4x4d.FromTranslation(shift))).ToArray() is var moved
                && parts.Index().Any(other => other.Index != node && other.Item.Any(b => moved.Any(a => ConvexPart.Depth(a, b, 0) > 0)));
            if (!Meets(new(0, -0.0015, 0)) && !(Meets(new(0.0015, 0, 0)) && Meets(new(-0.0015, 0, 0))) && !(Meets(new(0, 0, 0.0015)) && Meets(new(0, 0, -0.0015))))
            {
                yield return $"{_scene.Nodes[node].Name} floats";
            }
        }
    }
}
