namespace SensorSim.Physics;

/// <summary>A world cannot be built or cannot go on: the message names the body, joint or library and says what is expected.</summary>
public class PhysicsException : Exception
{
    public PhysicsException()
    {
    }

    public PhysicsException(string message)
        : base(message)
    {
    }

    public PhysicsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
