using SensorSim.Datasets.Provenance;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Styles;
using SensorSim.Style;

namespace SensorSim.Hosting.Styles;

/// <summary>
/// A run whose pictures get another look: it is rendered into a folder beside the output, then restyled, as somebody would who renders and restyles by hand. Labels are not copied but linked, either half can be
/// interrupted and resumed, and clips are whole whatever the encoders do.
/// </summary>
public sealed class StyledRun
{
    private readonly RunPlan _plan;
    private readonly string _output;
    private readonly bool _resume;

    private StyledRun(RunPlan plan, string output, bool resume) => (_plan, _output, _resume) = (plan, output, resume);

    /// <summary>Where the pictures lie until they are restyled.</summary>
    public string Rendered => _output.TrimEnd(Path.DirectorySeparatorChar) + ".unstyled";

    /// <summary>Null of a plan whose pictures stay as they are.</summary>
    public static StyledRun? Of(RunPlan plan, string output, bool resume)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan is { Style: not null, Scenario.Style.Stage: not StyleStage.Textures } ? new(plan, output, resume) : null;
    }

    /// <summary>Loads the style once and lets it go: a model that is none is told before the first frame, and not behind the last.</summary>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="StyleException">It cannot be loaded.</exception>
    /// <exception cref="OperationCanceledException">It was stopped first.</exception>
    public void RequireLoadable(CancellationToken stop)
    {
        string work = Directory.CreateTempSubdirectory("sensorsim-style-").FullName;
        try
        {
            _plan.Style!.Prepare(_plan.Seed, work, stop).Dispose();
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>The second half, once the first is done.</summary>
    /// <param name="encoders">Threads that judge, encode and write.</param>
    /// <param name="sensors">For a style in front of the sensor.</param>
    /// <param name="key">Signs the dataset; null leaves it unsigned.</param>
    public RestyleRun Restyle(int encoders, SensorReplay sensors, SigningKey? key)
    {
        string[] unasked = _plan.AskedLabels.HasFlag(LabelSet.Radiance) ? [] : [StyledOutcome.Light];
        var request = new RestyleRequest(Rendered, _plan.Scenario.Style!, _plan.AssetFolder, _output) { Seed = _plan.Seed, Resume = _resume, IsPartOfRun = true, Without = unasked };
        return new(RestylePlan.Of(request, _plan.Style!)) { Encoders = encoders, Sensors = sensors, Key = key };
    }

    /// <summary>Removes the first half's folder; the labels' files have their second names in the output.</summary>
    public void RemoveRendered() => Directory.Delete(Rendered, recursive: true);
}
