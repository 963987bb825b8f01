using System.Diagnostics;
using System.Security.Cryptography;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>A run that is killed again and again, each time at another moment, ends in the same bytes as one that was left alone.</summary>
[TestFixture]
public sealed class KillTests
{
    private const int Kills = 20;

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("kill-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void TwentyKills_LeaveNoTrace()
    {
        string scene = TinyScene.WriteTo(_folder);
        string[] render = ["render", "--scene", scene, "--views", "120", "--width", "96", "--height", "72", "--msaa", "1", "--sensor", "camera.noise"];
        string whole = Path.Combine(_folder, "whole"), killed = Path.Combine(_folder, "killed");
        Assert.That(ProgramRun.Of([.. render, "--out", whole]).ExitCode, Is.Zero);

        var random = new Random(20);
        int inMidRun = Enumerable.Range(0, Kills).Count(_ => Kill([.. render, "--out", killed, "--resume"], killed, random));
        var last = ProgramRun.Of([.. render, "--out", killed, "--resume"]);

        Assert.That(last.ExitCode, Is.Zero, last.Error);
        Assert.That(Contents(killed), Is.EqualTo(Contents(whole)));
        Assert.That(inMidRun, Is.EqualTo(Kills), "Kills that hit a run before its end.");
    }

    /// <summary>Starts the run, waits for a few more frames or files, kills it; true when the dataset was not finished by then.</summary>
    private static bool Kill(string[] arguments, string dataset, Random random)
    {
        using Process process = ProgramRun.Start(new Dictionary<string, string?>(StringComparer.Ordinal), arguments);
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        int target = FilesIn(dataset) + random.Next(0, 25);
        while (!process.HasExited && FilesIn(dataset) < target)
        {
            process.WaitForExit(10); // counting files more often than they come takes the core that writes them
        }

        process.WaitForExit(random.Next(0, 6));
        process.Kill();
        process.WaitForExit();
        return !File.Exists(Path.Combine(dataset, "dataset.json"));
    }

    private static int FilesIn(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count() : 0;

    /// <summary>Path → digest of everything but what belongs to one run only.</summary>
    private static Dictionary<string, string> Contents(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path))
        .Where(path => !path.StartsWith(Path.Combine("provenance", "run-"), StringComparison.Ordinal))
        .ToDictionary(path => path, path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, path)))), StringComparer.Ordinal);
}
