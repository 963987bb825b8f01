using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Randomness;
using SensorSim.Sensors;

namespace SensorSim.Rendering.Sensors;

/// <summary>
/// The numbers of a frame as the shaders read them. Those of the chain's stages are worked out once for a speed; what else a frame has is written anew each time. They may
/// all differ from frame to frame; only flags, choices and zeros are part of the shaders as well.
/// </summary>
internal sealed class FrameConstants
{
    private readonly uint[] _words;

    /// <param name="chain">The stages.</param>
    /// <param name="iso">The frames' exposure index.</param>
    public FrameConstants(SensorChain chain, double iso)
    {
        Iso = iso;
        var layout = new FrameLayout(chain);
        double[][] coefficients = [.. chain.Stages.Select(stage => stage.Stage.CoefficientsOf(stage.Parameters).ToArray())];
        _words = new uint[layout.FixedWords + coefficients.Sum(list => list.Length)];
        int next = layout.FixedWords;
        for (int i = 0; i < chain.Stages.Count; i++)
        {
            WriteStage(_words.AsSpan(layout.Stages[i]), chain, i, iso, next, coefficients[i]);
            next = Append(_words, next, coefficients[i]);
        }

        SaturationLuxSeconds = chain.SaturationLuxSeconds(iso);
    }

    /// <summary>Exposure index of the frames that these are the numbers of.</summary>
    public double Iso { get; }

    private double SaturationLuxSeconds { get; }

    /// <summary>Words that a frame takes.</summary>
    public int CountFor(SensorFrame frame) => _words.Length + frame.RowWeights.Length;

    /// <summary>Writes a frame's words, all of them.</summary>
    public void WriteTo(Span<uint> words, SensorFrame frame)
    {
        _words.CopyTo(words);
        WriteHeader(words, frame);
        _ = Append(words, _words.Length, frame.RowWeights);
    }

    private void WriteHeader(Span<uint> words, SensorFrame frame)
    {
        Exposure exposure = frame.Exposure;
        words[FrameLayout.Width] = (uint)frame.Width;
        words[FrameLayout.Height] = (uint)frame.Height;
        words[FrameLayout.LayerCount] = (uint)frame.LayerCount;
        words[FrameLayout.Step] = frame.Step;
        WriteKey(words[FrameLayout.FrameKey..], frame.FrameKey);
        WriteKey(words[FrameLayout.SensorKey..], frame.SensorKey);
        words[FrameLayout.ExposureSeconds] = Bits(exposure.DurationSeconds);
        words[FrameLayout.RowTimeSeconds] = Bits(exposure.RowTimeSeconds);
        words[FrameLayout.LuxSecondsPerNit] = Bits(exposure.LuxSecondsPerNit);
        words[FrameLayout.Iso] = Bits(exposure.Iso);
        words[FrameLayout.DisplayScale] = Bits(exposure.LuxSecondsPerNit / SaturationLuxSeconds);
        words[FrameLayout.RowWeights] = (uint)_words.Length;
    }

    private static void WriteStage(Span<uint> words, SensorChain chain, int index, double iso, int firstCoefficient, double[] coefficients)
    {
        ChainStage stage = chain.Stages[index];
        SignalRange range = chain.RangeBefore(index, iso);
        words[FrameLayout.StageStream] = stage.Stream;
        words[FrameLayout.StageBlackLevel] = Bits(range.BlackLevel);
        words[FrameLayout.StageWhiteLevel] = Bits(range.WhiteLevel);
        words[FrameLayout.StageCoefficients] = (uint)firstCoefficient;
        words[FrameLayout.StageCoefficientCount] = (uint)coefficients.Length;
        for (int i = 0; i < Math.Min(coefficients.Length, FrameLayout.StageSlope - FrameLayout.StageFirstCoefficients); i++)
        {
            words[FrameLayout.StageFirstCoefficients + i] = Bits(coefficients[i]);
        }

        words[FrameLayout.StageSlope] = stage.IsVariance ? Bits(stage.Stage.SlopeOf(stage.Parameters, iso, range)) : 0;
        IReadOnlyDictionary<string, JsonNode?> values = stage.Plugin.Schema.ValuesOf(stage.Parameters);
        int offset = FrameLayout.StageParameters;
        foreach (ParameterDescription parameter in stage.Plugin.Schema.Parameters)
        {
            words[offset++] = Word(parameter, values[parameter.Name]!);
        }
    }

    private static uint Word(ParameterDescription parameter, JsonNode value) => parameter.Type switch
    {
        ParameterType.Number => Bits(value.GetValue<double>()),
        ParameterType.Integer => unchecked((uint)value.GetValue<int>()),
        ParameterType.Flag => value.GetValue<bool>() ? 1u : 0u,
        ParameterType.Table => (uint)value.AsArray().Count,
        _ => (uint)parameter.Choices.ToList().IndexOf(value.GetValue<string>()),
    };

    private static void WriteKey(Span<uint> words, RandomKey key) => (words[0], words[1]) = (key.Low, key.High);

    private static int Append(Span<uint> words, int offset, ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            words[offset++] = Bits(value);
        }

        return offset;
    }

    private static uint Bits(double value) => BitConverter.SingleToUInt32Bits((float)value);
}
