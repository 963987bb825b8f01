using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Plugins;

namespace SensorSim.UnitTests.Conformance;

/// <summary>A lens of a test's own making. Not public: a plugin's assembly has one public plugin.</summary>
internal sealed class FlawedLens(Func<Vector3d, double, ImagePoint?> project, Func<ImagePoint, double, Vector3d?> unproject) : Lens<FlawedLens.Strength>
{
    public override ImagePoint? Project(Strength parameters, in Vector3d direction) => project(direction, parameters.Amount);

    public override Vector3d? Unproject(Strength parameters, in ImagePoint place) => unproject(place, parameters.Amount);

    internal sealed record Strength
    {
        [Parameter("How much", Min = 0.5, Max = 2)]
        public double Amount { get; init; } = 1;
    }
}
