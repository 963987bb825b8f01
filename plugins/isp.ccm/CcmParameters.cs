namespace SensorSim.Plugins.IspCcm;

/// <summary>
/// What each colour takes from the other two. Rows of the matrix sum to 1, so that grey stays grey: what is on its diagonal follows. Of a published matrix
/// with such rows, these are the six numbers beside the diagonal. The defaults are no correction.
/// </summary>
public sealed record CcmParameters
{
    [Parameter("Second number of the first row: green's part in red", Min = -10, Max = 10)]
    public double RedFromGreen { get; init; }

    [Parameter("Third number of the first row: blue's part in red", Min = -10, Max = 10)]
    public double RedFromBlue { get; init; }

    [Parameter("First number of the second row: red's part in green", Min = -10, Max = 10)]
    public double GreenFromRed { get; init; }

    [Parameter("Third number of the second row: blue's part in green", Min = -10, Max = 10)]
    public double GreenFromBlue { get; init; }

    [Parameter("First number of the third row: red's part in blue", Min = -10, Max = 10)]
    public double BlueFromRed { get; init; }

    [Parameter("Second number of the third row: green's part in blue", Min = -10, Max = 10)]
    public double BlueFromGreen { get; init; }
}
