using System.Runtime.Intrinsics;

namespace SensorSim.Datasets.Preservation;

/// <summary>Looks for the edges of one picture in another, over displacements of up to <see cref="Radius"/> pixels.</summary>
internal sealed class OutlineSearch
{
    /// <summary>Pixels.</summary>
    public const int Radius = 6;

    private const int Side = (2 * Radius) + 1;

    // Rows of sums are as long as two vectors; what stands behind the first 13 is not used.
    private const int Stride = 16;
    private const int Centre = (Radius * Stride) + Radius;

    private readonly float[] _sums = new float[Side * Stride], _energies = new float[Side * Stride];
    private double _self;

    // Of almost equal places the nearer: likeness for each pixel. And a place where hardly an edge is found, or few beside the fullest place, is none.
    private const double NearerBy = 0.01, LeastFound = 0.25, LeastOfMost = 0.5, LeastUnlikeness = 0.02;

    /// <summary>Pixels that were added; those too near the border to be looked for are not.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the edges at some pixels. The correlation of doubled angles is 0 on average where edges have nothing to do with each other.</summary>
    public void Add(OrientationField reference, OrientationField found, ReadOnlySpan<int> pixels)
    {
        foreach (int pixel in pixels)
            Add(reference, found, pixel, pixel);
    }

    /// <summary>Adds the edge at one pixel, looked for around another one; false where that is too near the border.</summary>
    public bool Add(OrientationField reference, OrientationField found, int pixel, int around)
    {
        int x = around % found.Width, y = around / found.Width;
        if (x < Radius || y < Radius || x >= found.Width - Stride + Radius || y >= found.Height - Radius)
            return false;
        float c = reference.Cosine[pixel], s = reference.Sine[pixel];
        _self += (c * c) + (s * s);
        Count++;
        var cosines = Vector256.Create(c);
        var sines = Vector256.Create(s);
        ref float foundCosine = ref found.Cosine[0], foundSine = ref found.Sine[0], sums = ref _sums[0], energies = ref _energies[0];
        for (int row = 0; row < Side; row++)
        {
            nuint at = (nuint)(around + ((row - Radius) * found.Width) - Radius), to = (nuint)(row * Stride);
            for (nuint k = 0; k < Stride; k += (nuint)Vector256<float>.Count)
            {
                Vector256<float> cosine = Vector256.LoadUnsafe(ref foundCosine, at + k), sine = Vector256.LoadUnsafe(ref foundSine, at + k);
                (Vector256.LoadUnsafe(ref sums, to + k) + (cosines * cosine) + (sines * sine)).StoreUnsafe(ref sums, to + k);
                (Vector256.LoadUnsafe(ref energies, to + k) + (cosine * cosine) + (sine * sine)).StoreUnsafe(ref energies, to + k);
            }
        }

        return true;
    }

    /// <summary>All that another search has found.</summary>
    public void Add(OutlineSearch other)
    {
        _self += other._self;
        Count += other.Count;
        for (int k = 0; k < _sums.Length; k++)
            (_sums[k], _energies[k]) = (_sums[k] + other._sums[k], _energies[k] + other._energies[k]);
    }

    /// <summary>The best place; of almost equal ones, along a straight edge, the nearest.</summary>
    /// <param name="self">The edges looked for in their own picture: how unlike themselves they are when they are shifted.</param>
    public Displacement Best(OutlineSearch self)
    {
        if (_self <= 0)
            return default;
        double least = Math.Max(LeastFound * _self, LeastOfMost * _sums.Max());
        int best = Centre;
        double score = Likeness(Centre);
        for (int k = 0; k < _sums.Length; k++)
        {
            double cost = NearerBy * Math.Sqrt(Square((k % Stride) - Radius) + Square((k / Stride) - Radius));
            if (k % Stride < Side && _sums[k] >= least && Likeness(k) - cost > score)
                (best, score) = (k, Likeness(k) - cost);
        }

        int x = best % Stride, y = best / Stride;
        return new(
            x - Radius + (x is > 0 and < Side - 1 ? Vertex(best, 1) : 0),
            y - Radius + (y is > 0 and < Side - 1 ? Vertex(best, Stride) : 0),
            Math.Max(0, Likeness(best) - Likeness(Centre)),
            Math.Max(0, Likeness(best) - Likeness(Centre)) / Math.Max(LeastUnlikeness, 1 - self.Likeness(best)),
            _sums[Centre] / _self);
    }

    private static double Square(int v) => v * v;

    // -1 to 1: a clearer edge beside the right one is not more like it.
    private double Likeness(int k) => _sums[k] / Math.Sqrt(Math.Max(1e-12, _self * _energies[k]));

    // The top of the parabola through three neighbours; along a flat edge it says nothing.
    private double Vertex(int k, int step)
    {
        double before = _sums[k - step], here = _sums[k], after = _sums[k + step], curvature = before - (2 * here) + after;
        return curvature < -0.02 * _self ? Math.Clamp((before - after) / (2 * curvature), -0.5, 0.5) : 0;
    }
}
