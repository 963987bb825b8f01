using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.UnitTests.Datasets.Images;
using SensorSim.UnitTests.Datasets.Storage;

namespace SensorSim.UnitTests.Datasets.Provenance;

public class DatasetVerifierTests
{
    [Test]
    public void AnIntactDatasetHasNoFindings_AndIsUnsigned()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"]);

        VerificationReport report = DatasetVerifier.Verify(scratch["a"], []);

        Assert.That(report.Findings, Is.Empty);
        Assert.That((report.Frames, report.Files, report.Signature), Is.EqualTo((12L, 48L, SignatureStatus.Unsigned)));
    }

    [Test]
    public void OneFlippedByteAnywhereIsFound_InTheFileThatHoldsIt()
    {
        using var scratch = new ScratchFolder();
        using SigningKey key = SigningKeyTests.NewKey();
        using (DatasetWriter writer = DatasetWriter.Create(scratch["a"], TinyDataset.Plan(1)))
        {
            writer.Write(TinyDataset.Frame(0, 0, "front"));
            writer.WriteRunMetadata(new JsonObject { ["host"] = "a", ["seconds"] = 1.5 });
            writer.Finish();
        }

        Attestation.Sign(scratch["a"], key);
        Assert.That(DatasetVerifier.Verify(scratch["a"], [key.Public]).Findings, Is.Empty);
        foreach (string file in Directory.GetFiles(scratch["a"], "*", SearchOption.AllDirectories))
        {
            byte[] original = File.ReadAllBytes(file);
            string path = Path.GetRelativePath(scratch["a"], file);
            for (int at = 0; at < original.Length; at += at < 40 || original.Length - at < 10 ? 1 : 1 + (original.Length / 50))
            {
                byte[] damaged = [.. original];
                damaged[at] ^= 0x01;
                File.WriteAllBytes(file, damaged);

                VerificationReport report = DatasetVerifier.Verify(scratch["a"], [key.Public]);

                Assert.That(report.Findings, Is.Not.Empty, $"{path}, byte {at}");
                Assert.That(report.Findings.Select(f => f.Path), Has.Some.EqualTo(path).Or.Some.EqualTo(DatasetLayout.Description), $"{path}, byte {at}");
            }

            File.WriteAllBytes(file, original);
        }
    }

    [TestCase("touches", "its pixels touch [left], the record says [right]")]
    [TestCase("outside", "visible pixels lie outside the amodal mask")]
    [TestCase("box", "the amodal mask reaches beyond the amodal box [0, 1, 1, 3]")]
    [TestCase("size", "the amodal mask is 6x8, the image 8x6")]
    [TestCase("counts", "the amodal mask cannot be read")]
    [TestCase("none", "the object is visible and has no amodal mask")]
    [TestCase("keypoint", "the keypoint 'tip' has visibility 2 and is outside the image")]
    public void LabelsThatContradictTheImageAreNamed(string error, string expected)
    {
        using var scratch = new ScratchFolder();
        using (DatasetWriter writer = DatasetWriter.Create(scratch["a"], TinyDataset.Plan(1)))
        {
            FrameContent frame = TinyDataset.Frame(0, 0, "front");
            ObjectRecord sound = frame.Record.Objects[0] with
            {
                // Columns 0 and 1, rows 1 to 3, as the instance image has them.
                TouchesBorder = ["left"], Amodal = new([6, 8], Mask(1, 3, 3, 3, 38)), BboxAmodal = [0, 1, 2, 3], Keypoints = [new("tip", [0, 0, 1], [7.4, 5], 2)],
            };
            ObjectRecord wrong = error switch
            {
                "touches" => sound with { TouchesBorder = ["right"] },
                "outside" => sound with { Amodal = new([6, 8], Mask(1, 3, 3, 2, 39)) },
                "box" => sound with { BboxAmodal = [0, 1, 1, 3] },
                "size" => sound with { Amodal = sound.Amodal! with { Size = [8, 6] } },
                "counts" => sound with { Amodal = sound.Amodal! with { Counts = "~" } },
                "none" => sound with { Amodal = null },
                _ => sound with { Keypoints = [new("tip", [0, 0, 1], [7.5, 5], 2)] },
            };
            writer.Write(frame with { Record = frame.Record with { Objects = [wrong, .. frame.Record.Objects.Skip(1)] } });
            FrameContent good = TinyDataset.Frame(0, 0, "back");
            writer.Write(good with { Record = good.Record with { Objects = [sound, .. good.Record.Objects.Skip(1)] } });
            writer.Finish();
        }

        Assert.That(Findings(scratch["a"]), Has.Length.EqualTo(1).And.Some.Contains(expected).And.Some.Contains("object 1 ('box_1')"));
    }

    private static string Mask(params uint[] runs) => new SensorSim.Datasets.Labels.RunLengthMask(6, 8, runs).Encode();

    [Test]
    public void AMissingFileIsNamed()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        foreach (string file in Directory.GetFiles(scratch["a"], "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("dataset.json", StringComparison.Ordinal)))
        {
            File.Move(file, scratch["aside"]);
            Assert.That(DatasetVerifier.Verify(scratch["a"], []).Findings.Select(f => f.ToString()), Has.Some.Contains(Path.GetRelativePath(scratch["a"], file) + ": the file is missing"));
            File.Move(scratch["aside"], file);
        }
    }

    [Test]
    public void AFolderOrPipeInTheFilesPlaceIsNamed_AndNothingWaitsForIt()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        foreach (string file in Directory.GetFiles(scratch["a"], "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("dataset.json", StringComparison.Ordinal)))
        {
            byte[] content = File.ReadAllBytes(file);
            string path = Path.GetRelativePath(scratch["a"], file);
            SpecialFile.ReplaceByPipe(file);
            Assert.That(Findings(scratch["a"]).Where(f => f.StartsWith(path, StringComparison.Ordinal)), Has.Exactly(1).Contains("is a named pipe, expected a file"), path);
            SpecialFile.ReplaceByFolder(file);
            Assert.That(Findings(scratch["a"]).Where(f => f.StartsWith(path, StringComparison.Ordinal)), Has.Exactly(1).Contains("is a folder, expected a file"), path);
            Directory.Delete(file);
            File.WriteAllBytes(file, content);
        }

        SpecialFile.ReplaceByPipe(Path.Combine(scratch["a"], DatasetLayout.Description));
        Assert.That(() => DatasetVerifier.Verify(scratch["a"], []), Throws.TypeOf<DatasetException>().With.Message.Contains("dataset.json: is a named pipe"));
    }

    [Test]
    public void MissingRecordsAreOneFinding()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"]);
        File.Delete(Path.Combine(scratch["a"], DatasetLayout.Frames));

        Assert.That(Findings(scratch["a"]), Has.Length.EqualTo(1).And.Some.StartsWith("frames.jsonl: the file is missing."));
    }

    [Test]
    public void ABrokenLineIsNamedWithItsColumn_AndItsImagesAreNotBlamed()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        EditFrames(scratch["a"], lines => lines[3] = lines[3][..100]);

        string[] findings = Findings(scratch["a"]);

        Assert.That(findings, Has.Some.EqualTo("frames.jsonl:4: not a frame record: it is not whole JSON: it ends in the middle, at column 101."));
        Assert.That(findings, Has.None.Contains("not part of the dataset").And.None.Contains("isFinalBlock").And.None.Contains("DatasetCounts"));
    }

    [TestCase("", "dataset.json: it is empty.")]
    [TestCase("{", "dataset.json: it is not whole JSON: it ends in the middle, at column 2.")]
    [TestCase("{\"a\":\nx}", "dataset.json: it is not JSON: 'x' at line 2, column 1 does not belong there.")]
    [TestCase("[]", "dataset.json: the whole text should be an object, not [].")]
    public void ADamagedDescriptionIsAFinding_InOurWords(string content, string expected)
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        File.WriteAllText(Path.Combine(scratch["a"], DatasetLayout.Description), content);

        Assert.That(Findings(scratch["a"]), Has.Length.EqualTo(1).And.Some.StartsWith(expected));
    }

    [TestCase("\"first\":0", "\"first\":8", "chunks[0].first is 8, the records of frames.jsonl give 0.")]
    [TestCase("\"files\":16", "\"files\":17", "counts.files is 17, the records of frames.jsonl give 16.")]
    [TestCase("\"frames\":4,", "\"frames\": 4,", "is not in canonical form (RFC 8785)")]
    [TestCase("\"device_class\":\"", "\"device_class\":\"x", "plan_sha256 does not fit the plan")]
    [TestCase("{\"cameras", "{\"zz\":\"\\ud800\",\"cameras", "is not in canonical form (RFC 8785)")]
    public void AnEditedDescription_IsToldByItsKey(string before, string after, string expected)
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        string path = Path.Combine(scratch["a"], DatasetLayout.Description), text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(before));
        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));

        Assert.That(Findings(scratch["a"]), Has.One.StartsWith($"dataset.json: {expected}"));
    }

    [Test]
    public void AFileThatNobodyListsIsNamed()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        File.WriteAllText(Path.Combine(scratch["a"], "rgb/extra.png"), "x");

        Assert.That(DatasetVerifier.Verify(scratch["a"], []).Findings.Select(f => f.Path), Is.EqualTo(new[] { "rgb/extra.png" }));
    }

    [Test]
    public void AnEditedLineIsFound_ThoughItIsCanonical()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        EditFrames(scratch["a"], lines => lines[2] = lines[2].Replace("\"failure_mode\":\"dim-light\"", "\"failure_mode\":\"dim\"", StringComparison.Ordinal));

        string[] findings = [.. DatasetVerifier.Verify(scratch["a"], []).Findings.Select(f => f.ToString())];

        Assert.That(findings, Has.Some.Contains("merkle_root"));
        Assert.That(findings.Where(f => f.StartsWith("frames.jsonl", StringComparison.Ordinal)), Has.Exactly(1).StartsWith("frames.jsonl:3: the record of 000000_0001_front was changed"));
        Assert.That(findings, Has.None.StartsWith("provenance/chunks"));
    }

    [Test]
    public void EveryEditedValueIsNamedByItsLine()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        string path = Path.Combine(scratch["a"], DatasetLayout.Frames), original = File.ReadAllText(path);
        string[] lines = original.Split('\n');
        int second = lines[0].Length + 1;
        foreach (int at in Enumerable.Range(0, lines[1].Length).Where(i => char.IsAsciiLetterOrDigit(lines[1][i])))
        {
            char[] edited = original.ToCharArray();
            edited[second + at] = edited[second + at] == '1' ? '2' : '1';
            File.WriteAllText(path, new string(edited));

            Assert.That(
                DatasetVerifier.Verify(scratch["a"], []).Findings.Select(f => f.ToString()),
                Has.Some.StartsWith("frames.jsonl:2: "), lines[1][..at]);
        }
    }

    [Test]
    public void ARemovedLineIsNamedByItsFrame()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        string path = Path.Combine(scratch["a"], DatasetLayout.Frames);
        File.WriteAllLines(path, File.ReadAllLines(path).Where((_, i) => i != 1));

        Assert.That(
            DatasetVerifier.Verify(scratch["a"], []).Findings.Select(f => f.ToString()),
            Has.Some.EqualTo("frames.jsonl:2: the record of 000000_0000_back, which was here, is missing."));
    }

    [Test]
    public void AnAddedLineIsNamed()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        TinyDataset.Write(scratch["b"], samples: 2);
        string path = Path.Combine(scratch["a"], DatasetLayout.Frames);
        File.AppendAllText(path, File.ReadAllLines(Path.Combine(scratch["b"], DatasetLayout.Frames))[4] + "\n");

        Assert.That(DatasetVerifier.Verify(scratch["a"], []).Findings.Select(f => f.ToString()), Has.Some.StartsWith("frames.jsonl:5: the record of 000001_0000_front was added"));
    }

    [Test]
    public void AMissingOrShortImageIsNamedOnceWithItsPath()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        File.WriteAllText(Path.Combine(scratch["a"], "rgb/000000_0000_front.png"), "x");

        string[] findings = [.. DatasetVerifier.Verify(scratch["a"], []).Findings.Select(f => f.ToString())];

        Assert.That(findings, Has.Some.StartsWith("rgb/000000_0000_front.png: has 1 bytes where the record says"));
        Assert.That(findings, Has.None.Contains(scratch["a"]));
    }

    [Test]
    public void SwappedLinesAreNamedByTheirLine()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        EditFrames(scratch["a"], lines => (lines[1], lines[2]) = (lines[2], lines[1]));

        Assert.That(DatasetVerifier.Verify(scratch["a"], []).Findings.Select(f => f.ToString()), Has.Some.Contains("frames.jsonl:3: the frame 000000_0000_back is out of order"));
    }

    [Test]
    public void ALineThatIsNotCanonicalIsNamed()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        EditFrames(scratch["a"], lines => lines[0] = lines[0].Replace("\"height\":6", "\"height\":6.0", StringComparison.Ordinal).Replace("\"sample\":0", "\"sample\": 0", StringComparison.Ordinal));

        Assert.That(DatasetVerifier.Verify(scratch["a"], []).Findings.Select(f => f.ToString()), Has.Some.StartWith("frames.jsonl:1:"));
    }

    // The records are consistent with the files here, so only the labels' own invariants can tell.
    [TestCase("depth", "depth/000000_0000_front.png: pixel (0, 1) has none")]
    [TestCase("semantic", "semantic/000000_0000_front.png: category 9 at pixel (0, 1), where instance 1 has category 1")]
    [TestCase("instance", "object 2 ('can é'): the instance image has 0 pixels, the record says 1")]
    [TestCase("stranger", "instance/000000_0000_front.png: carries id 77")]
    [TestCase("size", "rgb/000000_0000_front.png: is 3x2, expected 8x6")]
    [TestCase("visibility", "object 1 ('box_1'): visibility 1.5")]
    [TestCase("box", "object 1 ('box_1'): the tight box of the instance image is [0, 1, 2, 3], the record says [0, 1, 2, 4]")]
    public void LabelsThatContradictEachOtherAreFound(string fault, string expected)
    {
        using var scratch = new ScratchFolder();
        using (DatasetWriter writer = DatasetWriter.Create(scratch["a"], TinyDataset.Plan(1)))
        {
            writer.Write(WithFault(TinyDataset.Frame(0, 0, "front"), fault));
            writer.Finish();
        }

        Assert.That(DatasetVerifier.Verify(scratch["a"], []).Findings.Select(f => f.ToString()), Has.Some.Contains(expected));
    }

    [Test]
    public void SignersAreToldApart()
    {
        using var scratch = new ScratchFolder();
        using SigningKey key = SigningKeyTests.NewKey(), other = SigningKeyTests.NewKey();
        TinyDataset.Write(scratch["a"], samples: 1);
        Attestation.Sign(scratch["a"], key);

        VerificationReport trusted = DatasetVerifier.Verify(scratch["a"], [other.Public, key.Public]), unknown = DatasetVerifier.Verify(scratch["a"], [other.Public]);

        Assert.That((trusted.Signature, trusted.KeyId), Is.EqualTo((SignatureStatus.Trusted, key.Public.KeyId)));
        Assert.That((unknown.Signature, unknown.KeyId), Is.EqualTo((SignatureStatus.UnknownSigner, key.Public.KeyId)));
        Assert.That(unknown.Findings, Is.Empty);
    }

    [Test]
    public void ASignatureOfAnotherDatasetIsInvalid()
    {
        using var scratch = new ScratchFolder();
        using SigningKey key = SigningKeyTests.NewKey();
        TinyDataset.Write(scratch["a"], samples: 1);
        TinyDataset.Write(scratch["b"], samples: 2);
        Attestation.Sign(scratch["a"], key);
        foreach (string path in new[] { DatasetLayout.Checkpoint, DatasetLayout.Attestation, DatasetLayout.Signer })
            File.Copy(Path.Combine(scratch["a"], path), Path.Combine(scratch["b"], path), overwrite: true);

        VerificationReport report = DatasetVerifier.Verify(scratch["b"], [key.Public]);

        Assert.That(report.Signature, Is.EqualTo(SignatureStatus.Invalid));
        Assert.That(report.Findings.Select(f => f.Path), Is.EqualTo(new[] { DatasetLayout.Attestation, DatasetLayout.Checkpoint }));
    }

    [Test]
    public void AnUnfinishedRunIsNotADataset()
    {
        using var scratch = new ScratchFolder();
        DatasetWriter.Create(scratch["a"], TinyDataset.Plan()).Dispose();

        Assert.That(() => DatasetVerifier.Verify(scratch["a"], []), Throws.TypeOf<DatasetException>().With.Message.Contains("not finished"));
    }

    [Test]
    public void VerifyingCanBeStopped()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"]);

        Assert.That(() => DatasetVerifier.Verify(scratch["a"], [], cancellation: new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    private static string[] Findings(string folder) => [.. DatasetVerifier.Verify(folder, []).Findings.Select(finding => finding.ToString())];

    private static FrameContent WithFault(FrameContent frame, string fault)
    {
        var planes = new Dictionary<string, SensorSim.Signals.PixelPlane>(frame.Planes, StringComparer.Ordinal);
        FrameRecord record = frame.Record;
        switch (fault)
        {
            case "depth":
                planes["depth"] = Replace(planes["depth"], 1000, 0);
                break;
            case "semantic":
                byte[] categories = planes["semantic"].Bytes.ToArray();
                categories[8] = 9;
                planes["semantic"] = planes["semantic"] with { Bytes = categories };
                break;
            case "instance":
                planes["instance"] = Replace(planes["instance"], 2, 0);
                break;
            case "stranger":
                planes["instance"] = Replace(planes["instance"], 2, 77);
                break;
            case "size":
                planes["rgb"] = Planes.Noise(3, 2, 3, SensorSim.Signals.SampleType.UInt8);
                break;
            case "visibility":
                record = record with { Objects = [record.Objects[0] with { Visibility = 1.5 }, .. record.Objects.Skip(1)] };
                break;
            default:
                record = record with { Objects = [record.Objects[0] with { BboxTight = [0, 1, 2, 4] }, .. record.Objects.Skip(1)] };
                break;
        }

        return frame with { Record = record, Planes = planes };
    }

    /// <summary>A plane of 16 bits with every sample of one value changed to another.</summary>
    private static SensorSim.Signals.PixelPlane Replace(SensorSim.Signals.PixelPlane plane, ushort from, ushort to)
    {
        ushort[] values = [.. System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(plane.Bytes.Span)];
        return Planes.Of(plane.Width, plane.Height, [.. values.Select(v => v == from ? to : v)]);
    }

    private static void EditFrames(string folder, Action<string[]> edit)
    {
        string path = Path.Combine(folder, DatasetLayout.Frames);
        string[] lines = File.ReadAllLines(path);
        edit(lines);
        File.WriteAllText(path, string.Join('\n', lines) + "\n", new UTF8Encoding(false));
    }
}
