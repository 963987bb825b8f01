using System.CommandLine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Storage;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary><c>merge</c>: shards become the dataset that an unsharded run would have written.</summary>
internal sealed class MergeCommand : CliCommand
{
    private readonly Argument<string[]> _shards = new("SHARD") { Description = "folders of all shards, in any order", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _out = new("--out", "-o") { Description = "new folder; it appears when it is whole", HelpName = "DIR", Required = true };
    private readonly Option<bool> _json = SharedOptions.Json();

    public MergeCommand(Terminal terminal)
        : base(
            terminal, "merge", "join the shards of one run into one dataset, byte-identical to an unsharded run",
            new Example("sensorsim merge out/part-1 out/part-2 --out out/whole", "after render --shard 1/2 and --shard 2/2"))
    {
        Add(_shards);
        Add(_out);
        Add(_json);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly(cancellation =>
    {
        string folder = arguments.GetRequiredValue(_out);
        DatasetDescription merged = DatasetMerge.Merge(arguments.GetRequiredValue(_shards), folder, cancellation);
        DatasetReport.Write(Terminal, folder, merged, arguments.GetValue(_json));
        return ExitCode.Done;
    });
}
