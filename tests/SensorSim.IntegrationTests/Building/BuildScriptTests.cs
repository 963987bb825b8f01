namespace SensorSim.IntegrationTests.Building;

[TestFixture]
public sealed class BuildScriptTests
{
    private const string Library = "SensorSim.Plugins.Plugin.dll";

    [Test]
    public void APluginThatDoesNotCompile_IsNamedAndLeftOut_UntilItIsMended()
    {
        using var clone = new TinyClone();
        clone.WritePlugin("lens.good", "public class Stage;");
        clone.WritePlugin("lens.broken", "public class Stage");

        var (exitCode, error) = clone.Build();
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero, error);
            Assert.That(error, Does.Contain("the plugin lens.broken does not compile").And.Not.Contains("error CS"), "the program says the errors");
            Assert.That(clone.Read("src/SensorSim.Cli/bin/Release/net10.0/plugins/lens.broken/build-errors.txt"), Does.Match(@"^plugins/lens\.broken/Stage\.cs\(1,\d+\): error CS"));
            Assert.That(error, Does.Not.Contain("lens.good"));
            Assert.That(clone.BuiltPlugins(), Is.EqualTo(new[] { "lens.broken/build-errors.txt", "lens.broken/plugin.json", $"lens.good/{Library}", "lens.good/plugin.json" }));
        });

        var again = clone.Build();
        Assert.That(again.Error, Is.Empty, "nothing is built, and the program knows what is missing");

        clone.WritePlugin("lens.broken", "public class Stage { }");
        clone.DeletePlugin("lens.good");
        var mended = clone.Build();
        Assert.That(mended.Error, Does.Not.Contain("lens."));
        Assert.That(clone.BuiltPlugins(), Is.EqualTo(new[] { $"lens.broken/{Library}", "lens.broken/plugin.json" }));
    }

    [Test]
    public void RulesOfStyle_BindOurPluginsOnly_AndWhoHasBuiltTheTests()
    {
        const string source = "public class Stage { public static void Fail() => throw new System.Exception(); }";
        using var clone = new TinyClone();
        clone.WritePlugin("lens.strange", source);
        clone.WritePlugin("lens.ours", source);
        clone.Write("plugins/lens.ours/Plugin.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><BuiltIn>true</BuiltIn></PropertyGroup></Project>""");
        Assert.That(clone.Build().Error, Does.Not.Contain("lens."), "a user's first build runs no analyzers");
        clone.Write("artifacts/build/SensorSim.sln.stamp", "as ./test.sh leaves it");
        clone.Write("plugins/lens.ours/Stage.cs", source + "\n");

        var (exitCode, error) = clone.Build();

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(error, Does.Contain("lens.ours").And.Not.Contains("lens.strange"));
        Assert.That(clone.Read("src/SensorSim.Cli/bin/Release/net10.0/plugins/lens.ours/build-errors.txt"), Does.Contain("error CA2201"));
    }

    [Test]
    public void APluginWithoutAManifest_IsToldSo()
    {
        using var clone = new TinyClone();
        clone.WritePlugin("lens.bare", "public class Stage;");
        clone.Delete("plugins/lens.bare/plugin.json");

        var (exitCode, error) = clone.Build();

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(error, Does.Contain("plugins/lens.bare/plugin.json : error : the plugin has no plugin.json").And.Not.Contains("MSB"));
    }

    [Test]
    public void AFolderThatCannotBeWritten_IsNamedWithWhatToDo()
    {
        using var clone = new TinyClone();
        clone.Write("artifacts/build", "no folder");

        var (exitCode, error) = clone.Build();

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Does.Contain("src/SensorSim.Cli has to be built").And.Contain("use a clone of your own").And.Not.Contains("line "));
    }

    [Test]
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public void CtrlC_StopsIt_AndIsNoFailure()
    {
        using var clone = new TinyClone();
        clone.Write("tools/dotnet", "#!/bin/bash\nkill -INT $PPID\necho 'error: cancelled'\nexit 1\n");
        File.SetUnixFileMode(clone.PathOf("tools/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        (int exitCode, string error) = clone.Build("tools");

        Assert.That(exitCode, Is.EqualTo(130), error);
        Assert.That(error, Does.Contain("the build was stopped").And.Not.Contain("failed"));
    }

    [Test]
    public void AnErrorInTheProgram_FailsTheBuild()
    {
        using var clone = new TinyClone();
        clone.WritePlugin("lens.good", "public class Stage;");
        clone.Write("src/SensorSim.Cli/Program.cs", "return");

        var (exitCode, error) = clone.Build();

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Does.Contain("error CS1002").And.Contain("the build failed"));
    }
}
