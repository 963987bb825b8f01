namespace SensorSim.Onnx;

/// <summary>How a model is run.</summary>
public sealed record OnnxSessionSettings
{
    public ExecutionProvider Provider { get; init; } = ExecutionProvider.Cpu;

    /// <summary>Index of the GPU, of <see cref="ExecutionProvider.Cuda"/>.</summary>
    public int CudaDevice { get; init; }

    /// <summary>Threads that share the work of one node, 1 or more: a fixed number, so that sums are split alike each time.</summary>
    public int Threads { get; init; } = 1;
}
