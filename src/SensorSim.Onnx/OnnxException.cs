namespace SensorSim.Onnx;

/// <summary>ONNX Runtime refuses: a file that is no model, a tensor of another shape, a provider that it has not. The message is its own, with the model's name in front.</summary>
public sealed class OnnxException : Exception
{
    public OnnxException()
    {
    }

    public OnnxException(string message)
        : base(message)
    {
    }

    public OnnxException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>ONNX Runtime's error code (<c>OrtErrorCode</c>); 0 where the problem was found before it was asked.</summary>
    public int Code { get; init; }
}
