using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Cousins.Placement;

/// <summary>Objects on surfaces: scattered, in lines, in stacks.</summary>
public sealed class PlacementTests
{
    private static readonly double[] _levels = [0.5, 0.9, 1.3];

    private static SolidScene Shelf(int count = 15) => new SolidScene()
        .Add("shelf", Solid.Shelf, Matrix4x4d.FromTrs(new(1, 0, 2), Quaterniond.FromAxisAngle(Vector3d.UnitY, 0.6), new(1, 1, 1)))
        .Add("stone", new(ConvexPart.Box(new(1, 0.6, 2), new(0.3, 0.199, 0.2))), Matrix4x4d.Identity)
        .AddMany("cup", count, Solid.Rod, Solid.Block, Solid.Bracket);

    [TestCase("scatter_on: shelf, clearance_m: 0.02")]
    [TestCase("scatter_on: shelf, clearance_m: 0.02, yaw_steps: 4, margin_m: 0.03")]
    [TestCase("line_on: shelf, gap_m: 0.01, jitter_m: 0.02")]
    [TestCase("stack_on: shelf, layers: 1, clearance_m: 0.02")]
    [TestCase("scatter_on: shelf, upright: false")]
    public void Nothing_Overlaps_And_Everything_Stands_On_A_Board(string how)
    {
        SolidScene scene = Shelf();
        for (int sample = 0; sample < 20; sample++)
        {
            SceneInstance cousin = scene.Sampler("\"objects.cup_*.pose\": { " + how + " }").Sample(sample);

            Assert.That(scene.WorstOverlap(cousin, 1e-5).Depth, Is.LessThan(1e-4));
            Matrix4x4d toShelf = cousin.NodeToWorld[0].InverseAffine();
            for (int node = 2; node < scene.Nodes.Count; node++)
            {
                Vector3d[] points = [.. scene.PartsOf(cousin, node).SelectMany(part => part.Vertices).Select(toShelf.TransformPoint)];
                double above = _levels.Min(level => Math.Abs(points.Min(p => p.Y) - level));
                Assert.That(above, Is.LessThan(how.Contains("false", StringComparison.Ordinal) ? 0.05 : 1e-3), scene.Nodes[node].Name);
                Assert.That(points.Select(p => Math.Abs(p.X)).Max(), Is.LessThan(0.61));
                Assert.That(Math.Abs(points.Average(p => p.Z)), Is.LessThan(0.2));
            }
        }
    }

    [Test]
    public void Clearance_And_Margin_Are_Kept_And_Objects_Stand_Upright()
    {
        SolidScene scene = Shelf();
        var yaws = new HashSet<double>();
        for (int sample = 0; sample < 20; sample++)
        {
            SceneInstance cousin = scene.Sampler("\"objects.cup_*.pose\": { scatter_on: shelf, clearance_m: 0.03, yaw_steps: 4, margin_m: 0.05 }").Sample(sample);
            for (int node = 2; node < scene.Nodes.Count; node++)
            {
                Matrix4x4d m = cousin.NodeToWorld[node];
                Assert.That(m.ColumnY.Y, Is.EqualTo(1).Within(1e-9));
                yaws.Add(Math.Round(Math.Atan2(-m.ColumnX.Z, m.ColumnX.X) / (Math.PI / 2), 6) % 4);
                ConvexPart[] grown = scene.PartsOf(cousin, node);
                Vector3d[] onShelf = [.. grown.SelectMany(part => part.Vertices).Select(cousin.NodeToWorld[0].InverseAffine().TransformPoint)];
                Assert.That(onShelf.Max(p => Math.Abs(p.Z)), Is.LessThan(0.2 - 0.05 + 1e-3));
                for (int other = 1; other < node; other++)
                {
                    double gap = -scene.PartsOf(cousin, other).Max(a => grown.Max(b => WidestGap(a, b)));
                    Assert.That(gap, Is.GreaterThan(0).And.GreaterThan(0.03 / Math.Sqrt(2)), $"{scene.Nodes[node].Name} and {scene.Nodes[other].Name}");
                }
            }
        }

        Assert.That(yaws, Is.SupersetOf(new[] { 0.0, 1, -1 }));
    }

    [Test]
    public void A_Line_Stands_Along_The_Front()
    {
        SolidScene scene = new SolidScene().Add("shelf", Solid.Shelf, Matrix4x4d.FromTrs(new(1, 0, 2), Quaterniond.FromAxisAngle(Vector3d.UnitY, 0.6), new(1, 1, 1))).AddMany("cup", 24, Solid.Block);
        SceneInstance cousin = scene.Sampler("\"objects.cup_*.pose\": { line_on: shelf, gap_m: 0.02, margin_m: 0.01 }").Sample(0);
        Matrix4x4d toShelf = cousin.NodeToWorld[0].InverseAffine();
        (double Left, double Right, double Front, double Low)[] cups = [.. Enumerable.Range(1, 24).Select(node =>
        {
            Vector3d[] points = [.. scene.PartsOf(cousin, node).SelectMany(part => part.Vertices).Select(toShelf.TransformPoint)];
            return (points.Min(p => p.X), points.Max(p => p.X), points.Max(p => p.Z), points.Min(p => p.Y));
        })];

        Assert.That(cups.Select(cup => cup.Front), Has.All.EqualTo(0.19).Within(1e-3));
        foreach (IGrouping<double, (double Left, double Right, double Front, double Low)> row in cups.GroupBy(cup => Math.Round(cup.Low, 1)))
        {
            (double Left, double Right, double Front, double Low)[] ordered = [.. row.OrderBy(cup => cup.Left)];
            Assert.That(ordered[0].Left, Is.EqualTo(-0.59).Within(1e-3));
            Assert.That(ordered.Skip(1).Zip(ordered, (right, left) => right.Left - left.Right), Has.All.EqualTo(0.02).Within(1e-3));
        }

        Assert.That(cups.Select(cup => Math.Round(cup.Low, 1)).Distinct().Count(), Is.EqualTo(2), "thirteen fit on a board");
    }

    [Test]
    public void In_A_Stack_Each_Stands_On_The_One_Below()
    {
        SolidScene scene = new SolidScene().Add("table", new(ConvexPart.Box(new(0, 0.79, 0), new(2, 0.02, 2))), Matrix4x4d.Identity).AddMany("box", 12, Solid.Block, Solid.Nut);
        for (int sample = 0; sample < 20; sample++)
        {
            SceneInstance cousin = scene.Sampler("\"objects.box_*.pose\": { stack_on: table, layers: 4, jitter_m: 0.01, jitter_deg: 10 }").Sample(sample);
            Assert.That(scene.WorstOverlap(cousin, 1e-5).Depth, Is.LessThan(1e-4));
            Matrix4x4d[] boxes = [.. cousin.NodeToWorld.Skip(1)];
            int[] layers = [.. boxes.GroupBy(box => boxes.Min(other => Aside(other, box) < 0.045 ? Array.IndexOf(boxes, other) : 99)).Select(stack => stack.Count())];
            Assert.That(boxes.Count(box => box.Translation.Y < 0.801), Is.LessThan(12).And.AtLeast(3));
            Assert.That(layers, Has.All.LessThanOrEqualTo(4));
            foreach (Matrix4x4d box in boxes.Where(box => box.Translation.Y > 0.81))
            {
                Assert.That(boxes.Any(below => Aside(below, box) < 0.02 && box.Translation.Y - below.Translation.Y is > 0.019 and < 0.0415), "something is right below");
            }
        }
    }

    [Test]
    public void What_Is_Placed_Can_Hold_What_Comes_Later()
    {
        SolidScene scene = new SolidScene().Add("table", new(ConvexPart.Box(new(0, 0.79, 0), new(2, 0.02, 2))), Matrix4x4d.Identity).Add("bin", Solid.Bin, Matrix4x4d.Identity).AddMany("nut", 6, Solid.Nut);
        SceneInstance cousin = scene.Sampler("objects.bin.pose: { scatter_on: table }, \"objects.nut_*.pose\": { fill: bin }").Sample(1);

        Assert.That(scene.WorstOverlap(cousin, 1e-5).Depth, Is.LessThan(1e-4));
        Assert.That(cousin.NodeToWorld[1].Translation.Y, Is.EqualTo(0.8).Within(1e-3));
        Matrix4x4d toBin = cousin.NodeToWorld[1].InverseAffine();
        Assert.That(cousin.NodeToWorld.Skip(2).Select(m => toBin.TransformPoint(m.Translation)).Select(p => Math.Abs(p.X) < 0.18 && Math.Abs(p.Z) < 0.14 && p.Y < 0.15), Has.All.True);
    }

    [TestCase("objects.cup_1.pose: { scatter_on: shlf }", "12:40: cousins.vary[\"objects.cup_1.pose\"]: no object of the scene matches 'shlf'; expected one of shelf, stone, cup_1, cup_2, cup_3; did you mean 'shelf'?")]
    [TestCase("objects.cap_1.pose: { fill: shelf }", "no object of the scene matches 'cap_1'")]
    [TestCase("objects.cup_1.pose: { fill: stone }", "'stone' is nothing that is open above")]
    [TestCase("\"objects.cup_*.pose\": { stack_on: cup_1 }", "'cup_1' would be placed on itself")]
    [TestCase("objects.cup_1.pose: { stack_on: cup_2 }, objects.cup_2.pose: { scatter_on: shelf }", "'cup_2' is placed by a later key")]
    [TestCase("objects.cup_1.pose: { scatter_on: shelf }, \"objects.cup_*.pose\": { scatter_on: shelf }", "'cup_1' is already placed by the key at aisle.yaml:12:")]
    public void What_Does_Not_Fit_The_Scene_Is_An_Error(string vary, string expected)
    {
        Assert.That(Shelf(3).Errors(vary), Has.Some.Contains(expected));
    }

    private static double Aside(Matrix4x4d a, Matrix4x4d b) => ((a.Translation - b.Translation) with { Y = 0 }).Length;

    private static double WidestGap(ConvexPart a, ConvexPart b)
    {
        double widest = double.PositiveInfinity;
        foreach (Vector3d axis in a.Normals.Concat(b.Normals).Concat(a.Edges.SelectMany(e => b.Edges.Select(f => Vector3d.Cross(e, f)))).Where(axis => axis.Length > 1e-6))
        {
            widest = Math.Min(widest, ConvexPart.Depth(a with { Normals = [axis.Normalized()], Edges = [] }, b with { Normals = [], Edges = [] }, double.NegativeInfinity));
        }

        return widest;
    }
}
