using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Plugins.Glsl;

/// <summary>What the manifest of a plugin of GLSL alone says of its stage, where another plugin has a class.</summary>
internal sealed record GlslStageDeclaration
{
    public required GlslStageKind Kind { get; init; }

    public required string Shader { get; init; }

    public required SignalDomain Input { get; init; }

    public required SignalDomain Output { get; init; }

    public SampleLayout InputLayout { get; init; } = SampleLayout.Rgb;

    public SampleLayout OutputLayout { get; init; } = SampleLayout.Rgb;

    public int Passes { get; init; } = 1;

    public bool MayRepeat { get; init; } = true;

    /// <summary>Of a mosaic.</summary>
    public FilterPattern? Filters { get; init; }

    /// <summary>Of the output; null is that of the input.</summary>
    public SignalRange? Range { get; init; }

    public double Slope { get; init; } = 1;

    /// <summary>The stage that the declaration stands for: from here on the host sees no difference.</summary>
    public SensorStage ToStage() => Kind switch
    {
        GlslStageKind.Sample => new GlslSampleStage(this),
        GlslStageKind.Pointwise => new GlslPointwiseStage(this),
        GlslStageKind.Mosaic => new GlslMosaicStage(this),
        _ => new GlslKernelStage(this),
    };

    /// <summary>For whoever asks nevertheless.</summary>
    public InvalidOperationException NoReference() => new($"{Shader} has no reference in C#; HasReference says so.");
}
