using System.Runtime.InteropServices;
using SensorSim.Datasets.Labels;
using SensorSim.Signals;

namespace SensorSim.Datasets.Provenance;

/// <summary>What must hold between an object's visible pixels, its amodal mask and its amodal box.</summary>
internal sealed class AmodalInvariants(FrameRecord record, Action<ObjectRecord, string> report)
{
    public void Check(in PixelPlane instance, TightBoxes boxes)
    {
        foreach (ObjectRecord item in record.Objects.Where(item => item.Amodal is not null || item.BboxAmodal is not null))
        {
            if (Problem(item, instance, boxes[item.InstanceId]) is { } problem)
                report(item, problem);
        }
    }

    private string? Problem(ObjectRecord item, in PixelPlane instance, IdExtent visible)
    {
        if (item.BboxAmodal is not { } box)
            return "there is an amodal mask without an amodal box.";
        if (item.Amodal is null)
            return visible.Pixels > 0 ? "the object is visible and has no amodal mask." : null;
        if (!item.Amodal.Size.SequenceEqual([record.Height, record.Width]))
            return $"the amodal mask is {item.Amodal.Size[1]}x{item.Amodal.Size[0]}, the image {record.Width}x{record.Height}.";
        try
        {
            RunLengthMask mask = RunLengthMask.Decode(record.Height, record.Width, item.Amodal.Counts);
            var seen = RunLengthMask.OfId(MemoryMarshal.Cast<byte, ushort>(instance.Bytes.Span), instance.Width, instance.Height, (ushort)item.InstanceId, visible);
            return !mask.Contains(seen) ? "visible pixels lie outside the amodal mask."
                : !IsInside(mask.Box(), box) ? $"the amodal mask reaches beyond the amodal box [{string.Join(", ", box)}]."
                : null;
        }
        catch (FormatException e)
        {
            return $"the amodal mask cannot be read: {e.Message}";
        }
    }

    private static bool IsInside(double[] inner, IReadOnlyList<double> outer) =>
        inner[0] >= outer[0] && inner[1] >= outer[1] && inner[0] + inner[2] <= outer[0] + outer[2] && inner[1] + inner[3] <= outer[1] + outer[3];
}
