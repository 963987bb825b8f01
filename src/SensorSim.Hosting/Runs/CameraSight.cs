using SensorSim.Datasets;
using SensorSim.Scenes.Model;
using SensorSim.Signals;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs;

/// <summary>What one camera saw, counted over its frames.</summary>
/// <param name="Frames">How many.</param>
/// <param name="Levels">How bright its pictures are.</param>
/// <param name="SeesObjects">Whether an object is in any of them.</param>
/// <param name="SomethingMoves">Whether its scene has an object that moves by itself.</param>
/// <param name="SeesMoving">Whether such a one is in any of them.</param>
internal readonly record struct CameraSight(int Frames, PictureLevels Levels, bool SeesObjects, bool SomethingMoves, bool SeesMoving)
{
    /// <summary>What is in one frame.</summary>
    /// <param name="objects">Its entries.</param>
    /// <param name="cousin">That was rendered.</param>
    /// <param name="planes">Its files.</param>
    public static CameraSight Of(IReadOnlyList<ObjectRecord> objects, SceneInstance cousin, IReadOnlyDictionary<string, PixelPlane> planes)
    {
        ObjectRecord[] moving = cousin.Motion is { Moves: true } motion ? [.. Moving(objects, cousin, motion.MovingNodes)] : [];
        PictureLevels levels = planes.TryGetValue("rgb", out PixelPlane picture) ? PictureLevels.Of(picture) : default;
        return new(1, levels, objects.Any(IsSeen), moving.Length > 0, moving.Any(IsSeen));
    }

    public static CameraSight operator +(CameraSight a, CameraSight b) =>
        new(a.Frames + b.Frames, a.Levels + b.Levels, a.SeesObjects || b.SeesObjects, a.SomethingMoves || b.SomethingMoves, a.SeesMoving || b.SeesMoving);

    /// <summary>What is hardly meant of it; null where nothing is.</summary>
    /// <param name="camera">Its name.</param>
    /// <param name="isExposed">Whether it has an exposure of its own; otherwise the program finds one.</param>
    public string? Warning(string camera, bool isExposed)
    {
        if (!SeesObjects)
        {
            return Invariant($"nothing of the scene is to be seen by {camera} in {Counted}: look at its pose");
        }

        // Behind a wall it is dark, too.
        return Levels.Warning(camera, isExposed) is { } levels ? MissesMoving ? $"{NothingMoving(camera)} first, because {levels}" : levels : null;
    }

    /// <summary>The same, when no frame will follow in which something could still come into view.</summary>
    public string? LastWarning(string camera, bool isExposed) => Warning(camera, isExposed) ?? (MissesMoving ? NothingMoving(camera) : null);

    private bool MissesMoving => SomethingMoves && !SeesMoving;

    private string NothingMoving(string camera) => Invariant($"nothing of what moves is to be seen by {camera} in {Counted}: look at its pose");

    // By itself, by what it hangs on, or by its bones.
    private static IEnumerable<ObjectRecord> Moving(IReadOnlyList<ObjectRecord> objects, SceneInstance cousin, IReadOnlySet<int> nodes)
    {
        bool IsCarried(int? node) => node is { } own && (nodes.Contains(own) || IsCarried(cousin.Twin.Nodes[own].Parent));
        return objects.Where(thing => cousin.DeformedMeshes.ContainsKey(thing.Node) || IsCarried(thing.Node));
    }

    private string Counted => Frames == 1 ? "its one frame" : Invariant($"its {Frames} frames");

    private static bool IsSeen(ObjectRecord thing) => thing.VisiblePx > 0;
}
