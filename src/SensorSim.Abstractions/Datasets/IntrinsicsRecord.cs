namespace SensorSim.Datasets;

/// <summary>Intrinsics as written: OpenCV's pixel convention, lengths in pixels.</summary>
public sealed record IntrinsicsRecord(
    string Model, double Fx, double Fy, double Cx, double Cy, IReadOnlyDictionary<string, double> Distortion);
