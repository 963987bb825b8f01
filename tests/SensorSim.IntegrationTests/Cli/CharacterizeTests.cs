using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SensorSim.IntegrationTests.Cli;

[TestFixture]
public sealed class CharacterizeTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("characterize-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Characterize_GivesFigures_Sharpness_AndFlicker_AndAPageWithPlots()
    {
        string page = Path.Combine(_folder, "report.html");

        var run = ProgramRun.Of("characterize", "--profile", "imx363", "--report", page, "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        JsonObject found = run.Json.AsObject();
        Assert.That(found.Select(entry => entry.Key), Is.EqualTo(new[] { "profile", "configured", "fitted", "slanted_edge", "flicker", "not_linear" }));
        string[] figures = ["gain_dn_per_e", "read_noise_e", "full_well_e", "prnu_percent", "dsnu_e", "black_level_dn"];
        Assert.That(found["configured"]!.AsObject().Select(entry => entry.Key), Is.EqualTo(figures));
        Assert.That(found["fitted"]!.AsObject().Select(entry => entry.Key), Is.EqualTo(figures));
        double expected = (double)found["slanted_edge"]!["mtf50_configured"]!, fitted = (double)found["slanted_edge"]!["mtf50_fitted"]!["green"]!;
        Assert.That(fitted, Is.EqualTo(expected).Within(2).Percent);
        JsonNode mains = found["flicker"]![0]!;
        Assert.That((double)mains["fitted"]!["frequency_hz"]!, Is.EqualTo(100).Within(1).Percent);
        Assert.That((double)mains["fitted"]!["depth"]!, Is.EqualTo((double)mains["configured"]!["depth"]!).Within(2).Percent);
        Assert.That(found["not_linear"]!.AsArray(), Is.Empty);
        Assert.That(Regex.Count(File.ReadAllText(page), "<svg ", RegexOptions.None, TimeSpan.FromSeconds(1)), Is.EqualTo(3), "transfer curve, contrast, bands");
    }

    [Test]
    public void AReadoutAndATooLargeImage_AreToldApart()
    {
        string scene = TinyScene.WriteTo(_folder);
        ProgramRun Render(string sensor, string width, string name) =>
            ProgramRun.Of("render", "--scene", scene, "--views", "1", "--width", width, "--height", "48", "--labels", "rgb", "--sensor", sensor, "--out", Path.Combine(_folder, name));

        var binned = Render("profile:imx477,mode=bin", "64", "binned");
        var large = Render("profile:imx477", "4100", "large");

        Assert.That(binned.ExitCode, Is.Zero, binned.Error);
        Assert.That(File.ReadAllText(Path.Combine(_folder, "binned", "frames.jsonl")), Does.Contain("\"pixel_pitch_um\":97.65"), "63 pixels wide and high");
        Assert.That(large.ExitCode, Is.EqualTo(2));
        Assert.That(large.Error, Does.Contain("4056x3040").And.Contain("fit_pitch"));
        Assert.That(Directory.Exists(Path.Combine(_folder, "large")), Is.False);
    }
}
