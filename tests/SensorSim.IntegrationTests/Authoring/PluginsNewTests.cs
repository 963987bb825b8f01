using SensorSim.IntegrationTests.Cli;

namespace SensorSim.IntegrationTests.Authoring;

/// <summary>What "plugins new" writes builds, passes its tests and loads.</summary>
public sealed class PluginsNewTests : WorkshopFixture
{
    [Test]
    public void EveryTemplate_Builds_PassesItsTests_AndLoads()
    {
        // One build for all: they have the same packages.
        Workshop.Write("all.slnx", $"""<Solution>{string.Concat(Projects().Select(project => $"""<Project Path="{project}" />"""))}</Solution>""");
        var (exitCode, output) = Workshop.Run("""
            for contract in sample pointwise mosaic neighbourhood; do sensorsim plugins new my.$contract-1 --kind sensor --contract $contract; done
            sensorsim plugins new my.lens-1 --kind lens --out my.lens-1
            sensorsim plugins new light-1 --kind light --out deep/er/light
            sensorsim plugins new my.physics-1 --kind physics
            sensorsim plugins new my.style-1 --kind style
            dotnet test all.slnx -v q
            export SENSORSIM_PLUGINS=$(echo $PWD/my.*/build $PWD/deep/er/light/build | tr ' ' :)
            for id in my.sample-1 my.pointwise-1 my.mosaic-1 my.neighbourhood-1 my.lens-1 light-1 my.physics-1 my.style-1; do sensorsim plugins list $id; done
            sensorsim plugins test my.physics-1/build
            sensorsim plugins test my.style-1/build
            """);

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output.Split("Passed!"), Has.Length.EqualTo(9), output);
        Assert.That(output, Does.Contain("my.physics-1 keeps its promises").And.Contain("my.style-1 keeps its promises: 8 passed"));
        Assert.That(output, Does.Not.Contain("warning: ").And.Contain("my.mosaic-1 0.1.0  sensor  MeanElectrons → MeanElectrons"));
        Assert.That(Directory.EnumerateFiles(Workshop.Root, "SensorSim.Abstractions.dll", SearchOption.AllDirectories).Where(file => file.Contains("/build/", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("MyDeadPixels --kind sensor", "Did you mean my-dead-pixels?")]
    [TestCase("my_lens --kind lens", "Did you mean my-lens?")]
    [TestCase("3d --kind sensor", "beginning with a letter")]
    [TestCase("../up --kind sensor", "no plugin's name")]
    [TestCase("sample --kind sensor", "my.sample")]
    [TestCase("camera.noise --kind sensor", "there is a plugin camera.noise already")]
    [TestCase("my.new --kind telescope", "one of sensor, lens, light, physics, style is expected")]
    [TestCase("my.new --kind sensor --contract pixel", "error: --contract pixel: one of sample, pointwise, mosaic, neighbourhood is expected\n")]
    [TestCase("my.new --kind lens --contract sample", "only sensors have one")]
    [TestCase("balls --kind physics", "\"balls\" has no dot, and a scenario's backend of one word is physics.balls. Give it a first name: my.balls.")]
    [TestCase("exposure --kind style", "\"exposure\" has no dot, and a scenario's style of one word is style.exposure. Give it a first name: my.exposure.")]
    [TestCase("my.new", "--kind")]
    [TestCase("my.new --kind lens --out taken", "taken exists already and is not empty. Name a new or an empty folder")]
    [TestCase("my.new --kind lens --out taken/file", "taken/file exists already and is a file")]
    [TestCase("my.new --kind lens --out taken/file/below", "taken/file/below cannot be written")]
    [TestCase("my.new --kind lens --out /proc/nope", "error: /proc/nope cannot be written: no folder can be made there. Name a folder of your own with --out.")]
    [TestCase("$(printf 'a%.0s' $(seq 300)) --kind lens", "has 300 characters, and a new plugin's name has 100 at most")]
    public void WhatCannotBe_IsRefused_AndNothingIsWritten(string arguments, string reason)
    {
        Workshop.Write("taken/file", "mine");
        var (exitCode, output) = Workshop.Run($"sensorsim plugins new {arguments}");
        Assert.That(exitCode, Is.EqualTo(2), output);
        Assert.That(output, Does.Contain("error: ").And.Contain(reason));
        Assert.That(Directory.EnumerateFileSystemEntries(Workshop.Root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Workshop.Root, path)), Is.EquivalentTo(["taken", "taken/file"]));
    }

    [Test]
    public void AnEmptyFolder_IsFilled()
    {
        var (exitCode, output) = Workshop.Run("mkdir mine; sensorsim plugins new my.new --kind lens --out mine");
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(Directory.EnumerateFileSystemEntries(Workshop.PathOf("mine")).Select(Path.GetFileName), Does.Contain("plugin").And.Contain("tests").And.Not.Some.StartsWith(".unfinished"));
    }

    [Test]
    public void Help_ShowsHow() =>
        Assert.That(ProgramRun.Of("plugins", "new", "--help").Out, Does.Contain("sensorsim plugins new my.dead-pixels --kind sensor").And.Contain("--contract"));

    private static IEnumerable<string> Projects()
    {
        foreach (string contract in (string[])["Sample", "Pointwise", "Mosaic", "Neighbourhood", "Lens", "Physics", "Style"])
        {
            string folder = $"my.{contract.ToLowerInvariant()}-1", name = $"My{contract}1Plugin";
            yield return $"{folder}/plugin/{name}.csproj";
            yield return $"{folder}/tests/{name}.Tests.csproj";
        }

        yield return "deep/er/light/plugin/Light1Plugin.csproj";
        yield return "deep/er/light/tests/Light1Plugin.Tests.csproj";
    }
}
