using SensorSim.Style;

namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>Between clips the host stops by itself; within a video only the backend can.</summary>
internal sealed class StyleStopCheck : StyleCheck
{
    private const int Frames = 16;

    public override string Id => "style.stop";

    public override string Promise => "a clip of many frames is left when the run is stopped";

    protected override Finding Look(StyleBench bench) => bench.Backend.Scope == StyleScope.Frame
        ? Finding.Skip("it gets one frame at a time")
        : Finding.AtMost(bench.Using(bench.Defaults, bench.Targets, transfer => Finished(transfer, bench.Inputs)), 0, $"frames of {Frames} behind the stop");

    private static int Finished(IStyleTransfer transfer, StyleInputs inputs)
    {
        try
        {
            return transfer.Apply(TestClips.Long(Frames, inputs), new CancellationToken(canceled: true)).Frames.Count;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }
}
