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
        Assert.That(text.Out, Does.Contain($"run the command that made the dataset (render or restyle) once more with --resume; replay {Path.GetFileNameWithoutExtension(path)} shows what should be there.").And.Not.Contain("xport"));
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

    [TestCase("file", "is a file, not a dataset's folder")]
    [TestCase("nowhere", "the folder does not exist")]
    public void PlaceThatIsNoFolder_IsSaidToBe(string place, string expected)
    {
        File.WriteAllText(_scratch["file"], "x");

        var outcome = CommandOutcome.Of("verify", _scratch[place]);

        Assert.That((outcome.ExitCode, outcome.Error), Is.EqualTo((ExitCode.BadInput, $"error: {_scratch[place]}: {(place == "nowhere" ? "no dataset here: " : "")}{expected}.\n")));
    }

    [TestCase("dataset.json", "{", ExitCode.Failed)]
    [TestCase("frames.jsonl", "{\"camera\":", ExitCode.Failed)]
    [TestCase("frames.jsonl", "{\"camera\":3}", ExitCode.Failed)]
    public void Damage_IsToldInOurWords(string file, string content, int exitCode)
    {
        string copy = Copy();
        File.WriteAllText(Path.Combine(copy, file), content);

        var verify = CommandOutcome.Of("verify", copy);
        var export = CommandOutcome.Of("export", copy, "--format", "coco", "--out", _scratch["never"]);

        Assert.That((verify.ExitCode, export.ExitCode), Is.EqualTo((exitCode, ExitCode.BadInput)));
        Assert.That(export.Error, Does.StartWith($"error: {Path.Combine(copy, file)}"));
        foreach (string words in (string[])["System.", "isFinalBlock", "LineNumber", "BytePosition", "should not happen"])
            Assert.That(verify.Out + verify.Error + export.Error, Does.Not.Contain(words));
    }

    [Test]
    public void WhatIsNeverSeen_IsForThoseWhoAsk()
    {
        Assert.That(CommandOutcome.Of("audit", _dataset).Out, Does.Contain("(what is never seen of each category: --all)").And.Not.Contain("never seen\n"));
        Assert.That(CommandOutcome.Of("audit", _dataset, "--all").Out, Does.Match("category +never seen\n"));
    }

    [Test]
    public void KeyThatIsNoKey_IsBadInputInOurWords()
    {
        File.WriteAllText(_scratch["readme.md"], "# Read me");

        var outcome = CommandOutcome.Of("verify", _dataset, "--key", _scratch["readme.md"]);

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.BadInput));
        Assert.That(outcome.Error, Does.StartWith($"error: --key {_scratch["readme.md"]}: is not a PEM key on P-256: expected a text with -----BEGIN PUBLIC KEY-----").And.Not.Contain("Parameter"));
    }

    [Test]
    public void OutputInsideADataset_IsRefused([Values("export", "merge", "render", "replay")] string command)
    {
        string copy = Copy(), inside = Path.Combine(copy, "rgb", "more");
        string[] line = command switch
        {
            "export" => ["export", _dataset, "--format", "coco"],
            "merge" => ["merge", Shard(1, 1)],
            "replay" => ["replay", _dataset, "000000_0000_front"],
            _ => ["render", "--scene", "builtin:warehouse-aisle"],
        };

        var outcome = CommandOutcome.Of([.. line, "--out", inside]);

        Assert.That(outcome.ExitCode, Is.EqualTo(ExitCode.BadInput), outcome.Error);
        Assert.That(outcome.Error, Does.Contain(inside).And.Contain($"the dataset {copy}"));
        Assert.That(Directory.Exists(inside), Is.False);
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

    private string Shard(int index, int of)
    {
        string folder = _scratch[$"shard-{Guid.NewGuid():N}"];
        TinyDataset.Write(folder, shard: new(index, of));
        return folder;
    }

    private string Copy()
    {
        string copy = _scratch[$"copy-{Guid.NewGuid():N}"];
        TinyDataset.CopyFolder(_dataset, copy);
        return copy;
    }
}
