namespace SensorSim.Restyles;

/// <summary>Fills a hole with the smoothest surface over what surrounds it: Laplace's equation, by over-relaxation.</summary>
internal sealed class Membrane
{
    private readonly int[] _pixels, _neighbours, _counts;

    /// <param name="isHole">What is to be filled.</param>
    /// <param name="isIgnored">What surrounds it and must not flow in.</param>
    /// <param name="width">Columns.</param>
    public Membrane(bool[] isHole, bool[] isIgnored, int width)
    {
        _pixels = [.. Enumerable.Range(0, isHole.Length).Where(i => isHole[i])];
        (_neighbours, _counts) = (new int[4 * _pixels.Length], new int[_pixels.Length]);
        for (int k = 0; k < _pixels.Length; k++)
        {
            int pixel = _pixels[k];
            foreach ((bool exists, int next) in new[] { (pixel % width > 0, pixel - 1), (pixel % width < width - 1, pixel + 1), (pixel >= width, pixel - width), (pixel < isHole.Length - width, pixel + width) })
            {
                if (exists && !isIgnored[next])
                    _neighbours[(4 * k) + _counts[k]++] = next;
            }
        }
    }

    /// <summary>Fills the hole in one plane.</summary>
    public void Fill(float[] plane)
    {
        float mean = MeanAround(plane);
        foreach (int pixel in _pixels)
            plane[pixel] = mean;
        int rounds = Math.Min(300, 40 + (int)(3 * Math.Sqrt(_pixels.Length)));
        for (int round = 0; round < rounds; round++)
        {
            for (int k = 0; k < _pixels.Length; k++)
                Relax(plane, round % 2 == 0 ? k : _pixels.Length - 1 - k);
        }
    }

    // Over-relaxed, which reaches the bottom in tens of rounds instead of thousands.
    private void Relax(float[] plane, int k)
    {
        if (_counts[k] == 0)
            return;
        float sum = 0;
        for (int n = 0; n < _counts[k]; n++)
            sum += plane[_neighbours[(4 * k) + n]];
        plane[_pixels[k]] += 1.9f * ((sum / _counts[k]) - plane[_pixels[k]]);
    }

    private float MeanAround(float[] plane)
    {
        var hole = _pixels.ToHashSet();
        float[] around = [.. Enumerable.Range(0, _pixels.Length).SelectMany(k => new ArraySegment<int>(_neighbours, 4 * k, _counts[k])).Where(next => !hole.Contains(next)).Select(next => plane[next])];
        return around.Length == 0 ? 0.5f : around.Average();
    }
}
