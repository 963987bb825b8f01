using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace SensorSim.Cli.Commands.Options;

/// <summary>Options that take a number.</summary>
internal static class NumberOption
{
    /// <summary>A number with a decimal point.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="unit">Stands for the value in the help.</param>
    public static Option<double?> Real(string name, string description, string unit) => new(name)
    {
        Description = description,
        HelpName = unit,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)) return value;
            result.AddError($"{name} {text}: a number such as 0.5 is expected");
            return null;
        },
    };

    /// <summary>A whole number.</summary>
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
