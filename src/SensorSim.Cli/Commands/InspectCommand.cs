using System.CommandLine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Physics;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Runs.Sources;
using SensorSim.Scenes.Gltf.Summaries;

namespace SensorSim.Cli.Commands;

/// <summary><c>inspect</c>: what is in a glTF file.</summary>
internal sealed class InspectCommand : CliCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "glTF file (.glb or .gltf), model of a robot (.xml, MJCF), or builtin:NAME; with --physics also a scenario (YAML)" };
    private readonly Option<bool> _physics = new("--physics") { Description = "the bodies that physics would have: motion, colliders, mass, inertia, surfaces, joints, and who says each value" };
    private readonly Option<string?> _overlay = new("--overlay") { Description = "with --physics: write a camera's first picture with the colliders drawn over it", HelpName = "FILE.png" };
    private readonly Option<string?> _camera = new("--camera") { Description = "of --overlay (default: the first)", HelpName = "NAME" };
    private readonly Option<string[]> _set = SharedOptions.Set();
    private readonly Option<string?> _device = SharedOptions.Device();
    private readonly Option<bool> _json = SharedOptions.Json();

    public InspectCommand(Terminal terminal)
        : base(
            terminal, "inspect",
            "what is in a glTF file or a robot's model: objects, materials with their layers, variants, lights, cameras, animations, joints, extensions, warnings, departures from the specification (exit 2 with the JSON path when it is broken)",
            new Example("sensorsim inspect scene.glb", "as tables"),
            new Example("sensorsim inspect scene.glb --json | jq '.instances[].name'", "the names of its objects"),
            new Example("sensorsim inspect robot.xml", "a robot's joints with their ranges, and its links"),
            new Example("sensorsim inspect builtin:warehouse-aisle", "a scene of the library"),
            new Example("sensorsim inspect mine.yaml --physics --overlay bodies.png", "a scenario's bodies, as a table and as lines over a picture"))
    {
        Add(_file);
        foreach (Option option in (Option[])[_physics, _overlay, _camera, _set, _device, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments)
    {
        if (arguments.GetValue(_physics))
        {
            OutputFile? overlay = OutputFile.Of("--overlay", arguments.GetValue(_overlay), ".png");
            if (overlay is null && (arguments.GetValue(_camera) ?? arguments.GetValue(_device)) is not null) throw new UsageException("--camera and --device go with --overlay");
            new PhysicsInspection(Terminal, arguments.GetValue(_json)).Run(arguments.GetRequiredValue(_file), arguments.GetValue(_set)!, overlay, arguments.GetValue(_camera), arguments.GetValue(_device));
            return ExitCode.Done;
        }

        if ((arguments.GetValue(_overlay) ?? arguments.GetValue(_camera) ?? arguments.GetValue(_device)) is not null || arguments.GetValue(_set)!.Length > 0) throw new UsageException("--overlay, --camera, --device and --set go with --physics");
        if (Path.GetExtension(arguments.GetRequiredValue(_file)) is ".yaml" or ".yml") throw new UsageException($"{arguments.GetRequiredValue(_file)} is a scenario: inspect it with --physics, or check it with 'sensorsim validate'; its scene may be inspected by itself");
        (SceneSource source, string name) = SceneSource.Of(arguments.GetRequiredValue(_file));
        var summary = SceneSummary.Of(source.Read(name, examine: true));
        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, summary);
        else
            new SceneTables(Terminal).Write(summary);
        return ExitCode.Done;
    }
}
