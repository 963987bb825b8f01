using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Conformance;

/// <summary>A stage of a test's own making, to break one promise at a time. Not public: a plugin's assembly has one public plugin.</summary>
internal sealed class FlawedStage(SignalDomain domain, Func<Rgb, PixelSite, double, Rgb> reference) : PointwiseStage<FlawedStage.Strength>
{
    public override SignalDomain Input => domain;

    public override SignalDomain Output => domain;

    public override string ShaderFile => "flawed.glsl";

    /// <summary>Variance of the noise that an amount adds; null says nothing of variance, nor of a noise-free twin.</summary>
    public Func<double, double>? AddedVariance { get; init; }

    public override bool HasVariance => AddedVariance is not null;

    public override Strength WithoutNoise(Strength parameters) => HasVariance ? parameters with { Amount = 0 } : parameters;

    public override Rgb Variance(Rgb signal, Rgb variance, in PixelSite site, Strength parameters)
    {
        double added = AddedVariance!(parameters.Amount);
        return variance + new Rgb(added, added, added);
    }

    public override Rgb Reference(Rgb signal, in PixelSite site, Strength parameters) => reference(signal, site, parameters.Amount);

    /// <summary>The stage as an installed plugin.</summary>
    /// <param name="folder">Gets its shader.</param>
    /// <param name="body">GLSL of the function: <c>signal</c>, <c>site</c> and <c>p.amount</c> are in reach.</param>
    public InstalledPlugin Install(string folder, string body)
    {
        File.WriteAllText(Path.Combine(folder, ShaderFile), $"vec3 test_flawed(vec3 signal, PixelSite site, test_flawed_Parameters p)\n{{\n    {body}\n}}\n");
        return new(new("test.flawed", "1.0.0", PluginKind.Sensor, null, ">=2.0 <3.0", "Flawed"), folder, body, this, ParameterSchema.Of(ParametersType));
    }

    internal sealed record Strength
    {
        [Parameter("How much", Min = 0, Max = 2)]
        public double Amount { get; init; } = 1;
    }
}
