namespace SensorSim.Physics;

/// <summary>For authors of backends: what two bodies' surfaces make together, as the contract has it and as events change it.</summary>
public sealed class SurfacePairs
{
    private readonly double[] _frictions;
    private readonly double[] _restitutions;
    private readonly SortedDictionary<(int A, int B), double> _pairs = [];

    public SurfacePairs(WorldDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        _frictions = [.. description.Bodies.Select(body => body.Surface.Friction)];
        _restitutions = [.. description.Bodies.Select(body => body.Surface.Restitution)];
    }

    /// <summary>Coulomb's coefficient of a pair.</summary>
    public double Friction(int a, int b) =>
        _pairs.Count > 0 && _pairs.TryGetValue(Key(a, b), out double own) ? own : SurfaceDescription.CombineFriction(_frictions[a], _frictions[b]);

    /// <summary>Newton's coefficient of a pair.</summary>
    public double Restitution(int a, int b) => SurfaceDescription.CombineRestitution(_restitutions[a], _restitutions[b]);

    /// <inheritdoc cref="IPhysicsWorld.SetFriction"/>
    public void SetFriction(int body, double friction) => _frictions[body] = friction;

    /// <inheritdoc cref="IPhysicsWorld.SetPairFriction"/>
    public void SetPairFriction(int a, int b, double friction) => _pairs[Key(a, b)] = friction;

    /// <summary>All that events may have changed.</summary>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Array.ForEach(_frictions, writer.Write);
        writer.Write(_pairs.Count);
        foreach (((int a, int b), double friction) in _pairs)
        {
            writer.Write(a);
            writer.Write(b);
            writer.Write(friction);
        }
    }

    /// <summary>Takes what <see cref="Write"/> gave.</summary>
    public void Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        for (int i = 0; i < _frictions.Length; i++)
        {
            _frictions[i] = reader.ReadDouble();
        }

        _pairs.Clear();
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            _pairs[(reader.ReadInt32(), reader.ReadInt32())] = reader.ReadDouble();
        }
    }

    private static (int A, int B) Key(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
}
