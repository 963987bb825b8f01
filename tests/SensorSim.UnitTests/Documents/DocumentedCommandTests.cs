using System.CommandLine;
using SensorSim.Cli.Commands;
using SensorSim.Cli.Console;

namespace SensorSim.UnitTests.Documents;

/// <summary>What documents tell a reader to type is what the program understands.</summary>
public sealed class DocumentedCommandTests
{
    private static readonly RootCommand s_program = CommandTree.Build(new Terminal(TextWriter.Null, TextWriter.Null, ErrorIsTerminal: false, Colour: false));

    [TestCaseSource(typeof(DocumentedCommand), nameof(DocumentedCommand.All))]
    public void IsUnderstood(DocumentedCommand command)
    {
        ParseResult result = s_program.Parse(command.IsNameOnly ? [.. command.Arguments, "--help"] : command.Arguments);

        Assert.That(result.Errors.Select(error => error.Message), Is.Empty);
    }

    [Test]
    public void ThereAreMany() => Assert.That(DocumentedCommand.All().Count(), Is.GreaterThan(60));

    [Test]
    public void QuotesCommentsAndLinesThatGoOn_AreReadAsAShellDoes()
    {
        const string text = "```\nsensorsim render a.yaml --set 'x={a: 1}' \\\n  --out \"b c\"   # a comment\n```\nand `sensorsim doctor | less`";
        Assert.That(
            DocumentedCommand.In("d", text).Select(command => string.Join('/', command.Arguments)),
            Is.EqualTo((string[])["render/a.yaml/--set/x={a: 1}/--out/b c", "doctor"]));
    }
}
