using System.Text.Json.Nodes;
using SensorSim.Cli.Commands;
using SensorSim.Cli.Console;

namespace SensorSim.UnitTests.Cli;

/// <summary>Streams that cannot be written: full, closed, or not given.</summary>
[TestFixture]
public sealed class TerminalTests
{
    private static readonly Func<TextWriter>[] Unwritable = [Full, NotGiven];

    [TestCaseSource(nameof(Unwritable))]
    public void ResultThatCannotBeWritten_IsOneLineOnTheOtherStream(Func<TextWriter> output)
    {
        foreach (string[] command in (string[][])[["plugins", "list", "--json"], ["plugins", "list"], ["--help"], ["--version"]])
        {
            (int code, string error) = Run(output, command);

            Assert.That(code, Is.EqualTo(ExitCode.Failed), string.Join(' ', command));
            Assert.That(error.TrimEnd(), Does.StartWith("error: standard output cannot be written: ").And.Not.Contains("\n"));
        }
    }

    [Test]
    public void FullOutput_IsNamed() => Assert.That(Run(Full, "plugins", "list", "--json").Error, Does.Contain("no space is left on the device"));

    [TestCaseSource(nameof(Unwritable))]
    public void ErrorWhoseDocumentCannotBeWritten_KeepsItsCode(Func<TextWriter> output)
    {
        foreach (string[] command in (string[][])[["plugins", "list", "no.such", "--json"], ["devices", "--nonsense", "--json"]])
        {
            (int code, string error) = Run(output, command);

            Assert.That(code, Is.EqualTo(ExitCode.BadInput));
            Assert.That(error, Does.Contain("standard output cannot be written").And.Contains("no.such").Or.Contains("--nonsense"));
        }
    }

    [TestCaseSource(nameof(Unwritable))]
    public void WhatIsSaidOnTheWay_StopsNothing(Func<TextWriter> error)
    {
        using var output = new StringWriter();
        var terminal = Terminal.Over(() => output, error);

        terminal.Say("at work");
        terminal.Warn("dark");
        using (var progress = ProgressDisplay.Start(terminal, "frames", 1)) progress.Report(1);
        int code = CommandTree.Run(["plugins", "list", "--json"], terminal);

        Assert.That(code, Is.EqualTo(ExitCode.Done));
        Assert.That(JsonNode.Parse(output.ToString())!["plugins"], Is.Not.Null);
        Assert.That(CommandTree.Run(["plugins", "list", "no.such"], terminal), Is.EqualTo(ExitCode.BadInput));
    }

    [Test]
    public void NamesOfStrangers_CommandNoTerminal()
    {
        using StringWriter output = new(), error = new();
        Terminal terminal = Terminal.Over(() => output, () => error);

        terminal.Out.WriteLine("box\u001b[2J\tred");
        terminal.Out.Write("box\u009b\n");
        terminal.Say("a\u001b[2J\nb");
        terminal.Warn("c\u001b[2J");

        Assert.That(output.ToString(), Is.EqualTo("box\\u{1b}[2J\tred\nbox\\u{9b}\n"));
        Assert.That(error.ToString(), Is.EqualTo("a\\u{1b}[2J\nb\nwarning: c\\u{1b}[2J\n"));
    }

    private static (int Code, string Error) Run(Func<TextWriter> output, params string[] command)
    {
        using var error = new StringWriter();
        int code = CommandTree.Run(command, Terminal.Over(output, () => error));
        return (code, error.ToString());
    }

    private static StreamWriter Full() => new("/dev/full") { AutoFlush = true };

    private static TextWriter NotGiven() => throw new IOException("it is closed");
}
