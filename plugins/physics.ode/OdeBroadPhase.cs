using SensorSim.Plugins.PhysicsOde.Native;

namespace SensorSim.Plugins.PhysicsOde;

/// <summary>
/// Which geometries may touch: their boxes along the axes meet. The library's own spaces call back into managed code and order pairs by the past; here the order is that of the geometries.
/// What never moves is looked at once, so that rooms full of things cost little.
/// </summary>
internal sealed unsafe class OdeBroadPhase
{
    private const int Numbers = 6;

    private readonly IReadOnlyList<(nint Geometry, int Body)> _geometries;
    private readonly double[] _bounds;
    private readonly int[] _moving;
    private readonly int[] _still;
    private readonly double[] _starts;
    private readonly List<long> _pairs = [];

    /// <param name="geometries">With their bodies.</param>
    /// <param name="isStill">Told a body: whether it never moves.</param>
    public OdeBroadPhase(IReadOnlyList<(nint Geometry, int Body)> geometries, Func<int, bool> isStill)
    {
        (_geometries, _bounds) = (geometries, new double[geometries.Count * Numbers]);
        ReadBounds([.. Enumerable.Range(0, geometries.Count)]);
        ILookup<bool, int> places = Enumerable.Range(0, geometries.Count).ToLookup(place => isStill(geometries[place].Body));
        _moving = [.. places[false]];
        _still = [.. places[true].OrderBy(place => _bounds[place * Numbers])];
        _starts = Array.ConvertAll(_still, place => _bounds[place * Numbers]);
    }

    /// <summary>Pairs of places, the smaller first.</summary>
    /// <param name="mayTouch">Told the bodies.</param>
    public IReadOnlyList<long> Pairs(Func<int, int, bool> mayTouch)
    {
        ReadBounds(_moving);
        _pairs.Clear();
        for (int i = 0; i < _moving.Length; i++)
        {
            for (int j = i + 1; j < _moving.Length; j++)
            {
                Add(_moving[i], _moving[j], mayTouch);
            }

            // In the order in which they begin along x: behind the end of the moving one there is none.
            double end = _bounds[(_moving[i] * Numbers) + 1];
            for (int j = 0; j < _still.Length && _starts[j] <= end; j++)
            {
                Add(_moving[i], _still[j], mayTouch);
            }
        }

        _pairs.Sort();
        return _pairs;
    }

    private void Add(int a, int b, Func<int, int, bool> mayTouch)
    {
        if (Meet(a, b) && mayTouch(_geometries[a].Body, _geometries[b].Body))
        {
            _pairs.Add(((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b));
        }
    }

    private void ReadBounds(int[] places)
    {
        fixed (double* bounds = _bounds)
        {
            foreach (int place in places)
            {
                Ode.Bounds(_geometries[place].Geometry, bounds + (place * Numbers));
            }
        }
    }

    private bool Meet(int a, int b)
    {
        ReadOnlySpan<double> one = _bounds.AsSpan(a * Numbers, Numbers), other = _bounds.AsSpan(b * Numbers, Numbers);
        return one[0] <= other[1] && other[0] <= one[1] && one[2] <= other[3] && other[2] <= one[3] && one[4] <= other[5] && other[4] <= one[5];
    }
}
