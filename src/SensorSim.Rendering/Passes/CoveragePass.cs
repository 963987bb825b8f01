using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Passes;

/// <summary>Counts the pixels that objects cover alone, without regard to what stands before them.</summary>
internal sealed class CoveragePass : IDisposable
{
    private readonly SoloDrawPass _solo;
    private readonly LensCoveragePass _lens;
    private readonly CoverageCountPass _count;
    private readonly ResourceSet[] _sets;
    private readonly CoverageBits _bits;

    public CoveragePass(PassContext context, CullPass cull, int framesInFlight)
    {
        _solo = new(context, cull);
        _lens = new(context, _solo, framesInFlight);
        _count = new(context, framesInFlight);
        _sets = [.. Enumerable.Range(0, framesInFlight).Select(_ => _solo.CreateSet())];
        _bits = new(context.Device, words: 1 << 16);
    }

    /// <summary>Binds what a frame's views count with.</summary>
    public void Prepare(FramePlan frame, FrameBuffers buffers, DeviceBuffer counters, int slot)
    {
        CoverageChunk[] chunks = [.. frame.Views.SelectMany(view => view.Coverage?.Chunks ?? [])];
        _bits.Need(chunks.Select(chunk => chunk.Words).DefaultIfEmpty(0).Max());
        SoloDrawPass.Bind(_sets[slot], buffers, _bits.Buffer);
        _lens.Prepare(chunks, buffers, _bits.Buffer, slot);
        _count.Prepare(buffers, _bits.Buffer, counters, slot);
    }

    public void Record(ViewRecording view, ResultLayout result, DeviceBuffer target, int slot)
    {
        foreach (CoverageChunk chunk in view.View.Coverage?.Chunks ?? [])
        {
            _bits.Clear(view.Recorder, chunk.Words);
            Mark(view, chunk, slot);
            _count.Record(view, chunk.Counted, result.Counters.FirstWord, slot);
            if (result.Masks.Size > 0)
            {
                _bits.Keep(view.Recorder, chunk.Words, target, (ulong)(result.Masks.Offset + (4 * chunk.FirstWord)));
            }
        }
    }

    /// <summary>Adds what some rows of an image show to what the rows before them did.</summary>
    /// <param name="view">The rows, at their instant.</param>
    /// <param name="result">Of the whole image.</param>
    /// <param name="target">Where its labels are gathered.</param>
    /// <param name="slot">Frame slot.</param>
    /// <param name="isFirst">Nothing is counted yet.</param>
    /// <param name="isLast">Nothing comes after.</param>
    public void RecordRows(ViewRecording view, ResultLayout result, DeviceBuffer target, int slot, bool isFirst, bool isLast)
    {
        if (view.View.Coverage is not { WordCount: > 0 } coverage)
        {
            return;
        }

        int words = (int)coverage.WordCount;
        if (isFirst)
        {
            _bits.Clear(view.Recorder, words);
        }

        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        foreach (CoverageChunk chunk in coverage.Chunks.Where(chunk => chunk.Objects > 0))
        {
            Mark(view, chunk, slot);
        }

        if (!isLast)
        {
            return;
        }

        _count.Record(view, coverage.Counted, result.Counters.FirstWord, slot);
        if (result.Masks.Size > 0)
        {
            _bits.Keep(view.Recorder, words, target, (ulong)result.Masks.Offset);
        }
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned = [.. _sets, _count, _lens, _solo, _bits];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private void Mark(ViewRecording view, CoverageChunk chunk, int slot)
    {
        if (view.View.Rays is null)
        {
            Draw(view, chunk, slot);
        }
        else
        {
            _lens.Record(chunk.IsOutside ? view.Wide! : view, chunk, slot);
        }
    }

    // What was culled one by one is marked from the triangles that are left; surfaces with holes never are.
    private void Draw(ViewRecording view, CoverageChunk chunk, int slot)
    {
        var target = new SoloTarget(_sets[slot], (uint)chunk.FirstRegion) { FirstEntry = (uint)chunk.FirstEntry, IsOutside = chunk.IsOutside };
        int scale = chunk.IsOutside ? 3 : 1;
        CullPlan? cull = chunk == view.View.Coverage!.OnlyInside ? view.View.Cull : null;
        if (cull is not null && MicropolygonPass.Suits(view.View))
        {
            _solo.RecordMicropolygons(view, target);
        }

        view.Recorder.BeginRendering(new() { Width = scale * view.Width, Height = scale * view.Height });
        if (chunk.Rows is (int first, int end))
        {
            view.Recorder.SetScissor(0, first, scale * view.Width, end - first);
        }

        if (cull is not null)
        {
            _solo.RecordCulled(view, cull, target);
        }

        _solo.Record(view, chunk.Draws.Where(draw => cull is null || draw.Features.IsCutout || draw.Features.IsTransparent), target);
        view.Recorder.EndRendering();
    }
}
