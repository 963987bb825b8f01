using SensorSim.Rendering.Sensors;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Sensors;

/// <summary>A thousand chains that nobody thought of run on the device, or are refused with a message that names the key.</summary>
public sealed class RandomChainTests
{
    private const int Chains = 100;

    [Test]
    public void AChainRunsOrIsRefusedByName([Range(0, 9)] int hundred)
    {
        var accepted = new List<(int Number, RandomChain List, SensorChain Chain)>();
        Assert.Multiple(() =>
        {
            for (int number = hundred * Chains; number < (hundred + 1) * Chains; number++)
            {
                var list = new RandomChain(number);
                if (Build(number, list) is { } chain) accepted.Add((number, list, chain));
            }

            GpuSensor.Shaders.Compiler.Prepare(StageFusion.Shaders(accepted.Select(chain => chain.Chain)));
            accepted.ForEach(chain => Run(chain.Chain, chain.Number, chain.List));
        });
        TestContext.Out.WriteLine($"{accepted.Count} ran, {Chains - accepted.Count} were refused");
        Assert.That(accepted, Has.Count.InRange(Chains / 8, Chains * 4 / 5));
    }

    private static SensorChain? Build(int number, RandomChain list)
    {
        try
        {
            SensorChain chain = SensorChain.Build(SensorBench.Catalog.Plugins, list.Stages, list.Output);
            Assert.That(list.MustName, Is.Null, $"chain {number} was accepted: {list}");
            return chain;
        }
        catch (SensorChainException wrong)
        {
            AssertNamed(wrong, number, list);
            return null;
        }
    }

    private static void AssertNamed(SensorChainException wrong, int number, RandomChain list)
    {
        Assert.That(wrong.Errors, Is.Not.Empty.And.All.Matches<StageError>(error => error!.Message.Length > 20 && error.Index <= list.Stages.Count), $"chain {number}: {list}");
        if (list.MustName is { } named)
        {
            Assert.That(
                wrong.Errors, Has.Some.Matches<StageError>(error => error!.Index == named.Stage && error.Key == named.Key), $"chain {number} should name {named}: {list}\n{wrong.Message}");
        }
    }

    private static void Run(SensorChain chain, int number, RandomChain list)
    {
        const int Width = 24, Height = 18;
        SensorFrame frame = SensorBench.Frame(Width, Height, step: (uint)number);
        SignalImage light = SensorBench.Field(Width, Height, (x, y) => x < 2 ? 0 : 40.0 * x * (y + 1));
        using var runner = new SensorRunner(GpuSession.Device, GpuSensor.Shaders, chain);
        byte[] result = GpuSensor.RunAll(runner, [(chain, frame, [light])], withCounts: true)[0];
        var bad = NonFinitePixels.Of(result);
        Assert.That(bad.Count, Is.Zero, $"chain {number} lost its numbers behind {bad.FirstStage(chain)?.Name ?? "the light"}: {list}");
    }
}
