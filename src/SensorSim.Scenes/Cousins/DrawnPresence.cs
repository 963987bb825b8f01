using System.Globalization;

namespace SensorSim.Scenes.Cousins;

/// <summary>Which things of a family a cousin has: from the draws present of a thing and count of the group that it was added with.</summary>
internal sealed class DrawnPresence(DrawnValues values, CousinFamily family)
{
    public bool Has(string name) =>
        (values.Peek(family, name, CousinAttributes.Present) is not { } present || CousinAttributes.Truth(present)) && IsCounted(name);

    // "part_12" is the twelfth of the group "part".
    private bool IsCounted(string name)
    {
        int last = name.LastIndexOf('_');
        return last <= 0 || !int.TryParse(name.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || values.Take(family, name[..last], CousinAttributes.Count) is not { } count || number <= CousinAttributes.Number(count);
    }
}
