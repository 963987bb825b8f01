namespace SensorSim.Rendering.Sensors;

/// <summary>A sensor list that cannot be built; carries every error at once.</summary>
public sealed class SensorChainException : Exception
{
    public SensorChainException()
        : this([])
    {
    }

    public SensorChainException(string message)
        : this([new StageError(0, null, message)])
    {
    }

    public SensorChainException(string message, Exception innerException)
        : base(message, innerException)
    {
        Errors = [];
    }

    public SensorChainException(IReadOnlyList<StageError> errors)
        : base(string.Join(Environment.NewLine, errors.Select(error => error.Message)))
    {
        Errors = errors;
    }

    public IReadOnlyList<StageError> Errors { get; }
}
