using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Bodies;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Variation;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>physics</c>: objects that move by the laws of mechanics.</summary>
internal static class PhysicsSection
{
    /// <summary>What stands before the short name of a backend in its plugin's id.</summary>
    public const string IdPrefix = "physics.";

    private static readonly PhysicsLimits s_limits = new();

    private static readonly string[] s_ofDynamic = [PhysicsAttributes.Mass, PhysicsAttributes.Density, "held_by", "velocity_m_s", "angular_velocity_deg_s"];

    private static readonly MappingSchema s_body = new(
    [
        new("match", new TextSchema("a pattern over the names of objects, like box_*"), "Which objects: a pattern over their names.", "\"box_*\"") { IsRequired = true },
        new("motion", new WordSchema("dynamic", "static", "kinematic"), "Whether they move by forces, stay where they are, or go where an animation or a path takes them.", "dynamic") { Default = "as the scene's file says, else static" },
        new("shape", new WordSchema("pieces", "hull", "box", "sphere", "cylinder", "none"), "What stands for their surface: convex pieces that follow it, its convex hull, a simple solid as large as its box, or nothing, as for paint on a floor.", "box") { Default = "the file's colliders, else pieces" },
        .. PhysicsAttributes.Bodies.Select(attribute => new KeySchema(attribute.Name, attribute.Values.Schema, $"Of each: {attribute.Values.Expected}.", "0.4") { Needs = s_ofDynamic.Contains(attribute.Name, StringComparer.Ordinal) ? "motion" : null }),
        new("held_by", new TextSchema("the name of an object, or world"), "Which object holds them fast, as a hand does; world holds them where they are.", "forklift_1") { Needs = "motion" },
        new("held_from_s", new NumberSchema(new(0, 1e5, "seconds on the episode's clock")), "When it takes hold; from the beginning without this key.", "0.5") { Needs = "held_by" },
        new("held_until_s", new NumberSchema(new(0, 1e5, "seconds on the episode's clock")), "When it lets go; never without this key.", "2") { Needs = "held_by" },
        new("velocity_m_s", Vector("metres per second"), "How they move when the episode begins: [x, y, z] in metres per second.", "[0, 0, -1]") { Needs = "motion" },
        new("angular_velocity_deg_s", Vector("degrees per second"), "How they turn when the episode begins: about [x, y, z], degrees per second.", "[0, 90, 0]") { Needs = "motion" },
    ])
    {
        Groups = [new(IsRequired: false, PhysicsAttributes.Mass, PhysicsAttributes.Density)],
    };

    public static MappingSchema Schema { get; } = new(
    [
        new("backend", new AlternativesSchema("a backend's name, or { use: NAME, parameter: value, … }", new TextSchema("a backend's name"), PluginSection.Physics), "Which program computes the motion: NAME of a plugin physics.NAME, or the whole id of another, such as my.balls.", "mujoco") { IsRequired = true },
        new("duration_s", new NumberSchema(NumberRange.Positive("seconds")), $"In place of an episode: how long each sample lasts, at {EpisodeSettings.Still.FrameRateHz:F0} frames a second.", "2"),
        new("rate_hz", new NumberSchema(new(10, 1e5, "hertz")), "Steps of the simulation in a second.", "2000") { Default = $"{PhysicsSettings.DefaultRateHz:F0}" },
        new("settle_s", new NumberSchema(new(0, 60, "seconds")), "For how long everything comes to rest before the episode begins.", "1") { Default = "0" },
        new("penetration_limit_m", new NumberSchema(NumberRange.Positive("metres")), "How deep bodies may be in each other; an episode in which they are deeper is rejected.", "0.01") { Default = "0.02" },
        new("energy_limit", new NumberSchema(NumberRange.Positive("share of the largest energy of motion")), "How much energy may come from nowhere; an episode with more is rejected.", "0.1") { Default = "0.05" },
        .. PhysicsAttributes.World.Select(attribute => new KeySchema(attribute.Name, DistributionSchema.Of(attribute.Values), $"Of everything that has none of its own: {attribute.Values.Expected}; or what samples draw it from.", attribute.Example!)),
        new("bodies", new ListSchema(s_body, "a list of { match: PATTERN, motion: dynamic }"), "Which objects move, and what is said of single ones; an object has one entry at most, and without one it is what the scene's file says, or stands still.", "[{ match: \"box_*\", motion: dynamic, mass_kg: 2 }]"),
    ]);

    /// <summary>Null without the section, or when it has no backend.</summary>
    public static PhysicsSettings? Read(SectionReader scenario)
    {
        if (scenario.Section("physics") is not { } section || Backend(section) is not { } backend)
        {
            return null;
        }

        if (section.Has("duration_s") && scenario.Has("episode"))
        {
            section.Log.Add(section.Find("duration_s")!, section.PathOf("duration_s"), "there is also an 'episode', which says how long it lasts", "one of both");
        }

        var physics = new PhysicsSettings(backend)
        {
            RateHz = section.Number("rate_hz") ?? PhysicsSettings.DefaultRateHz,
            SettleSeconds = section.Number("settle_s") ?? 0,
            Bodies = [.. section.Sections("bodies").Select(Body)],
            Limits = new(section.Number("penetration_limit_m") ?? s_limits.PenetrationMetres, section.Number("energy_limit") ?? s_limits.EnergyShare),
            Position = section.Mapping.Position,
            Keys = section.Keys,
        };
        foreach (CousinAttribute<PhysicsSettings> attribute in PhysicsAttributes.World)
        {
            physics = InlineDraw.Constant(section, attribute.Name) is { } value ? attribute.Apply(physics, value) : physics;
        }

        return physics;
    }

    /// <summary>What samples draw for the world where the section has a distribution in place of a number.</summary>
    public static IEnumerable<VaryRule> Draws(SectionReader scenario) =>
        scenario.Section("physics") is { } section ? PhysicsAttributes.World.Select(attribute => InlineDraw.Of(section, attribute, IdPrefix + attribute.Name)).OfType<VaryRule>() : [];

    private static PluginUse? Backend(SectionReader section)
    {
        string path = section.PathOf("backend");
        return section.Find("backend") switch
        {
            LocatedMapping mapping => PluginSection.Read(mapping, path, null, section.Log, IdPrefix),
            LocatedNode name when ScalarReader.Text(name, path, section.Log, "a backend's name") is { } id => PluginSection.Named(id, name.Position, path, section.Log, IdPrefix),
            _ => null,
        };
    }

    private static BodyRule Body(SectionReader section)
    {
        // Who mistypes a motion means one, and who forgets it beside a mass, too: that nothing moves would be told beside it.
        BodyMotion? motion = section.Has("motion") || s_ofDynamic.Any(section.Has) ? Enum.Parse<BodyMotion>(section.Word("motion") ?? nameof(BodyMotion.Dynamic), ignoreCase: true) : null;
        var properties = default(BodyProperties);
        foreach (CousinAttribute<BodyProperties> attribute in PhysicsAttributes.Bodies)
        {
            properties = section.Number(attribute.Name) is { } value ? attribute.Apply(properties, JsonValue.Create(value)) : properties;
        }

        foreach (string key in motion is null or BodyMotion.Dynamic ? [] : s_ofDynamic.Where(section.Has))
        {
            section.Log.Add(section.Find(key)!, section.PathOf(key), $"it means nothing for what is {motion.ToString()!.ToLowerInvariant()}", "motion: dynamic beside it");
        }

        if (motion == BodyMotion.Dynamic && section.Word("shape") == "none")
        {
            section.Log.Add(section.Find("shape")!, section.PathOf("shape"), "what moves by forces touches others", "another shape, or no motion");
        }

        return new(section.Text("match") ?? "", motion, section.Find("match")?.Position ?? section.Mapping.Position)
        {
            Keys = section.Keys,
            Properties = properties,
            Shape = section.Word("shape") is { } shape ? Enum.Parse<BodyShape>(shape, ignoreCase: true) : null,
            Hold = HoldOf(section),
            Velocity = Vector(section, "velocity_m_s"),
            AngularVelocityDegrees = Vector(section, "angular_velocity_deg_s"),
        };
    }

    private static BodyHold? HoldOf(SectionReader section)
    {
        if (section.Text("held_by") is not { } by)
        {
            return null;
        }

        var hold = new BodyHold(by == BodyHold.World ? null : by, section.Number("held_from_s") ?? 0, section.Number("held_until_s") ?? ScenarioEvent.Never) { Position = section.Find("held_by")!.Position };
        if (hold.UntilSeconds <= hold.FromSeconds)
        {
            section.Log.Add(section.Find("held_until_s") ?? section.Find("held_from_s")!, section.PathOf(section.Has("held_until_s") ? "held_until_s" : "held_from_s"), "it lets go before it has taken hold", "held_until_s above held_from_s");
        }

        return hold;
    }

    private static Vector3d? Vector(SectionReader section, string key) => section.Has(key) && section.Numbers(key) is [double x, double y, double z] ? new(x, y, z) : null;

    private static ListSchema Vector(string unit) => new(new NumberSchema(new(-1e4, 1e4, unit)), $"three numbers [x, y, z] ({unit})") { MinCount = 3, MaxCount = 3 };
}
