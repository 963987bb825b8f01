using System.CommandLine;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting;
using SensorSim.Hosting.Plugins;

namespace SensorSim.Cli.Commands.Machine;

/// <summary><c>shaders compile</c>: a cache that ships with the program, so that a server needs no compiler.</summary>
internal sealed class ShadersCompileCommand : CliCommand
{
    private readonly Argument<string[]> _scenarios = new("SCENARIO") { Description = "scenarios whose sensor chains are compiled too (default: those beside the program)", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _out = new("--out", "-o") { Description = "folder for the compiled shaders", HelpName = "DIR", Required = true };
    private readonly Option<bool> _json = SharedOptions.Json();

    public ShadersCompileCommand(Terminal terminal)
        : base(
            terminal, "compile", "compile every shader into a folder that can be shipped",
            new Example("sensorsim shaders compile --out publish/shader-cache", "what the publish script does"))
    {
        Add(_scenarios);
        Add(_out);
        Add(_json);
    }

    protected override int Execute(ParseResult arguments)
    {
        string folder = arguments.GetRequiredValue(_out);
        var compilation = new ShaderCompilation(folder, PluginCatalog.Load(PluginCatalog.StandardDirectories()));
        string[] scenarios = arguments.GetValue(_scenarios) is { Length: > 0 } given ? given : ShaderCompilation.ScenariosBesideProgram();
        IReadOnlyList<string> compiled = compilation.Run(scenarios);
        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, new JsonObject { ["out"] = Path.GetFullPath(folder), ["shaders"] = JsonOutput.Array(compiled) });
        else
            Terminal.Say($"{Quantity.Of(compiled.Count, "shader")} in {folder}");
        return ExitCode.Done;
    }
}
