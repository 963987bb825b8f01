using SensorSim.Geometry;

namespace SensorSim.Scenes.Gltf.Extensions.RigidBodies;

/// <summary>How far three axes are free, along or about them.</summary>
internal sealed class AxisLimits
{
    private const double Nothing = 1e-9;

    private readonly (double? Lower, double? Upper)[] _ranges = new (double?, double?)[3];

    /// <summary>Whether nothing limits them.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Whether a limit holds for several axes together that leaves room, as a cone does.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>How many are not free at all.</summary>
    public int Locked => _ranges.Count(IsLocked);

    /// <summary>The first axis that is not locked.</summary>
    public int Open => Array.FindIndex(_ranges, range => !IsLocked(range));

    public static Vector3d Unit(int axis) => axis == 0 ? Vector3d.UnitX : axis == 1 ? Vector3d.UnitY : Vector3d.UnitZ;

    public (double? Lower, double? Upper) Range(int axis) => _ranges[axis];

    /// <param name="limit">With <c>min</c> and <c>max</c>.</param>
    /// <param name="axes">Of it.</param>
    public void Add(JsonCursor limit, JsonCursor axes)
    {
        (double? lower, double? upper) = (limit.Find("min")?.Number(), limit.Find("max")?.Number());
        if (lower > upper)
        {
            throw limit.Error($"min {lower} is larger than max {upper}; exchange them");
        }

        int[] which = Axes(axes);
        bool isNothing = which.Length == 1 ? Math.Abs(lower ?? 1) < Nothing && Math.Abs(upper ?? 1) < Nothing : Math.Abs(upper ?? 1) < Nothing;
        IsEmpty &= lower is null && upper is null;
        IsJoined |= which.Length > 1 && !isNothing && (lower ?? upper) is not null;
        foreach (int axis in which.Length == 1 || isNothing ? which : [])
        {
            _ranges[axis] = isNothing ? (0, 0) : (Larger(_ranges[axis].Lower, lower), Smaller(_ranges[axis].Upper, upper));
        }
    }

    private static int[] Axes(JsonCursor axes)
    {
        int[] which = [.. axes.Items().Select(axis => (int)axis.Integer(0, 2))];
        return which.Length is >= 1 and <= 3 && which.Distinct().Count() == which.Length
            ? which
            : throw axes.Error("expected one to three different axes of 0, 1 and 2; correct the axes");
    }

    private static bool IsLocked((double? Lower, double? Upper) range) => range is { Lower: 0, Upper: 0 };

    private static double? Larger(double? a, double? b) => a is null || b > a ? b : a;

    private static double? Smaller(double? a, double? b) => a is null || b < a ? b : a;
}
