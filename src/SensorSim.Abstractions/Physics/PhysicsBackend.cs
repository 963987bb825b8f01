using System.Runtime.ExceptionServices;
using SensorSim.Plugins;

namespace SensorSim.Physics;

/// <summary>A library that moves rigid bodies. See <see cref="PhysicsBackend{T}"/>.</summary>
public abstract class PhysicsBackend : Plugin
{
    private protected PhysicsBackend()
    {
    }

    /// <summary>From where it gives the same bits again.</summary>
    public abstract PhysicsDeterminism Determinism { get; }

    /// <summary>Name and version of the library behind it as it is on this machine, such as <c>MuJoCo 2.2.2</c>: part of every record's provenance.</summary>
    /// <exception cref="PhysicsException">The library is missing, or is one that the backend does not know: the message names the package.</exception>
    public abstract string LibraryVersion { get; }

    /// <inheritdoc cref="PhysicsBackend{T}.Build"/>
    public abstract IPhysicsWorld BuildWith(object parameters, WorldDescription description);

    /// <summary>Whether it reads files of models of its own.</summary>
    public virtual bool ReadsModels => false;

    /// <summary>Reads a file of bodies on joints.</summary>
    /// <param name="path">As it can be opened.</param>
    /// <exception cref="PhysicsException">The file is broken, or names one that is; the message has file, line where that is known, and what is wrong. Or the backend reads no models.</exception>
    public ArticulatedModel ReadModelFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Guarded(nameof(ReadModel), this, (Backend: this, Path: path), static of => of.Backend.ReadModel(of.Path));
    }

    /// <summary>For authors of backends with <see cref="ReadsModels"/>: what <see cref="ReadModelFile"/> gives.</summary>
    /// <param name="path">As it can be opened.</param>
    protected virtual ArticulatedModel ReadModel(string path) => throw new PhysicsException("This backend reads no files of models; one that does is expected, such as physics.mujoco.");

    /// <summary>A call into the author's code; what it says of the world or the library comes out as it is.</summary>
    internal TResult Guarded<TArguments, TResult>(string member, object parameters, TArguments arguments, Func<TArguments, TResult> body)
    {
        try
        {
            return Call(member, parameters, arguments, body);
        }
        catch (PluginCallException call) when (call.InnerException is (PhysicsException or MissingLibraryException) and var told)
        {
            ExceptionDispatchInfo.Throw(told);
            throw;
        }
    }
}
