using SensorSim.Rendering;

namespace SensorSim.Hosting.Runs;

/// <summary>The result of one submission, read by as many encoders as it has views; the last one gives the memory back.</summary>
internal sealed class SharedFrame(FrameTicket ticket, int views)
{
    private readonly Lazy<FrameOutput> _output = new(() => ticket.Wait());
    private int _unread = views;

    /// <summary>Waits for the device if need be.</summary>
    public ViewOutput View(int index) => _output.Value.Views[index];

    /// <summary>One view has been read, or will not be.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _unread) == 0)
        {
            _output.Value.Dispose();
        }
    }
}
