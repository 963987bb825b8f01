using SensorSim.Hosting.Runs.Planning;

namespace SensorSim.Hosting.Runs;

/// <summary>A frame between renderer and encoder. Disposing it gives up its share of the result memory.</summary>
internal sealed record PendingFrame(Episode Episode, FrameJob Job, CameraPlan Camera, SharedFrame Frame, int View) : IDisposable
{
    public void Dispose() => Frame.Release();
}
