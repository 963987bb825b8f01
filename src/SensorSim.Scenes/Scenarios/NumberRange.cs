using SensorSim.Plugins;

namespace SensorSim.Scenes.Scenarios;

/// <summary>The numbers that a key takes.</summary>
/// <param name="Min">Smallest.</param>
/// <param name="Max">Largest.</param>
/// <param name="Unit">As a person writes it; empty for a pure number.</param>
/// <param name="Open">The ends themselves are not allowed.</param>
internal readonly record struct NumberRange(double Min, double Max, string Unit = "", bool Open = false)
{
    public static NumberRange Any => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Metres and seconds beyond this are mistakes: single precision tells no decimetres there.</summary>
    public const double Farthest = 1e6;

    /// <summary>What multiplies light, or is light, stays below this.</summary>
    public const double Brightest = 1e9;

    /// <summary>Coordinates in a world, and distances from where something is.</summary>
    public static NumberRange Place => new(-Farthest, Farthest) { AllowsTails = true };

    /// <summary>Turns: more of them are mistakes.</summary>
    public static NumberRange Degrees(string unit) => new(-1e6, 1e6, unit) { AllowsTails = true };

    /// <summary>Metres or seconds that cannot be negative.</summary>
    public static NumberRange Length(string unit = "metres") => new(0, Farthest, unit);

    /// <summary>Amounts of light.</summary>
    public static NumberRange Light(string unit) => new(0, Brightest, unit);

    /// <summary>Whether a distribution without ends may be drawn from, as long as hardly any draw leaves the range.</summary>
    public bool AllowsTails { get; init; }

    public static NumberRange Positive(string unit = "") => new(0, double.PositiveInfinity, unit, Open: true);

    public static NumberRange NotNegative(string unit = "") => new(0, double.PositiveInfinity, unit);

    public bool Contains(double value) => Open ? value > Min && value < Max : value >= Min && value <= Max;

    /// <summary>"a number from 1 to 16384 (pixels)".</summary>
    public string Describe(string noun)
    {
        string unit = Unit.Length > 0 ? $" ({Unit})" : "";
        return $"{noun}{Limits()}{unit}";
    }

    private string Limits()
    {
        string low = Text(Min), high = Text(Max);
        return (double.IsFinite(Min), double.IsFinite(Max), Open) switch
        {
            (true, true, false) => $" from {low} to {high}",
            (true, true, true) => $" above {low} and below {high}",
            (true, false, false) => $" of at least {low}",
            (true, false, true) => $" above {low}",
            (false, true, _) => $" up to {high}",
            _ => "",
        };
    }

    private static string Text(double value) => PlainNumber.Text(value);
}
