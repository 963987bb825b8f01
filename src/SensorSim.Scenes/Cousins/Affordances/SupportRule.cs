using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Objects;

namespace SensorSim.Scenes.Cousins.Affordances;

/// <summary>Enough of an object's top is level.</summary>
/// <param name="setting">How much, and how level.</param>
/// <param name="thing">The object.</param>
/// <param name="triangles">Of cousins.</param>
/// <param name="atRest">The object's transform to the world as the scene has it.</param>
internal sealed class SupportRule(AffordanceSetting.Support setting, Instance thing, CousinTriangles triangles, Matrix4x4d atRest) : AffordanceRule(setting, thing)
{
    private const double ShareLeft = 0.5;

    private readonly Lazy<double> _least = new(() => setting.LeastSquareMetres ?? (ShareLeft * AreaOf(setting, thing, triangles, thing.Mesh, atRest)));

    protected override bool IsKept(SceneInstance cousin, int mesh) =>
        AreaOf(setting, Thing, triangles, mesh, cousin.NodeToWorld[Thing.Node]) is double area && area > 0 && area >= _least.Value;

    private static double AreaOf(AffordanceSetting.Support setting, Instance thing, CousinTriangles triangles, int mesh, Matrix4x4d toWorld) =>
        new SupportSurface(thing.Name, triangles.Trees[mesh], toWorld, setting.MaximumTiltDegrees).Area;
}
