using System.CommandLine;

namespace SensorSim.Cli.Commands.Options;

/// <summary>Options that mean the same wherever they appear.</summary>
internal static class SharedOptions
{
    public static Option<bool> Json() => new("--json") { Description = "print the result, or what went wrong, as JSON on standard output" };

    public static Option<string?> Device() => new("--device")
    {
        Description = "its index, a part of its name, its UUID, gpu or cpu (default: the first discrete GPU, else what there is)",
        HelpName = "SEL",
    };

    public static Option<string[]> Set() => new("--set")
    {
        Description = "replace a value of the scenario, as in --set cousins.count=3; may be repeated",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
    };
}
