using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Vulkan.Commands;

/// <content>Rendering and dispatching.</content>
public sealed unsafe partial class CommandRecorder
{
    /// <summary>Begins a pass over the given attachments, with viewport and scissor set to its size.</summary>
    public void BeginRendering(RenderingDescription description)
    {
        int count = description.ColorAttachments.Count;
        VkRenderingAttachmentInfo* colors = stackalloc VkRenderingAttachmentInfo[count];
        for (int i = 0; i < count; i++)
            colors[i] = RenderingAttachments.Describe(description.ColorAttachments[i]);
        VkRenderingAttachmentInfo depth = description.DepthAttachment is { } attachment ? RenderingAttachments.Describe(attachment) : default;
        var info = new VkRenderingInfo
        {
            renderArea = new() { extent = new() { width = (uint)description.Width, height = (uint)description.Height } },
            layerCount = (uint)description.LayerCount,
            viewMask = description.ViewMask,
            colorAttachmentCount = (uint)count,
            pColorAttachments = colors,
            pDepthAttachment = description.DepthAttachment is null ? null : &depth,
        };
        Vk.vkCmdBeginRendering(Handle, &info);
        SetViewport(0, 0, description.Width, description.Height);
        SetScissor(0, 0, description.Width, description.Height);
    }

    public void EndRendering() => Vk.vkCmdEndRendering(Handle);

    /// <summary>Pixels; a negative height, with y at the bottom edge, turns the image over.</summary>
    public void SetViewport(float x, float y, float width, float height, float minDepth = 0, float maxDepth = 1)
    {
        var viewport = new VkViewport { x = x, y = y, width = width, height = height, minDepth = minDepth, maxDepth = maxDepth };
        Vk.vkCmdSetViewport(Handle, 0, 1, &viewport);
    }

    /// <summary>Pixels.</summary>
    public void SetScissor(int x, int y, int width, int height)
    {
        var scissor = new VkRect2D { offset = new() { x = x, y = y }, extent = new() { width = (uint)width, height = (uint)height } };
        Vk.vkCmdSetScissor(Handle, 0, 1, &scissor);
    }

    /// <summary>The pipeline for the draws or dispatches, sets and push constants that follow.</summary>
    public void Bind(Pipeline newPipeline)
    {
        pipeline = newPipeline;
        Vk.vkCmdBindPipeline(Handle, newPipeline.BindPoint, newPipeline.Handle);
    }

    /// <summary>Binds resources for the current pipeline.</summary>
    /// <param name="setNumber">GLSL <c>layout(set = …)</c>.</param>
    /// <param name="dynamicOffsets">Bytes, one for each dynamic buffer binding in order.</param>
    public void Bind(int setNumber, ResourceSet resources, params ReadOnlySpan<uint> dynamicOffsets)
    {
        Pipeline current = RequirePipeline();
        VkDescriptorSet set = resources.Handle;
        fixed (uint* offsets = dynamicOffsets)
            Vk.vkCmdBindDescriptorSets(Handle, current.BindPoint, current.Layout, (uint)setNumber, 1, &set, (uint)dynamicOffsets.Length, offsets);
    }

    /// <summary>Sets the push constants of the current pipeline, from the beginning of its block.</summary>
    public void PushConstants<T>(in T constants)
        where T : unmanaged
    {
        Pipeline current = RequirePipeline();
        if (sizeof(T) > current.PushConstantBytes)
            throw new ArgumentException($"{typeof(T).Name} has {sizeof(T)} bytes and the pipeline's block {current.PushConstantBytes}.", nameof(constants));
        fixed (T* values = &constants)
            Vk.vkCmdPushConstants(Handle, current.Layout, (VkShaderStageFlags)current.Stages, 0, (uint)sizeof(T), values);
    }

    public void BindVertexBuffer(int number, DeviceBuffer buffer, ulong offsetInBytes = 0)
    {
        VkBuffer handle = buffer.Handle;
        Vk.vkCmdBindVertexBuffers(Handle, (uint)number, 1, &handle, &offsetInBytes);
    }

    /// <summary>32-bit indices, or 16-bit ones.</summary>
    public void BindIndexBuffer(DeviceBuffer buffer, ulong offsetInBytes = 0, bool is16Bit = false) =>
        Vk.vkCmdBindIndexBuffer(Handle, buffer.Handle, offsetInBytes, is16Bit ? VkIndexType.Uint16 : VkIndexType.Uint32);

    public void Draw(int vertexCount, int instanceCount = 1, int firstVertex = 0, int firstInstance = 0) =>
        Vk.vkCmdDraw(Handle, (uint)vertexCount, (uint)instanceCount, (uint)firstVertex, (uint)firstInstance);

    public void DrawIndexed(int indexCount, int instanceCount = 1, int firstIndex = 0, int vertexOffset = 0, int firstInstance = 0) =>
        Vk.vkCmdDrawIndexed(Handle, (uint)indexCount, (uint)instanceCount, (uint)firstIndex, vertexOffset, (uint)firstInstance);

    /// <summary>Draws from <see cref="DrawArguments"/> in a buffer.</summary>
    public void DrawIndirect(DeviceBuffer arguments, ulong offsetInBytes, int drawCount) =>
        Vk.vkCmdDrawIndirect(Handle, arguments.Handle, offsetInBytes, (uint)drawCount, (uint)sizeof(DrawArguments));

    /// <summary>Draws from <see cref="DrawIndexedArguments"/> in a buffer.</summary>
    public void DrawIndexedIndirect(DeviceBuffer arguments, ulong offsetInBytes, int drawCount) =>
        Vk.vkCmdDrawIndexedIndirect(Handle, arguments.Handle, offsetInBytes, (uint)drawCount, (uint)sizeof(DrawIndexedArguments));

    /// <summary>Counts of work groups.</summary>
    public void Dispatch(int groupsX, int groupsY = 1, int groupsZ = 1) => Vk.vkCmdDispatch(Handle, (uint)groupsX, (uint)groupsY, (uint)groupsZ);

    /// <summary>Dispatches three group counts (uint32) read from a buffer.</summary>
    public void DispatchIndirect(DeviceBuffer arguments, ulong offsetInBytes = 0) => Vk.vkCmdDispatchIndirect(Handle, arguments.Handle, offsetInBytes);

    private Pipeline RequirePipeline() => pipeline ?? throw new InvalidOperationException("Bind a pipeline first.");
}
