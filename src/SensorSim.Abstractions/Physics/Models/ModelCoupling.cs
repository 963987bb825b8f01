namespace SensorSim.Physics;

/// <summary>A joint whose position is a polynomial of another one's: both count from their <see cref="ModelJoint.Zero"/>.</summary>
/// <param name="Joint">Place of the joint that follows.</param>
/// <param name="Of">Place of the joint that leads; null: the position is constant.</param>
/// <param name="Coefficients">From the constant on.</param>
public sealed record ModelCoupling(int Joint, int? Of, IReadOnlyList<double> Coefficients);
