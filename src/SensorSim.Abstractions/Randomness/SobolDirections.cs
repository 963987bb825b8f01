using System.Globalization;
using System.Reflection;

namespace SensorSim.Randomness;

/// <summary>The direction numbers of Joe and Kuo's set 6, as integers of 32 bits.</summary>
internal static class SobolDirections
{
    private const int Bits = 32;

    /// <summary>By dimension, then by bit of the index.</summary>
    public static uint[][] Read()
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream("SensorSim.Randomness.joe-kuo-6.txt")
            ?? throw new InvalidOperationException("The direction numbers are not in the assembly.");
        using var reader = new StreamReader(file);
        IEnumerable<string> lines = reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && char.IsAsciiDigit(line[0]));
        uint[] first = [.. Enumerable.Range(0, Bits).Select(bit => 1u << (Bits - 1 - bit))];
        return [first, .. lines.Select(line => DirectionsOf([.. line.Split(' ').Select(number => uint.Parse(number, CultureInfo.InvariantCulture))]))];
    }

    // "d s a m_1 … m_s": the degree of a primitive polynomial, its inner coefficients, and the numbers from which the others follow.
    private static uint[] DirectionsOf(uint[] line)
    {
        uint[] directions = new uint[Bits];
        int degree = (int)line[1];
        for (int i = 0; i < Bits; i++)
        {
            if (i < degree)
            {
                directions[i] = line[3 + i] << (Bits - 1 - i);
                continue;
            }

            directions[i] = directions[i - degree] ^ (directions[i - degree] >> degree);
            for (int k = 1; k < degree; k++)
            {
                directions[i] ^= ((line[2] >> (degree - 1 - k)) & 1) * directions[i - k];
            }
        }

        return directions;
    }
}
