using SensorSim.Plugins.PhysicsOde.Native;

namespace SensorSim.Plugins.PhysicsOde;

/// <summary>
/// Which geometries may touch: their boxes along the axes meet. The library's own spaces call back into managed code and order pairs by the past; here the order is that of the geometries.
/// </summary>
internal sealed unsafe class OdeBroadPhase(IReadOnlyList<(nint Geometry, int Body)> geometries)
{
    private const int Numbers = 6;

    private readonly double[] _bounds = new double[geometries.Count * Numbers];
    private readonly double[] _starts = new double[geometries.Count];
    private readonly int[] _order = new int[geometries.Count];
    private readonly List<long> _pairs = [];

    /// <summary>Pairs of places, the smaller first.</summary>
    /// <param name="mayTouch">Told the bodies.</param>
    public IReadOnlyList<long> Pairs(Func<int, int, bool> mayTouch)
    {
        ReadBounds();
        _pairs.Clear();
        for (int i = 0; i < _order.Length; i++)
        {
            int a = _order[i];
            for (int j = i + 1; j < _order.Length && _starts[j] <= _bounds[(a * Numbers) + 1]; j++)
            {
                if (Meet(a, _order[j]) && mayTouch(geometries[a].Body, geometries[_order[j]].Body)) _pairs.Add(Key(a, _order[j]));
            }
        }

        _pairs.Sort();
        return _pairs;
    }

    private static long Key(int a, int b) => ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);

    private void ReadBounds()
    {
        fixed (double* bounds = _bounds)
        {
            for (int i = 0; i < _order.Length; i++)
            {
                Ode.Bounds(geometries[i].Geometry, bounds + (i * Numbers));
                (_order[i], _starts[i]) = (i, bounds[i * Numbers]);
            }
        }

        Array.Sort(_starts, _order);
    }

    private bool Meet(int a, int b)
    {
        ReadOnlySpan<double> one = _bounds.AsSpan(a * Numbers, Numbers), other = _bounds.AsSpan(b * Numbers, Numbers);
        return one[2] <= other[3] && other[2] <= one[3] && one[4] <= other[5] && other[4] <= one[5];
    }
}
