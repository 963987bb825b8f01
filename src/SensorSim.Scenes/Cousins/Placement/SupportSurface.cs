using SensorSim.Geometry;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>The level parts of an object that face up: where things can stand.</summary>
internal sealed class SupportSurface
{
    /// <summary>How far from level a surface may be unless somebody says otherwise.</summary>
    public const double LevelDegrees = 5;

    private readonly TriangleTree _tree;
    private readonly Matrix4x4d _toNode;
    private readonly List<(Vector3d A, Vector3d B, Vector3d C)> _triangles = [];
    private readonly List<double> _areas = [];

    /// <param name="name">Of the object.</param>
    /// <param name="tree">Of its mesh.</param>
    /// <param name="toWorld">Of its node.</param>
    /// <param name="levelDegrees">How far from level a part may be.</param>
    public SupportSurface(string name, TriangleTree tree, Matrix4x4d toWorld, double levelDegrees = LevelDegrees)
    {
        double levelCosine = Math.Cos(levelDegrees * (Math.PI / 180)) - 1e-9;
        (Name, _tree, ToWorld, _toNode) = (name, tree, toWorld, toWorld.InverseAffine());
        double handedness = Math.Sign(toWorld.Determinant3x3);
        for (int i = 0; i < tree.Count; i++)
        {
            (Vector3d a, Vector3d b, Vector3d c) = (toWorld.TransformPoint(tree[i][0]), toWorld.TransformPoint(tree[i][1]), toWorld.TransformPoint(tree[i][2]));
            Vector3d area = (0.5 * handedness) * Vector3d.Cross(b - a, c - a);
            if (area.Y > levelCosine * area.Length && area.Y > 1e-9)
            {
                _triangles.Add((a, b, c));
                _areas.Add(Area + area.Y);
                Area += area.Y;
            }
        }
    }

    public string Name { get; }

    public Matrix4x4d ToWorld { get; }

    /// <summary>Square metres.</summary>
    public double Area { get; }

    /// <summary>Around the level parts, world space.</summary>
    public Box Bounds => _triangles.Aggregate(Box.Empty, (box, t) => box.Union(Box.Around(t.A, t.B, t.C)));

    /// <summary>The corners of its level parts by height, with their area, largest area first.</summary>
    /// <param name="apart">Metres up to which heights are one.</param>
    public IEnumerable<(Vector3d[] Corners, double Area)> Levels(double apart) => _triangles
        .Select((t, i) => (Triangle: t, Area: _areas[i] - (i > 0 ? _areas[i - 1] : 0)))
        .GroupBy(t => Math.Round((t.Triangle.A.Y + t.Triangle.B.Y + t.Triangle.C.Y) / (3 * apart)))
        .Select(level => ((Vector3d[])[.. level.SelectMany(t => new[] { t.Triangle.A, t.Triangle.B, t.Triangle.C })], level.Sum(t => t.Area)))
        .OrderByDescending(level => level.Item2);

    /// <summary>A point of the level parts, each as likely.</summary>
    public Vector3d PointBy(PlacementDice dice)
    {
        double at = dice.Share() * Area;
        int found = _areas.BinarySearch(at);
        (Vector3d a, Vector3d b, Vector3d c) = _triangles[Math.Min(found < 0 ? ~found : found, _triangles.Count - 1)];
        (double u, double v) = (dice.Share(), dice.Share());
        (u, v) = u + v > 1 ? (1 - u, 1 - v) : (u, v);
        return a + (u * (b - a)) + (v * (c - a));
    }

    /// <summary>Whether it carries points: it is there within a tolerance below or above their height.</summary>
    /// <param name="points">World space.</param>
    /// <param name="height">Of the level that should carry them.</param>
    /// <param name="tolerance">Metres.</param>
    public bool Carries(ReadOnlySpan<Vector3d> points, double height, double tolerance)
    {
        foreach (Vector3d point in points)
        {
            if (HeightBelow(new(point.X, height + tolerance, point.Z), 2 * tolerance) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The height of the object's surface below a point; null where it has none.</summary>
    public double? HeightBelow(Vector3d point, double limit = double.MaxValue) =>
        _tree.Nearest(new Ray(point, -Vector3d.UnitY).Transformed(_toNode), limit) is { } hit ? point.Y - hit.Distance : null;
}
