using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Sensors;

/// <summary>
/// Shows from outside which pass of a chain the device is in, also when it never leaves it: a word that the device itself writes in front of each
/// pass and behind the last. Costs two barriers and four bytes a pass.
/// </summary>
internal sealed class PassTrace(Device device) : IDisposable
{
    private const int PassBits = 8;

    private readonly DeviceBuffer _word = Cleared(device);
    private uint _frames;
    private readonly Lock _reading = new();
    private bool _isDisposed;

    /// <summary>The pass that the device is in and a number that no other pass has had for long; null when it is in none, or the trace is disposed. Safe from any thread.</summary>
    public (long Number, int Pass)? Running
    {
        get
        {
            lock (_reading)
            {
                return _isDisposed ? null : Read();
            }
        }
    }

    /// <summary>Records that a frame begins.</summary>
    public void BeginFrame() => _frames++;

    /// <summary>Records that what follows is a pass. The state in front and behind is <see cref="ResourceState.ShaderStorageWrite"/>.</summary>
    public void Enter(CommandRecorder recorder, int pass) => Write(recorder, (_frames << PassBits) | (uint)(Math.Min(pass, (1 << PassBits) - 2) + 1));

    /// <summary>Records that no pass follows.</summary>
    public void Leave(CommandRecorder recorder) => Write(recorder, _frames << PassBits);

    public void Dispose()
    {
        lock (_reading)
        {
            _isDisposed = true;
            _word.Dispose();
        }
    }

    private static DeviceBuffer Cleared(Device device)
    {
        var word = DeviceBuffer.For<uint>(device, 1, BufferUsage.Storage, MemoryKind.Readback, "pass trace");
        word.Map<uint>()[0] = 0;
        word.Flush();
        return word;
    }

    private (long Number, int Pass)? Read()
    {
        _word.Invalidate();
        uint word = Volatile.Read(ref _word.Map<uint>()[0]);
        int pass = (int)(word & ((1 << PassBits) - 1)) - 1;
        return pass < 0 ? null : (word, pass);
    }

    private void Write(CommandRecorder recorder, uint word)
    {
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferDestination);
        recorder.Fill(_word, word);
        recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
    }
}
