using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace SensorSim.Cli.Commands;

/// <summary>Options that take a whole number.</summary>
internal static class NumberOption
{
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="min">Smallest that makes sense.</param>
    /// <param name="max">Largest; null for no limit but the type's.</param>
    public static Option<T?> Of<T>(string name, string description, T min, T? max = null)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        string range = max is { } largest ? string.Create(CultureInfo.InvariantCulture, $"from {min} to {largest}") : string.Create(CultureInfo.InvariantCulture, $"of at least {min}");
        return Of<T>(name, description, value => value >= min && value <= (max ?? T.MaxValue), $"a whole number {range}");
    }

    /// <summary>Colour samples per pixel.</summary>
    public static Option<int?> Msaa(int usual) => Of<int>(
        "--msaa", string.Create(CultureInfo.InvariantCulture, $"colour samples per pixel, 1 or 4 (default {usual}); labels always have one"), value => value is 1 or 4, "1 or 4");

    private static Option<T?> Of<T>(string name, string description, Func<T, bool> isAllowed, string expected)
        where T : struct, IBinaryInteger<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T value) && isAllowed(value)) return value;
                result.AddError($"{name} {text}: {expected} is expected");
                return null;
            },
        };
}
