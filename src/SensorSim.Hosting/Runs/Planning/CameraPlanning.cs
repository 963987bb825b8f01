using SensorSim.Cameras;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Scenarios;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Views;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Labels;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>Finds lenses and sensor chains for cameras, for the scenario's own and for those that samples draw.</summary>
/// <param name="catalog">The installed plugins.</param>
/// <param name="labels">What is wanted of each frame.</param>
public sealed class CameraPlanning(PluginCatalog catalog, LabelSet labels)
{
    /// <summary>A camera of the scenario, with every structure that its chain takes.</summary>
    /// <param name="camera">Checked before, by <see cref="ScenarioPlugins"/>.</param>
    /// <param name="space">What samples draw.</param>
    /// <exception cref="SensorChainException">The chain cannot be built.</exception>
    /// <exception cref="RequestException">A wanted label is not to be had of the chain.</exception>
    public CameraPlan Of(CameraSettings camera, SampleSpace space)
    {
        CameraPlan plan = Of(camera);
        return plan with
        {
            Varies = CameraVariation.Varies(camera, space),
            Structures = [.. StageVariants.Of(camera, CameraVariation.StageDrawsOf(camera, space), catalog).Select(ChainOf).OfType<SensorChain>().Prepend(plan.Chain).DistinctBy(chain => chain.Structure, StringComparer.Ordinal)],
        };
    }

    /// <summary>A camera with what its sample drew.</summary>
    /// <param name="plan">As the scenario has it.</param>
    /// <param name="cousin">The sample.</param>
    /// <exception cref="ScenarioException">What was drawn does not go together.</exception>
    public CameraPlan Drawn(CameraPlan plan, SceneInstance cousin)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(cousin);
        if (!plan.Varies)
        {
            return plan;
        }

        CameraSettings drawn = CameraVariation.Of(plan.Settings, cousin.Draws);
        try
        {
            return drawn.StageChanges.Count == 0 ? plan with { Settings = drawn } : Of(drawn) with { Structures = plan.Structures };
        }
        catch (SensorChainException wrong)
        {
            string problem = string.Join(' ', wrong.Errors.Select(error => error.Message));
            throw new ScenarioException([new(drawn.Position, $"cameras.{drawn.Name}", FormattableString.Invariant($"sample {cousin.Sample} draws values that do not go together: {problem}"), "a rule under cousins.rules that forbids them")]);
        }
    }

    /// <summary>What samples' cameras must be.</summary>
    /// <param name="cameras">Of the scenario.</param>
    /// <param name="scene">The twin.</param>
    /// <param name="sample">The cousin of an index.</param>
    public IReadOnlyList<ICousinRule> RulesOf(IEnumerable<CameraSettings> cameras, Scene scene, Func<long, SceneInstance> sample)
    {
        var trees = new MeshTrees(scene);
        return [.. cameras.Where(camera => camera.Validity is not null).Select(camera => new CameraRule(camera, trees, cousin => ViewOf(camera, cousin), sample))];
    }

    private CameraView ViewOf(CameraSettings camera, SceneInstance cousin)
    {
        CameraSettings drawn = CameraVariation.Of(camera, cousin.Draws);
        return CameraPlacement.Of(drawn, cousin, Optics.Of(StageRequests.Of(drawn, catalog), catalog).Projection);
    }

    // Values that do not go together are for rules to exclude; a sample that has them all the same says so.
    private SensorChain? ChainOf(CameraSettings variant)
    {
        try
        {
            return Of(variant).Chain;
        }
        catch (SensorChainException)
        {
            return null;
        }
    }

    private CameraPlan Of(CameraSettings camera)
    {
        Optics optics = Optics.Of(StageRequests.Of(camera, catalog), catalog);
        SensorOutput output = camera.Output == CameraOutput.Raw ? SensorOutput.Raw : SensorOutput.Display;
        SensorChain chain = SensorChain.Build(catalog.Plugins, optics.Sensor, output, catalog.WhyNoStage);
        return NoiseLabels.WhyImpossible(chain, labels) is { } problem
            ? throw new RequestException([$"Camera \"{camera.Name}\": {problem}"])
            : new(camera, optics.Projection, chain);
    }
}
