using SensorSim.Geometry;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>The inside of an object that is open above, by heights of its surface on a grid.</summary>
internal sealed class ContainerInterior
{
    private const int Cells = 48;

    /// <summary>What lies this much of the height below the rim is inside.</summary>
    private const double InsideShare = 0.3;

    private const double LeastDepth = 2e-3;
    private const double LeastShare = 0.15;

    private readonly Box _bounds;
    private readonly double[] _heights = new double[Cells * Cells];
    private readonly List<int> _inside = [];

    /// <param name="container">The object's surface.</param>
    /// <param name="bounds">Around it, world space.</param>
    public ContainerInterior(SupportSurface container, Box bounds)
    {
        _bounds = bounds;
        for (int i = 0; i < _heights.Length; i++)
        {
            Vector3d centre = CentreOf(i);
            _heights[i] = container.HeightBelow(new(centre.X, bounds.Max.Y + 1, centre.Z)) ?? double.NegativeInfinity;
        }

        Rim = _heights.Max();
        Floor = _heights.Where(double.IsFinite).DefaultIfEmpty(Rim).Min();
        double inside = Rim - (InsideShare * (Rim - Floor));
        _inside.AddRange(Enumerable.Range(0, _heights.Length).Where(i => double.IsFinite(_heights[i]) && _heights[i] < inside));
        Bounds = _inside.Aggregate(Box.Empty, (box, cell) => box.Union(BoxOf(cell)));
    }

    /// <param name="name">Of the object.</param>
    /// <param name="tree">Of its mesh.</param>
    /// <param name="toWorld">Of its node.</param>
    public static ContainerInterior Of(string name, TriangleTree tree, Matrix4x4d toWorld) => new(new(name, tree, toWorld), tree.Bounds.Transformed(toWorld));

    /// <summary>Height of the highest part, world space.</summary>
    public double Rim { get; }

    /// <summary>Height of the lowest part that is seen from above.</summary>
    public double Floor { get; }

    public double Depth => Rim - Floor;

    /// <summary>Whether it has an inside at all: a part of some size lies well below the rim.</summary>
    public bool IsOpen => Depth > LeastDepth && Area > LeastShare * _bounds.Size.X * _bounds.Size.Z;

    /// <summary>Square metres that are open above.</summary>
    public double Area => _inside.Count * CellSize.X * CellSize.Z;

    /// <summary>Around the inside, from floor to rim.</summary>
    public Box Bounds { get; }

    private Vector3d CellSize => (1.0 / Cells) * _bounds.Size;

    /// <summary>Whether a point, seen from above, is over the inside.</summary>
    public bool IsOver(Vector3d point)
    {
        (int x, int z) = CellAt(point);
        return x is >= 0 and < Cells && z is >= 0 and < Cells && _heights[x + (z * Cells)] < Rim - (InsideShare * Depth) && double.IsFinite(_heights[x + (z * Cells)]);
    }

    /// <summary>A point over the inside, each as likely.</summary>
    public Vector3d PointBy(PlacementDice dice)
    {
        Vector3d centre = CentreOf(_inside[dice.Index(_inside.Count)]), size = CellSize;
        return new(centre.X + (size.X * dice.Between(-0.5, 0.5)), Rim, centre.Z + (size.Z * dice.Between(-0.5, 0.5)));
    }

    /// <summary>Points all over the inside, at the height of the rim.</summary>
    public IEnumerable<Vector3d> Mouth() => _inside.Where(cell => (cell + (cell / Cells)) % 3 == 0).Select(CentreOf);

    /// <summary>The highest of the inside below a box.</summary>
    public double FloorBelow(Box box)
    {
        (int left, int back) = CellAt(box.Min);
        (int right, int front) = CellAt(box.Max);
        double floor = Floor;
        for (int z = Math.Max(back, 0); z <= Math.Min(front, Cells - 1); z++)
        {
            for (int x = Math.Max(left, 0); x <= Math.Min(right, Cells - 1); x++)
            {
                double height = _heights[x + (z * Cells)];
                floor = height < Rim - (InsideShare * Depth) ? Math.Max(floor, height) : floor;
            }
        }

        return floor;
    }

    private Box BoxOf(int cell)
    {
        Vector3d centre = CentreOf(cell), half = 0.5 * CellSize;
        return new(new(centre.X - half.X, Floor, centre.Z - half.Z), new(centre.X + half.X, Rim, centre.Z + half.Z));
    }

    private (int X, int Z) CellAt(Vector3d point) =>
        ((int)Math.Floor((point.X - _bounds.Min.X) / CellSize.X), (int)Math.Floor((point.Z - _bounds.Min.Z) / CellSize.Z));

    private Vector3d CentreOf(int cell) => new(
        _bounds.Min.X + (((cell % Cells) + 0.5) * CellSize.X),
        Rim,
        _bounds.Min.Z + (((cell / Cells) + 0.5) * CellSize.Z));
}
