namespace SensorSim.Hosting.Conformance.Physics;

/// <summary>Nothing explodes.</summary>
internal sealed class PhysicsFiniteCheck : IConformanceCheck<PhysicsBench>
{
    private const double FarMetres = 10;

    public string Id => "finite";

    public string Promise => "balls and boxes that fall on a heap stay near it, with each parameter and all of them at the ends of their ranges";

    public Finding Examine(PhysicsBench subject)
    {
        (Settings Settings, double Furthest)[] tries = [.. Settings.Ends(subject.Schema).Where(settings => settings.Bind(subject.Schema) is not null)
            .Select(settings => (settings, subject.HeapStates(settings.Bind(subject.Schema)!).Max(state => state.Pose.Position.Length)))];
        (Settings worst, double furthest) = tries.MaxBy(one => double.IsFinite(one.Furthest) ? one.Furthest : double.MaxValue);
        return Finding.AtMost(furthest, FarMetres, "m", $"with {worst.Short()}");
    }
}
