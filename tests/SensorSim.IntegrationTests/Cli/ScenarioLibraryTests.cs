using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>Every scenario that comes with the program fits its scene, can be planned and gives a picture.</summary>
[TestFixture]
public sealed partial class ScenarioLibraryTests
{
    private static JsonArray List() => ProgramRun.Of("scenarios", "list", "--json").Json.AsArray();

    [Test]
    public void It_Can_Be_Planned_And_Its_First_Frame_Is_Rendered()
    {
        foreach (JsonNode? scenario in List())
        {
            (string id, string path) = ((string)scenario!["id"]!, (string)scenario["path"]!);
            string folder = Directory.CreateTempSubdirectory("scenario-").FullName;
            try
            {
                Assert.That(ProgramRun.Of("plan", path).ExitCode, Is.Zero, id);
                string[] small = [.. Cameras(path).SelectMany(camera => (string[])["--set", $"cameras.{camera}.width=32", "--set", $"cameras.{camera}.height=24"])];
                string[] kept = File.ReadAllText(path).Contains("  success:", StringComparison.Ordinal) ? ["--set", "task.on_failure=keep"] : []; // after one step nothing has succeeded
                var render = ProgramRun.Of(["render", path, "--samples", "1", "--labels", "rgb,instance", "--msaa", "1", "--set", "episode={ steps: 1 }", .. kept, .. small, "--out", Path.Combine(folder, "out")]);

                Assert.That(render.ExitCode, Is.Zero, $"{id}: {render.Error}");
                Assert.That(ProgramRun.Of("verify", Path.Combine(folder, "out")).ExitCode, Is.Zero, id);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static IEnumerable<string> Cameras(string path) => File.ReadAllLines(path)
        .SkipWhile(line => line != "cameras:").Skip(1).TakeWhile(line => line.Length == 0 || line[0] == ' ')
        .Select(line => NameOfCamera().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^  - (\{ )?name: (?<name>[\w-]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NameOfCamera();
}
