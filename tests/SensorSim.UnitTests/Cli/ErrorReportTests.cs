using System.Text.Json.Nodes;
using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Plugins;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.UnitTests.Cli;

[TestFixture]
public sealed class ErrorReportTests
{
    [Test]
    public void UsageError_PrintsOneLineForEachProblem()
    {
        (int code, string[] lines) = Print(new UsageException("--views is for --scene", "--width is for --scene"));

        Assert.That(code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(lines, Is.EqualTo(new[] { "error: --views is for --scene", "error: --width is for --scene" }));
    }

    [Test]
    public void ScenarioError_HasItsPosition()
    {
        var error = new ScenarioError("a.yaml", 3, 7, "cameras[0].width", "'x' is not a number", "a whole number");

        (int code, string[] lines) = Print(new ScenarioException([error]));

        Assert.That(code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(lines, Is.EqualTo(new[] { "error: a.yaml:3:7: cameras[0].width: 'x' is not a number; expected a whole number" }));
    }

    [Test]
    public void ExpectedErrors_NeverShowTypeNamesOrStacks()
    {
        Exception[] expected = [new PluginException("no such plugin"), new FileNotFoundException("gone"), new IOException("disk full"), new DatasetException("d", "no dataset here")];

        foreach (Exception exception in expected)
        {
            (_, string[] lines) = Print(exception);
            Assert.That(lines, Is.EqualTo(new[] { $"error: {exception.Message}" }));
        }
    }

    [Test]
    public void NamesOfStrangers_CommandNoTerminal()
    {
        (_, string[] lines) = Print(new DatasetException("a\u001b]0;b\a.png", "of 'c\u001b[2J'\nand d"));

        Assert.That(lines, Is.EqualTo(new[] { "error: a\\u{1b}]0;b\\u{7}.png: of 'c\\u{1b}[2J'", "and d" }));
    }

    [Test]
    public void FullDisk_IsAFailureNotBadInput() => Assert.That(Print(new IOException("disk full")).Code, Is.EqualTo(ExitCode.Failed));

    [Test]
    public void NoPermission_IsBadInput_WithWhatToDo()
    {
        (int code, string[] lines) = Print(new UnauthorizedAccessException("Access to the path '/secret/room.glb' is denied."));

        Assert.That(code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(lines.Single(), Does.StartWith("error: Access to the path '/secret/room.glb' is denied.").And.Contains("change its permissions, or name another"));
    }

    [Test]
    public void UnexpectedError_NamesItsTypeAndHowToSeeMore()
    {
        (int code, string[] lines) = Print(new InvalidCastException("odd"));

        Assert.That(code, Is.EqualTo(ExitCode.Failed));
        Assert.That(lines[0], Is.EqualTo("error: InvalidCastException: odd"));
        Assert.That(lines[1], Does.Contain("SENSORSIM_TRACE=1"));
    }

    [Test]
    public void Trace_ShowsTheStack()
    {
        using var error = new StringWriter();
        try
        {
            throw new InvalidCastException("odd");
        }
        catch (InvalidCastException exception)
        {
            ErrorReport.Print(error, exception, isTraced: true);
        }

        Assert.That(error.ToString(), Does.Contain(nameof(Trace_ShowsTheStack)));
    }

    [TestCase(null, false)]
    [TestCase("", false)]
    [TestCase("0", false)]
    [TestCase("False", false)]
    [TestCase("1", true)]
    [TestCase("yes", true)]
    public void Trace_IsAskedForByAnyValueButZeroAndFalse(string? value, bool isTraced) =>
        Assert.That(ErrorReport.IsTraced(value), Is.EqualTo(isTraced));

    [Test]
    public void Json_CarriesTheErrorToStandardOutput()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        ErrorReport.Guard(new(output, error, ErrorIsTerminal: false, Colour: false), asJson: true, () => throw new UsageException("--views: too few", "--width: too small"));

        JsonNode document = JsonNode.Parse(output.ToString())!["error"]!;
        Assert.That((int)document["exit_code"]!, Is.EqualTo(ExitCode.BadInput));
        Assert.That(document["problems"]!.AsArray().Select(problem => (string?)problem), Is.EqualTo(new[] { "--views: too few", "--width: too small" }));
        Assert.That(error.ToString(), Does.StartWith("error: --views"));
    }

    [Test]
    public void ErrorOfAWorkerThread_IsSeenThroughItsWrapper()
    {
        Assert.That(Print(new AggregateException(new UsageException("wrong"))).Code, Is.EqualTo(ExitCode.BadInput));
    }

    private static (int Code, string[] Lines) Print(Exception exception)
    {
        using var error = new StringWriter();
        int code = ErrorReport.Print(error, exception, isTraced: false);
        return (code, error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
