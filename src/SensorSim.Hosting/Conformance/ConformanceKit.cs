using SensorSim.Cameras;
using SensorSim.Hosting.Conformance.Lenses;
using SensorSim.Hosting.Conformance.Lights;
using SensorSim.Hosting.Conformance.Physics;
using SensorSim.Hosting.Conformance.Stages;
using SensorSim.Hosting.Conformance.Styles;
using SensorSim.Hosting.Plugins;
using SensorSim.Lights;
using SensorSim.Physics;
using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Style;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Conformance;

/// <summary>The promises that a plugin makes by what it declares (its kind, domain and contract), each with a measurement that tells whether it keeps them.</summary>
public static class ConformanceKit
{
    private static readonly IConformanceCheck<InstalledPlugin>[] EveryPlugin = [new DocumentationCheck()];

    private static readonly IConformanceCheck<StageBench>[] EveryStage =
    [
        new LoopsCheck(), new FiniteCheck(), new EffectCheck(), new ReferenceCheck(), new DistributionCheck(),
        new PixelIndependenceCheck(), new FrameIndependenceCheck(), new SensorIndependenceCheck(), new StageIndependenceCheck(), new TwinCheck(), new VarianceCheck(),
        new RepeatCheck(), new OrderCheck(), new FusionCheck(), new DisabledCheck(), new LinearityCheck(), new EnergyCheck(), new StageAllocationCheck(),
    ];

    private static readonly IConformanceCheck<LensBench>[] EveryLens =
    [
        new LensFiniteCheck(), new LensEffectCheck(), new RoundTripCheck(), new AxisCheck(), new MonotonicCheck(), new PinholeCheck(), new LensRepeatCheck(), new LensAllocationCheck(),
    ];

    private static readonly IConformanceCheck<LightBench>[] EveryLight =
    [
        new LightFiniteCheck(), new LightEffectCheck(), new QuadratureCheck(), new AdditivityCheck(), new HarmonicsCheck(), new MeanCheck(), new BrightnessCheck(),
        new LightRepeatCheck(), new LightAllocationCheck(),
    ];

    private static readonly IConformanceCheck<PhysicsBench>[] EveryPhysics =
    [
        new PhysicsFiniteCheck(), new PhysicsEffectCheck(), new FreeFlightCheck(), new FrictionCheck(), new RestitutionCheck(), new MotorCheck(), new PhysicsRepeatCheck(), new SnapshotCheck(),
    ];

    private static readonly IConformanceCheck<StyleBench>[] EveryStyle =
    [
        new StyleFiniteCheck(), new StyleEffectCheck(), new StyleShapeCheck(), new StyleInputsCheck(), new StyleTargetsCheck(), new StyleStopCheck(), new StyleRepeatCheck(), new StyleOrderCheck(),
    ];

    /// <summary>Whether a plugin has to run on a device to be tested.</summary>
    public static bool NeedsDevice(InstalledPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        return plugin.Instance is SensorStage;
    }

    /// <summary>Tests a plugin, check by check.</summary>
    /// <param name="plugin">Loaded.</param>
    /// <param name="bench">May be null where <see cref="NeedsDevice"/> is false.</param>
    /// <param name="begin">Told the id of each check before it is looked into: it may take long, or not come back.</param>
    /// <returns>Each result as soon as it is asked for.</returns>
    /// <exception cref="ArgumentException">A stage without a bench.</exception>
    /// <exception cref="PluginException">The stage's GLSL does not compile.</exception>
    public static IEnumerable<ConformanceResult> Run(InstalledPlugin plugin, ConformanceBench? bench, Action<string>? begin = null)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        if (NeedsDevice(plugin) && bench is null)
        {
            throw new ArgumentException("A sensor stage is tested on a device.", nameof(bench));
        }

        return Results(EveryPlugin, plugin, begin).Concat(plugin.Instance switch
        {
            Lens => Results(EveryLens, new LensBench(plugin), begin),
            LightWaveform => Results(EveryLight, new LightBench(plugin), begin),
            PhysicsBackend => Results(EveryPhysics, new PhysicsBench(plugin), begin),
            StyleBackend => Results(EveryStyle, new StyleBench(plugin), begin),
            _ => OfStage(plugin, bench!, begin),
        });
    }

    private static IEnumerable<ConformanceResult> OfStage(InstalledPlugin plugin, ConformanceBench bench, Action<string>? begin)
    {
        using var stage = new StageBench(plugin, bench);
        foreach (ConformanceResult result in Results(EveryStage, stage, begin))
        {
            yield return result;
        }
    }

    // What is no number differs from everything and from itself: checks that compare it would tell that, each in its own words.
    private static IEnumerable<ConformanceResult> Results<T>(IEnumerable<IConformanceCheck<T>> checks, T subject, Action<string>? begin)
    {
        bool givesNumbers = true;
        foreach (IConformanceCheck<T> check in checks)
        {
            begin?.Invoke(check.Id);
            Finding finding = givesNumbers ? Examine(check, subject) : Finding.Skip("looked at when it gives numbers at its defaults");
            givesNumbers &= finding.GivesNumbers;
            yield return new(check.Id, check.Promise, finding.Outcome, finding.Measured, finding.Tolerance, finding.Note);
        }
    }

    // A plugin that throws breaks the promise, and the other checks still tell about it.
    private static Finding Examine<T>(IConformanceCheck<T> check, T subject)
    {
        try
        {
            return check.Examine(subject);
        }
        catch (Exception failure) when (failure is not (PluginException or ShaderCompilationException) && PluginFault.In(failure) is { } fault)
        {
            return Finding.Broken(fault.Describe());
        }
    }
}
