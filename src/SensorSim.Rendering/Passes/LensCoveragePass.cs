using System.Runtime.InteropServices;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>Coverage through a lens: objects are drawn alone on each of its faces, and the bits are gathered into its image.</summary>
internal sealed class LensCoveragePass : IDisposable
{
    private readonly SoloDrawPass _solo;
    private readonly ResourceLayout _layout;
    private readonly ResourceSet[] _sets;
    private readonly ResourceSet[] _faceSets;
    private readonly CoverageBits _faceBits;
    private readonly Lazy<ComputePipeline> _pipeline;

    public LensCoveragePass(PassContext context, SoloDrawPass solo, int framesInFlight)
    {
        _solo = solo;
        _layout = new(context.Device, [.. Enumerable.Range(0, 3).Select(binding => new ResourceBinding(binding, ResourceKind.StorageBuffer, ShaderStage.Compute))]);
        _sets = [.. Enumerable.Range(0, framesInFlight).Select(_ => new ResourceSet(context.Device, _layout))];
        _faceSets = [.. Enumerable.Range(0, framesInFlight).Select(_ => solo.CreateSet())];
        _faceBits = new(context.Device, words: 1);
        SpecializationConstants constants = SpecializationConstants.None.With(RayPipeline.RayMapConstant, true);
        _pipeline = new(() => context.Compute("passes/coverage_gather.comp", constants, Marshal.SizeOf<Constants>(), _layout));
    }

    /// <summary>Binds what a frame's objects are drawn with.</summary>
    /// <param name="chunks">Of all its views.</param>
    /// <param name="buffers">What the processor wrote for the frame.</param>
    /// <param name="bits">Receives what is gathered.</param>
    /// <param name="slot">Frame slot.</param>
    public void Prepare(CoverageChunk[] chunks, FrameBuffers buffers, DeviceBuffer bits, int slot)
    {
        _faceBits.Need(chunks.SelectMany(chunk => chunk.Faces).Select(face => face.Words).DefaultIfEmpty(0).Max());
        SoloDrawPass.Bind(_faceSets[slot], buffers, _faceBits.Buffer);
        _sets[slot].Set(0, buffers.Regions.Buffer).Set(1, _faceBits.Buffer).Set(2, bits);
    }

    /// <param name="canvas">The lens's image, or the small canvas around it.</param>
    /// <param name="chunk">Its objects.</param>
    /// <param name="slot">Frame slot.</param>
    public void Record(ViewRecording canvas, CoverageChunk chunk, int slot)
    {
        foreach (CoverageFace face in chunk.Faces.Where(face => face.Draws.Length > 0))
        {
            Draw(canvas.Faces[face.Index], face, slot);
            Gather(canvas, chunk, face, slot);
        }
    }

    public void Dispose()
    {
        IEnumerable<IDisposable?> owned = [_pipeline.IsValueCreated ? _pipeline.Value : null, .. _sets, .. _faceSets, _faceBits, _layout];
        foreach (IDisposable? resource in owned)
        {
            resource?.Dispose();
        }
    }

    private void Draw(ViewRecording view, CoverageFace face, int slot)
    {
        _faceBits.Clear(view.Recorder, face.Words);
        view.Recorder.BeginRendering(new() { Width = view.Width, Height = view.Height });
        _solo.Record(view, face.Draws, new(_faceSets[slot], (uint)face.FirstRegion) { FirstEntry = (uint)face.FirstEntry });
        view.Recorder.EndRendering();
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
    }

    private void Gather(ViewRecording canvas, CoverageChunk chunk, CoverageFace face, int slot)
    {
        (int firstRow, int endRow) = chunk.Rows ?? (0, canvas.Height);
        canvas.Bind(_pipeline.Value);
        canvas.Recorder.Bind(1, _sets[slot]);
        canvas.Recorder.PushConstants(new Constants(
            FaceConstants.Of(canvas.View.Rays!.Faces[face.Index], face.Index), (uint)chunk.FirstRegion, (uint)face.FirstPlace, chunk.IsOutside ? 1u : 0, firstRow, endRow));
        canvas.Recorder.Dispatch((chunk.LargestArea + 63) / 64, chunk.Objects);
        canvas.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Constants(FaceConstants Face, uint FirstRegion, uint FirstPlace, uint IsOutside, int FirstRow, int EndRow);
}
