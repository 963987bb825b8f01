using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Scenarios;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Sensors;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting;

/// <summary>
/// Compiles into one folder what a server may need: every shader of the program, and every sensor chain of up to two stages and of the
/// given scenarios. A chain is one shader, so a longer one of another scenario is compiled where it is first used.
/// </summary>
/// <param name="folder">Receives the compiled shaders; made when it is not there.</param>
/// <param name="catalog">The plugins that ship along.</param>
public sealed class ShaderCompilation(string folder, PluginCatalog catalog)
{
    private static readonly string[] Extensions = [".vert", ".frag", ".comp"];

    private readonly ShaderLibrary _shaders = new(ProgramFolders.Shaders, cacheDirectory: folder);

    /// <summary>The scenarios in the folder beside the program.</summary>
    public static string[] ScenariosBesideProgram()
    {
        string scenarios = Path.Combine(AppContext.BaseDirectory, "scenarios");
        return Directory.Exists(scenarios) ? [.. Directory.EnumerateFiles(scenarios, "*.yaml").Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Compiles everything; returns the shaders' names.</summary>
    /// <exception cref="ShaderCompilationException">A shader of the program is wrong.</exception>
    /// <exception cref="PluginException">A shader of a plugin is wrong.</exception>
    /// <exception cref="ScenarioException">A scenario is wrong.</exception>
    /// <exception cref="IOException">A shader could not be kept.</exception>
    public IReadOnlyList<string> Run(IEnumerable<string> scenarios)
    {
        (ShaderSource Shader, SensorChain? Chain)[] sources =
        [
            .. Programs().Select(shader => (shader, default(SensorChain)))
                .Concat(Chains(scenarios).SelectMany(chain => StageFusion.Plan(chain).Select(pass => (pass.Shader, (SensorChain?)chain))))
                .DistinctBy(source => _shaders.Compiler.SourceDigest(source.Item1), StringComparer.Ordinal),
        ];
        _shaders.Compiler.Prepare(sources.Select(source => source.Shader));
        foreach ((ShaderSource shader, SensorChain? chain) in sources)
        {
            if (chain is null) _shaders.Compile(shader);
            else PluginShaders.Compile(chain, () => _shaders.Compile(shader));
        }

        return _shaders.Compiler.CacheWriteFailure is { } failure
            ? throw new IOException($"{folder}: {failure}")
            : [.. sources.Select(source => source.Shader.Name)];
    }

    private static IEnumerable<ShaderSource> Programs() =>
        Directory.EnumerateFiles(ProgramFolders.Shaders, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => ShaderSource.File(Path.GetRelativePath(ProgramFolders.Shaders, file).Replace(Path.DirectorySeparatorChar, '/')));

    private IEnumerable<SensorChain> Chains(IEnumerable<string> scenarios)
    {
        StageRequest[] stages = [.. catalog.Plugins.Values.Where(plugin => plugin.Manifest.Kind == PluginKind.Sensor).Select(Plain)];
        IEnumerable<StageRequest[]> lists =
        [
            [],
            .. stages.Select(stage => new[] { stage }),
            .. stages.SelectMany(first => stages.Select(second => new[] { first, second })),
            .. scenarios.SelectMany(Cameras).Select(camera => Optics.Of(StageRequests.Of(camera.Sensor, catalog, new(camera.Width, camera.Height)), catalog).Sensor.ToArray()),
        ];
        return lists.SelectMany(list => new[] { Build(list, SensorOutput.Display), Build(list, SensorOutput.Raw) }).OfType<SensorChain>();
    }

    private static IReadOnlyList<CameraSettings> Cameras(string scenario) => ScenarioReader.ReadFile(scenario).OrThrow().Cameras;

    private static StageRequest Plain(InstalledPlugin plugin) => new(plugin.Manifest.Id, new Dictionary<string, JsonNode?>(StringComparer.Ordinal));

    /// <summary>Null for stages that do not fit together: most pairs do not.</summary>
    private SensorChain? Build(StageRequest[] stages, SensorOutput output)
    {
        try
        {
            return SensorChain.Build(catalog.Plugins, stages, output);
        }
        catch (SensorChainException)
        {
            return null;
        }
    }
}
