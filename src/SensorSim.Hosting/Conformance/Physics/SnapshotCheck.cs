using SensorSim.Physics;

namespace SensorSim.Hosting.Conformance.Physics;

/// <summary>A snapshot is all that the future depends on.</summary>
internal sealed class SnapshotCheck : IConformanceCheck<PhysicsBench>
{
    private const int StepsBefore = 150;
    private const int StepsBehind = 150;

    public string Id => "physics.snapshot";

    public string Promise => "another world continues from a snapshot with the same bits";

    public Finding Examine(PhysicsBench subject)
    {
        if (subject.Backend.Determinism != PhysicsDeterminism.FromSnapshot)
        {
            return Finding.Skip("it declares no snapshots");
        }

        using IPhysicsWorld first = subject.Backend.BuildWith(subject.Defaults, subject.Heap), second = subject.Backend.BuildWith(subject.Defaults, subject.Heap);
        PhysicsBench.States(first, StepsBefore);
        second.Restore(first.Snapshot() ?? throw new PhysicsException("It declares snapshots and gives none."));
        return Finding.AtMost(PhysicsBench.States(first, StepsBehind).Zip(PhysicsBench.States(second, StepsBehind)).Count(pair => pair.First != pair.Second), 0, "states that differ");
    }
}
