using System.Text.Json;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Formats.Coco;

/// <summary>
/// COCO detection and instance segmentation: <c>annotations/instances.json</c> and <c>images/FRAME.png</c> (hard links
/// where possible). Boxes are the tight ones, masks compressed run lengths, image ids the line numbers of frames.jsonl,
/// annotation ids count from 1. Amodal masks and boxes are further keys of
/// an annotation; keypoints are in a file of their own, <c>annotations/keypoints.json</c>, with the categories that have some. Rejected frames and unlabelled objects (category 0) are left out. Frames are streamed:
/// the export takes the same memory for any dataset. What is read is checked against the records, and those against the Merkle root.
/// </summary>
public sealed class CocoExporter : IDatasetExporter
{
    /// <summary>The writer's buffer is put to disk when it holds this much.</summary>
    private const int FlushBytes = 1 << 20;

    /// <summary>Frames whose images are read at the same time.</summary>
    private const int BatchFrames = 64;

    public string Format => "coco";

    public long Export(DatasetReader dataset, string outputFolder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        using var staged = new StagedFolder(outputFolder);
        WrittenRecords.Require(dataset);
        string annotations = Path.Combine(staged.Path, "annotations"), images = Path.Combine(staged.Path, "images");
        DatasetFolder.Create(annotations);
        DatasetFolder.Create(images);
        long exported = 0;
        foreach (FrameLine[] batch in Accepted(dataset))
        {
            FrameBatch.ForEach(batch, line => CopyImage(dataset, line.Record, Path.Combine(images, NameOf(line.Record))), cancellation);
            exported += batch.Length;
        }

        Write(dataset, Path.Combine(annotations, "instances.json"), keypoints: null, cancellation);
        if (CocoKeypoints.Of(dataset.Description.Plan) is { Count: > 0 } keypoints)
            Write(dataset, Path.Combine(annotations, "keypoints.json"), keypoints, cancellation);
        staged.Commit();
        return exported;
    }

    /// <param name="dataset">What is exported.</param>
    /// <param name="path">The file.</param>
    /// <param name="keypoints">By category: the file has those categories and their keypoints; null is all categories without them.</param>
    /// <param name="cancellation">Ends the export.</param>
    private static void Write(DatasetReader dataset, string path, IReadOnlyDictionary<int, CocoKeypoints>? keypoints, CancellationToken cancellation)
    {
        using FileStream stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        WriteInfo(json, dataset.Description);
        WriteImages(json, dataset);
        WriteAnnotations(json, dataset, keypoints, cancellation);
        WriteCategories(json, dataset.Description.Plan.Categories, keypoints);
        json.WriteEndObject();
    }

    /// <summary>Frames by the batch; their COCO image id is the line in frames.jsonl.</summary>
    private static IEnumerable<FrameLine[]> Accepted(DatasetReader dataset) => dataset.FrameLines().Where(line => line.Record.Rejected is null).Chunk(BatchFrames);

    private static void WriteInfo(Utf8JsonWriter json, DatasetDescription description)
    {
        DatasetPlan plan = description.Plan;
        json.WriteStartObject("info");
        json.WriteString("description", $"Synthetic images of the scenario {plan.Scenario.Id} {plan.Scenario.Version}, rendered by SensorSim {plan.Tool.Version}");
        json.WriteString("version", plan.Scenario.Version);
        json.WriteString("merkle_root", description.MerkleRoot);
        json.WriteEndObject();
        json.WriteStartArray("licenses"); // the licence of the images follows from the scene's assets, which this program does not know
        json.WriteEndArray();
    }

    private static void WriteImages(Utf8JsonWriter json, DatasetReader dataset)
    {
        json.WriteStartArray("images");
        foreach (FrameLine[] batch in Accepted(dataset))
        {
            foreach (FrameLine line in batch)
                WriteImage(json, line);
            FlushWhenFull(json);
        }

        json.WriteEndArray();
    }

    private static void WriteImage(Utf8JsonWriter json, FrameLine line)
    {
        json.WriteStartObject();
        json.WriteNumber("id", line.Number);
        json.WriteNumber("width", line.Record.Width);
        json.WriteNumber("height", line.Record.Height);
        json.WriteString("file_name", NameOf(line.Record));
        json.WriteEndObject();
    }

    private static string NameOf(FrameRecord record) => $"{record.Frame}.png";

    private static void CopyImage(DatasetReader dataset, FrameRecord record, string target)
    {
        if (!record.Files.TryGetValue("rgb", out FileReference? file))
            throw new DatasetException(dataset.Root, $"the frame {record.Frame} has no rgb image; COCO needs one.");
        if (file.Offset is not null)
        {
            AtomicFile.Write(target, dataset.ReadCheckedBytes(file));
            return;
        }

        dataset.RequireIntact(file);
        HardLink.CreateOrCopy(DatasetLayout.Resolve(dataset.Root, file.Path), target);
    }

    private static void WriteAnnotations(
        Utf8JsonWriter json, DatasetReader dataset, IReadOnlyDictionary<int, CocoKeypoints>? keypoints, CancellationToken cancellation)
    {
        long annotationId = 0;
        json.WriteStartArray("annotations");
        foreach (FrameLine[] batch in Accepted(dataset))
        {
            var annotations = new CocoAnnotation[batch.Length][];
            FrameBatch.ForEach([.. Enumerable.Range(0, batch.Length)], i => annotations[i] = [.. CocoAnnotation.Of(dataset, batch[i].Record)], cancellation);
            for (int i = 0; i < batch.Length; i++)
            {
                foreach (CocoAnnotation annotation in annotations[i].Where(annotation => keypoints?.ContainsKey(annotation.CategoryId) ?? true))
                    annotation.Write(json, ++annotationId, batch[i].Number, keypoints?[annotation.CategoryId]);
                FlushWhenFull(json);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteCategories(Utf8JsonWriter json, IReadOnlyList<DatasetCategory> categories, IReadOnlyDictionary<int, CocoKeypoints>? keypoints)
    {
        json.WriteStartArray("categories");
        foreach (DatasetCategory category in categories.Where(category => keypoints?.ContainsKey(category.Id) ?? true))
        {
            json.WriteStartObject();
            json.WriteNumber("id", category.Id);
            json.WriteString("name", category.Name);
            json.WriteString("supercategory", category.Supercategory ?? "");
            keypoints?[category.Id].WriteCategory(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void FlushWhenFull(Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushBytes)
            json.Flush();
    }
}
