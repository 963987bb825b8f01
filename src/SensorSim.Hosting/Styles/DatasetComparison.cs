using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;
using SensorSim.Datasets.Storage;
using SensorSim.Signals;

namespace SensorSim.Hosting.Styles;

/// <summary>Two datasets with the same labels and different pictures, frame by frame.</summary>
public sealed class DatasetComparison
{
    private readonly DatasetReader _before;
    private readonly DatasetReader _after;
    private readonly LabelGate _gate;

    /// <param name="before">The pictures that the labels were made with.</param>
    /// <param name="after">The pictures to hold to them.</param>
    /// <param name="gate">Judges.</param>
    public DatasetComparison(DatasetReader before, DatasetReader after, LabelGate gate) => (_before, _after, _gate) = (before, after, gate);

    /// <summary>The frames of both, in the order of the first.</summary>
    /// <param name="names">Only these; none is all.</param>
    /// <exception cref="RequestException">A frame is not in both, or their labels differ: these pictures do not belong together.</exception>
    public IEnumerable<FrameComparison> Frames(IReadOnlyCollection<string> names)
    {
        HashSet<string> wanted = new(names, StringComparer.Ordinal);
        Dictionary<string, FrameRecord> after = _after.Frames().Where(frame => wanted.Count == 0 || wanted.Contains(frame.Frame)).ToDictionary(frame => frame.Frame, StringComparer.Ordinal);
        FrameRecord[] before = [.. _before.Frames().Where(frame => wanted.Count == 0 || wanted.Contains(frame.Frame))];
        string[] missing = [.. wanted.Except(before.Select(frame => frame.Frame), StringComparer.Ordinal).Concat(before.Select(frame => frame.Frame).Except(after.Keys, StringComparer.Ordinal))];
        if (missing.Length > 0)
        {
            throw new RequestException([$"{missing[0]}{(missing.Length > 1 ? FormattableString.Invariant($" and {missing.Length - 1} more are") : " is")} not in both {_before.Root} and {_after.Root}."]);
        }

        return Judged(before, after);
    }

    /// <summary>Before and after with outlines of the labels, and where the gate disagrees: three pictures side by side.</summary>
    public PixelPlane Row(FrameComparison frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        StyledFrame pictures = PicturesOf(frame.Before, frame.After);
        return Mosaic.Row([InstanceOutlines.On(pictures.Before, pictures.Instance), InstanceOutlines.On(pictures.After, pictures.Instance), GateHeatMap.Of(pictures, _gate.Thresholds)]);
    }

    private IEnumerable<FrameComparison> Judged(FrameRecord[] before, Dictionary<string, FrameRecord> after)
    {
        var earlier = new Dictionary<string, StyledFrame>(StringComparer.Ordinal);
        foreach (FrameRecord record in before)
        {
            FrameRecord other = after[record.Frame];
            StyledFrame pictures = PicturesOf(record, other);
            string camera = FormattableString.Invariant($"{record.Sample}/{record.Camera}");
            StyledFrame? previous = earlier.GetValueOrDefault(camera);
            earlier[camera] = pictures;
            yield return new(record, other, new PreservationGate(_gate.Thresholds).Judge(pictures, previous));
        }
    }

    private StyledFrame PicturesOf(FrameRecord before, FrameRecord after)
    {
        foreach (string output in (string[])["rgb", LabelGate.RequiredLabel])
        {
            if (!before.Files.ContainsKey(output) || !after.Files.ContainsKey(output))
            {
                throw new RequestException([$"{before.Frame} has no {output} in {(before.Files.ContainsKey(output) ? _after.Root : _before.Root)}; a comparison needs the pictures and the label {LabelGate.RequiredLabel}."]);
            }
        }

        if (RawPictures.Are(before))
        {
            throw new RequestException([$"{before.Frame}: the camera {before.Camera} wrote raw numbers, which cannot be held to labels as they are; records have what the gate measured of its light when it was restyled."]);
        }

        if (before.Files[LabelGate.RequiredLabel].PixelsSha256 != after.Files[LabelGate.RequiredLabel].PixelsSha256)
        {
            throw new RequestException([$"{before.Frame} has other labels in {_after.Root} than in {_before.Root}: these are different scenes, not one before and after."]);
        }

        return LabelGate.FrameOf(_before, before, EightBits(_before.ReadOutput(before, "rgb")), EightBits(_after.ReadOutput(after, "rgb")));
    }

    private static PixelPlane EightBits(in PixelPlane picture) => picture.SampleType == SampleType.UInt8 ? picture : Pictures.ToPlane(Pictures.ToStyle(picture), SampleType.UInt8);
}
