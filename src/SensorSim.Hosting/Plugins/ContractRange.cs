namespace SensorSim.Hosting.Plugins;

/// <summary>A range of contract versions: comparisons separated by spaces, all of which must hold, such as <c>&gt;=1.0 &lt;2.0</c>.</summary>
internal static class ContractRange
{
    private static readonly string[] Operators = [">=", "<=", ">", "<", "="];

    /// <summary>Whether a version lies in the range; null when the range cannot be read.</summary>
    public static bool? Contains(string range, Version version)
    {
        string[] terms = range.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool?[] results = [.. terms.Select(term => Holds(term, version))];
        return results.Length == 0 || results.Contains(null) ? null : results.All(result => result == true);
    }

    private static bool? Holds(string term, Version version)
    {
        string sign = Array.Find(Operators, candidate => term.StartsWith(candidate, StringComparison.Ordinal)) ?? "=";
        if (!Version.TryParse(term.TrimStart('<', '>', '='), out Version? bound))
        {
            return null;
        }

        int order = version.CompareTo(bound);
        return sign switch
        {
            ">=" => order >= 0,
            "<=" => order <= 0,
            ">" => order > 0,
            "<" => order < 0,
            _ => order == 0,
        };
    }
}
