using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>A shape by which a body touches others. Shapes with an axis stand along +Y, as in glTF.</summary>
public abstract record Collider
{
    private protected Collider()
    {
    }

    /// <summary>In the body's frame.</summary>
    public Pose Pose { get; init; } = Pose.Identity;

    /// <summary>What is wrong with its measures, a phrase; null when all is well.</summary>
    internal abstract string? Problem { get; }

    private protected static string? Positive(string what, params ReadOnlySpan<double> lengths)
    {
        foreach (double length in lengths)
        {
            if (!(length > 0 && double.IsFinite(length)))
            {
                return FormattableString.Invariant($"its {what} is {length} m; a length above 0 is expected");
            }
        }

        return null;
    }
}
