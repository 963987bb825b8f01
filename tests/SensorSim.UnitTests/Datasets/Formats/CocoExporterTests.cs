using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Formats.Coco;
using SensorSim.Datasets.Labels;
using SensorSim.Datasets.Storage;
using SensorSim.UnitTests.Datasets.Storage;

namespace SensorSim.UnitTests.Datasets.Formats;

public class CocoExporterTests
{
    [Test]
    public void AnnotationsSayWhatTheRecordsSay()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"]);
        DatasetReader dataset = DatasetReader.Open(scratch["a"]);

        new CocoExporter().Export(dataset, scratch["coco"], CancellationToken.None);

        JsonNode coco = JsonNode.Parse(File.ReadAllBytes(Path.Combine(scratch["coco"], "annotations/instances.json")))!;
        FrameRecord[] frames = [.. dataset.Frames()];
        Assert.That(coco["images"]!.AsArray().Select(i => (string)i!["file_name"]!), Is.EqualTo(frames.Select(f => f.Frame + ".png")));
        Assert.That(coco["annotations"]!.AsArray().Select(a => (int)a!["id"]!), Is.EqualTo(Enumerable.Range(1, 24)));
        Assert.That(coco["categories"]!.ToJsonString(), Is.EqualTo("[{\"id\":1,\"name\":\"box\",\"supercategory\":\"goods\"},{\"id\":2,\"name\":\"can\",\"supercategory\":\"\"}]"));
        int next = 0;
        for (int frame = 0; frame < frames.Length; frame++)
        {
            foreach (ObjectRecord item in frames[frame].Objects.Where(o => o.VisiblePx > 0))
                CheckAnnotation(coco["annotations"]![next++]!, frame + 1, item, dataset.ReadImage(frames[frame].Files["instance"]));
            Assert.That(File.ReadAllBytes(Path.Combine(scratch["coco"], "images", frames[frame].Frame + ".png")), Is.EqualTo(dataset.ReadBytes(frames[frame].Files["rgb"])));
        }
    }

    [Test]
    public void KeypointsHaveAFileOfTheirOwn_AndAmodalMasksAreFurtherKeys()
    {
        using var scratch = new ScratchFolder();
        DatasetPlan plan = TinyDataset.Plan(1) with
        {
            Skeletons = [new(1, "box_1", 1, ["tip", "tail"], [[0, 1]]), new(7, "other box", 1, ["tail", "lid"], [[1, 0]])],
        };
        using (DatasetWriter writer = DatasetWriter.Create(scratch["a"], plan))
        {
            FrameContent frame = TinyDataset.Frame(0, 0, "front");
            ObjectRecord box = frame.Record.Objects[0] with
            {
                Amodal = new([6, 8], "a mask"), BboxAmodal = [-1, 1, 3, 3], Keypoints = [new("tip", [0, 0, 1], [2.5, 3], 2), new("tail", [0, 0, 1], [-4, 3], 0)],
            };
            writer.Write(frame with { Record = frame.Record with { Objects = [box, .. frame.Record.Objects.Skip(1)] } });
            writer.Finish();
        }

        DatasetReader dataset = DatasetReader.Open(scratch["a"]);
        Assert.That(dataset.Description.Plan.Skeletons![1].Edges[0], Is.EqualTo(new[] { 1.0, 0 }));
        new CocoExporter().Export(dataset, scratch["coco"], CancellationToken.None);

        JsonNode coco = JsonNode.Parse(File.ReadAllBytes(Path.Combine(scratch["coco"], "annotations/keypoints.json")))!;
        Assert.That(coco["categories"]!.ToJsonString(), Is.EqualTo(
            "[{\"id\":1,\"name\":\"box\",\"supercategory\":\"goods\",\"keypoints\":[\"tip\",\"tail\",\"lid\"],\"skeleton\":[[1,2],[3,2]]}]"));
        JsonNode annotation = coco["annotations"]!.AsArray().Single()!;
        Assert.That(annotation["keypoints"]!.ToJsonString(), Is.EqualTo("[2.5,3,2,0,0,0,0,0,0]"));
        Assert.That((int)annotation["num_keypoints"]!, Is.EqualTo(1));
        Assert.That(annotation["amodal_bbox"]!.ToJsonString(), Is.EqualTo("[-1,1,3,3]"));
        Assert.That(annotation["amodal_segmentation"]!.ToJsonString(), Is.EqualTo("{\"size\":[6,8],\"counts\":\"a mask\"}"));
        JsonNode instances = JsonNode.Parse(File.ReadAllBytes(Path.Combine(scratch["coco"], "annotations/instances.json")))!;
        Assert.That(instances["annotations"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That(instances["annotations"]![0]!["keypoints"], Is.Null);
    }

    [TestCase("rgb/000000_0001_back.png", "rgb/000000_0001_back.png: was changed: SHA-256 is")]
    [TestCase("instance/000000_0001_back.png", "instance/000000_0001_back.png: was changed: SHA-256 is")]
    [TestCase("frames.jsonl", "frames.jsonl:4: the record of 000000_0001_back was changed")]
    [TestCase("dataset.json", "dataset.json: was changed, or provenance/checkpoint.txt was")]
    public void AChangedByteIsRefused_AndTheFileNamed(string file, string expected)
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        string path = Path.Combine(scratch["a"], file);
        byte[] bytes = File.ReadAllBytes(path);
        int at = file switch
        {
            "frames.jsonl" => bytes.AsSpan().LastIndexOf("dim-light"u8),
            "dataset.json" => bytes.AsSpan().IndexOf("\"goods\""u8) + 1,
            _ => bytes.Length - 20,
        };
        bytes[at] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.That(
            () => new CocoExporter().Export(DatasetReader.Open(scratch["a"]), scratch["coco"], CancellationToken.None),
            Throws.TypeOf<DatasetException>().With.Message.Contains(expected));
        Assert.That(Directory.EnumerateDirectories(scratch.Path).Select(Path.GetFileName), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void RejectedFramesAndUnlabelledObjectsAreLeftOut()
    {
        using var scratch = new ScratchFolder();
        using (DatasetWriter writer = DatasetWriter.Create(scratch["a"], TinyDataset.Plan(1)))
        {
            FrameContent first = TinyDataset.Frame(0, 0, "front"), second = TinyDataset.Frame(0, 0, "back");
            writer.Write(first with { Record = first.Record with { Rejected = "too dark" } });
            writer.Write(second with { Record = second.Record with { Objects = [second.Record.Objects[0] with { CategoryId = 0 }, .. second.Record.Objects.Skip(1)] } });
            writer.Finish();
        }

        long exported = new CocoExporter().Export(DatasetReader.Open(scratch["a"]), scratch["coco"], CancellationToken.None);

        Assert.That(exported, Is.EqualTo(1));
        JsonNode coco = JsonNode.Parse(File.ReadAllBytes(Path.Combine(scratch["coco"], "annotations/instances.json")))!;
        Assert.That(coco["images"]!.AsArray().Select(i => ((int)i!["id"]!, (string)i["file_name"]!)), Is.EqualTo(new[] { (2, "000000_0000_back.png") }));
        Assert.That(coco["annotations"]!.AsArray().Select(a => (int)a!["category_id"]!), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void AFolderWithSomethingInItIsRefused_AndACancelledExportLeavesNothing()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        DatasetReader dataset = DatasetReader.Open(scratch["a"]);

        Assert.That(() => new CocoExporter().Export(dataset, scratch["a"], CancellationToken.None), Throws.TypeOf<DatasetException>().With.Message.Contains("not empty"));
        Assert.That(() => new CocoExporter().Export(dataset, scratch["coco"], new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.EnumerateFileSystemEntries(scratch.Path).Count(), Is.EqualTo(1));
    }

    private static void CheckAnnotation(JsonNode annotation, int imageId, ObjectRecord item, SensorSim.Signals.PixelPlane instance)
    {
        ushort[] ids = [.. System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(instance.Bytes.Span)];
        JsonNode segmentation = annotation["segmentation"]!;
        RunLengthMask mask = RunLengthMask.Decode((int)segmentation["size"]![0]!, (int)segmentation["size"]![1]!, (string)segmentation["counts"]!);

        Assert.That(mask.ToPixels(), Is.EqualTo(ids.Select(id => (byte)(id == item.InstanceId ? 1 : 0))));
        Assert.That((int)annotation["image_id"]!, Is.EqualTo(imageId));
        Assert.That((int)annotation["category_id"]!, Is.EqualTo(item.CategoryId));
        Assert.That((int)annotation["iscrowd"]!, Is.Zero);
        Assert.That((long)annotation["area"]!, Is.EqualTo(item.VisiblePx));
        Assert.That(annotation["bbox"]!.AsArray().Select(v => (double)v!), Is.EqualTo(item.BboxTight));
    }
}
