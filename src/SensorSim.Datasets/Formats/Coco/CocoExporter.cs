using System.Text.Json;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Formats.Coco;

/// <summary>
/// COCO detection and instance segmentation: <c>annotations/instances.json</c> and <c>images/FRAME.png</c> (hard links
/// where possible). Boxes are the tight ones, masks compressed run lengths, image ids the line numbers of frames.jsonl,
/// annotation ids count from 1. Rejected frames and unlabelled objects (category 0) are left out. Frames are streamed:
/// the export takes the same memory for any dataset.
/// </summary>
public sealed class CocoExporter : IDatasetExporter
{
    /// <summary>The writer's buffer is put to disk when it holds this much.</summary>
    private const int FlushBytes = 1 << 20;

    public string Format => "coco";

    public void Export(DatasetReader dataset, string outputFolder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        using var staged = new StagedFolder(outputFolder);
        string annotations = Path.Combine(staged.Path, "annotations"), images = Path.Combine(staged.Path, "images");
        DatasetFolder.Create(annotations);
        DatasetFolder.Create(images);
        using (FileStream stream = File.Create(Path.Combine(annotations, "instances.json")))
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteInfo(json, dataset.Description);
            WriteImages(json, dataset, images, cancellation);
            WriteAnnotations(json, dataset, cancellation);
            WriteCategories(json, dataset.Description.Plan.Categories);
            json.WriteEndObject();
        }

        staged.Commit();
    }

    /// <summary>Frames with their COCO image id, which is the line in frames.jsonl.</summary>
    private static IEnumerable<(long Id, FrameRecord Record)> Accepted(DatasetReader dataset, CancellationToken cancellation)
    {
        long id = 0;
        foreach (FrameRecord record in dataset.Frames())
        {
            cancellation.ThrowIfCancellationRequested();
            id++;
            if (record.Rejected is null)
                yield return (id, record);
        }
    }

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

    private static void WriteImages(Utf8JsonWriter json, DatasetReader dataset, string folder, CancellationToken cancellation)
    {
        json.WriteStartArray("images");
        foreach ((long id, FrameRecord record) in Accepted(dataset, cancellation))
        {
            if (!record.Files.TryGetValue("rgb", out FileReference? rgb))
                throw new DatasetException(dataset.Root, $"the frame {record.Frame} has no rgb image; COCO needs one.");
            string name = $"{record.Frame}.png";
            CopyImage(dataset, rgb, Path.Combine(folder, name));
            json.WriteStartObject();
            json.WriteNumber("id", id);
            json.WriteNumber("width", record.Width);
            json.WriteNumber("height", record.Height);
            json.WriteString("file_name", name);
            json.WriteEndObject();
            FlushWhenFull(json);
        }

        json.WriteEndArray();
    }

    private static void CopyImage(DatasetReader dataset, FileReference file, string target)
    {
        if (file.Offset is null)
            HardLink.CreateOrCopy(DatasetLayout.Resolve(dataset.Root, file.Path), target);
        else
            AtomicFile.Write(target, dataset.ReadBytes(file));
    }

    private static void WriteAnnotations(Utf8JsonWriter json, DatasetReader dataset, CancellationToken cancellation)
    {
        long annotationId = 0;
        json.WriteStartArray("annotations");
        foreach ((long imageId, FrameRecord record) in Accepted(dataset, cancellation))
        {
            foreach (CocoAnnotation annotation in CocoAnnotation.Of(dataset, record))
            {
                annotation.Write(json, ++annotationId, imageId);
                FlushWhenFull(json);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteCategories(Utf8JsonWriter json, IReadOnlyList<DatasetCategory> categories)
    {
        json.WriteStartArray("categories");
        foreach (DatasetCategory category in categories)
        {
            json.WriteStartObject();
            json.WriteNumber("id", category.Id);
            json.WriteString("name", category.Name);
            json.WriteString("supercategory", category.Supercategory ?? "");
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
