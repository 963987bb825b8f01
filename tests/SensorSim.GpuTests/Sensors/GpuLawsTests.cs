using SensorSim.Rendering.Sensors;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Sensors;

/// <summary>The laws of tests/SensorLaws, on the GPU.</summary>
public sealed class GpuRadiometryTests : RadiometryLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuNoiseTests : NoiseLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuRandomnessTests : RandomnessLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuFlickerTests : FlickerLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuOpticsTests : OpticsLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuDemosaicTests : DemosaicLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuDevelopmentTests : DevelopmentLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuStageTests : StageLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuLensTests : LensLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuPartsTests : PartsLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuPatternTests : PatternLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuDarkCurrentTests : DarkCurrentLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuReadoutTests : ReadoutLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuGlareTests : GlareLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuPulsedLightTests : PulsedLightLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuJpegTests : JpegLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuHdrTests : HdrLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuAugmentationTests : AugmentationLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}

public sealed class GpuNoiseTwinTests : NoiseTwinLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => GpuSensor.Run(chain, frame, layers);
}
