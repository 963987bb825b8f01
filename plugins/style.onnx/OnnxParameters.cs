using SensorSim.Onnx;

namespace SensorSim.Plugins.StyleOnnx;

public sealed record OnnxParameters
{
    [Parameter("ONNX file of a network that makes a picture of a picture", IsFile = true)]
    public string Model { get; init; } = "";

    [Parameter("What the numbers of the network's pictures are, as JSON; without it MODEL.style.json beside the model, where there is one", IsFile = true)]
    public string Declaration { get; init; } = "";

    [Parameter("Side of the tiles that frames are cut into; 0 gives the network whole frames", Unit = "px", Min = 0, Max = 16384)]
    public int TilePx { get; init; }

    [Parameter("Least overlap of neighbouring tiles, at most half a tile; they change over in its middle half", Unit = "px", Min = 0, Max = 8192)]
    public int OverlapPx { get; init; } = 64;

    [Parameter("What does the work")]
    public ExecutionProvider Provider { get; init; } = ExecutionProvider.Cpu;

    [Parameter("Index of the GPU, of the provider cuda", Min = 0, Max = 63)]
    public int CudaDevice { get; init; }

    [Parameter("Threads that share the work on a frame", Min = 1, Max = 256)]
    public int Threads { get; init; } = 1;
}
