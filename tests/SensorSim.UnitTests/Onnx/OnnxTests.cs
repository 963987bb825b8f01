using SensorSim.Onnx;
using SensorSim.Tensors;

namespace SensorSim.UnitTests.Onnx;

/// <summary>Where ONNX Runtime is not installed, tests that need it are skipped and say so.</summary>
internal static class OnnxTests
{
    public static void Require()
    {
        if (OnnxRuntime.Problem is { } problem)
        {
            Assert.Ignore(problem);
        }
    }

    public static OnnxSession Session(byte[] model, OnnxSessionSettings? settings = null) => new(model, "network.onnx", settings ?? new());

    /// <summary>Runs a network of one input and one output.</summary>
    public static Tensor Run(byte[] model, Tensor input, OnnxSessionSettings? settings = null)
    {
        using OnnxSession session = Session(model, settings);
        return session.Run([new(session.Inputs[0].Name, input)], session.Outputs[0].Name)[0];
    }

    /// <summary>Numbers between 0 and <paramref name="most"/> that look like none of the answers.</summary>
    public static float[] Noise(int count, float most = 1) => [.. Enumerable.Range(0, count).Select(i => most * (((uint)i * 2654435761u) >> 8) / (1 << 24))];
}
