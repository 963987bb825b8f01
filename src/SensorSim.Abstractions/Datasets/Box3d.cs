namespace SensorSim.Datasets;

/// <summary>An object's own-axes box in the camera frame.</summary>
/// <param name="CenterM">Three numbers, metres.</param>
/// <param name="SizeM">Three numbers, metres.</param>
/// <param name="Rotation">Row-major 3x3, box axes to camera frame.</param>
public sealed record Box3d(IReadOnlyList<double> CenterM, IReadOnlyList<double> SizeM, IReadOnlyList<double> Rotation);
