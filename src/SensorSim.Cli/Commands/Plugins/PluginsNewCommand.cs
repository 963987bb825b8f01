using System.CommandLine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Scaffolding;

namespace SensorSim.Cli.Commands.Plugins;

/// <summary><c>plugins new</c>: a project that builds, with tests, to begin a plugin from.</summary>
internal sealed class PluginsNewCommand : CliCommand
{
    private const string DefaultContract = "sample";

    private readonly Argument<string> _name = new("NAME") { Description = "the plugin's id, such as my.dead-pixels" };
    private readonly Option<string> _kind = new("--kind") { Description = "sensor, lens, light, physics or style", HelpName = "KIND", Required = true };
    private readonly Option<string?> _contract = new("--contract")
    {
        Description = $"what a sensor stage looks at: sample (one colour of a pixel), pointwise (all three), mosaic (a filter array), neighbourhood (an image) (default: {DefaultContract})",
        HelpName = "CONTRACT",
    };

    private readonly Option<string?> _out = new("--out", "-o") { Description = "the folder to make (default: one of the plugin's name here)", HelpName = "DIR" };

    public PluginsNewCommand(Terminal terminal)
        : base(
            terminal, "new", "write a project for a plugin of your own: it builds, and its tests pass",
            new Example("sensorsim plugins new my.dead-pixels --kind sensor", "a stage of a sensor, sample by sample"),
            new Example("sensorsim plugins new my.halo --kind sensor --contract neighbourhood", "one that reads the image around each pixel"),
            new Example("sensorsim plugins new my.fisheye --kind lens --out ~/lenses/fisheye", "a lens, in a folder of your choice"),
            new Example("sensorsim plugins new my.balls --kind physics", "a physics backend: balls on planes, and a place for more"),
            new Example("sensorsim plugins new my.exposure --kind style", "a style for restyle: pictures as bright as real images"))
    {
        _kind.Allow("sensor", "lens", "light", "physics", "style");
        _contract.Allow("sample", "pointwise", "mosaic", "neighbourhood");
        Add(_name);
        foreach (Option option in (Option[])[_kind, _contract, _out]) Add(option);
    }

    protected override int Execute(ParseResult arguments)
    {
        string id = arguments.GetRequiredValue(_name), folder = arguments.GetValue(_out) ?? id;
        PluginTemplate template = Template(arguments.GetRequiredValue(_kind), arguments.GetValue(_contract));
        var names = PluginNames.Of(id);
        if (PluginCatalog.Load(PluginCatalog.StandardDirectories()).Plugins.ContainsKey(id))
            throw new UsageException($"there is a plugin {id} already, and of two with one id neither would be used. Choose another name.");

        foreach (string file in new PluginProject(names, template).WriteTo(folder)) Terminal.Out.WriteLine(Path.Combine(folder, file));
        Terminal.Say($"next: cd {folder} && dotnet test && sensorsim plugins test build");
        return ExitCode.Done;
    }

    private static PluginTemplate Template(string kind, string? contract)
    {
        if (kind == "sensor") return Enum.Parse<PluginTemplate>(contract ?? DefaultContract, ignoreCase: true);
        return contract is null
            ? Enum.Parse<PluginTemplate>(kind, ignoreCase: true)
            : throw new UsageException($"--contract {contract}: only sensors have one; leave it out for a {kind}.");
    }
}
