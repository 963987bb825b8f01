using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan.Commands;

/// <summary>
/// How a buffer or an image is being used: the pipeline stages, the kind of access and the image layout that a barrier goes from or to.
/// A barrier waits for all earlier use in the state it comes from.
/// </summary>
public readonly record struct ResourceState
{
    private const VkPipelineStageFlags2 Shaders = VkPipelineStageFlags2.VertexShader | VkPipelineStageFlags2.FragmentShader | VkPipelineStageFlags2.ComputeShader;
    private const VkPipelineStageFlags2 DepthTests = VkPipelineStageFlags2.EarlyFragmentTests | VkPipelineStageFlags2.LateFragmentTests;

    private ResourceState(VkPipelineStageFlags2 stages, VkAccessFlags2 access, VkImageLayout layout = VkImageLayout.Undefined)
    {
        Stages = stages;
        Access = access;
        Layout = layout;
    }

    /// <summary>Content that may be lost; waits for whatever used the resource before. Only to come from.</summary>
    public static ResourceState Undefined { get; } = new(VkPipelineStageFlags2.AllCommands, VkAccessFlags2.MemoryWrite);

    /// <summary>Read by a copy, blit or resolve.</summary>
    public static ResourceState TransferSource { get; } = new(VkPipelineStageFlags2.AllTransfer, VkAccessFlags2.TransferRead, VkImageLayout.TransferSrcOptimal);

    /// <summary>Written by a copy, blit, resolve, clear or fill.</summary>
    public static ResourceState TransferDestination { get; } = new(VkPipelineStageFlags2.AllTransfer, VkAccessFlags2.TransferWrite, VkImageLayout.TransferDstOptimal);

    /// <summary>A texture in any shader.</summary>
    public static ResourceState ShaderSampled { get; } = new(Shaders, VkAccessFlags2.ShaderSampledRead, VkImageLayout.ShaderReadOnlyOptimal);

    /// <summary>A storage buffer or storage image that any shader reads.</summary>
    public static ResourceState ShaderStorageRead { get; } = new(Shaders, VkAccessFlags2.ShaderStorageRead, VkImageLayout.General);

    /// <summary>A storage buffer or storage image that any shader reads and writes.</summary>
    public static ResourceState ShaderStorageWrite { get; } = new(Shaders, VkAccessFlags2.ShaderStorageRead | VkAccessFlags2.ShaderStorageWrite, VkImageLayout.General);

    public static ResourceState ColorAttachment { get; } = new(
        VkPipelineStageFlags2.ColorAttachmentOutput, VkAccessFlags2.ColorAttachmentRead | VkAccessFlags2.ColorAttachmentWrite, VkImageLayout.ColorAttachmentOptimal);

    public static ResourceState DepthAttachment { get; } = new(
        DepthTests, VkAccessFlags2.DepthStencilAttachmentRead | VkAccessFlags2.DepthStencilAttachmentWrite, VkImageLayout.DepthStencilAttachmentOptimal);

    public static ResourceState VertexBuffer { get; } = new(VkPipelineStageFlags2.VertexInput, VkAccessFlags2.VertexAttributeRead);

    public static ResourceState IndexBuffer { get; } = new(VkPipelineStageFlags2.VertexInput, VkAccessFlags2.IndexRead);

    public static ResourceState UniformBuffer { get; } = new(Shaders, VkAccessFlags2.UniformRead);

    /// <summary>Counts of an indirect draw or dispatch.</summary>
    public static ResourceState IndirectArguments { get; } = new(VkPipelineStageFlags2.DrawIndirect, VkAccessFlags2.IndirectCommandRead);

    /// <summary>Read by the processor after the timeline says so.</summary>
    public static ResourceState HostRead { get; } = new(VkPipelineStageFlags2.Host, VkAccessFlags2.HostRead, VkImageLayout.General);

    internal VkPipelineStageFlags2 Stages { get; }

    internal VkAccessFlags2 Access { get; }

    internal VkImageLayout Layout { get; }
}
