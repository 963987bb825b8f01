using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Collision;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Scenes.Bodies;

/// <summary>Tells where the values of bodies come from, by the same rules that <see cref="BodyDescriber"/> and <see cref="BodyMass"/> make them by.</summary>
/// <param name="cousin">At the beginning of its episode.</param>
/// <param name="plan">Its bodies.</param>
/// <param name="scenery">Of the scene.</param>
/// <param name="describer">Of the scene.</param>
internal sealed class BodyInspection(SceneInstance cousin, BodyPlan plan, Scenery scenery, BodyDescriber describer)
{
    /// <param name="thing">A body.</param>
    /// <param name="described">As backends get it.</param>
    public InspectedBody Of(BodyCandidate thing, BodyDescription described)
    {
        IReadOnlyList<int> parts = plan.PartsOf(thing.Node);
        IReadOnlyList<SceneCollider> colliders = plan.CollidersOf(parts);
        BodyProperties own = plan.OwnPropertiesOf(thing.Node);
        SceneBody? file = plan.FileBodyOf(thing.Node);
        SurfaceDescription? surface = colliders.Select(collider => collider.Surface).OfType<SurfaceDescription>().FirstOrDefault();
        List<Vector3d> corners = colliders.Count > 0 ? [] : CornersOf(parts);
        bool isOwnMass = own.MassKg is not null || own.Density is not null;
        return new(thing.Node, described)
        {
            MovesByItself = plan.MovesByItself(thing.Node),
            Shape = colliders.Count > 0 || plan.IsSpokenFor(parts) ? ValueOrigin.File : plan.RuleOf(thing.Node)?.Shape is not null ? ValueOrigin.Scenario : ValueOrigin.Geometry,
            Mass = isOwnMass ? ValueOrigin.Scenario : file?.MassKg is not null ? ValueOrigin.File : ValueOrigin.Geometry,
            Inertia = file?.Moments is not null && own.Density is null ? ValueOrigin.File : ValueOrigin.Geometry,
            Friction = Origin(own.Friction, surface),
            Restitution = Origin(own.Restitution, surface),
            VolumeCubicMetres = VolumeOf(thing.Node, described, colliders, corners),
            IsOpen = corners.Count > 0 && MassProperties.Within(corners) is null,
        };
    }

    private static ValueOrigin Origin(double? own, SurfaceDescription? file) => own is not null ? ValueOrigin.Scenario : file is not null ? ValueOrigin.File : ValueOrigin.Everything;

    private double? VolumeOf(int node, BodyDescription described, IReadOnlyList<SceneCollider> colliders, List<Vector3d> corners)
    {
        double? volume = described.Motion == BodyMotion.Static && colliders.Count == 0
            ? corners.Count > 0 ? MassProperties.Within(corners)?.Volume : null
            : describer.SolidsOf(cousin, plan, node, described.Pose, colliders).Sum(solid => solid.Volume);
        return volume > 0 ? volume : null;
    }

    private List<Vector3d> CornersOf(IReadOnlyList<int> parts) =>
        [.. parts.Where(part => cousin.Twin.Nodes[part].InScene && cousin.MeshOf(part) is not null).SelectMany(part => scenery.CornersOf(cousin.MeshOf(part)!.Value, cousin.NodeToWorld[part]))];
}
