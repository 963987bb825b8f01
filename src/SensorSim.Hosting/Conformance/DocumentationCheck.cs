using SensorSim.Plugins;

namespace SensorSim.Hosting.Conformance;

/// <summary>Each parameter says what it means, between which values, and in which unit where its name ends in one.</summary>
internal sealed class DocumentationCheck : IConformanceCheck<InstalledPlugin>
{
    private static readonly string[] UnitWords =
        ["px", "um", "mm", "m", "nm", "electrons", "dn", "nit", "lux", "seconds", "s", "ms", "hz", "iso", "percent", "deg", "degrees", "rad", "c", "k", "kelvin", "bits"];

    public string Id => "parameters.documented";

    public string Promise => "every parameter has a meaning, a range, and a unit where its name ends in one";

    public Finding Examine(InstalledPlugin subject)
    {
        string[] wrong = [.. subject.Schema.Parameters.SelectMany(Problems), .. subject.Manifest.Description.Length == 0 ? ["plugin.json has no description"] : Array.Empty<string>()];
        return Finding.AtMost(wrong.Length, 0, "things left unsaid", string.Join("; ", wrong));
    }

    private static IEnumerable<string> Problems(ParameterDescription parameter)
    {
        bool isNumber = parameter.Type is ParameterType.Number or ParameterType.Integer;
        if (string.IsNullOrWhiteSpace(parameter.Description)) yield return $"{parameter.Name} has no meaning";
        if (isNumber && !(double.IsFinite(parameter.Min) && double.IsFinite(parameter.Max))) yield return $"{parameter.Name} has no range";
        if (isNumber && parameter.Unit.Length == 0 && EndsInUnit(parameter.Name)) yield return $"{parameter.Name} has no unit";
    }

    private static bool EndsInUnit(string name) => name.Split('_') is { Length: > 1 } words && UnitWords.Contains(words[^1], StringComparer.Ordinal);
}
