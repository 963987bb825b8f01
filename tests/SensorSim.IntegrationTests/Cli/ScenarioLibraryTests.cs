using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>Every scenario that comes with the program fits its scene, can be planned and gives a picture.</summary>
[TestFixture]
public sealed class ScenarioLibraryTests
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
                Assert.That(ProgramRun.Of("plan", path, "--samples", "12").ExitCode, Is.Zero, id);
                string[] kept = File.ReadAllText(path).Contains("  success:", StringComparison.Ordinal) ? ["--set", "task.on_failure=keep"] : []; // after one step nothing has succeeded
                var render = ProgramRun.Of(["render", path, "--samples", "1", "--labels", "rgb,instance", "--set", "episode={ steps: 1 }", .. kept, .. SmallPictures.Of(path), "--out", Path.Combine(folder, "out")]);

                Assert.That(render.ExitCode, Is.Zero, $"{id}: {render.Error}");
                Assert.That(ProgramRun.Of("verify", Path.Combine(folder, "out")).ExitCode, Is.Zero, id);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
