using SensorSim.Signals;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Sensors;

/// <summary>
/// Runs a sensor chain on the GPU. Compiled once for a chain's structure; parameters, exposure, size and number of layers may
/// differ with every frame. Recording waits for nothing: what belongs to one frame is given back when its commands have finished.
/// </summary>
public sealed class SensorRunner : IDisposable
{
    private readonly Device _device;
    private readonly string _structure;
    private readonly ResourceLayout _layout;
    private readonly IReadOnlyList<SensorPass> _passes;
    private readonly IReadOnlyList<IReadOnlyList<ChainStage>> _stages;
    private readonly SensorScratch _scratch;
    private readonly PassTrace _trace;

    /// <param name="device">Runs the chain.</param>
    /// <param name="shaders">The project's shader folder.</param>
    /// <param name="chain">Any chain of the structure that will run.</param>
    /// <param name="stagesPerPass">See <see cref="StageFusion.Plan"/>.</param>
    /// <exception cref="ShaderCompilationException">A stage's GLSL is wrong; the error names the plugin's file and line.</exception>
    public SensorRunner(Device device, ShaderLibrary shaders, SensorChain chain, int stagesPerPass = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(chain);
        _device = device;
        _structure = chain.Structure;
        _layout = new(
            device,
            new ResourceBinding(0, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new ResourceBinding(1, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new ResourceBinding(2, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new ResourceBinding(3, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new ResourceBinding(4, ResourceKind.UniformTexelBuffer, ShaderStage.Compute));
        IReadOnlyList<FusedPass> plan = StageFusion.Plan(chain, stagesPerPass);
        shaders.Compiler.Prepare(plan.Select(pass => pass.Shader));
        _passes = [.. plan.Select(pass => new SensorPass(device, shaders, _layout, pass))];
        _stages = [.. StageFusion.Spans(chain, stagesPerPass).Select(span => (IReadOnlyList<ChainStage>)[.. span.Stages.Select(i => chain.Stages[i])])];
        _scratch = new(device);
        _trace = new(device);
    }

    /// <summary>What the device is computing; null when it is in no pass of this runner. Stages are those of the chain it was made with. Safe from any thread.</summary>
    public PassInProgress? Running => _trace.Running is { } running ? new(this, running.Number, _stages[Math.Min(running.Pass, _stages.Count - 1)]) : null;

    /// <summary>Pass → SHA-256 of its SPIR-V, for provenance.</summary>
    public IReadOnlyDictionary<string, string> Shaders => new SortedDictionary<string, string>(
        _passes.ToDictionary(pass => $"sensor/{pass.Plan.Name}", pass => pass.ShaderDigest, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>
    /// Bytes that a result takes, a multiple of 4: <see cref="SensorChain.OutputChannels"/> samples of <see cref="SensorChain.OutputType"/> for each pixel, tightly
    /// packed, row-major, then padding, then <see cref="NonFinitePixels"/>.
    /// </summary>
    public static int ResultBytes(SensorChain chain, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return checked((12 * SensorPass.CeilingDivide(width * height, PackedOutput.PixelsPerInvocation(chain))) + NonFinitePixels.SizeInBytes);
    }

    /// <summary>
    /// Records a frame. Radiance is RGBA float32 in nit, [layer][pixel], in the state <see cref="ResourceState.ShaderSampled"/>, in a
    /// buffer made with <see cref="BufferUsage.UniformTexel"/>. The result is left in the state <see cref="ResourceState.ShaderStorageWrite"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The chain has another structure than this runner's, or the buffer another usage.</exception>
    public void Record(
        CommandRecorder recorder, SensorChain chain, SensorFrame frame, DeviceBuffer radiance, DeviceBuffer result, ulong resultOffsetInBytes = 0)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(radiance);
        if (chain.Structure != _structure)
        {
            throw new ArgumentException("The chain has another structure than the one this runner was compiled for.", nameof(chain));
        }

        if (!radiance.Usage.HasFlag(BufferUsage.UniformTexel))
        {
            throw new ArgumentException("The radiance buffer is read as texels: make it with BufferUsage.UniformTexel.", nameof(radiance));
        }

        ulong resultBytes = (ulong)ResultBytes(chain, frame.Width, frame.Height);
        recorder.Fill(result, 0, resultOffsetInBytes + resultBytes - NonFinitePixels.SizeInBytes, NonFinitePixels.SizeInBytes);
        recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
        DeviceBuffer constants = Constants(recorder, chain.ConstantsAt(frame.Exposure.Iso), frame);
        ulong layerBytes = 16UL * (ulong)frame.Width * (ulong)frame.Height * (ulong)frame.LayerCount;
        DeviceBuffer source = radiance, input = radiance;
        _trace.BeginFrame();
        foreach ((int number, SensorPass pass) in _passes.SkipLast(1).Index())
        {
            _trace.Enter(recorder, number);
            input = pass.Plan.ContinuesStage ? input : source;
            DeviceBuffer target = _scratch.Next(recorder, layerBytes, source, input);
            pass.Dispatch(recorder, Bind(recorder, pass.Plan, source, input, target, 0, layerBytes, constants), chain, frame);
            recorder.Barrier(target, ResourceState.ShaderStorageWrite, ResourceState.ShaderSampled);
            source = target;
        }

        input = _passes[^1].Plan.ContinuesStage ? input : source;
        _trace.Enter(recorder, _passes.Count - 1);
        _passes[^1].Dispatch(recorder, Bind(recorder, _passes[^1].Plan, source, input, result, resultOffsetInBytes, resultBytes, constants), chain, frame);
        _trace.Leave(recorder);
    }

    public void Dispose()
    {
        foreach (SensorPass pass in _passes)
        {
            pass.Dispose();
        }

        _trace.Dispose();
        _scratch.Dispose();
        _layout.Dispose();
    }

    private DeviceBuffer Constants(CommandRecorder recorder, FrameConstants constants, SensorFrame frame)
    {
        var buffer = DeviceBuffer.For<uint>(_device, constants.CountFor(frame), BufferUsage.Storage | BufferUsage.UniformTexel, MemoryKind.Upload, "sensor frame");
        constants.WriteTo(buffer.Map<uint>(), frame);
        buffer.Flush();
        recorder.OnSubmitted(_ => buffer.Dispose());
        return buffer;
    }

    private static PixelFormat FormatOf(SampleLayout layout) => layout == SampleLayout.Mosaic ? PixelFormat.R32Float : PixelFormat.R32G32B32A32Float;

    private ResourceSet Bind(
        CommandRecorder recorder, FusedPass pass, DeviceBuffer source, DeviceBuffer input, DeviceBuffer target, ulong targetOffset, ulong targetBytes, DeviceBuffer constants)
    {
        var texels = new TexelView(_device, source, FormatOf(pass.SourceLayout));
        var inputTexels = new TexelView(_device, input, FormatOf(pass.InputLayout));
        var words = new TexelView(_device, constants, PixelFormat.R32UInt);
        ResourceSet resources = new ResourceSet(_device, _layout).Set(0, texels).Set(1, target, targetOffset, targetBytes).Set(2, constants).Set(3, words).Set(4, inputTexels);
        recorder.OnSubmitted(_ =>
        {
            resources.Dispose();
            texels.Dispose();
            inputTexels.Dispose();
            words.Dispose();
        });
        return resources;
    }
}
