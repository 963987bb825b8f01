using System.Runtime.InteropServices;
using SensorSim.Rendering.Planning;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>Marks the pixels that objects cover with triangles about as small as a pixel.</summary>
/// <param name="context">The device.</param>
/// <param name="cull">Which triangles.</param>
/// <param name="layout">Of the sets that <see cref="CoveragePass"/> marks with.</param>
internal sealed class MicropolygonCoveragePass(PassContext context, CullPass cull, ResourceLayout layout) : IDisposable
{
    private const int Group = 64;

    private readonly ComputePipeline _mark = context.Compute("passes/coverage_micropolygons.comp", SpecializationConstants.None, Marshal.SizeOf<Constants>(), cull.ResourceLayout, layout);

    /// <param name="view">Whose triangles are culled.</param>
    /// <param name="set">Regions and bits.</param>
    /// <param name="firstObject">Of the view's in the regions by object.</param>
    public void Record(ViewRecording view, ResourceSet set, uint firstObject)
    {
        CullPlan plan = view.View.Cull!;
        view.Bind(_mark);
        cull.BindClusters(view.Recorder, 1);
        view.Recorder.Bind(2, set);
        view.Recorder.PushConstants(new Constants((uint)plan.FirstCluster, (uint)plan.ClusterCount, firstObject));
        view.Recorder.Dispatch((plan.ClusterCount + Group - 1) / Group);
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
    }

    public void Dispose() => _mark.Dispose();

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Constants(uint First, uint Count, uint FirstObject);
}
