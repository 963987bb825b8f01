using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Sensors;

/// <summary>One compiled dispatch of a sensor chain.</summary>
internal sealed class SensorPass : IDisposable
{
    // Every device takes 65,535 groups along an axis; larger images wrap into the second one.
    private const int GroupsInRow = 32768;

    private readonly ComputePipeline _pipeline;

    public SensorPass(Device device, ShaderLibrary shaders, ResourceLayout layout, FusedPass plan)
    {
        Plan = plan;
        CompiledShader shader = shaders.Compile(plan.Shader);
        ShaderDigest = shader.Sha256;
        _pipeline = new(device, new() { Name = plan.Name, Shader = shader, ResourceLayouts = [layout] });
    }

    public FusedPass Plan { get; }

    public string ShaderDigest { get; }

    public void Dispatch(CommandRecorder recorder, ResourceSet resources, SensorChain chain, SensorFrame frame)
    {
        int pixels = frame.Width * frame.Height;
        int invocations = Plan.IsLast ? CeilingDivide(pixels, PackedOutput.PixelsPerInvocation(chain)) : pixels;
        int groups = CeilingDivide(invocations, ShaderFragments.GroupSize);
        recorder.BeginLabel(Plan.Name);
        recorder.Bind(_pipeline);
        recorder.Bind(0, resources);
        recorder.Dispatch(Math.Min(groups, GroupsInRow), CeilingDivide(groups, GroupsInRow), Plan.OverLayers ? frame.LayerCount : 1);
        recorder.EndLabel();
    }

    public void Dispose() => _pipeline.Dispose();

    internal static int CeilingDivide(int count, int size) => (count + size - 1) / size;
}
