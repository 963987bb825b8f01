namespace SensorSim.Hosting.Conformance.Physics;

/// <summary>Each parameter changes what happens.</summary>
internal sealed class PhysicsEffectCheck : IConformanceCheck<PhysicsBench>
{
    public string Id => "parameters.effective";

    public string Promise => "each parameter changes where bodies go, alone or with others";

    public Finding Examine(PhysicsBench subject) => EffectSearch.Inert(subject.Schema, "a heap that falls onto a floor", (a, b) =>
        a.Bind(subject.Schema) is { } first && b.Bind(subject.Schema) is { } second && !subject.HeapStates(first).SequenceEqual(subject.HeapStates(second)));
}
