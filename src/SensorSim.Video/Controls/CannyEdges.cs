namespace SensorSim.Video.Controls;

/// <summary>
/// Edges by J. Canny, A Computational Approach to Edge Detection, IEEE PAMI 8(6), 1986, to the bit as OpenCV computes them of an 8-bit picture with three channels: no blur before, Sobel of 3x3 with the border repeated, at
/// each pixel the channel with the largest gradient, |dx| + |dy|, three directions apart at 22.5°.
/// </summary>
public sealed class CannyEdges
{
    private const int Tangent = 13573; // tan 22.5° · 2^15, as OpenCV rounds it

    private readonly int _width;
    private readonly int _height;
    private readonly int _stride;
    private readonly short[] _dx;
    private readonly short[] _dy;
    private readonly int[] _magnitude; // with a border of zeros

    private CannyEdges(VideoFrame picture)
    {
        (_width, _height, _stride) = (picture.Width, picture.Height, picture.Width + 2);
        (_dx, _dy, _magnitude) = (new short[_width * _height], new short[_width * _height], new int[_stride * (_height + 2)]);
        for (int y = 0; y < _height; y++)
        {
            Differentiate(picture.Samples, y);
        }
    }

    /// <summary>White edges on black, the same in all three channels.</summary>
    /// <param name="picture">8 bits.</param>
    /// <param name="low">An edge that hangs together with a strong one goes on while the gradient is above this.</param>
    /// <param name="high">Above this it is a strong one.</param>
    public static VideoFrame Of(VideoFrame picture, int low, int high)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return new CannyEdges(picture).Traced(Math.Min(low, high), Math.Max(low, high));
    }

    /// <inheritdoc cref="Of(VideoFrame, int, int)"/>
    /// <param name="picture">8 bits.</param>
    /// <param name="strength">20/50, 50/100, 100/200, 200/300, 300/400: higher thresholds leave fewer edges.</param>
    public static VideoFrame Of(VideoFrame picture, ControlStrength strength)
    {
        (int low, int high) = strength switch
        {
            ControlStrength.VeryLow => (20, 50),
            ControlStrength.Low => (50, 100),
            ControlStrength.Medium => (100, 200),
            ControlStrength.High => (200, 300),
            _ => (300, 400),
        };
        return Of(picture, low, high);
    }

    private void Differentiate(ReadOnlySpan<byte> samples, int y)
    {
        ReadOnlySpan<byte> above = Row(samples, y - 1), here = Row(samples, y), below = Row(samples, y + 1);
        for (int x = 0; x < _width; x++)
        {
            int left = 3 * Math.Max(x - 1, 0), right = 3 * Math.Min(x + 1, _width - 1);
            int best = -1;
            for (int channel = 0; channel < 3; channel++)
            {
                int l = left + channel, r = right + channel, m = (3 * x) + channel;
                int dx = above[r] - above[l] + (2 * (here[r] - here[l])) + below[r] - below[l];
                int dy = below[l] - above[l] + (2 * (below[m] - above[m])) + below[r] - above[r];
                int magnitude = Math.Abs(dx) + Math.Abs(dy);
                if (magnitude > best)
                {
                    best = magnitude;
                    (_dx[(y * _width) + x], _dy[(y * _width) + x]) = ((short)dx, (short)dy);
                }
            }

            _magnitude[((y + 1) * _stride) + x + 1] = best;
        }
    }

    private ReadOnlySpan<byte> Row(ReadOnlySpan<byte> samples, int y) => samples.Slice(3 * _width * Math.Clamp(y, 0, _height - 1), 3 * _width);

    private VideoFrame Traced(int low, int high)
    {
        var edges = new VideoFrame(_width, _height);
        bool[] isCandidate = new bool[_magnitude.Length];
        var strong = new Stack<int>();
        for (int y = 0; y < _height; y++)
        {
            for (int x = 0; x < _width; x++)
            {
                int i = ((y + 1) * _stride) + x + 1;
                isCandidate[i] = _magnitude[i] > low && IsCrest(i, _dx[(y * _width) + x], _dy[(y * _width) + x]);
                if (isCandidate[i] && _magnitude[i] > high)
                {
                    strong.Push(i);
                }
            }
        }

        while (strong.TryPop(out int i))
        {
            if (isCandidate[i])
            {
                isCandidate[i] = false;
                edges.Set((((i / _stride) - 1) * _width) + (i % _stride) - 1, 255, 255, 255);
                Push(i, isCandidate, strong);
            }
        }

        return edges;
    }

    private void Push(int i, bool[] isCandidate, Stack<int> strong)
    {
        foreach (int neighbour in (ReadOnlySpan<int>)[i - _stride - 1, i - _stride, i - _stride + 1, i - 1, i + 1, i + _stride - 1, i + _stride, i + _stride + 1])
        {
            if (isCandidate[neighbour])
            {
                strong.Push(neighbour);
            }
        }
    }

    // Above its neighbours along the gradient. Of two equal ones side by side the second is kept, of two on a diagonal none.
    private bool IsCrest(int i, int dx, int dy)
    {
        int m = _magnitude[i], x = Math.Abs(dx), flat = x * Tangent, y = Math.Abs(dy) << 15;
        if (y < flat)
        {
            return m > _magnitude[i - 1] && m >= _magnitude[i + 1];
        }

        if (y > flat + (x << 16))
        {
            return m > _magnitude[i - _stride] && m >= _magnitude[i + _stride];
        }

        int side = (dx ^ dy) < 0 ? -1 : 1;
        return m > _magnitude[i - _stride - side] && m > _magnitude[i + _stride + side];
    }
}
