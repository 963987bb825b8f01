using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>
/// The whole shape of every instance, hidden parts included. Visible pixels always belong to it: the two rasterisations may round an edge pixel
/// differently. The record's visibility is their share of it.
/// </summary>
/// <param name="instancePlane">One channel of 16 bits.</param>
/// <param name="inside">Id → pixels in the image; of an instance that is missing, they are the visible ones.</param>
/// <param name="outside">Id → pixels around the image; an instance that is missing has none.</param>
public sealed class AmodalMasks(PixelPlane instancePlane, IReadOnlyDictionary<int, SoloMask> inside, IReadOnlyDictionary<int, SoloMask> outside)
{
    private readonly ushort[] _scratch = new ushort[instancePlane.Width * instancePlane.Height];

    /// <summary>The record with its amodal mask and box.</summary>
    /// <param name="record">An instance.</param>
    /// <param name="visible">Its visible pixels.</param>
    public ObjectRecord Describe(ObjectRecord record, IdExtent visible)
    {
        ArgumentNullException.ThrowIfNull(record);
        IdExtent whole = visible, around = outside.TryGetValue(record.InstanceId, out SoloMask beyond) ? beyond.Extent : default;
        if (inside.TryGetValue(record.InstanceId, out SoloMask solo))
            whole = IdExtent.Around(visible, solo.Extent);
        RunLengthMask? mask = whole.Pixels == 0 ? null : MaskOf((ushort)record.InstanceId, visible, whole, solo);
        return record with
        {
            Visibility = ObjectLabels.Visibility(visible.Pixels, (int)(mask?.Area ?? 0)),
            Amodal = mask is null ? null : RecordOf(mask),
            BboxAmodal = IdExtent.Around(whole, around).Box,
        };
    }

    private static MaskRecord RecordOf(RunLengthMask mask) => new([mask.Height, mask.Width], mask.Encode());

    private RunLengthMask MaskOf(ushort id, in IdExtent visible, in IdExtent whole, in SoloMask solo)
    {
        (int width, int height) = (instancePlane.Width, instancePlane.Height);
        ReadOnlySpan<ushort> ids = MemoryMarshal.Cast<byte, ushort>(instancePlane.Bytes.Span);
        if (solo.Bits.IsEmpty)
            return RunLengthMask.OfId(ids, width, height, id, visible);
        for (int y = whole.MinRow; y <= whole.MaxRow; y++)
        {
            for (int x = whole.MinColumn; x <= whole.MaxColumn; x++)
                _scratch[(y * width) + x] = ids[(y * width) + x] == id || Covers(solo, x - solo.X, y - solo.Y) ? (ushort)1 : (ushort)0;
        }

        return RunLengthMask.OfId(_scratch, width, height, 1, whole);
    }

    private static bool Covers(in SoloMask solo, int x, int y) => x >= 0 && x < solo.Width && y >= 0 && y < solo.Height && solo.Covers((y * solo.Width) + x);
}
