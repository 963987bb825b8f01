namespace SensorSim.Datasets.Provenance;

/// <summary><see cref="GateRecord"/> as canonical JSON and back. Numbers have four decimals: hundredths of what any line is drawn by; verdicts are taken of what was measured.</summary>
public static class GateRecordJson
{
    // A record has some twenty of them for each object.
    private const int Decimals = 4;

    private static readonly JsonShape<EdgeAgreementRecord> s_edges = new JsonShape<EdgeAgreementRecord>()
        .Number("precision_1px", edges => Rounded(edges.Precision1))
        .Number("precision_2px", edges => Rounded(edges.Precision2))
        .Number("recall_1px", edges => Rounded(edges.Recall1))
        .Number("recall_2px", edges => Rounded(edges.Recall2));

    private static readonly JsonShape<GateFailureRecord> s_failure = new JsonShape<GateFailureRecord>()
        .Text("kind", failure => failure.Kind)
        .Integer("instance_id", failure => failure.InstanceId, isOptional: true)
        .Text("detail", failure => failure.Detail);

    private static readonly JsonShape<DetectionAgreementRecord> s_detections = new JsonShape<DetectionAgreementRecord>()
        .Number("precision_before", detections => detections.PrecisionBefore)
        .Number("recall_before", detections => detections.RecallBefore)
        .Number("precision_after", detections => detections.PrecisionAfter)
        .Number("recall_after", detections => detections.RecallAfter)
        .Number("precision_drop", detections => Rounded(detections.PrecisionDrop))
        .Number("recall_drop", detections => Rounded(detections.RecallDrop));

    private static readonly JsonShape<GateInstanceRecord> s_instance = new JsonShape<GateInstanceRecord>()
        .Integer("instance_id", one => one.InstanceId)
        .Integer("area_px", one => one.AreaPx)
        .Integer("outline_px", one => one.OutlinePx)
        .Number("contrast", one => Rounded(one.Contrast))
        .Number("width_px", one => Rounded(one.WidthPx))
        .Number("contrast_ratio", one => Rounded(one.ContrastRatio), isOptional: true)
        .Number("kept", one => Rounded(one.Kept), isOptional: true)
        .Number("agreement", one => Rounded(one.Agreement), isOptional: true)
        .Numbers("shift_px", one => Rounded(one.ShiftPx), isOptional: true)
        .Number("shift_gain", one => Rounded(one.ShiftGain), isOptional: true)
        .Number("shift_share", one => Rounded(one.ShiftShare), isOptional: true)
        .Numbers("color_change", one => Rounded(one.ColorChange))
        .Number("ssim", one => Rounded(one.Ssim), isOptional: true)
        .Number("flicker", one => Rounded(one.Flicker), isOptional: true)
        .Numbers("motion_error_px", one => Rounded(one.MotionErrorPx), isOptional: true)
        .Number("motion_gain", one => Rounded(one.MotionGain), isOptional: true);

    private static readonly JsonShape<GateRecord> s_gate = new JsonShape<GateRecord>()
        .Text("verdict", gate => gate.Verdict)
        .List("failures", gate => gate.Failures, s_failure.Write)
        .Integer("judged_objects", gate => gate.JudgedObjects)
        .Value("edges_before", gate => gate.EdgesBefore, s_edges.Write)
        .Value("edges_after", gate => gate.EdgesAfter, s_edges.Write)
        .Numbers("shift_px", gate => Rounded(gate.ShiftPx))
        .Number("shift_gain", gate => Rounded(gate.ShiftGain))
        .Number("contrast_ratio", gate => Rounded(gate.ContrastRatio))
        .Integer("inserted_px", gate => gate.InsertedPx)
        .Number("inserted_excess", gate => Rounded(gate.InsertedExcess))
        .Number("inserted_contrast", gate => Rounded(gate.InsertedContrast))
        .Numbers("inserted_box", gate => gate.InsertedBox?.Select(number => (double)number).ToArray(), isOptional: true)
        .Number("ssim", gate => Rounded(gate.Ssim))
        .Number("flicker", gate => Rounded(gate.Flicker), isOptional: true)
        .Value("detections", gate => Rounded(gate.Detections), s_detections.Write, isOptional: true)
        .List("instances", gate => gate.Instances, s_instance.Write);

    // And no negative zero.
    private static double? Rounded(double? number) => number is { } some ? Math.Round(some, Decimals) + 0.0 : null;

    private static double[]? Rounded(IReadOnlyList<double>? numbers) => numbers?.Select(number => Math.Round(number, Decimals) + 0.0).ToArray();

    // What dropped is told of the numbers beside it.
    private static DetectionAgreementRecord? Rounded(DetectionAgreementRecord? found) => found is null
        ? null
        : new(Rounded(found.PrecisionBefore)!.Value, Rounded(found.RecallBefore)!.Value, Rounded(found.PrecisionAfter)!.Value, Rounded(found.RecallAfter)!.Value);

    /// <summary>One line of canonical JSON without its end.</summary>
    public static byte[] Serialize(GateRecord gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        var json = new CanonicalJsonWriter();
        Write(json, gate);
        return json.Written.ToArray();
    }

    /// <exception cref="FormatException">Not JSON, or a key is missing or wrong: the message has its JSON path.</exception>
    public static GateRecord Parse(ReadOnlyMemory<byte> utf8) => StrictJson.Read(utf8, Read);

    internal static void Write(CanonicalJsonWriter json, GateRecord gate) => s_gate.Write(json, gate);

    internal static GateRecord Read(JsonFields gate)
    {
        var record = new GateRecord(Edges(gate.Object("edges_before")), Edges(gate.Object("edges_after")), gate.List("instances", (json, path) => Instance(new(json, path))), gate.List("failures", (json, path) => Failure(new(json, path))))
        {
            ShiftPx = gate.Numbers("shift_px", 2),
            ShiftGain = gate.Number("shift_gain"),
            ContrastRatio = gate.Number("contrast_ratio"),
            JudgedObjects = gate.Count("judged_objects"),
            InsertedPx = gate.Count("inserted_px"),
            InsertedExcess = gate.Number("inserted_excess"),
            InsertedContrast = gate.Number("inserted_contrast"),
            InsertedBox = gate.OptionalNumbers("inserted_box", 4)?.Select(number => (int)number).ToArray(),
            Ssim = gate.Number("ssim"),
            Flicker = gate.OptionalNumber("flicker"),
            Detections = gate.OptionalObject("detections") is { } found ? new(found.Number("precision_before"), found.Number("recall_before"), found.Number("precision_after"), found.Number("recall_after")) : null,
        };
        return gate.OneOf("verdict", GateRecord.Pass, GateRecord.Fail) == record.Verdict ? record : throw gate.Wrong("verdict", $"\"{record.Verdict}\", as there are {record.Failures.Count} failures");
    }

    private static EdgeAgreementRecord Edges(JsonFields edges) => new(edges.Number("precision_1px"), edges.Number("precision_2px"), edges.Number("recall_1px"), edges.Number("recall_2px"));

    private static GateFailureRecord Failure(JsonFields failure) => new(failure.OneOf("kind", [.. GateFailureRecord.Kinds]), (int?)failure.OptionalInteger("instance_id"), failure.Text("detail"));

    private static GateInstanceRecord Instance(JsonFields one) => new(one.Count("instance_id", 0, ushort.MaxValue), one.Count("area_px"), one.Count("outline_px"), one.Number("contrast"))
    {
        WidthPx = one.Number("width_px"),
        ContrastRatio = one.OptionalNumber("contrast_ratio"),
        Kept = one.OptionalNumber("kept"),
        Agreement = one.OptionalNumber("agreement"),
        ShiftPx = one.OptionalNumbers("shift_px", 2),
        ShiftGain = one.OptionalNumber("shift_gain"),
        ShiftShare = one.OptionalNumber("shift_share"),
        ColorChange = one.Numbers("color_change", 3),
        Ssim = one.OptionalNumber("ssim"),
        Flicker = one.OptionalNumber("flicker"),
        MotionErrorPx = one.OptionalNumbers("motion_error_px", 2),
        MotionGain = one.OptionalNumber("motion_gain"),
    };
}
