using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SensorSim.Physics;

namespace SensorSim.Hosting.Conformance.Physics;

/// <summary>Worlds do not know of each other.</summary>
internal sealed class PhysicsRepeatCheck : IConformanceCheck<PhysicsBench>
{
    private const int Worlds = 3;

    public string Id => "deterministic.repeat";

    public string Promise => "the same world gives the same bits again, on other threads beside others of its kind";

    public Finding Examine(PhysicsBench subject)
    {
        IReadOnlyList<BodyState> alone = subject.HeapStates(subject.Defaults);
        var together = new IReadOnlyList<BodyState>[Worlds];
        Thread[] threads = [.. Enumerable.Range(0, Worlds).Select(i => new Thread(() => together[i] = subject.HeapStates(subject.Defaults)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return Finding.AtMost(together.Sum(states => states.Zip(alone).Count(pair => pair.First != pair.Second)), 0, "states that differ", $"all of them: {Digest(alone)}");
    }

    // For comparing processes and machines.
    private static string Digest(IReadOnlyList<BodyState> states) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<BodyState>(states.ToArray())))[..16];
}
