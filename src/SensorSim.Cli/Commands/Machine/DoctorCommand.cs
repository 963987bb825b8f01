using System.CommandLine;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Cli.Commands.Machine;

/// <summary><c>doctor</c>: why rendering does not work here, and how to mend it.</summary>
internal sealed class DoctorCommand : CliCommand
{
    private readonly Option<bool> _json = SharedOptions.Json();

    public DoctorCommand(Terminal terminal)
        : base(
            terminal, "doctor", "check this machine: loader, drivers, permissions, libraries; says how to mend what is wrong (exit 1 when rendering cannot work)",
            new Example("sensorsim doctor", "why is my GPU not seen?"))
    {
        Add(_json);
    }

    protected override int Execute(ParseResult arguments)
    {
        IReadOnlyList<Finding> findings = Doctor.Diagnose(InstallationProbe.Probe());
        bool canRender = Doctor.CanRender(findings);
        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, new JsonObject { ["can_render"] = canRender, ["findings"] = JsonOutput.Array(findings, ToJson) });
        else
            Write(findings, canRender);
        return canRender ? ExitCode.Done : ExitCode.Failed;
    }

    private void Write(IReadOnlyList<Finding> findings, bool canRender)
    {
        int width = findings.Max(finding => finding.Check.Length) + 2;
        foreach (Finding finding in findings)
        {
            Terminal.Out.WriteLine($"{Word(finding.Level).PadRight(6)}{finding.Check.PadRight(width)}{finding.Message}");
            if (finding.Remedy is { } remedy) Terminal.Out.WriteLine($"{new string(' ', 6 + width)}to mend: {remedy}");
        }

        Terminal.Out.WriteLine();
        Terminal.Out.WriteLine(canRender ? "Rendering works here." : "Rendering cannot work here until the lines that say fail are mended.");
    }

    private static JsonObject ToJson(Finding finding) => new()
    {
        ["check"] = finding.Check,
        ["level"] = Word(finding.Level),
        ["message"] = finding.Message,
        ["remedy"] = finding.Remedy,
    };

    private static string Word(FindingLevel level) => level switch
    {
        FindingLevel.Ok => "ok",
        FindingLevel.Warning => "warn",
        _ => "fail",
    };
}
