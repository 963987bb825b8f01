using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>A triangle of a hull that grows.</summary>
internal sealed class HullFace
{
    private readonly Vector3d _on;
    private readonly Vector3d _normal;
    private readonly List<int> _outside = [];

    /// <param name="a">First corner; counter-clockwise as seen from outside.</param>
    /// <param name="b">Second corner.</param>
    /// <param name="c">Third corner.</param>
    /// <param name="on">A point of the plane.</param>
    /// <param name="outwards">Of any length; zero for a sliver, which sees nothing.</param>
    public HullFace(int a, int b, int c, Vector3d on, Vector3d outwards)
    {
        (A, B, C, _on) = (a, b, c, on);
        _normal = outwards.Length > 0 ? outwards.Normalized() : Vector3d.Zero;
    }

    public int A { get; }

    public int B { get; }

    public int C { get; }

    /// <summary>Whether the hull has grown beyond it.</summary>
    public bool IsGone { get; set; }

    /// <summary>Points that lie before it.</summary>
    public IReadOnlyList<int> Outside => _outside;

    public int FarthestPoint { get; private set; }

    /// <summary>Metres from the plane to the farthest point.</summary>
    public double Reach { get; private set; }

    public (int From, int To)[] Edges => [(A, B), (B, C), (C, A)];

    /// <summary>Metres before the plane.</summary>
    public double HeightOf(Vector3d point) => Vector3d.Dot(_normal, point - _on);

    public void Add(int point, double height)
    {
        _outside.Add(point);
        (FarthestPoint, Reach) = height > Reach ? (point, height) : (FarthestPoint, Reach);
    }
}
