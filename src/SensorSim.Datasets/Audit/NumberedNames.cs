using System.Text.RegularExpressions;

namespace SensorSim.Datasets.Audit;

/// <summary>Names that differ in their number alone are told together.</summary>
public static partial class NumberedNames
{
    /// <summary>So many are folded into one row; fewer are listed.</summary>
    public const int FewestFolded = 4;

    /// <summary>"box_*" of "box_12", "objects.box_*.yaw_deg" of "objects.box_12.yaw_deg"; the name itself where it has no number.</summary>
    public static string PatternOf(string name) => Number().Replace(name, "_*");

    [GeneratedRegex(@"_[0-9]+(?=\.|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
