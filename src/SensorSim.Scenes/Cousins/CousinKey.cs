namespace SensorSim.Scenes.Cousins;

/// <summary>
/// The parts of a key or of a draw's name: "lights.ceiling_*.intensity". The middle part may hold dots, as names of nodes do; that of a camera holds none, but its
/// attributes do: "cameras.front.exposure.time_s".
/// </summary>
/// <param name="Family">What kind of thing.</param>
/// <param name="Name">A name or a pattern; empty for what there is once.</param>
/// <param name="Attribute">What of it; empty for a free parameter.</param>
internal readonly record struct CousinKey(CousinFamily Family, string Name, string Attribute)
{
    /// <summary>Families as they are written.</summary>
    public static IReadOnlyDictionary<string, CousinFamily> Families { get; } =
        Enum.GetValues<CousinFamily>().ToDictionary(f => f.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Whether there is one such thing, which needs no name.</summary>
    public static bool IsSingle(CousinFamily family) => family is CousinFamily.Environment or CousinFamily.Scene or CousinFamily.Physics;

    /// <summary>Null when the text has not the parts that its family needs, or no known family.</summary>
    public static CousinKey? Parse(string text)
    {
        int first = text.IndexOf('.', StringComparison.Ordinal), last = text.LastIndexOf('.');
        if (first <= 0 || last == text.Length - 1 || !Families.TryGetValue(text[..first], out CousinFamily family))
        {
            return null;
        }

        return family switch
        {
            CousinFamily.Parameters => new(family, text[(first + 1)..], ""),
            _ when IsSingle(family) => new(family, "", text[(first + 1)..]),
            CousinFamily.Cameras => OfCamera(text[(first + 1)..]),
            CousinFamily.Lights when text.LastIndexOf(LampAttributes.FlickerInfix, StringComparison.Ordinal) is var flicker && flicker > first => new(family, text[(first + 1)..flicker], text[(flicker + 1)..]),
            _ when last > first + 1 => new(family, text[(first + 1)..last], text[(last + 1)..]),
            _ => null,
        };
    }

    private static CousinKey? OfCamera(string text) => text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
        ? new(CousinFamily.Cameras, text[..dot], text[(dot + 1)..])
        : null;

    /// <summary>The name of the draw that one thing gets.</summary>
    public string DrawName(string thing)
    {
        string family = Family.ToString().ToLowerInvariant();
        return Family switch
        {
            CousinFamily.Parameters => $"{family}.{Name}",
            _ when IsSingle(Family) => $"{family}.{Attribute}",
            _ => $"{family}.{thing}.{Attribute}",
        };
    }
}
