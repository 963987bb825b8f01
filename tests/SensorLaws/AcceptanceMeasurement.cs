namespace SensorSim.Tests.Sensors;

/// <summary>What a test measured for a row of the acceptance matrix.</summary>
/// <param name="Id">Of the <see cref="AcceptanceLaw"/>.</param>
/// <param name="Place">CPU reference or GPU.</param>
/// <param name="What">Of what, in words.</param>
/// <param name="Measured">The number.</param>
/// <param name="Expected">What it should be, or the limit.</param>
/// <param name="Tolerance">How far it may lie off; null for a limit.</param>
/// <param name="Relation">"±", "&gt;" or "&lt;".</param>
/// <param name="Samples">How many samples it comes from.</param>
/// <param name="Holds">Whether it does.</param>
public sealed record AcceptanceMeasurement(
    string Id, string Place, string What, double Measured, double Expected, double? Tolerance, string Relation, string Samples, bool Holds)
{
    /// <summary>Share of the tolerance that is used up; the largest of a law is the one to look at.</summary>
    public double Strain => Tolerance switch
    {
        null => Holds ? 0 : 1,
        0 => Holds ? 0 : double.PositiveInfinity,
        { } tolerance => Math.Abs(Measured - Expected) / tolerance,
    };
}
