using SensorSim.Cameras;
using SensorSim.Datasets;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Model;
using SensorSim.Signals;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs;

/// <summary>Warns of cameras whose pictures or poses are hardly meant: after a few frames, because nobody should wait for a night for black pictures, and at the end. Any thread may call.</summary>
/// <param name="plan">The run.</param>
/// <param name="warn">Told a line at a time.</param>
internal sealed class CameraSights(RunPlan plan, Action<string> warn)
{
    /// <summary>So many frames of a camera are looked at before the first warning.</summary>
    public const int FirstLookFrames = 8;

    /// <summary>So many lines are told; of the other cameras their number.</summary>
    private const int MostLines = 5;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, CameraSight> _sights = new(StringComparer.Ordinal);
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
    private bool _isCoarseTold;

    /// <summary>Looks at a frame.</summary>
    /// <param name="view">That saw it.</param>
    /// <param name="objects">Its entries.</param>
    /// <param name="cousin">That was rendered.</param>
    /// <param name="planes">Its files.</param>
    public void Note(CameraView view, IReadOnlyList<ObjectRecord> objects, SceneInstance cousin, IReadOnlyDictionary<string, PixelPlane> planes)
    {
        string camera = view.Name;
        CameraSight all = Add(camera, CameraSight.Of(objects, cousin, planes));

        if (all.Frames == 1 && EnvironmentSharpness.Of(plan, cousin) is var (name, image) && EnvironmentSharpness.Warning(view, objects, name, image) is { } coarse && !Interlocked.Exchange(ref _isCoarseTold, true))
        {
            warn(coarse);
        }

        if (all.Frames == FirstLookFrames && all.Warning(camera, IsExposed(camera)) is { } line)
        {
            Warn(camera, line);
        }
    }

    /// <summary>Warns of what has not been told when every frame of the run was noted.</summary>
    public void End()
    {
        lock (_gate)
        {
            foreach ((string camera, CameraSight sight) in _sights.Where(one => !_warned.Contains(one.Key)))
            {
                if (sight.LastWarning(camera, IsExposed(camera)) is { } line)
                {
                    Warn(camera, line);
                }
            }

            if (_warned.Count > MostLines)
            {
                warn(Invariant($"so it is with {_warned.Count - MostLines} more cameras"));
            }
        }
    }

    private CameraSight Add(string camera, CameraSight seen)
    {
        lock (_gate)
        {
            return _sights[camera] = _sights.GetValueOrDefault(camera) + seen;
        }
    }

    private void Warn(string camera, string line)
    {
        lock (_gate)
        {
            if (_warned.Add(camera) && _warned.Count <= MostLines)
            {
                warn(line);
            }
        }
    }

    private bool IsExposed(string camera) => plan.Cameras.Any(one => one.Settings.Name == camera && one.Settings.Exposure is not null);
}
