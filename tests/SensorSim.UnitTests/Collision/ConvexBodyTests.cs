using SensorSim.Geometry;
using SensorSim.Scenes.Collision;
using SensorSim.UnitTests.Cousins.Placement;

namespace SensorSim.UnitTests.Collision;

/// <summary>Hulls, distances and masses against what geometry says.</summary>
public sealed class ConvexBodyTests
{
    private readonly Random _random = new(11);

    [Test]
    public void The_Distance_Of_Boxes_Is_That_Of_Their_Nearest_Corners_Edges_Or_Faces()
    {
        int apart = 0;
        for (int i = 0; i < 2000; i++)
        {
            (Vector3d centreA, Vector3d sizeA, Vector3d centreB, Vector3d sizeB) = (Point(1), Size(), Point(1), Size());
            Vector3d gap = Abs(centreA - centreB) - (0.5 * (sizeA + sizeB));
            double expected = Vector3d.Max(gap, Vector3d.Zero).Length;
            var together = new RigidPose(Point(3), new(_random.NextDouble(), _random.NextDouble(), _random.NextDouble(), 0.3));
            PosedHull a = Posed(ConvexPart.Box(centreA, sizeA), together), b = Posed(ConvexPart.Box(centreB, sizeB), together);

            Separation separation = Gjk.Between(a, b, 10);

            Assert.That(separation.Distance, Is.EqualTo(expected).Within(1e-7));
            if (expected > 1e-6)
            {
                apart++;
                Assert.That((separation.OnFirst - separation.OnSecond - (expected * separation.Normal)).Length, Is.LessThan(1e-6));
                Assert.That(Gjk.Between(a, b, 0.99 * expected).Distance, Is.EqualTo(double.PositiveInfinity), "beyond the limit nobody looks");
            }
        }

        Assert.That(apart, Is.InRange(500, 1990));
    }

    [Test]
    public void A_Hull_Leaves_No_Point_Farther_Outside_Than_Its_Tolerance()
    {
        foreach (double tolerance in new[] { 1e-6, 1e-3, 0.03 })
        {
            Vector3d[] points = [.. Enumerable.Range(0, 400).Select(_ => Point(1).Normalized())];
            ConvexHull hull = QuickHull.Of(points, tolerance, maximumVertices: 1000);

            var posed = new PosedHull(hull);
            Assert.That(points.Max(p => Gjk.Between(posed, new(new ConvexHull([p], [])), 1).Distance), Is.LessThanOrEqualTo(tolerance * 1.001));
            Assert.That(hull.Vertices, Is.SubsetOf(points));
            Assert.That(hull.Faces.Sum(face => face.Length) / 2, Is.EqualTo(hull.Vertices.Length + hull.Faces.Length - 2), "Euler");
        }

        Assert.That(QuickHull.Of([.. Enumerable.Range(0, 400).Select(_ => Point(1).Normalized())], 0.03, 1000).Vertices, Has.Length.LessThan(200));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void What_Is_Flat_Or_Thin_Or_A_Point_Gets_A_Hull_Too(int axes)
    {
        Vector3d[] points = [.. Enumerable.Range(0, 50).Select(_ => Point(1)).Select(p => new Vector3d(axes > 1 ? p.X : 0.3, axes > 2 ? p.Y : 0.2, 0.1))];
        ConvexHull hull = QuickHull.Of(points, 1e-4);

        Assert.That(points.Max(p => Gjk.Between(new(hull), new(new ConvexHull([p], [])), 1).Distance), Is.LessThan(2e-4));
        Assert.That(MassProperties.Of([hull]).Volume, Is.GreaterThan(0));
    }

    [Test]
    public void Mass_Is_Where_Formulas_Say()
    {
        var mass = MassProperties.Of([Hull(ConvexPart.Box(new(1, 2, 3), new(0.2, 0.3, 0.5)))]);

        Assert.That(mass.Volume, Is.EqualTo(0.03).Within(1e-9));
        Assert.That((mass.Centre - new Vector3d(1, 2, 3)).Length, Is.LessThan(1e-9));
        Assert.That(1 / mass.InverseGyration.M11, Is.EqualTo(((0.3 * 0.3) + (0.5 * 0.5)) / 12).Within(1e-9));
        Assert.That(1 / mass.InverseGyration.M33, Is.EqualTo(((0.3 * 0.3) + (0.2 * 0.2)) / 12).Within(1e-9));
    }

    [Test]
    public void A_Bracket_Is_Two_Pieces_And_A_Block_One_And_All_Of_The_Surface_Is_In_Them()
    {
        foreach ((Solid solid, int pieces) in new[] { (Solid.Bracket, 2), (Solid.Block, 1) })
        {
            Vector3d[] surface = [.. solid.Parts.SelectMany(part => part.Triangles())];
            IReadOnlyList<ConvexHull> hulls = ConvexDecomposition.Of(surface, 1e-3, 1e-4, 10);

            Assert.That(hulls, Has.Count.EqualTo(pieces));
            Assert.That(surface.Max(p => hulls.Min(hull => Gjk.Between(new(hull), new(new ConvexHull([p], [])), 1).Distance)), Is.LessThan(1e-4));
        }
    }

    [Test]
    public void What_Falls_On_A_Floor_Lies_Flat_And_Touches_It()
    {
        for (int i = 0; i < 50; i++)
        {
            var surroundings = new Surroundings();
            surroundings.Add(new FixtureSet([new(-1, 0, -1), new(0, 0, 1), new(1, 0, -1)]));
            var body = new RigidBody(new([Hull(Solid.Block.Parts[0])]), new(new(0, 0.06, 0), new Quaterniond(Share(), Share(), Share(), Share()).Normalized()));

            Assert.That(new Settling(surroundings).Settle(body, _ => false), Is.EqualTo(SettlingOutcome.AtRest));
            double[] corners = [.. Enumerable.Range(0, 8).Select(v => body.Pieces[0][v].Y).Order()];
            Assert.That(corners[0], Is.InRange(0, 3e-4));
            Assert.That(corners[3] - corners[0], Is.LessThan(1e-3), "on four corners");
        }
    }

    private static PosedHull Posed(ConvexPart part, RigidPose pose)
    {
        var posed = new PosedHull(Hull(part));
        posed.Pose(pose);
        return posed;
    }

    private static ConvexHull Hull(ConvexPart part) => QuickHull.Of(part.Vertices, 1e-6);

    private Vector3d Point(double scale) => scale * new Vector3d((2 * Share()) - 1, (2 * Share()) - 1, (2 * Share()) - 1);

    private Vector3d Size() => new(0.1 + Share(), 0.1 + Share(), 0.1 + Share());

    private double Share() => _random.NextDouble();

    private static Vector3d Abs(Vector3d v) => new(Math.Abs(v.X), Math.Abs(v.Y), Math.Abs(v.Z));
}
