using System.Runtime.InteropServices;
using SensorSim.Datasets.Labels;
using SensorSim.Datasets.Storage;
using SensorSim.Signals;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// What must hold between a frame's images and its object entries. Each rule is checked where its images exist, and
/// a broken one is told once for each image or object.
/// </summary>
internal sealed class LabelInvariants(FrameRecord record, long line, IReadOnlyDictionary<string, PixelPlane> images, FindingList findings)
{
    public void Check()
    {
        CheckSizes();
        CheckShares();
        CheckKeypoints();
        if (Image("instance") is not { } instance)
            return;

        var boxes = TightBoxes.Of(instance);
        CheckObjects(boxes);
        new AmodalInvariants(record, ReportObject).Check(instance, boxes);
        ReadOnlySpan<ushort> ids = MemoryMarshal.Cast<byte, ushort>(instance.Bytes.Span);
        CheckSemantic(ids);
        CheckDepth(ids);
        CheckPoints(ids);
    }

    private void CheckSizes()
    {
        foreach ((string output, PixelPlane image) in images)
        {
            if (output is not ("points" or "steps") && (image.Width != record.Width || image.Height != record.Height))
                Report(output, $"is {image.Width}x{image.Height}, expected {record.Width}x{record.Height}.");
        }
    }

    private void CheckShares()
    {
        foreach (ObjectRecord item in record.Objects)
        {
            if (item.Visibility is not (>= 0 and <= 1) || item.Truncation is not (>= 0 and <= 1))
                ReportObject(item, $"visibility {item.Visibility} and truncation {item.Truncation} should be shares from 0 to 1.");
            if (item.VisiblePx == 0 && (item.BboxTight is not null || item.BboxLoose is not null || item.Box3d is not null || item.Visibility != 0))
                ReportObject(item, "an object without a visible pixel should have null boxes and visibility 0.");
        }
    }

    private void CheckKeypoints()
    {
        foreach (ObjectRecord item in record.Objects)
        {
            foreach (KeypointRecord point in item.Keypoints ?? [])
            {
                bool isInside = point.Pixel is { } p && p[0] >= -0.5 && p[1] >= -0.5 && p[0] < record.Width - 0.5 && p[1] < record.Height - 0.5;
                if (isInside != (point.Visibility != KeypointRecord.Outside))
                    ReportObject(item, $"the keypoint '{point.Name}' has visibility {point.Visibility} and is {(isInside ? "inside" : "outside")} the image.");
            }
        }
    }

    private void CheckObjects(TightBoxes boxes)
    {
        var listed = new HashSet<int>();
        foreach (ObjectRecord item in record.Objects)
        {
            if (!listed.Add(item.InstanceId))
                ReportObject(item, "the id is listed twice.");
            IdExtent extent = boxes[item.InstanceId];
            if (extent.Pixels != item.VisiblePx)
                ReportObject(item, $"the instance image has {extent.Pixels} pixels, the record says {item.VisiblePx}.");
            if (item.TouchesBorder is { } borders && !borders.SequenceEqual(extent.Touches(record.Width, record.Height), StringComparer.Ordinal))
                ReportObject(item, $"its pixels touch [{string.Join(", ", extent.Touches(record.Width, record.Height))}], the record says [{string.Join(", ", borders)}].");
            if (!(extent.Box ?? []).AsSpan().SequenceEqual([.. item.BboxTight ?? []]))
                ReportObject(item, $"the tight box of the instance image is [{string.Join(", ", extent.Box ?? [])}], the record says [{string.Join(", ", item.BboxTight ?? [])}].");
        }

        foreach (int id in boxes.VisibleIds.Where(id => !listed.Contains(id)))
            Report("instance", $"carries id {id}, which the record does not list.");
    }

    private void CheckSemantic(ReadOnlySpan<ushort> ids)
    {
        if (Image("semantic") is not { } semantic)
            return;
        var categories = record.Objects.GroupBy(o => o.InstanceId).ToDictionary(g => g.Key, g => g.First().CategoryId);
        categories[0] = 0;
        bool narrow = semantic.SampleType == SampleType.UInt8;
        ReadOnlySpan<byte> bytes = semantic.Bytes.Span;
        ReadOnlySpan<ushort> words = narrow ? default : MemoryMarshal.Cast<byte, ushort>(bytes);
        int last = 0, expected = 0;
        for (int i = 0; i < ids.Length; i++)
        {
            int found = narrow ? bytes[i] : words[i];
            if (ids[i] != last)
                (last, expected) = (ids[i], categories.GetValueOrDefault(ids[i], found));
            if (found != expected)
            {
                Report("semantic", $"category {found} at pixel {Pixel(i)}, where instance {ids[i]} has category {expected}.");
                return;
            }
        }
    }

    private void CheckDepth(ReadOnlySpan<ushort> ids)
    {
        if (Image("depth") is not { } depth)
            return;
        bool coded = depth.SampleType == SampleType.UInt16;
        ReadOnlySpan<ushort> codes = coded ? MemoryMarshal.Cast<byte, ushort>(depth.Bytes.Span) : default;
        ReadOnlySpan<float> metres = coded ? default : MemoryMarshal.Cast<byte, float>(depth.Bytes.Span);
        for (int i = 0; i < ids.Length; i++)
        {
            bool hit = coded ? codes[i] != DepthScale.NothingHit : metres[i] > 0 && float.IsFinite(metres[i]);
            if (hit != (ids[i] != 0))
            {
                Report("depth", $"pixel {Pixel(i)} {(hit ? "has a depth" : "has none")}, but the instance image has id {ids[i]} there.");
                return;
            }
        }
    }

    private void CheckPoints(ReadOnlySpan<ushort> ids)
    {
        int surfaces = ids.Length - ids.Count((ushort)0);
        if (images.TryGetValue("points", out PixelPlane points) && points.Width != surfaces)
            Report("points", $"has {points.Width} points, but {surfaces} pixels of the instance image show a surface.");
    }

    /// <summary>An image that has the record's size and is what its output is, or null.</summary>
    private PixelPlane? Image(string output)
    {
        if (!images.TryGetValue(output, out PixelPlane image) || image.Width != record.Width || image.Height != record.Height)
            return null;
        if (OutputShape.Problem(output, image) is not { } problem)
            return image;
        Report(output, problem);
        return null;
    }

    private string Pixel(int index) => $"({index % record.Width}, {index / record.Width})";

    private void Report(string output, string message) => findings.Add(record.Files[output].Path, message);

    private void ReportObject(ObjectRecord item, string message) =>
        findings.Add(DatasetLayout.Frames, line, $"frame {record.Frame}, object {item.InstanceId} ('{item.Name}'): {message}");
}
