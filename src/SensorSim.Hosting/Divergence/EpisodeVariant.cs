using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Hosting.Divergence;

/// <summary>An episode with one thing changed.</summary>
/// <param name="Name">What is changed, in words that are a name too.</param>
/// <param name="Backend">Which program computes it.</param>
public sealed record EpisodeVariant(string Name, PluginUse Backend)
{
    public double FrictionFactor { get; init; } = 1;

    public double RestitutionFactor { get; init; } = 1;

    public double MassFactor { get; init; } = 1;

    /// <summary>Steps for each of the reference's.</summary>
    public int StepsForOne { get; init; } = 1;

    /// <summary>Every other backend with its own parameters, half the step, and each number up and down; a share of 0 leaves that out.</summary>
    public static IReadOnlyList<EpisodeVariant> Of(PhysicsSettings physics, DivergenceSettings settings, PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(physics);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(catalog);
        PluginUse own = physics.Backend;
        return
        [
            .. catalog.Plugins.Where(plugin => plugin.Value.Instance is PhysicsBackend && plugin.Key != own.Use).Select(plugin => plugin.Key).Order(StringComparer.Ordinal)
                .Select(id => new EpisodeVariant($"backend {id}", new(id, ReadOnlyDictionary<string, JsonNode?>.Empty))),
            new("half the step", own) { StepsForOne = 2 },
            .. UpAndDown("friction", settings.FrictionShare).Select(change => new EpisodeVariant(change.Name, own) { FrictionFactor = change.Factor }),
            .. UpAndDown("restitution", settings.RestitutionShare).Select(change => new EpisodeVariant(change.Name, own) { RestitutionFactor = change.Factor }),
            .. UpAndDown("mass", settings.MassShare).Select(change => new EpisodeVariant(change.Name, own) { MassFactor = change.Factor }),
        ];
    }

    /// <summary>The world with this variant's numbers.</summary>
    public WorldDescription In(WorldDescription world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return FrictionFactor == 1 && RestitutionFactor == 1 && MassFactor == 1 ? world : world with { Bodies = [.. world.Bodies.Select(In)] };
    }

    private BodyDescription In(BodyDescription body) => body with
    {
        Surface = new() { Friction = FrictionFactor * body.Surface.Friction, Restitution = Math.Min(1, RestitutionFactor * body.Surface.Restitution) },
        Mass = body.Mass is { } mass ? mass with { Kilograms = MassFactor * mass.Kilograms, Moments = MassFactor * mass.Moments } : null,
    };

    private static IEnumerable<(string Name, double Factor)> UpAndDown(string what, double share) => share == 0
        ? []
        : new[] { 1 - share, 1 + share }.Select(factor => (string.Create(CultureInfo.InvariantCulture, $"{what} {(factor - 1) * 100:+0.###;-0.###} %"), factor));
}
