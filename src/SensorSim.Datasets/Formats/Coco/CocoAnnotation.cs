using System.Runtime.InteropServices;
using System.Text.Json;
using SensorSim.Datasets.Labels;
using SensorSim.Datasets.Storage;
using SensorSim.Signals;

namespace SensorSim.Datasets.Formats.Coco;

/// <summary>One object of one image.</summary>
/// <param name="CategoryId">As in the dataset.</param>
/// <param name="Box">[x, y, width, height], pixels from 0.</param>
/// <param name="Mask">The object's visible pixels.</param>
/// <param name="Object">What the record says of it.</param>
internal sealed record CocoAnnotation(int CategoryId, IReadOnlyList<double> Box, RunLengthMask Mask, ObjectRecord Object)
{
    /// <summary>The labelled, visible objects of a frame.</summary>
    public static IEnumerable<CocoAnnotation> Of(DatasetReader dataset, FrameRecord record)
    {
        ObjectRecord[] visible = [.. record.Objects.Where(o => o.VisiblePx > 0 && o.CategoryId > 0 && o.BboxTight is not null)];
        if (visible.Length == 0)
            return [];
        if (!record.Files.TryGetValue("instance", out FileReference? file))
            throw new DatasetException(dataset.Root, $"the frame {record.Frame} has no instance image; COCO needs one for its masks.");
        PixelPlane plane = dataset.ReadImage(file);
        if (plane.SampleType != SampleType.UInt16 || plane.Channels != 1 || plane.Width != record.Width || plane.Height != record.Height)
            throw new DatasetException(DatasetLayout.Resolve(dataset.Root, file.Path), $"is not a 16-bit image of {record.Width}x{record.Height}.");
        var extents = TightBoxes.Of(plane);
        return visible.Select(o => new CocoAnnotation(o.CategoryId, o.BboxTight!, MaskOf(plane, o.InstanceId, extents[o.InstanceId]), o));
    }

    /// <param name="json">Where to.</param>
    /// <param name="id">Of the annotation.</param>
    /// <param name="imageId">Of its image.</param>
    /// <param name="keypoints">The keypoints of its category; null leaves them out.</param>
    public void Write(Utf8JsonWriter json, long id, long imageId, CocoKeypoints? keypoints)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteNumber("image_id", imageId);
        json.WriteNumber("category_id", CategoryId);
        WriteMask(json, "segmentation", Mask.Height, Mask.Width, Mask.Encode());
        json.WriteNumber("area", Mask.Area);
        WriteNumbers(json, "bbox", Box);
        json.WriteNumber("iscrowd", 0);
        keypoints?.WritePoints(json, Object);
        if (Object is { Amodal: { } amodal, BboxAmodal: { } box })
        {
            WriteMask(json, "amodal_segmentation", (int)amodal.Size[0], (int)amodal.Size[1], amodal.Counts);
            WriteNumbers(json, "amodal_bbox", box);
        }

        json.WriteEndObject();
    }

    private static void WriteMask(Utf8JsonWriter json, string key, int height, int width, string counts)
    {
        json.WriteStartObject(key);
        WriteNumbers(json, "size", [height, width]);
        json.WriteString("counts", counts);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string key, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray(key);
        foreach (double number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static RunLengthMask MaskOf(in PixelPlane plane, int id, IdExtent extent) => RunLengthMask.OfId(
        MemoryMarshal.Cast<byte, ushort>(plane.Bytes.Span), plane.Width, plane.Height, (ushort)id, extent);
}
