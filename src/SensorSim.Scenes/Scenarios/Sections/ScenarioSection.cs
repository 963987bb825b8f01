using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>The whole file: reads like its table of contents.</summary>
internal static class ScenarioSection
{
    public static Scenario? Read(LocatedNode root, ReadingLog log)
    {
        if (SectionReader.Of(root, "", "a mapping of keys to values", log) is not { } section)
        {
            return null;
        }

        section.Integer("schema_version", Scenario.SchemaVersion, Scenario.SchemaVersion, "what this version reads");
        LocatedNode? scene = section.Require("scene", "a glTF file or builtin:NAME");
        LocatedNode? variant = section.Find("variant");
        LocatedNode? animation = section.Find("animation");
        var scenario = new Scenario
        {
            Id = NameRule.Check(section, "scenario", "an id"),
            Version = section.RequireText("version", "the scenario's own version, like 1.0.0"),
            File = "",
            Sha256 = "",
            Intent = IntentSection.Read(section),
            Scene = (scene is null ? null : ScalarReader.Text(scene, "scene", log)) ?? "",
            ScenePosition = scene?.Position ?? root.Position,
            Variant = variant is null ? null : ScalarReader.Text(variant, "variant", log),
            VariantPosition = variant?.Position ?? root.Position,
            Animation = animation is null ? null : ScalarReader.Text(animation, "animation", log),
            AnimationPosition = animation?.Position ?? root.Position,
            EnvironmentPosition = root.Position,
            Categories = CategorySection.Read(section),
            Cameras = CameraSection.ReadAll(section),
            Lights = LightSection.ReadAll(section),
            Cousins = CousinSection.Read(section),
            Episode = EpisodeSection.Read(section),
            Labels = LabelSection.Read(section),
        };
        scenario = EnvironmentSection.Read(section, scenario) with { EmissiveLights = section.Truth("emissive_lights") ?? false };
        scenario = scenario with { LabelTime = ReadLabelTime(section, scenario.Labels) };
        section.Refuse("physics", "style", "extends", "include", "includes");
        section.RejectUnknown();
        return scenario;
    }

    private static LabelTime ReadLabelTime(SectionReader section, LabelSet labels)
    {
        bool isPerRow = section.Word("label_time", ["mid_exposure", "per_row"]) == "per_row";
        if (isPerRow && (labels & LabelSet.BetweenInstants) != LabelSet.None)
        {
            section.Log.Add(section.Find("label_time")!, "label_time", "flow and occlusion are between two instants, and with per_row an image has many", "mid_exposure, or labels without flow and occlusion");
        }

        return isPerRow ? LabelTime.PerRow : LabelTime.MidExposure;
    }
}
