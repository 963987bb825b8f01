namespace SensorSim.Hosting.Characterization;

/// <summary>Frames that a camera cannot be calibrated with; the message names the file and says what to do.</summary>
public sealed class CalibrationException : Exception
{
    public CalibrationException()
    {
    }

    public CalibrationException(string message)
        : base(message)
    {
    }

    public CalibrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
