namespace SensorSim.Physics;

/// <summary>A backend's snapshot with which joints hold behind it: one byte each.</summary>
internal static class GuardedSnapshot
{
    public static PhysicsSnapshot With(PhysicsSnapshot inner, bool[] holds) =>
        inner with { State = (byte[])[.. inner.State.Span, .. holds.Select(one => one ? (byte)1 : (byte)0)] };

    public static (PhysicsSnapshot Inner, bool[] Holds) Without(PhysicsSnapshot snapshot, int joints)
    {
        int length = snapshot.State.Length - joints;
        return length >= 0
            ? (snapshot with { State = snapshot.State[..length] }, [.. snapshot.State[length..].ToArray().Select(one => one != 0)])
            : throw new PhysicsException("The snapshot is another world's: it is too short.");
    }
}
