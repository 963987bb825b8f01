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

    /// <summary>Coordinates in a world: single precision still tells a decimetre at its ends.</summary>
    public static NumberRange Place => new(-1e6, 1e6);

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
