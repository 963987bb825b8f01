using SensorSim.Scenes.Cousins.Counterfactuals;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Bodies;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Drafts;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Joints;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Lights;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Styles;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Scenarios;

/// <summary>A scenario as read and checked: a targeted experiment that knows what it is for.</summary>
public sealed record Scenario
{
    /// <summary>The only schema that this version reads.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Id of the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>The scenario's own version.</summary>
    public required string Version { get; init; }

    /// <summary>Path of the file as it was given.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hex; of a file that extends others that of the list of all digests, each with a line feed.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where each of its keys was written.</summary>
    public KeyPositions Keys { get; init; } = KeyPositions.None;

    /// <summary>What <c>--set</c> changed, in order: "cousins.count=3".</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Files of data that draws come from, as written → SHA-256 in lower-case hex.</summary>
    public IReadOnlyDictionary<string, string> DataFiles { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Why the data is made. The reader insists on it; null only in a run that has no scenario file.</summary>
    public Intent? Intent { get; init; }

    /// <summary>A glTF file relative to the scenario's folder, or "builtin:NAME" for a scene of the library.</summary>
    public required string Scene { get; init; }

    /// <summary>Which look of the scene: a variant of KHR_materials_variants by its name, or null for the file's own materials.</summary>
    public string? Variant { get; init; }

    /// <summary>Which animation of the scene plays: a name, "none", or null for its first.</summary>
    public string? Animation { get; init; }

    public EnvironmentLight Environment { get; init; } = EnvironmentLight.None;

    /// <summary>Whether what glows lights its surroundings.</summary>
    public bool EmissiveLights { get; init; }

    /// <summary>Every number of degrees that was written, but those that draws have.</summary>
    public IReadOnlyList<WrittenAngle> Angles { get; init; } = [];

    public CategoryRules Categories { get; init; } = CategoryRules.Default;

    /// <summary>Objects that are added to the scene.</summary>
    public IReadOnlyList<AddedGroup> Objects { get; init; } = [];

    /// <summary>Lamps that are added to the scene.</summary>
    public IReadOnlyList<LampGroup> Lamps { get; init; } = [];

    /// <summary>What a robot would be told to do here, if the scenario says it.</summary>
    public TaskWords? Task { get; init; }

    public required IReadOnlyList<CameraSettings> Cameras { get; init; }

    public IReadOnlyList<LightRule> Lights { get; init; } = [];

    public CousinSettings Cousins { get; init; } = CousinSettings.One;

    /// <summary>How the joints of robots move; null leaves them as the file has them.</summary>
    public JointSettings? Joints { get; init; }

    /// <summary>How objects move by themselves; null when nothing does.</summary>
    public PhysicsSettings? Physics { get; init; }

    /// <summary>What happens in one episode of each cousin and in none of the others.</summary>
    public IReadOnlyList<ScenarioEvent> Events { get; init; } = [];

    /// <summary>How many episodes each cousin has.</summary>
    internal EpisodeFamily Family => new(Events.Count + 1);

    public EpisodeSettings Episode { get; init; } = EpisodeSettings.Still;

    /// <summary>The instant that labels are of.</summary>
    public LabelTime LabelTime { get; init; }

    public LabelSet Labels { get; init; } = LabelSet.Default;

    /// <summary>What is done to the look of pictures or textures; null leaves them as they are.</summary>
    public StyleSettings? Style { get; init; }

    /// <summary>The language model that drafted it; null for one that a person wrote.</summary>
    public DraftProvenance? Drafted { get; init; }

    /// <summary>What objects must go on allowing in every cousin.</summary>
    public IReadOnlyList<AffordanceSetting> Affordances { get; init; } = [];

    /// <summary>Objects that travel.</summary>
    public IReadOnlyList<ObjectPath> Paths { get; init; } = [];

    /// <summary>A path written in the scenario, as seen from the working directory. A "builtin:" name stays as it is.</summary>
    public string Resolve(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith("builtin:", StringComparison.Ordinal)
            ? path
            : Path.Combine(Path.GetDirectoryName(File) ?? "", path);
    }
}
