using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace SensorSim.Cli.Commands;

/// <summary>Options that take a whole number.</summary>
internal static class NumberOption
{
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    public static Option<T?> Of<T>(string name, string description)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T value)) return value;
                result.AddError($"{name} {text}: a whole number from {T.MinValue} to {T.MaxValue} is expected");
                return null;
            },
        };
}
