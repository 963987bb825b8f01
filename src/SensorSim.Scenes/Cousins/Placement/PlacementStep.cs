using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>One line of poses, resolved against the scene.</summary>
/// <param name="Setting">As the scenario has it.</param>
/// <param name="Things">What is placed.</param>
/// <param name="Supports">What carries or holds it.</param>
internal sealed record PlacementStep(PlacementSetting Setting, IReadOnlyList<Instance> Things, IReadOnlyList<Instance> Supports)
{
    /// <summary>The placer for one cousin; null where none of the supports is there or has room at all.</summary>
    public IPlacer? PlacerAt(PlacementSite site) => Setting.Rule switch
    {
        PlacementRule.Fill => Containers(site) is { Length: > 0 } containers ? new FillPlacer(site, containers) : null,
        PlacementRule.Scatter rule => Surfaces(site) is { Length: > 0 } surfaces ? new ScatterPlacer(site, surfaces, rule) : null,
        PlacementRule.Line rule => Surfaces(site) is { Length: > 0 } surfaces ? new LinePlacer(site, surfaces, rule) : null,
        PlacementRule.Stack rule => Surfaces(site) is { Length: > 0 } surfaces ? new StackPlacer(site, surfaces, rule) : null,
        _ => throw new InvalidOperationException($"There is no placer for {Setting.Rule}."),
    };

    private SupportSurface[] Surfaces(PlacementSite site) => [.. Supports.Select(site.SurfaceOf).OfType<SupportSurface>().Where(surface => surface.Area > 0)];

    private ContainerInterior[] Containers(PlacementSite site) => [.. Supports.Select(site.InteriorOf).OfType<ContainerInterior>().Where(container => container.IsOpen)];
}
