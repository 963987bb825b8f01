using System.Runtime.CompilerServices;
using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>Where a search for the distance of two hulls ended: corners of both, or a direction along which they are apart.</summary>
internal readonly struct GjkSeed
{
    private readonly Corners _corners;
    private readonly int _count;

    private GjkSeed(Vector3d direction) => Direction = direction;

    private GjkSeed(in GjkSimplex simplex)
    {
        _count = simplex.Count;
        for (int i = 0; i < _count; i++)
        {
            _corners[i] = simplex.CornersOf(i);
        }
    }

    /// <summary>From the second to the first, of any length; null where there is none.</summary>
    public Vector3d? Direction { get; }

    public static GjkSeed Of(Vector3d direction) => new(direction);

    public static GjkSeed Of(in GjkSimplex simplex) => new(simplex);

    /// <summary>Adds the corners, where the hulls are now; false without any.</summary>
    public bool Begin(PosedHull first, PosedHull second, ref GjkSimplex simplex)
    {
        for (int i = 0; i < _count; i++)
        {
            (int a, int b) = _corners[i];
            simplex.Add(new(first[a] - second[b], a, b));
        }

        return _count > 0;
    }

    // A simplex that has been reduced has no more.
    [InlineArray(3)]
    private struct Corners
    {
        private (int First, int Second) _first;
    }
}
