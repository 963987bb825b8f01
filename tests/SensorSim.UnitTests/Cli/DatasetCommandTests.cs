using SensorSim.Cli.Console;
using SensorSim.UnitTests.Datasets.Storage;

namespace SensorSim.UnitTests.Cli;

/// <summary>verify, merge and export: what they say of good and bad datasets, and their exit codes.</summary>
[TestFixture]
public sealed class DatasetCommandTests
{
    private readonly ScratchFolder _scratch = new();
    private string _dataset = "";

    [OneTimeSetUp]
    public void WriteDataset()
    {
        _dataset = _scratch["whole"];
        TinyDataset.Write(_dataset);
    }

    [OneTimeTearDown]
    public void RemoveDataset() => _scratch.Dispose();

    [Test]
    public void Verify_CallsAnIntactDatasetUnsigned()
    {
        var outcome = CommandOutcome.Of("verify", _dataset);

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Done));
        Assert.That(outcome.Out.TrimEnd(), Is.EqualTo("intact; 12 frames, 48 files; unsigned"));
        Assert.That(outcome.Error, Does.Contain("12/12 frames"));
    }

    [Test]
    public void Verify_NamesTheFileWithAFlippedByte()
    {
        string copy = Copy();
        string path = Directory.EnumerateFiles(Path.Combine(copy, "rgb")).Order(StringComparer.Ordinal).First();
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^20] ^= 1;
        File.WriteAllBytes(path, bytes);

        var text = CommandOutcome.Of("verify", copy);
        var json = CommandOutcome.Of("verify", copy, "--json");

        Assert.That(text.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(text.Out, Does.Contain($"rgb/{Path.GetFileName(path)}").And.Contain("NOT intact"));
        Assert.That((bool)json.Json["ok"]!, Is.False);
        Assert.That((string)json.Json["findings"]![0]!["path"]!, Does.Contain("rgb/").Or.Contain("frames.jsonl"));
    }

    [Test]
    public void Verify_WithATrustedKeyRefusesAnUnsignedDataset()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        string path = _scratch["team.pub.pem"];
        File.WriteAllText(path, key.ExportSubjectPublicKeyInfoPem());

        var outcome = CommandOutcome.Of("verify", _dataset, "--key", path);

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(outcome.Out, Does.Contain("NOT signed by a trusted key").And.Contain("unsigned"));
    }

    [Test]
    public void PlaceWithoutADataset_IsBadInput([Values("verify", "export", "merge")] string command)
    {
        string[] more = command switch
        {
            "export" => ["--format", "coco", "--out", _scratch["never"]],
            "merge" => ["--out", _scratch["never"]],
            _ => [],
        };

        var outcome = CommandOutcome.Of([command, _scratch["nothing-here"], .. more]);

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.BadInput));
        Assert.That(outcome.Error, Does.StartWith("error: ").And.Contain("nothing-here").And.Contain("no dataset here"));
        Assert.That(Directory.Exists(_scratch["never"]), Is.False);
    }

    [Test]
    public void KeyThatIsNotThere_IsBadInput() =>
        Assert.That(CommandOutcome.Of("verify", _dataset, "--key", _scratch["no.pem"]).ExitCode, Is.EqualTo(ExitCode.BadInput));

    [Test]
    public void Merge_ReportsTheRootOfAnUnshardedRun()
    {
        string[] parts = [_scratch["part1"], _scratch["part2"]];
        for (int i = 0; i < parts.Length; i++) TinyDataset.Write(parts[i], shard: new(i + 1, parts.Length));

        var outcome = CommandOutcome.Of(["merge", .. parts, "--out", _scratch["merged"], "--json"]);

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Done), outcome.Error);
        Assert.That((int)outcome.Json["frames"]!, Is.EqualTo(12));
        Assert.That(TinyDataset.Content(_scratch["merged"]), Is.EqualTo(TinyDataset.Content(_dataset)));
    }

    [Test]
    public void Export_WritesCocoAndRefusesOtherFormats()
    {
        var outcome = CommandOutcome.Of("export", _dataset, "--format", "coco", "--out", _scratch["coco"]);
        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.Done), outcome.Error);
        Assert.That(File.Exists(_scratch["coco/annotations/instances.json"]));

        Assert.That(CommandOutcome.Of("export", _dataset, "--format", "cocoa", "--out", _scratch["x"]).ExitCode, Is.EqualTo(ExitCode.BadInput));
    }

    private string Copy()
    {
        string copy = _scratch[$"copy-{Guid.NewGuid():N}"];
        TinyDataset.CopyFolder(_dataset, copy);
        return copy;
    }
}
