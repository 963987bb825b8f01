using System.Globalization;
using SensorSim.Cli.Console;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Gltf.Summaries;

namespace SensorSim.Cli.Commands;

/// <summary>What is in a scene, as tables on the terminal.</summary>
internal sealed class SceneTables(Terminal terminal)
{
    /// <summary>Everything of it, and then what is to be warned of.</summary>
    public void Write(SceneSummary scene)
    {
        terminal.Out.WriteLine(Headline(scene));
        if (scene.EmptyBecause is { } why) terminal.Out.WriteLine(why);
        Section(scene.Animations.Count > 0 ? "objects, before an animation moves them" : "objects", Instances(scene));
        Section("instanced meshes", InstancedMeshes(scene));
        Section("materials", Materials(scene));
        Section("variants", Variants(scene));
        Section("lights", Lights(scene));
        Section("cameras", Cameras(scene));
        Section("animations", Animations(scene));
        Section("joints of robots", RobotJoints(scene));
        if (scene.Keyframes.Count > 0) terminal.Out.WriteLine($"keyframes: {string.Join(", ", scene.Keyframes)}");
        Section("extensions", Extensions(scene));
        Section("files", Files(scene));
        foreach (string warning in scene.Warnings) terminal.Warn(warning);
        foreach (string defect in scene.KeypointDefects) terminal.Warn($"keypoints: {defect}");
        foreach (string defect in scene.Defects) terminal.Warn($"against the specification: {defect}");
    }

    private void Section(string title, TextTable table)
    {
        if (table.IsEmpty) return;
        terminal.Out.WriteLine(title);
        table.WriteTo(terminal.Out, indent: 2);
    }

    private static string Headline(SceneSummary scene)
    {
        string by = scene.Generator is { Length: > 0 } generator ? $" by {generator}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{scene.Name}: {$"{scene.Format} {scene.Version}".TrimEnd()}{by}; {Quantity.Of(scene.Nodes.Count, "node")}, {Quantity.Of(scene.Meshes.Count, "mesh", "meshes")}, {Quantity.Of(scene.Triangles, "triangle")}, "
            + $"{Quantity.Of(scene.Textures.Count, "texture")}{(scene.BoundsMinM is null ? "" : $"; {Size(scene.BoundsMinM, scene.BoundsMaxM)} m around {Middle(scene.BoundsMinM, scene.BoundsMaxM)}")}");
    }

    private static TextTable Instances(SceneSummary scene)
    {
        var table = new TextTable("id", "name", "node", "mesh", "triangles", "size (m)", "middle (m)");
        foreach (InstanceSummary instance in scene.Instances)
            table.Add(
                Number(instance.Id), instance.Name, Number(instance.Node), Number(instance.Mesh), Number(scene.Meshes[instance.Mesh].Triangles),
                Size(instance.BoundsMinM, instance.BoundsMaxM), Middle(instance.BoundsMinM, instance.BoundsMaxM));
        return table;
    }

    private static TextTable Materials(SceneSummary scene)
    {
        var table = new TextTable("index", "name", "base colour", "metallic", "roughness", "alpha", "textures", "layers");
        foreach (MaterialSummary material in scene.Materials)
            table.Add(
                Number(material.Index), material.Name ?? "", string.Join(' ', material.BaseColor.Take(3).Select(value => Number(value, "G3"))),
                Number(material.Metallic), Number(material.Roughness), material.AlphaMode, string.Join(", ", material.Textures.Keys), string.Join(", ", material.Layers.Keys));
        return table;
    }

    private static TextTable InstancedMeshes(SceneSummary scene)
    {
        var table = new TextTable("node", "name", "mesh", "copies");
        foreach (InstancedMeshSummary mesh in scene.InstancedMeshes)
            table.Add(Number(mesh.Node), mesh.Name ?? "", Number(mesh.Mesh), Number(mesh.Copies));
        return table;
    }

    private static TextTable Variants(SceneSummary scene)
    {
        var table = new TextTable("index", "name");
        foreach ((int index, string name) in scene.Variants.Index()) table.Add(Number(index), name);
        return table;
    }

    private static TextTable Lights(SceneSummary scene)
    {
        var table = new TextTable("node", "name", "kind", "intensity");
        foreach (LightSummary light in scene.Lights)
            table.Add(Number(light.Node), light.Name ?? "", light.Kind, $"{Number(light.Intensity, "G4")} {(light.Kind == "directional" ? "lx" : "cd")}");
        return table;
    }

    private static TextTable Cameras(SceneSummary scene)
    {
        var table = new TextTable("index", "name", "view", "nodes");
        foreach (CameraSummary camera in scene.Cameras)
            table.Add(Number(camera.Index), camera.Name ?? "", ViewOf(camera), string.Join(", ", camera.Nodes.Select(node => node.Name)));
        return table;
    }

    private static string ViewOf(CameraSummary camera) =>
        camera.VerticalFovDeg is { } angle ? $"perspective, {Number(angle, "F1")}° high" : $"orthographic, {Number(2 * camera.OrthographicHalfHeightM ?? 0, "G4")} m high";

    private static TextTable Animations(SceneSummary scene)
    {
        var table = new TextTable("index", "name", "duration (s)", "channels");
        foreach (AnimationSummary animation in scene.Animations)
            table.Add(Number(animation.Index), animation.Name ?? Number(animation.Index), Number(animation.DurationS, "G4"), Number(animation.Channels));
        return table;
    }

    private static TextTable RobotJoints(SceneSummary scene)
    {
        var table = new TextTable("name", "type", "body", "unit", "from", "to", "at", "follows");
        foreach (RobotJointSummary joint in scene.RobotJoints)
            table.Add(
                joint.Name, joint.Type, joint.Body ?? "", joint.Unit ?? "", Limit(joint.Lower), Limit(joint.Upper),
                string.Join(' ', joint.Position.Select(value => Number(value, "G4"))), joint.Follows ?? "");
        return table;
    }

    private static string Limit(double? value) => value is { } limit ? Number(limit, "G4") : "";

    private static TextTable Extensions(SceneSummary scene)
    {
        var table = new TextTable("name", "required", "supported");
        foreach (ExtensionSummary extension in scene.Extensions)
            table.Add(extension.Name, extension.Required ? "yes" : "no", extension.Supported ? "yes" : "no");
        return table;
    }

    private static TextTable Files(SceneSummary scene)
    {
        var table = new TextTable("path", "bytes", "sha256");
        foreach (GltfAsset asset in scene.Assets) table.Add(asset.Path, Number(asset.Bytes), asset.Sha256);
        return table;
    }

    private static string Size(double[]? min, double[]? max) =>
        min is null || max is null ? "" : string.Join(" x ", min.Zip(max, (low, high) => Number(high - low, "G3")));

    // As a scenario's pose takes it.
    private static string Middle(double[]? min, double[]? max) =>
        min is null || max is null ? "" : $"[{string.Join(", ", min.Zip(max, (low, high) => Number(Math.Round((high + low) / 2, 3) + 0.0, "G6")))}]";

    private static string Number<T>(T value, string? format = null)
        where T : IFormattable => value.ToString(format, CultureInfo.InvariantCulture);
}
