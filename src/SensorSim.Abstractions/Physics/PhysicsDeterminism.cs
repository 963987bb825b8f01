namespace SensorSim.Physics;

/// <summary>From where a backend gives the same bits again, on one machine and with one version of its library.</summary>
public enum PhysicsDeterminism
{
    /// <summary>The same description and the same calls in the same steps: the same states to the bit, in any process and on any thread. There are no snapshots.</summary>
    FromStart,

    /// <summary>As <see cref="FromStart"/>, and a restored snapshot continues as if nothing had been between, to the bit.</summary>
    FromSnapshot,
}
