using System.Text.RegularExpressions;

namespace SensorSim.IntegrationTests.Documents;

/// <summary>A scenario whose pictures are not looked at is rendered in small ones.</summary>
internal static partial class SmallPictures
{
    /// <summary>What to add to a command line for each camera of a scenario's file to have 32 × 24 pixels.</summary>
    public static IEnumerable<string> Of(string scenarioFile) => Cameras(scenarioFile).SelectMany(camera => (string[])["--set", $"cameras.{camera}.width=32", "--set", $"cameras.{camera}.height=24"]).Append("--msaa").Append("1");

    private static IEnumerable<string> Cameras(string scenarioFile) => File.ReadAllLines(scenarioFile)
        .SkipWhile(line => line != "cameras:").Skip(1).TakeWhile(line => line.Length == 0 || line[0] == ' ')
        .Select(line => NameOfCamera().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^  - (\{ )?name: (?<name>[\w-]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NameOfCamera();
}
