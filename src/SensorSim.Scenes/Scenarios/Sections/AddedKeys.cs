using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>The keys of everything that a scenario adds: its name, how many of it, and where they are.</summary>
internal static class AddedKeys
{
    public static ListSchema Metres { get; } = new(new NumberSchema(NumberRange.Place), "three numbers [x, y, z] (metres)") { MinCount = 3, MaxCount = 3 };

    public static KeySchema Count { get; } = new("count", new IntegerSchema(1, AddedThings.MaximumCount), "How many; one, without a number in its name, without this key.", "30");

    public static KeySchema Step { get; } = new("step", Metres, "From each to the next: [x, y, z] in metres.", "[0.2, 0, 0]") { Needs = "count" };

    public static KeySchema Name(string thing, string example) => new("name", NameRule.Of("a name"), $"Of the {thing}; with count, NAME_1, NAME_2 and so on.", example) { IsRequired = true };

    public static KeySchema At(string what, string example) => new("at", Metres, $"Where the first one{what} is: [x, y, z] in metres, +Y up.", example) { AlsoCalled = ["position", "translation", "location", "xyz"] };

    public static string NameOf(SectionReader section) => section.Text("name") ?? "";

    public static int? CountOf(SectionReader section) => (int?)section.Integer("count");

    /// <summary>A point or a distance; null where it is absent or wrong.</summary>
    public static Vector3d? MetresOf(SectionReader section, string key) => section.Numbers(key) is [double x, double y, double z] ? new(x, y, z) : null;
}
