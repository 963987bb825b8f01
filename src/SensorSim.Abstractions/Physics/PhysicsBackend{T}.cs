namespace SensorSim.Physics;

/// <summary>
/// A physics backend with parameters <typeparamref name="T"/>. The class holds no state: worlds do. The host checks descriptions and arguments before they come here, and looks at every body after each step.
/// What a surface means is the contract's: <see cref="SurfaceDescription"/>. A body that touches nothing and hangs on nothing moves as gravity alone has it, exactly, whatever the step.
/// </summary>
public abstract class PhysicsBackend<T> : PhysicsBackend
    where T : class, new()
{
    public sealed override Type ParametersType => typeof(T);

    /// <summary>Makes a world.</summary>
    /// <param name="parameters">Of the solver.</param>
    /// <param name="description">Without <see cref="WorldDescription.Problems"/>.</param>
    /// <returns>At its beginning; the caller disposes of it.</returns>
    /// <exception cref="PhysicsException">The library is missing, or has not what the description asks for.</exception>
    public abstract IPhysicsWorld Build(T parameters, WorldDescription description);

    public sealed override IPhysicsWorld BuildWith(object parameters, WorldDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (description.Problems() is { Count: > 0 } problems)
        {
            throw new PhysicsException(string.Join("\n", problems));
        }

        IPhysicsWorld world = Guarded(nameof(Build), parameters, (Backend: this, Parameters: (T)parameters, description), static of => of.Backend.Build(of.Parameters, of.description));
        var guarded = new GuardedWorld(this, parameters, world);
        guarded.SetFirstTargets();
        return guarded;
    }
}
