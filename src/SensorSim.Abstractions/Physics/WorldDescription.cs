using SensorSim.Geometry;
using SensorSim.Plugins;

namespace SensorSim.Physics;

/// <summary>Bodies and joints as they are at the beginning. The world is glTF's: metres, right-handed, +Y up.</summary>
public sealed record WorldDescription
{
    /// <summary>m/s²; the standard one by default.</summary>
    public Vector3d Gravity { get; init; } = new(0, -9.80665, 0);

    /// <summary>How far one step goes, seconds. A body that touches nothing follows its parabola whatever this is.</summary>
    public double StepSeconds { get; init; } = 0.002;

    /// <summary>Contacts that close in slower than this do not bounce, m/s; without it nothing would come to rest.</summary>
    public double RestitutionSpeed { get; init; } = 0.05;

    public IReadOnlyList<BodyDescription> Bodies { get; init; } = [];

    public IReadOnlyList<JointDescription> Joints { get; init; } = [];

    /// <summary>How a body falls, m/s²: the world's gravity times its own factor; 0 of what is not dynamic.</summary>
    /// <param name="body">Its place.</param>
    public Vector3d GravityOf(int body) => Bodies[body] is { Motion: BodyMotion.Dynamic } falling ? falling.GravityFactor * Gravity : Vector3d.Zero;

    /// <summary>All that is wrong, each a sentence that names the body or joint and what is expected; none when it can be built.</summary>
    public IReadOnlyList<string> Problems() => [.. WorldProblems.In(this)];

    /// <summary>The place of a body.</summary>
    /// <exception cref="PhysicsException">There is none with this name; the message has the nearest.</exception>
    public int BodyIndex(string name) => IndexOf("body", name, [.. Bodies.Select(body => body.Name)]);

    /// <summary>The place of a joint.</summary>
    /// <exception cref="PhysicsException">There is none with this name; the message has the nearest.</exception>
    public int JointIndex(string name) => IndexOf("joint", name, [.. Joints.Select(joint => joint.Name)]);

    private static int IndexOf(string kind, string name, string[] names)
    {
        int index = Array.IndexOf(names, name);
        return index >= 0 ? index : throw new PhysicsException($"There is no {kind} \"{name}\".{NearestName.Hint(name, names)}");
    }
}
