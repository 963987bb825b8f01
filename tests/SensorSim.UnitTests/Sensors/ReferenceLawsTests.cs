using SensorSim.Rendering.Sensors;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Sensors;

/// <summary>The laws of tests/SensorLaws, on the CPU reference.</summary>
public sealed class ReferenceRadiometryTests : RadiometryLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceNoiseTests : NoiseLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceRandomnessTests : RandomnessLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceFlickerTests : FlickerLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceOpticsTests : OpticsLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceDemosaicTests : DemosaicLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceDevelopmentTests : DevelopmentLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceStageTests : StageLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceLensTests : LensLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferencePartsTests : PartsLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferencePatternTests : PatternLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceDarkCurrentTests : DarkCurrentLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceReadoutTests : ReadoutLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceGlareTests : GlareLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferencePulsedLightTests : PulsedLightLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceJpegTests : JpegLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceHdrTests : HdrLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceAugmentationTests : AugmentationLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}

public sealed class ReferenceNoiseTwinTests : NoiseTwinLaws
{
    protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
}
