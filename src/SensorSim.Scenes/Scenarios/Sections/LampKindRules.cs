using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Which keys of <c>lamps</c> mean something for which kind of light.</summary>
internal static class LampKindRules
{
    private const string WhereFrom = "elevation_deg and azimuth_deg, which say where its light comes from";

    private static readonly LightKind[] s_directional = [LightKind.Directional], s_spot = [LightKind.Spot], s_local = [LightKind.Point, LightKind.Spot], s_aimed = [LightKind.Spot, LightKind.Directional];

    // What to write for a light that has no use for the key.
    private static readonly (string Key, LightKind[] Kinds, string Expected)[] s_keys =
    [
        ("at", s_local, WhereFrom),
        ("step", s_local, WhereFrom),
        ("look_at", s_spot, "kind: spot, or no look_at"),
        ("azimuth_deg", s_aimed, "kind: spot, or no azimuth_deg: it shines to all sides"),
        ("elevation_deg", s_aimed, "kind: spot, or no elevation_deg: it shines to all sides"),
        ("intensity_cd", s_local, "intensity_lx"),
        ("intensity_lx", s_directional, "intensity_cd"),
        ("inner_deg", s_spot, "kind: spot, or no inner_deg"),
        ("outer_deg", s_spot, "kind: spot, or no outer_deg"),
        ("range_m", s_local, "no range_m: it reaches everything"),
        ("radius_m", s_local, "angular_diameter_deg"),
        ("angular_diameter_deg", s_directional, "radius_m"),
    ];

    /// <summary>A kind as a scenario writes it.</summary>
    public static string WordOf(LightKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whether a key means something for a kind of light.</summary>
    public static bool Fits(string key, LightKind kind) => Array.TrueForAll(s_keys, one => one.Key != key || one.Kinds.Contains(kind));

    /// <summary>Whether a key means something for a lamp as it is written.</summary>
    public static bool IsMeant(LocatedMapping lamp, string key) => lamp.Find("kind")?.Value is not LocatedScalar word || !Enum.TryParse(word.Text, ignoreCase: true, out LightKind kind) || Fits(key, kind);

    /// <summary>The kind of a lamp, with an error for every key that does not fit it; a point light after an error.</summary>
    public static LightKind Check(SectionReader lamp)
    {
        if (!Enum.TryParse(lamp.Word("kind"), ignoreCase: true, out LightKind kind))
        {
            return LightKind.Point;
        }

        foreach ((string key, _, string expected) in s_keys.Where(one => lamp.Has(one.Key) && !Fits(one.Key, kind)))
        {
            lamp.Log.Add(lamp.Mapping.Find(key)!.Key, lamp.PathOf(key), $"a {WordOf(kind)} light has no '{key}'", expected);
        }

        return kind;
    }
}
