using SensorSim.Geometry;
using static System.FormattableString;

namespace SensorSim.Scenes.Scenarios.Episodes;

/// <summary>What must be true of an object in an episode in which its task succeeds.</summary>
/// <param name="Object">Its name.</param>
/// <param name="Kind">What is asked of it.</param>
/// <param name="Key">Where the scenario has it: "task.success[0]".</param>
/// <param name="Position">The same.</param>
public sealed record SuccessCondition(string Object, SuccessKind Kind, string Key, SourcePosition Position)
{
    /// <summary>Another object, or a pattern over the names of those that it touches; null where there is none.</summary>
    public string? Other { get; init; }

    /// <summary>Of <see cref="SuccessKind.Near"/> where it is no object, in world space, metres.</summary>
    public Vector3d Point { get; init; }

    /// <summary>Metres, degrees or metres per second.</summary>
    public double Limit { get; init; }

    public SuccessMoment When { get; init; }

    /// <summary>In words without what was measured: reasons are counted by it.</summary>
    public string Words => When switch { SuccessMoment.Ever => $"{Asked} once", SuccessMoment.Always => $"{Asked} all along", _ => Asked };

    private string Asked => Kind switch
    {
        SuccessKind.Near => Other is { } other ? Invariant($"{Object} within {Limit} m of {other}") : Invariant($"{Object} within {Limit} m of [{Point.X}, {Point.Y}, {Point.Z}]"),
        SuccessKind.On => $"{Object} on {Other}",
        SuccessKind.Touches => $"{Object} touches {Other}",
        SuccessKind.ApartFrom => $"{Object} apart from {Other}",
        SuccessKind.Raised => Invariant($"{Object} raised by {Limit} m"),
        SuccessKind.Upright => Invariant($"{Object} upright to {Limit}°"),
        _ => Invariant($"{Object} slower than {Limit} m/s"),
    };
}
