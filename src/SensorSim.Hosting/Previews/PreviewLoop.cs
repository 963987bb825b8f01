using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Plugins;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.Hosting.Previews;

/// <summary>Renders previews and watches the files that they are made from: plugins, scenario, scene. An error waits for the next save like a picture does.</summary>
/// <param name="request">What to render.</param>
/// <param name="calls">Gets to know every call into a plugin.</param>
/// <param name="directories">Of plugins.</param>
public sealed class PreviewLoop(RunRequest request, PluginCalls calls, IReadOnlyList<string> directories)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    private readonly List<PluginCatalog> _earlier = [];
    private PluginCatalog? _catalog;
    private RunPlan? _plan;
    private FileStamps _seen = FileStamps.Of([]);
    private string[] _assets = [];
    private string[] _scenarioFiles = [];

    /// <summary>Where the pictures go: what is written there is no save, also where it lies beside the plugins.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>Told the plan of each picture before it is rendered; what it throws is reported as an error of that picture.</summary>
    public required Action<RunPlan> Render { get; init; }

    /// <summary>Told what went wrong with a picture.</summary>
    public required Action<Exception> Report { get; init; }

    /// <summary>Told of each folder that is no working plugin, once a picture.</summary>
    public required Action<PluginProblem> Warn { get; init; }

    /// <summary>Told which files were saved, before the next picture.</summary>
    public required Action<IReadOnlyList<string>> Saved { get; init; }

    /// <summary>Returns when it is asked to stop.</summary>
    public void Run(CancellationToken stop)
    {
        bool onlyPlugins = false;
        while (!stop.IsCancellationRequested)
        {
            _scenarioFiles = ScenarioFiles();
            // In front of the picture: what is saved while it is made makes another one.
            _seen = FileStamps.Of(Watched(), OutputFolder);
            string[] before = _assets;
            RenderOnce(onlyPlugins);
            if (WaitForSave(_seen.Without(before.Except(_assets, StringComparer.Ordinal).Where(path => !IsOfPlugin(path))), stop) is not { } changed)
            {
                return;
            }

            onlyPlugins = changed.All(IsOfPlugin);
            Saved(changed);
        }
    }

    private void RenderOnce(bool onlyPlugins)
    {
        try
        {
            PluginCatalog catalog = Reload();
            var planner = new RunPlanner(catalog);
            (RunPlan? known, _plan) = (onlyPlugins ? _plan : null, null);
            _plan = known is null ? planner.Plan(request) : planner.WithPlugins(known);
            _assets = [.. _plan.Assets.Keys.Select(name => Path.Combine(_plan.AssetFolder, name))];
            // Also here in front of the picture: who has seen it saves the next one at once.
            _seen = _seen.And(_assets);
            Render(_plan);
            _earlier.ForEach(catalog.Unload);
            _earlier.Clear();
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            Report(wrong);
        }
    }

    private PluginCatalog Reload()
    {
        PluginCatalog catalog = PluginCatalog.Reload(directories, calls, _catalog);
        _earlier.AddRange(_catalog is null ? [] : [_catalog]);
        _catalog = catalog;
        foreach (PluginProblem problem in catalog.Problems)
        {
            Warn(problem);
        }

        return catalog;
    }

    // Builds write many files, and editors some of them twice: a change counts when the next look finds no other.
    private IReadOnlyList<string>? WaitForSave(FileStamps seen, CancellationToken stop)
    {
        FileStamps last = seen;
        while (!stop.WaitHandle.WaitOne(s_look))
        {
            FileStamps now = FileStamps.Of(Watched(), OutputFolder);
            if (now.ChangedSince(last).Count == 0 && now.ChangedSince(seen) is { Count: > 0 } changed)
            {
                return changed;
            }

            last = now;
        }

        return null;
    }

    private bool IsOfPlugin(string path) => directories.Any(directory => path.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    // While there is no plan the last one's assets are watched on: what is not looked at any more would seem to be gone.
    private IEnumerable<string> Watched() =>
        [.. directories, .. _scenarioFiles, .. _assets];

    private string[] ScenarioFiles() =>
        request.ScenarioPath is { } scenario ? [.. ScenarioReader.ReadFile(scenario).Files.Select(Path.GetFullPath)] : [];
}
