using System.Text.Json.Nodes;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Runs;

namespace SensorSim.UnitTests.Runs;

/// <summary>What a person reads of a resumed dataset.</summary>
public class RepairNoticeTests
{
    private const string Root = "aa";

    [Test]
    public void ARunThatWasNotFinishedHasNothingToTell() => Assert.That(Told(null, Root), Is.Empty);

    [Test]
    public void AWholeDatasetSaysWhatWasChecked() =>
        Assert.That(Told(new(Root, 20, 0, []), Root), Is.EqualTo(new[] { "finished before: the records and 20 files are as they were written (SHA-256)" }));

    [TestCase(0, "its own files are written again")]
    [TestCase(1, "1 frame is rendered again")]
    [TestCase(2, "2 frames are rendered again")]
    public void DamageIsListedUpToTenLines(int missing, string remedy)
    {
        string[] told = Told(new(Root, 20, missing, [.. Enumerable.Range(1, 12).Select(i => FormattableString.Invariant($"rgb/{i}.png: the file is missing."))]), Root);

        Assert.That(told[0], Is.EqualTo($"finished before, but damaged since; {remedy}:"));
        Assert.That(told[1..11], Has.All.Contains("the file is missing"));
        Assert.That(told[11..], Is.EqualTo(new[] { "  and 2 more", "mended: frames and Merkle root are again the ones that were written, to the byte" }));
    }

    [Test]
    public void ASignatureThatIsLostIsSaidToBe() =>
        Assert.That(Told(new(Root, 20, 0, ["x"]) { HasBrokenSignature = true }, Root), Has.Some.StartsWith("warning: the signature was damaged"));

    [Test]
    public void WithAKey_ADamagedSignatureIsMadeAgain() =>
        Assert.That(
            Told(new(Root, 20, 0, ["x"]) { HasBrokenSignature = true }, Root, isSigned: true),
            Has.Some.Contains("signed again with the key").And.None.Contains("--key").And.None.Contains("removed"));

    [Test]
    public void AnotherDatasetThanBeforeIsAWarning() =>
        Assert.That(Told(new(Root, 20, 1, ["x"]), "bb"), Has.Some.StartsWith("warning: the mended dataset is not the one that was written, whose Merkle root was aa").And.None.StartsWith("mended"));

    [Test]
    public void AStoppedRepairPromisesNothing() => Assert.That(Told(new(Root, 20, 1, ["x"]), null), Has.None.StartsWith("mended"));

    private static string[] Told(ResumeReport? report, string? root, bool isSigned = false)
    {
        var lines = new List<string>();
        var notice = new RepairNotice(report, isSigned, lines.Add);
        notice.Begin();
        notice.End(root is null ? null : new(new(new("a", "1", "c"), new("1", "c"), "device", [], [], 1, new JsonObject()), new(0, 0, 0, 0, 0, 0), [], root, null));
        return [.. lines];
    }
}
