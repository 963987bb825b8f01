using SensorSim.Rendering.Sensors;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Sensors;

/// <summary>RNG-2 of the reference: rows in parallel and one after the other.</summary>
public sealed class ReferenceOrderTests
{
    [Test]
    public async Task Rng2_RowsOneAfterTheOtherAreThoseInParallel()
    {
        SensorChain chain = SensorParts.Everything.With("sensor.cfa").Raw();
        SensorFrame frame = SensorBench.Frame(512, 512);
        SignalImage[] light = [SensorBench.Field(512, 512, (x, y) => x + y)];
        Rgb[] parallel = ReferenceRunner.Run(chain, frame, light).Pixels.ToArray();
        var oneByOne = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;
        Rgb[] serial = await Task.Factory.StartNew(
            () => ReferenceRunner.Run(chain, frame, light).Pixels.ToArray(), CancellationToken.None, TaskCreationOptions.None, oneByOne).ConfigureAwait(false);
        Acceptance.Holds("RNG-2 samples that depend on the order of rows", parallel.Zip(serial).Count(pair => pair.First != pair.Second), 0, 0);
    }
}
