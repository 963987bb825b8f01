using System.Globalization;

namespace SensorSim.Scenes.Images;

/// <summary>
/// A Radiance resolution line, such as <c>-Y 512 +X 1024</c>: the first axis counts scanlines, the second pixels along one;
/// -Y runs from the top down, +X from left to right.
/// </summary>
/// <param name="Lines">Number of scanlines.</param>
/// <param name="LineLength">Pixels of a scanline.</param>
/// <param name="Transposed">Scanlines are columns.</param>
/// <param name="FlipX">x runs from right to left.</param>
/// <param name="FlipY">y runs from the bottom up.</param>
internal readonly record struct HdrOrientation(int Lines, int LineLength, bool Transposed, bool FlipX, bool FlipY)
{
    public int Width => Transposed ? Lines : LineLength;

    public int Height => Transposed ? LineLength : Lines;

    /// <exception cref="ImageFormatException">Not a resolution line.</exception>
    public static HdrOrientation Parse(string line)
    {
        string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 4 || Count(parts[1]) is not int lines || Count(parts[3]) is not int length)
        {
            throw Malformed(line);
        }

        return (parts[0][^1], parts[2][^1]) switch
        {
            ('Y', 'X') when IsAxis(parts[0]) && IsAxis(parts[2]) => new(lines, length, false, parts[2][0] == '-', parts[0][0] == '+'),
            ('X', 'Y') when IsAxis(parts[0]) && IsAxis(parts[2]) => new(lines, length, true, parts[0][0] == '-', parts[2][0] == '+'),
            _ => throw Malformed(line),
        };
    }

    /// <summary>Index of a pixel in the upright image.</summary>
    public int PixelAt(int line, int position)
    {
        (int x, int y) = Transposed ? (line, position) : (position, line);
        x = FlipX ? Width - 1 - x : x;
        y = FlipY ? Height - 1 - y : y;
        return (y * Width) + x;
    }

    private static bool IsAxis(string text) => text.Length == 2 && text[0] is ('+' or '-');

    private static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;

    private static ImageFormatException Malformed(string line) =>
        new($"Expected a resolution line such as \"-Y 512 +X 1024\", found \"{(line.Length > 60 ? line[..60] : line)}\"; the header is damaged.");
}
