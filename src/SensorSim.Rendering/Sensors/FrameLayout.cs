using SensorSim.Plugins;

namespace SensorSim.Rendering.Sensors;

/// <summary>
/// Where the numbers of a frame lie in its buffer of 32-bit words: a header, then for each stage a short head and its
/// parameters, then the coefficients of all stages, then the row weights. Shaders are generated against it, frames written by it.
/// </summary>
internal sealed class FrameLayout
{
    public const int Width = 0;
    public const int Height = 1;
    public const int LayerCount = 2;
    public const int Step = 3;
    public const int FrameKey = 4;
    public const int SensorKey = 6;
    public const int ExposureSeconds = 8;
    public const int RowTimeSeconds = 9;
    public const int LuxSecondsPerNit = 10;
    public const int Iso = 11;
    public const int DisplayScale = 12;
    public const int RowWeights = 13;

    /// <summary>Within a stage's head: stream, black, white, where its coefficients are, their number, the first four once more, slope.</summary>
    public const int StageStream = 0;
    public const int StageBlackLevel = 1;
    public const int StageWhiteLevel = 2;
    public const int StageCoefficients = 3;
    public const int StageCoefficientCount = 4;
    public const int StageFirstCoefficients = 5;
    public const int StageSlope = 9;
    public const int StageParameters = 10;

    private const int HeaderWords = 14;

    public FrameLayout(SensorChain chain)
    {
        int offset = HeaderWords;
        int[] stages = new int[chain.Stages.Count];
        for (int i = 0; i < stages.Length; i++)
        {
            stages[i] = offset;
            ParameterSchema schema = chain.Stages[i].Plugin.Schema;
            offset += StageParameters + schema.Parameters.Count;
        }

        Stages = stages;
        FixedWords = offset;
    }

    /// <summary>First word of each stage.</summary>
    public IReadOnlyList<int> Stages { get; }

    /// <summary>Words in front of the coefficients.</summary>
    public int FixedWords { get; }
}
