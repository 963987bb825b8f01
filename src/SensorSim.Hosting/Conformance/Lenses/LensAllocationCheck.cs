using SensorSim.Geometry;

namespace SensorSim.Hosting.Conformance.Lenses;

/// <summary>Rays are asked for by the million.</summary>
internal sealed class LensAllocationCheck : IConformanceCheck<LensBench>
{
    public string Id => "allocation";

    public string Promise => "projecting allocates no memory";

    public Finding Examine(LensBench subject)
    {
        object parameters = Settings.Usual(subject.Schema)[^1].Bind(subject.Schema) ?? Settings.Default.Bind(subject.Schema)!;
        return Finding.AtMost(AllocatedBytes.By(() =>
        {
            IReadOnlyList<Vector3d> spoke = LensBench.Spokes[3];
            for (int i = 0; i < spoke.Count; i++) _ = subject.Lens.ProjectThrough(parameters, spoke[i]);
            for (int i = 0; i < LensBench.Places.Count; i++) _ = subject.Lens.UnprojectThrough(parameters, LensBench.Places[i]);
        }), 0, "bytes");
    }
}
