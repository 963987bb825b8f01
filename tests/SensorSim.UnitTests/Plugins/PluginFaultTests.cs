using SensorSim.Cli.Console;
using SensorSim.Hosting.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Plugins;

/// <summary>Exceptions that come out of a plugin's code name the plugin.</summary>
public sealed class PluginFaultTests
{
    private string _folder = "";

    [SetUp]
    public void MakeAPlugin()
    {
        _folder = Directory.CreateTempSubdirectory("sensorsim-faults-").FullName;
        string assembly = typeof(ThrowingStage).Assembly.Location;
        File.Copy(assembly, Path.Combine(_folder, Path.GetFileName(assembly)));
        File.WriteAllText(Path.Combine(_folder, "throwing.glsl"), "");
        File.WriteAllText(
            Path.Combine(_folder, "plugin.json"),
            $$"""{ "id": "test.throwing", "version": "1.0.0", "kind": "sensor", "assembly": "{{Path.GetFileName(assembly)}}", "contract": ">=2.0 <3.0" }""");
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCase(ThrowingStage.FailsWhenLoaded, "no domain today", "ThrowingStage.Input")]
    [TestCase(ThrowingStage.FailsWhenRead, "no factor today", "Gain.Factor")]
    public void AGetterThatThrows_IsAProblemOfThatPluginAlone_WithItsPlace(string file, string message, string source)
    {
        File.WriteAllText(Path.Combine(_folder, file), "");

        PluginProblem problem = PluginCatalog.Load([_folder]).Problems.Single();

        Assert.That(problem.Id, Is.EqualTo("test.throwing"));
        Assert.That(problem.Message, Does.Match($@"^While it was loaded, {source} failed with InvalidOperationException: {message} \[.*(ThrowingStage\.cs:\d+|{source})\]$"));
    }

    [TestCase("bin", false)]
    [TestCase("Optics", true)]
    public void ASourceThatIsNewerThanTheBuild_IsNamed(string below, bool isTold)
    {
        string project = Directory.CreateDirectory(Path.Combine(_folder, "plugin")).FullName, build = Directory.CreateDirectory(Path.Combine(_folder, "build")).FullName;
        foreach (string file in Directory.EnumerateFiles(_folder)) File.Move(file, Path.Combine(build, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(project, "Throwing.csproj"), "<Project />");
        File.Copy(Path.Combine(build, "plugin.json"), Path.Combine(project, "plugin.json"));
        string source = Path.Combine(Directory.CreateDirectory(Path.Combine(project, below)).FullName, "Stage.cs");
        File.WriteAllText(source, "");

        File.SetLastWriteTimeUtc(source, File.GetLastWriteTimeUtc(typeof(ThrowingStage).Assembly.Location).AddMinutes(-1));
        Assert.That(PluginBuild.NewerSources(build), Is.Empty);
        File.SetLastWriteTimeUtc(source, DateTime.UtcNow.AddMinutes(1));
        Assert.That(PluginBuild.NewerSources(build), isTold ? Is.EqualTo(new[] { source }) : Is.Empty);
        File.AppendAllText(Path.Combine(project, "plugin.json"), "\n");
        Assert.That(PluginBuild.NewerSources(build), Has.Member(Path.Combine(project, "plugin.json")), "what the build copies");
    }

    // What PluginsTestTests shows for loops that nothing counts.
    [Test]
    public void LoopsOfTheLibrary_AreCounted() =>
        Assert.That(SensorBench.Catalog.Plugins.Values.SelectMany(ShaderLoops.WithoutCount), Is.Empty);

    [Test]
    public void CodeThatThrowsWhileItRuns_IsAFailureThatNamesThePlugin()
    {
        var catalog = PluginCatalog.Load([Path.Combine(AppContext.BaseDirectory, "plugins"), _folder]);
        SensorChain chain = SensorChain.Build(catalog.Plugins, [SensorBench.Stage("test.throwing")], SensorOutput.Display);

        Exception thrown = Assert.Catch(() => ReferenceRunner.Run(chain, SensorBench.Frame(4, 4), [new SignalImage(4, 4)]))!;

        var failure = Failure.Of(thrown);
        Assert.That(failure.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(failure.Lines.Single(), Does.Match(@"^error: the plugin test\.throwing failed \(Reference\): IOException: no reference today \[.*ThrowingStage\.(cs:\d+|Reference)\]$"));
        Assert.That(failure.IsExpected, Is.True);
    }

    [Test]
    public void AnExceptionOfTheHost_NamesNoPlugin() =>
        Assert.That(PluginFault.In(Assert.Catch(() => throw new InvalidOperationException("ours"))!), Is.Null);
}
