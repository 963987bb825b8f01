using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>The whole file: reads like its table of contents.</summary>
internal static class ScenarioSection
{
    public static MappingSchema Schema { get; } = new(
        new("schema_version", new IntegerSchema(Scenario.SchemaVersion, Scenario.SchemaVersion, "what this program reads"), "Version of this format; the current one without it.", "1") { Default = "1" },
        new("scenario", NameRule.Of("an id"), "The scenario's id; it goes into every record.", "aisle-flicker") { IsRequired = true, AlsoCalled = ["id", "name"] },
        new("version", new TextSchema("the scenario's own version, like 1.0.0"), "The scenario's own version.", "1.0.0") { IsRequired = true },
        new(Inheritance.Key, Inheritance.Schema, "Files that this one takes over and changes, relative to this one; later ones change earlier ones.", "base.yaml"),
        new("intent", IntentSection.Schema, "Why the data is made: synthetic data is a targeted experiment.", "{ failure_mode: dim light, intended_use: [train], artifact_risk: none known, real_probe: 200 frames of aisle 7, discard_if: mAP falls by 1 point }") { IsRequired = true },
        new("scene", new TextSchema("a glTF file, a robot's model or builtin:NAME"), "A .glb or .gltf file or a robot's model (.xml, MJCF), relative to this file, or builtin:NAME for a scene that the program makes.", "builtin:warehouse-aisle") { IsRequired = true },
        new("variant", new TextSchema("the name of a variant of the scene"), "One of the looks that the scene's file brings along (KHR_materials_variants), by its name.", "street"),
        new("animation", new TextSchema("the name of an animation of the scene, or none"), "Which animation of the scene plays; none holds the pose of the file; the file's first without this key.", "none"),
        new("environment", EnvironmentSection.Schema, "Light from all around; only the scene's lamps without it.", "{ hdr: builtin:studio, intensity: 1.5 }"),
        new("emissive_lights", new TruthSchema(), "Whether surfaces that emit light also give it to others.", "true") { Default = "false" },
        new("categories", CategorySection.Schema, "How objects get their category.", "{ from: extras.category, default: node-name, names: [box, shelf] }"),
        new("objects", ObjectSection.Schema, "What is added to the scene: objects of the library, or of other files.", "[{ name: part, use: [builtin:mug, builtin:bowl], count: 10, step: [0.2, 0, 0] }]"),
        new("lamps", LampSection.Schema, "Lamps that are added to the scene.", "[{ name: work_light, kind: spot, at: [1, 1.2, 2], look_at: [0, 0.5, 0], intensity_cd: 400 }]"),
        new("task", TaskSection.Schema, "What a robot would be told to do; the words go into every frame's record.", "{ verb: pick, object: part, goal: bin_2 }"),
        new("cameras", CameraSection.Schema, "The cameras.", "[{ name: front, width: 640, height: 480, hfov_deg: 69, pose: { from: [0, 1.4, 3], look_at: [0, 1, 0] } }]") { IsRequired = true },
        new("lights", LightSection.Schema, "Rules over lamps of the scene; a lamp has one at most.", "[{ match: \"ceiling*\", flicker: { mains_hz: 50, modulation: 0.8 } }]"),
        new("affordances", AffordanceSection.Schema, "What objects must go on allowing in every cousin; one that takes it away is drawn again.", "[{ object: \"shelf_*\", kind: support }]"),
        new("paths", PathSection.Schema, "Objects that travel while the camera looks: along points, or between a camera and an object.", "[{ object: forklift_1, points: [[-3, 0, 0], [3, 0, 0]], speed_m_s: 1.5 }]"),
        new("joints", JointSection.Schema, "How the joints of the scene's robots move.", "{ start: ready, moves: [{ trajectory: pick.csv }] }"),
        new("physics", PhysicsSection.Schema, "Objects that move by the laws of mechanics, as another program computes it.", "{ backend: mujoco, duration_s: 2, bodies: [{ match: \"box_*\", motion: dynamic }] }"),
        new("events", EventSection.Schema, "What happens in one episode of each cousin and in none of the others: counterfactuals.", "[{ name: oil, kind: friction, match: \"floor*\", at_s: 0.8, friction: 0.02 }]"),
        new("episode", EpisodeSection.Schema, "The time steps of each sample; one without it.", "{ duration_s: 2, frame_rate_hz: 25 }"),
        new("cousins", CousinSection.Schema, "Variations of the scene.", "{ count: 500, seed: 7, vary: { \"lights.*.intensity\": { log_uniform: [0.1, 1] } } }"),
        new("labels", LabelSection.Schema, "What is written for each frame.", "[rgb, depth, instance, semantic, normal]") { Default = "default" },
        new("label_time", new WordSchema("mid_exposure", "per_row"), "The instant that labels are of: the middle of the middle row's exposure, or of each row's own.", "mid_exposure") { Default = "mid_exposure" },
        new("style", StyleSection.Schema, "Another look: of finished pictures, which a gate then holds to their labels, or of the scene's textures.", "{ use: style.fda, target: real/aisle7/*.png, beta: 0.003 }"),
        new(DraftedSection.Key, DraftedSection.Schema, "Where a scenario comes from that a language model drafted; the program writes it.", DraftedSection.Example));

    public static Scenario? Read(LocatedNode root, ReadingLog log)
    {
        if (SectionReader.Of(root, "", Schema, log, "a mapping of keys to values") is not { } section)
        {
            return null;
        }

        KeyPositions keys = section.Keys;
        var scenario = new Scenario
        {
            Id = section.Text("scenario") ?? "",
            Version = section.Text("version") ?? "",
            File = "",
            Sha256 = "",
            Keys = keys,
            Intent = IntentSection.Read(section),
            Scene = section.Text("scene") is { } scene ? log.Relocate(scene, keys.Of("scene")) : "",
            Variant = section.Text("variant"),
            Animation = section.Text("animation"),
            EmissiveLights = section.Truth("emissive_lights") ?? false,
            Categories = CategorySection.Read(section),
            Objects = ObjectSection.ReadAll(section),
            Lamps = LampSection.ReadAll(section),
            Task = TaskSection.Read(section),
            Cameras = CameraSection.ReadAll(section),
            Lights = LightSection.ReadAll(section),
            Affordances = AffordanceSection.ReadAll(section),
            Paths = PathSection.ReadAll(section),
            Events = EventSection.ReadAll(section),
            Joints = JointSection.Read(section),
            Physics = PhysicsSection.Read(section),
            Cousins = CousinSection.Read(section),
            Episode = EpisodeSection.Read(section),
            Labels = LabelSection.Read(section),
            Style = StyleSection.Read(section),
            Drafted = DraftedSection.Read(section),
        };
        scenario = scenario with { Physics = scenario.Physics is { } physics ? physics with { Events = [.. scenario.Events.Where(one => one.IsPhysical)] } : null };
        return EnvironmentSection.Read(section, scenario) with { LabelTime = ReadLabelTime(section, scenario.Labels) };
    }

    private static LabelTime ReadLabelTime(SectionReader section, LabelSet labels)
    {
        bool isPerRow = section.Word("label_time") == "per_row";
        if (isPerRow && (labels & LabelSet.BetweenInstants) != LabelSet.None)
        {
            section.Log.Add(section.Find("label_time")!, "label_time", "flow and occlusion are between two instants, and with per_row an image has many", "mid_exposure, or labels without flow and occlusion");
        }

        return isPerRow ? LabelTime.PerRow : LabelTime.MidExposure;
    }
}
