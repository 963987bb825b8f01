namespace SensorSim.Plugins.StyleColor;

public sealed record ColorParameters
{
    [Parameter("How colours are carried over")]
    public ColorMethod Method { get; init; } = ColorMethod.Mkl;

    [Parameter("Share of the change that is made: 0 leaves the picture as it is, 1 goes all the way", Min = 0, Max = 1)]
    public double Strength { get; init; } = 1;

    [Parameter("Turned sets of axes of sliced_transport", Min = 1, Max = 200)]
    public int Rounds { get; init; } = 24;
}
