using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Files;
using SensorSim.UnitTests.Files;

namespace SensorSim.UnitTests.Datasets.Storage;

/// <summary>Folders that may not be read, and places where no folder can be.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public class PermissionTests
{
    private const UnixFileMode Closed = UnixFileMode.None;
    private const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    [Test]
    public void AnUnreadableImageFolderHidesNoOtherFinding()
    {
        using var scratch = new ScratchFolder();
        string dataset = Written(scratch);
        File.WriteAllText(Path.Combine(dataset, "notes.txt"), "mine");

        IReadOnlyList<Finding> findings = Without(Path.Combine(dataset, "rgb"), () => DatasetVerifier.Verify(dataset, []).Findings);

        Assert.That(findings, Has.Some.Matches<Finding>(finding => finding is { Path: "rgb", Message: "the folder could not be read: permission is denied." }));
        Assert.That(findings, Has.Some.Matches<Finding>(finding => finding is { Path: "notes.txt" }));
    }

    [Test]
    public void AnUnreadableManifestIsAFinding()
    {
        using var scratch = new ScratchFolder();
        string dataset = Written(scratch), manifest = DatasetLayout.ChunkManifest(0);

        IReadOnlyList<Finding> findings = Without(DatasetLayout.Resolve(dataset, manifest), () => DatasetVerifier.Verify(dataset, []).Findings);

        Assert.That(findings, Has.Some.Matches<Finding>(finding => finding is { Message: "could not be read: permission is denied." } && finding.Path == manifest));
    }

    [Test]
    public void AnUnreadableDatasetIsNotAMissingOne()
    {
        using var scratch = new ScratchFolder();
        string dataset = Written(scratch);

        string? why = Without(dataset, () => Assert.Throws<DatasetException>(() => DatasetReader.Open(dataset)))?.Problem;

        Assert.That(why, Does.Contain("permission is denied").And.Not.Contains("no dataset"));
    }

    [Test]
    public void WhatIsBehindAClosedFolderIsForbidden()
    {
        using var scratch = new ScratchFolder();
        string dataset = Written(scratch), image = Path.Combine(dataset, "rgb", "x.png");

        Assert.That(Without(Path.Combine(dataset, "rgb"), () => FileKinds.Obstacle(image)), Is.EqualTo("permission is denied"));
    }

    [Test]
    public void NamesThatNoFolderCanHaveAreRefusedBeforehand()
    {
        using var scratch = new ScratchFolder();
        File.CreateSymbolicLink(scratch["loop"], scratch["loop"]);

        Assert.That(Refusal(scratch[new string('x', 300)]), Does.Contain("the name is too long"));
        Assert.That(Refusal(scratch["loop"]), Does.Contain("loop of symbolic links"));
        Assert.That(Refusal(Path.Combine(scratch["loop"], "deeper")), Does.Contain("loop of symbolic links"));
    }

    [Test]
    public void APlaceThatHoldsNoFoldersIsBadInput()
    {
        DatasetException refusal = Assert.Throws<DatasetException>(() => DatasetWriter.Create("/proc/no-such", TinyDataset.Plan(1)))!;

        Assert.That(refusal.Message, Does.Contain("no folder can be made there"));
        Assert.That(refusal.InnerException, Is.Null, "which would say that another try may help");
    }

    private static string? Refusal(string folder) => Assert.Throws<DatasetException>(() => DatasetWriter.CheckFolder(folder, resume: false))?.Message;

    private static string Written(ScratchFolder scratch)
    {
        File.SetUnixFileMode(scratch.Path, Open);
        TinyDataset.Write(scratch["a"], samples: 1);
        return scratch["a"];
    }

    private static T Without<T>(string path, Func<T> question)
    {
        File.SetUnixFileMode(path, Closed);
        try
        {
            using var user = new OrdinaryUser();
            return question();
        }
        finally
        {
            File.SetUnixFileMode(path, Open);
        }
    }
}
