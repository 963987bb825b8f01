using System.CommandLine;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Drafting;
using SensorSim.Hosting.Plugins;

namespace SensorSim.Cli.Commands.Scenarios;

/// <summary><c>draft</c>: a scenario from a sentence, by a language model. Nothing is rendered.</summary>
internal sealed class DraftCommand : CliCommand
{
    private const string KeyVariable = "SENSORSIM_LLM_KEY";
    private const double StandardTimeout = 300;

    private readonly Argument<string> _text = new("TEXT") { Description = "what the data is for, in your words; with --base, what is to change" };
    private readonly Option<string> _llm = new("--llm") { Description = $"base address of an OpenAI-compatible server; a key is taken from the environment variable {KeyVariable}", HelpName = "URL", Required = true };
    private readonly Option<string> _model = new("--model") { Description = "the model's name, as the server knows it", HelpName = "NAME", DefaultValueFactory = _ => "default" };
    private readonly Option<string?> _out = new("--out", "-o") { Description = "where the scenario goes when it is valid (default: standard output)", HelpName = "FILE.yaml" };
    private readonly Option<bool> _force = new("--force") { Description = "replace that file" };
    private readonly Option<string?> _scene = new("--scene") { Description = "the scene that it is about: a .glb or .gltf file or builtin:NAME", HelpName = "SCENE" };
    private readonly Option<string?> _base = new("--base") { Description = "a scenario to change, instead of a new one", HelpName = "SCENARIO" };
    private readonly Option<double?> _timeout = NumberOption.Real("--timeout", "how long one answer may take (default 300)", "S");
    private readonly Option<bool> _json = SharedOptions.Json();

    public DraftCommand(Terminal terminal)
        : base(
            terminal, "draft", "a scenario from a sentence, by a language model; checked, shown and never rendered (exit 2 when it stays wrong)",
            new Example("sensorsim draft \"boxes in an aisle with one failing lamp\" --llm http://localhost:8080/v1 --out failing.yaml", "a new scenario"),
            new Example("sensorsim draft \"twice as dark\" --llm http://localhost:8080/v1 --base failing.yaml --out darker.yaml", "a change to one"))
    {
        _timeout.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValue(_timeout) is <= 0 or > 86400) result.AddError("--timeout: seconds, above 0 and at most 86400");
        });
        Add(_text);
        foreach (Option option in (Option[])[_llm, _model, _out, _force, _scene, _base, _timeout, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments)
    {
        string? key = Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } given ? given : null;
        ChatSettings settings = ChatSettings.Of(arguments.GetRequiredValue(_llm), arguments.GetValue(_model)!, key) with { Timeout = TimeSpan.FromSeconds(arguments.GetValue(_timeout) ?? StandardTimeout) };
        var files = DraftFiles.Of(arguments.GetRequiredValue(_text), arguments.GetValue(_out), arguments.GetValue(_scene), arguments.GetValue(_base), arguments.GetValue(_force));
        using var plugins = new WatchedPlugins(Terminal, limitSeconds: null, arguments.GetValue(_json));
        PluginCatalog catalog = plugins.Load();
        using var interruption = new Interruption(Terminal, "stopping");
        try
        {
            DraftAttempt last = Draft(settings, files, catalog, interruption.Token);
            return End(last, files, arguments.GetValue(_json));
        }
        catch (OperationCanceledException) when (interruption.ExitCode is { } code)
        {
            return code;
        }
    }

    private DraftAttempt Draft(ChatSettings settings, DraftFiles files, PluginCatalog catalog, CancellationToken stop)
    {
        using var client = new ChatClient(settings);
        var drafting = new ScenarioDrafting(client, settings, new DraftCheck(catalog), DraftSchema.Of(catalog));
        var report = new DraftReport(Terminal, files.Before);
        Terminal.Say($"asking {settings.Model} at {settings.Address}");
        return drafting.DraftAsync(files.Request, report.Tell, stop).GetAwaiter().GetResult();
    }

    private int End(DraftAttempt last, DraftFiles files, bool asJson)
    {
        if (last.IsValid) files.Out?.Write(last.Yaml!);
        if (asJson)
            JsonOutput.Write(Terminal.Out, ToJson(last, files));
        else if (last.IsValid && files.Out is null)
            Terminal.Out.Write(last.Yaml);
        Terminal.Say(!last.IsValid ? $"error: still wrong after {last.Number} answers; nothing is written"
            : files.Out is null ? "valid; nothing is rendered"
            : $"{files.Path} is written and valid; nothing is rendered. Read it, then: sensorsim render {files.Path}");
        return last.IsValid ? ExitCode.Done : ExitCode.BadInput;
    }

    private static JsonObject ToJson(DraftAttempt last, DraftFiles files) => new()
    {
        ["valid"] = last.IsValid,
        ["attempts"] = last.Number,
        ["file"] = last.IsValid && files.Out is not null ? files.Path : null,
        ["scenario"] = last.IsValid ? last.Yaml : null,
        ["errors"] = JsonOutput.Array(last.Errors.Select(error => error.ToString())),
    };
}
