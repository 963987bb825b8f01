using System.CommandLine;
using SensorSim.Cli.Commands;
using SensorSim.Cli.Console;

namespace SensorSim.UnitTests.Cli;

[TestFixture]
public sealed class CommandTreeTests
{
    private static readonly Command[] Commands = [.. Leaves(CommandTree.Build(Silent()))];

    [TestCaseSource(nameof(Names))]
    public void EveryCommand_ShowsExamplesThatParse(string name)
    {
        var command = (CliCommand)Commands.First(command => command.Name == name);
        RootCommand root = CommandTree.Build(Silent());

        Assert.That(command.Examples, Is.Not.Empty);
        foreach (Example example in command.Examples)
        {
            string line = example.Line.Split('|')[0]["sensorsim ".Length..];
            ParseResult result = root.Parse(line);
            Assert.That(result.Errors, Is.Empty, example.Line);
            Assert.That(result.CommandResult.Command.Name, Is.EqualTo(name));
        }
    }

    [TestCaseSource(nameof(Names))]
    public void EveryOptionAndArgument_IsDescribed(string name)
    {
        Command command = Commands.First(command => command.Name == name);

        Assert.That(command.Description, Is.Not.Empty);
        Assert.That(command.Options.Where(option => string.IsNullOrEmpty(option.Description)).Select(option => option.Name), Is.Empty);
        Assert.That(command.Arguments.Where(argument => string.IsNullOrEmpty(argument.Description)).Select(argument => argument.Name), Is.Empty);
    }

    [TestCase("devces", "Did you mean devices?")]
    [TestCase("devices --jsn", "Did you mean --json?")]
    [TestCase("plugins lst", "Did you mean list?")]
    [TestCase("validate", "SCENARIO")]
    [TestCase("validate --jsn", "there is no option '--jsn'. Did you mean --json?")]
    [TestCase("render --scene a.glb --plugins mine", "there is no option '--plugins'. Plugins of your own are found in the folders that the environment variable SENSORSIM_PLUGINS names: SENSORSIM_PLUGINS=FOLDER sensorsim …")]
    [TestCase("render --scene a.glb --env b.hdr", "there is no option '--env'. An environment is --hdr FILE.hdr beside --scene, or a part of a scenario file")]
    [TestCase("render --scene a.glb --views x", "--views x: a whole number from 1 to 100000 is expected")]
    [TestCase("render --scene a.glb --views 0", "--views 0: a whole number from 1 to 100000 is expected")]
    [TestCase("bench --frames 0", "--frames 0: a whole number of at least 1 is expected")]
    [TestCase("render --scene a.glb --msaa 2", "--msaa 2: 1 or 4 is expected")]
    [TestCase("render --scene a.glb --depth jpg", "--depth jpg: one of png, exr is expected")]
    [TestCase("merge d --out a --out b", "--out is given 2 times (a, b); it may be given once")]
    [TestCase("render --scene a.glb --samples 3 --samples 4 --out x", "--samples is given 2 times (3, 4); it may be given once")]
    [TestCase("export d --format yolo --out x", "--format yolo: coco is expected")]
    public void WrongCommandLine_IsBadInputWithAHint(string line, string hint)
    {
        var outcome = CommandOutcome.Of(line.Split(' '));

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.BadInput));
        Assert.That(outcome.Error, Does.StartWith("error: ").And.Contain(hint));
        Assert.That(outcome.Out, Is.Empty);
    }

    [Test]
    public void FilesThatAShellPutsInPlaceOfAPattern_AreToldAsThat()
    {
        string file = typeof(CommandTreeTests).Assembly.Location;
        Assert.That(CommandOutcome.Of("restyle", "d", "--out", "e", "--target", file, file, file).Error, Does.StartWith($"error: no option takes the file '{file}' and 1 more. A pattern needs quotes"));
    }

    [TestCase("SCENARIO", "validate", "")]
    [TestCase("FILE", "inspect", "")]
    [TestCase("DATASET", "verify", "")]
    [TestCase("FRAME", "replay", "somewhere", " ")]
    [TestCase("DATASET", "export", "", "--format", "coco", "--out", "x")]
    [TestCase("SHARD", "merge", "part-1", "", "--out", "x")]
    [TestCase("--out", "merge", "part-1", "--out", "")]
    [TestCase("--out", "render", "a.yaml", "--out", "")]
    [TestCase("--device", "render", "a.yaml", "--device", "")]
    public void EmptyValue_IsBadInput(string name, params string[] arguments)
    {
        var outcome = CommandOutcome.Of(arguments);

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.BadInput));
        Assert.That(outcome.Error.TrimEnd(), Is.EqualTo($"error: {name}: the value is empty"));
        Assert.That(outcome.Out, Is.Empty);
    }

    [TestCase("devices --jsn --json")]
    [TestCase("rendr --json")]
    [TestCase("inspect --json no-such-file.glb")]
    [TestCase("verify --json no-such-folder")]
    public void Json_CarriesWhatIsWrongWithTheRequest(string line)
    {
        var outcome = CommandOutcome.Of(line.Split(' '));

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.BadInput));
        Assert.That((int)outcome.Json["error"]!["exit_code"]!, Is.EqualTo(ExitCode.BadInput));
        Assert.That(outcome.Error, Does.Contain((string)outcome.Json["error"]!["problems"]![0]!));
    }

    [Test]
    public void NoCommand_ShowsHelpOnTheErrorStreamAndIsNoSuccess()
    {
        var outcome = CommandOutcome.Of();

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.BadInput));
        Assert.That(outcome.Error, Does.Contain("Usage:"));
        Assert.That(outcome.Out, Is.Empty);
    }

    private static IEnumerable<string> Names() => Commands.Select(command => command.Name);

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    private static Terminal Silent() => new(TextWriter.Null, TextWriter.Null, ErrorIsTerminal: false, Colour: false);
}
