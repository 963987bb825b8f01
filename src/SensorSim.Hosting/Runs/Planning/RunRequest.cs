using SensorSim.Datasets.Images;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Labels;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>What a person asked <c>render</c> for. Exactly one of the two paths is set.</summary>
public sealed record RunRequest
{
    /// <summary>Cameras of an orbit.</summary>
    public const int MaximumViews = 100_000;

    /// <summary>JSON holds integers exactly up to here.</summary>
    public const ulong MaximumSeed = (1UL << 53) - 1;

    /// <summary>A scenario file.</summary>
    public string? ScenarioPath { get; init; }

    /// <summary>What that file is to hold, where it is not written yet.</summary>
    public ReadOnlyMemory<byte>? ScenarioText { get; init; }

    /// <summary>A glTF file to render from an orbit, without a scenario.</summary>
    public string? ScenePath { get; init; }

    /// <summary><c>--set</c> options, in order.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>The plugins that the run may use; null looks for the scenario's own lock beside it, then for its folder's (<see cref="RunLock"/>).</summary>
    public string? LockPath { get; init; }

    /// <summary>What <c>diverge --json</c> wrote of the scenario, for the provenance of its frames.</summary>
    public string? EvidencePath { get; init; }

    /// <summary>Replaces the scenario's number of cousins.</summary>
    public long? Samples { get; init; }

    /// <summary>Replaces the scenario's seed.</summary>
    public ulong? Seed { get; init; }

    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Cameras on the orbit.</summary>
    public int Views { get; init; } = 8;

    /// <summary>Angle of the orbit's cameras above the horizon, as the command line fixes it.</summary>
    public double ElevationDegrees { get; init; } = 15;

    /// <summary>Which variant of the file's materials; null is the file's own.</summary>
    public string? Variant { get; init; }

    /// <summary>Which animation of the file plays: a name, "none", or null for its first.</summary>
    public string? Animation { get; init; }

    /// <summary>Time steps of the orbit.</summary>
    public EpisodeSettings Episode { get; init; } = EpisodeSettings.Still;

    /// <summary>Light around the orbit.</summary>
    public EnvironmentLight Environment { get; init; } = new(EnvironmentLight.Studio, 1, 0);

    /// <summary>Whether what glows lights its surroundings, without a scenario.</summary>
    public bool EmissiveLights { get; init; }

    /// <summary>Image width of the orbit's cameras, pixels; null is 640, or twice a panorama's height.</summary>
    public int? Width { get; init; }

    /// <summary>Image height of the orbit's cameras, pixels; null is 480, or half a panorama's width.</summary>
    public int? Height { get; init; }

    /// <summary>Sensor chain of the orbit's cameras.</summary>
    public IReadOnlyList<PluginUse> Sensors { get; init; } = [];

    /// <summary>Replaces the scenario's labels.</summary>
    public LabelSet? Labels { get; init; }

    /// <summary>Colour samples per pixel: 1 or 4. Labels always have one.</summary>
    public int Msaa { get; init; } = 4;

    /// <summary>16-bit PNG, or OpenEXR with float32 metres in channel Z.</summary>
    public ImageFormat DepthFile { get; init; } = ImageFormat.Png;

    /// <summary>PNG or JPEG.</summary>
    public ImageFormat PictureFile { get; init; } = ImageFormat.Png;
}
