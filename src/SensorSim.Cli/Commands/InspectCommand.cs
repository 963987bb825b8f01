using System.CommandLine;
using System.Globalization;
using SensorSim.Cli.Console;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Model;

namespace SensorSim.Cli.Commands;

/// <summary><c>inspect</c>: what is in a glTF file.</summary>
internal sealed class InspectCommand : CliCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "glTF file (.glb or .gltf)" };
    private readonly Option<bool> _json = SharedOptions.Json();

    public InspectCommand(Terminal terminal)
        : base(
            terminal, "inspect",
            "what is in a glTF file: objects, materials, lights, cameras, animations, extensions, warnings (exit 2 with the JSON path when it is broken)",
            new Example("sensorsim inspect scene.glb", "as tables"),
            new Example("sensorsim inspect scene.glb --json | jq '.instances[].name'", "the names of its objects"))
    {
        Add(_file);
        Add(_json);
    }

    protected override int Execute(ParseResult arguments)
    {
        GltfFile file = GltfReader.Read(arguments.GetRequiredValue(_file));
        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, GltfSummary.ToJson(file));
        else
            Write(file);
        return ExitCode.Done;
    }

    private void Write(GltfFile file)
    {
        Scene scene = file.Scene;
        Terminal.Out.WriteLine(Headline(file));
        Section("objects", Instances(scene));
        Section("materials", Materials(scene));
        Section("lights", Lights(scene));
        Section("cameras", Cameras(scene));
        Section("animations", Animations(file.Contents));
        Section("files", Files(file.Assets));
        foreach (string name in file.Contents.ExtensionsUsed)
            Terminal.Out.WriteLine($"extension  {name}{(file.Contents.ExtensionsRequired.Contains(name, StringComparer.Ordinal) ? "  (required)" : "")}");
        foreach (string warning in scene.Warnings) Terminal.Warn(warning);
    }

    private void Section(string title, TextTable table)
    {
        if (table.IsEmpty) return;
        Terminal.Out.WriteLine(title);
        table.WriteTo(Terminal.Out, indent: 2);
    }

    private static string Headline(GltfFile file)
    {
        Scene scene = file.Scene;
        string by = file.Contents.Generator is { Length: > 0 } generator ? $" by {generator}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{scene.Name}: glTF {file.Contents.Version}{by}; {scene.Nodes.Count} nodes, {scene.Meshes.Count} meshes, {GltfSummary.TrianglesOf(scene)} triangles, "
            + $"{scene.Textures.Count} textures, {scene.Images.Count} images");
    }

    private static TextTable Instances(Scene scene)
    {
        var table = new TextTable("id", "name", "node", "mesh", "triangles");
        foreach (Instance instance in SceneInstances.Of(scene))
            table.Add(
                Number(instance.Id), instance.Name, Number(instance.Node), Number(instance.Mesh),
                Number(GltfSummary.TrianglesOf(scene.Meshes[instance.Mesh])));
        return table;
    }

    private static TextTable Materials(Scene scene)
    {
        var table = new TextTable("index", "name", "base colour", "metallic", "roughness", "alpha", "textures");
        for (int i = 0; i < scene.Materials.Count; i++)
        {
            Material material = scene.Materials[i];
            table.Add(
                Number(i), material.Name ?? "", string.Create(CultureInfo.InvariantCulture, $"{material.BaseColor.X:G3} {material.BaseColor.Y:G3} {material.BaseColor.Z:G3}"),
                Number(material.Metallic), Number(material.Roughness), material.AlphaMode.ToString().ToLowerInvariant(),
                string.Join(", ", GltfSummary.TexturesOf(material)));
        }

        return table;
    }

    private static TextTable Lights(Scene scene)
    {
        var table = new TextTable("index", "name", "kind", "intensity");
        for (int i = 0; i < scene.Lights.Count; i++)
        {
            Light light = scene.Lights[i];
            string unit = light.Kind == LightKind.Directional ? "lx" : "cd";
            table.Add(Number(i), light.Name ?? "", light.Kind.ToString().ToLowerInvariant(), string.Create(CultureInfo.InvariantCulture, $"{light.Intensity:G4} {unit}"));
        }

        return table;
    }

    private static TextTable Cameras(Scene scene)
    {
        var table = new TextTable("index", "name", "view");
        for (int i = 0; i < scene.Cameras.Count; i++)
        {
            Camera camera = scene.Cameras[i];
            string view = camera.VerticalFieldOfView is { } angle
                ? string.Create(CultureInfo.InvariantCulture, $"perspective, {angle * 180 / Math.PI:F1}° high")
                : string.Create(CultureInfo.InvariantCulture, $"orthographic, {2 * camera.OrthographicHalfHeight:G4} m high");
            table.Add(Number(i), camera.Name ?? "", view);
        }

        return table;
    }

    private static TextTable Animations(GltfContents contents)
    {
        var table = new TextTable("index", "name", "channels");
        for (int i = 0; i < contents.Animations.Count; i++)
            table.Add(Number(i), contents.Animations[i].Name ?? "", Number(contents.Animations[i].Channels));
        return table;
    }

    private static TextTable Files(IReadOnlyList<GltfAsset> assets)
    {
        var table = new TextTable("path", "bytes", "sha256");
        foreach (GltfAsset asset in assets) table.Add(asset.Path, Number(asset.Bytes), asset.Sha256);
        return table;
    }

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
