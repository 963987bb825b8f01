using System.Globalization;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Reading;

/// <summary>How an item of a list is named from elsewhere: by its <c>name</c>, a light's rule by its <c>match</c>, any by its index.</summary>
internal static class ItemNames
{
    /// <summary>Names of the items that have one.</summary>
    public static IEnumerable<string> Of(LocatedSequence list) => list.Items.Select(NameOf).Where(name => name.Length > 0);

    /// <summary>-1 when there is no such item.</summary>
    public static int IndexOf(LocatedSequence list, string nameOrIndex)
    {
        int byName = list.Items.Select(NameOf).ToList().IndexOf(nameOrIndex);
        return byName >= 0 ? byName
            : int.TryParse(nameOrIndex, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Items.Count ? index
            : -1;
    }

    private static string NameOf(LocatedNode item) => item is LocatedMapping mapping
        ? ((mapping.Find("name") ?? mapping.Find("match"))?.Value as LocatedScalar)?.Text ?? ""
        : "";
}
