namespace SensorSim.Onnx;

/// <summary>What of ONNX Runtime does the work.</summary>
public enum ExecutionProvider
{
    /// <summary>The processor: in every library.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU: only where the library was built with CUDA and finds it.</summary>
    Cuda,
}
