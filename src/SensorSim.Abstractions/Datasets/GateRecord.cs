namespace SensorSim.Datasets;

/// <summary>What the label gate measured of one restyled frame, and what it says.</summary>
/// <param name="EdgesBefore">Agreement of the picture with its labels before.</param>
/// <param name="EdgesAfter">And after.</param>
/// <param name="Instances">Every object with a pixel, by id.</param>
/// <param name="Failures">Empty where the frame passes.</param>
public sealed record GateRecord(EdgeAgreementRecord EdgesBefore, EdgeAgreementRecord EdgesAfter, IReadOnlyList<GateInstanceRecord> Instances, IReadOnlyList<GateFailureRecord> Failures)
{
    public const string Pass = "pass";

    public const string Fail = "fail";

    /// <summary>"pass" or "fail".</summary>
    public string Verdict => Failures.Count == 0 ? Pass : Fail;

    /// <summary>Objects that stood out enough to be judged by their outline; where there are none, a frame passes without being held to anything but what is new in it.</summary>
    public int JudgedObjects { get; init; }

    /// <summary>How far all outlines together are from where they should be, pixels right and down.</summary>
    public required IReadOnlyList<double> ShiftPx { get; init; }

    /// <summary>How much more alike the edges are there, as a correlation from -1 to 1.</summary>
    public required double ShiftGain { get; init; }

    /// <summary>Median contrast after / before over all outlines that stood out.</summary>
    public required double ContrastRatio { get; init; }

    /// <summary>Area of the largest connected place that neither labels nor recolouring explain, pixels.</summary>
    public required int InsertedPx { get; init; }

    /// <summary>The same, each pixel counted as often as its difference is of what is tolerated there, at most four times.</summary>
    public required double InsertedExcess { get; init; }

    /// <summary>Its mean difference, 0 to 1 of the encoded range.</summary>
    public required double InsertedContrast { get; init; }

    /// <summary>Its box: first column, first row, columns, rows; null where there is none.</summary>
    public IReadOnlyList<int>? InsertedBox { get; init; }

    /// <summary>Mean structural similarity of gradients.</summary>
    public required double Ssim { get; init; }

    /// <summary>The worst object's flicker; null without a frame before.</summary>
    public double? Flicker { get; init; }

    /// <summary>Where a detector looked at both pictures.</summary>
    public DetectionAgreementRecord? Detections { get; init; }
}
