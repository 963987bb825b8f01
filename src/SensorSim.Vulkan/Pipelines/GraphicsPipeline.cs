using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Shaders;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>A vertex shader, a fragment shader and the fixed state between them, for dynamic rendering.</summary>
public sealed unsafe class GraphicsPipeline : Pipeline
{
    private readonly Device device;

    public GraphicsPipeline(Device device, GraphicsPipelineDescription description)
        : base(device, description.ResourceLayouts, description.PushConstantBytes, ShaderStage.Graphics)
    {
        this.device = device;
        Description = description;
        Handle = Create();
        device.SetName(VkObjectType.Pipeline, Handle.Value, description.Name);
    }

    public GraphicsPipelineDescription Description { get; }

    internal override VkPipelineBindPoint BindPoint => VkPipelineBindPoint.Graphics;

    private VkPipeline Create()
    {
        using var text = new NativeText();
        using var vertex = new ShaderModule(device, Description.VertexShader);
        using ShaderModule? fragment = Description.FragmentShader is { } shader ? new ShaderModule(device, shader) : null;
        using var specialization = new SpecializationData(Description.Specialization);
        byte* main = text.Utf8("main");
        VkPipelineShaderStageCreateInfo* stages = stackalloc VkPipelineShaderStageCreateInfo[2];
        stages[0] = new() { stage = VkShaderStageFlags.Vertex, module = vertex.Handle, pName = main, pSpecializationInfo = specialization.Info };
        if (fragment is not null)
            stages[1] = new() { stage = VkShaderStageFlags.Fragment, module = fragment.Handle, pName = main, pSpecializationInfo = specialization.Info };
        return CreateWithStages(stages, fragment is null ? 1u : 2u);
    }

    private VkPipeline CreateWithStages(VkPipelineShaderStageCreateInfo* stages, uint stageCount)
    {
        int attributeCount = Description.VertexLayouts.Sum(layout => layout.Attributes.Count);
        VkVertexInputBindingDescription* bindings = stackalloc VkVertexInputBindingDescription[Description.VertexLayouts.Count];
        VkVertexInputAttributeDescription* attributes = stackalloc VkVertexInputAttributeDescription[attributeCount];
        VkPipelineVertexInputStateCreateInfo vertexInput = DescribeVertices(bindings, attributes);
        VkPipelineColorBlendAttachmentState* blends = stackalloc VkPipelineColorBlendAttachmentState[Description.ColorTargets.Count];
        VkFormat* formats = stackalloc VkFormat[Description.ColorTargets.Count];
        VkPipelineRenderingCreateInfo rendering = DescribeAttachments(formats, blends);
        var assembly = new VkPipelineInputAssemblyStateCreateInfo { topology = (VkPrimitiveTopology)Description.Topology };
        var viewport = new VkPipelineViewportStateCreateInfo { viewportCount = 1, scissorCount = 1 };
        VkPipelineRasterizationStateCreateInfo rasterization = DescribeRasterization();
        VkPipelineMultisampleStateCreateInfo multisample = DescribeMultisampling();
        VkPipelineDepthStencilStateCreateInfo depth = DescribeDepth();
        var blend = new VkPipelineColorBlendStateCreateInfo { attachmentCount = (uint)Description.ColorTargets.Count, pAttachments = blends };
        VkDynamicState* dynamicStates = stackalloc VkDynamicState[] { VkDynamicState.Viewport, VkDynamicState.Scissor };
        var dynamic = new VkPipelineDynamicStateCreateInfo { dynamicStateCount = 2, pDynamicStates = dynamicStates };
        var info = new VkGraphicsPipelineCreateInfo
        {
            pNext = &rendering,
            stageCount = stageCount,
            pStages = stages,
            pVertexInputState = &vertexInput,
            pInputAssemblyState = &assembly,
            pViewportState = &viewport,
            pRasterizationState = &rasterization,
            pMultisampleState = &multisample,
            pDepthStencilState = &depth,
            pColorBlendState = &blend,
            pDynamicState = &dynamic,
            layout = Layout,
        };
        VkPipeline handle;
        Check(Vk.vkCreateGraphicsPipelines(device.Handle, device.PipelineCache.Handle, 1, &info, null, &handle));
        return handle;
    }

    private VkPipelineVertexInputStateCreateInfo DescribeVertices(VkVertexInputBindingDescription* bindings, VkVertexInputAttributeDescription* attributes)
    {
        uint attribute = 0;
        for (int i = 0; i < Description.VertexLayouts.Count; i++)
        {
            VertexLayout layout = Description.VertexLayouts[i];
            VkVertexInputRate rate = layout.IsPerInstance ? VkVertexInputRate.Instance : VkVertexInputRate.Vertex;
            bindings[i] = new() { binding = (uint)i, stride = (uint)layout.StrideInBytes, inputRate = rate };
            foreach (VertexAttribute member in layout.Attributes)
                attributes[attribute++] = new() { binding = (uint)i, location = (uint)member.Location, format = (VkFormat)member.Format, offset = (uint)member.OffsetInBytes };
        }

        return new()
        {
            vertexBindingDescriptionCount = (uint)Description.VertexLayouts.Count,
            pVertexBindingDescriptions = bindings,
            vertexAttributeDescriptionCount = attribute,
            pVertexAttributeDescriptions = attributes,
        };
    }

    private VkPipelineRenderingCreateInfo DescribeAttachments(VkFormat* formats, VkPipelineColorBlendAttachmentState* blends)
    {
        for (int i = 0; i < Description.ColorTargets.Count; i++)
        {
            formats[i] = (VkFormat)Description.ColorTargets[i].Format;
            blends[i] = BlendAttachments.For(Description.ColorTargets[i]);
        }

        return new()
        {
            viewMask = Description.ViewMask,
            colorAttachmentCount = (uint)Description.ColorTargets.Count,
            pColorAttachmentFormats = formats,
            depthAttachmentFormat = (VkFormat)(Description.DepthFormat ?? PixelFormat.Undefined),
        };
    }

    private VkPipelineRasterizationStateCreateInfo DescribeRasterization() => new()
    {
        depthClampEnable = Description.Depth.IsClamped,
        polygonMode = VkPolygonMode.Fill,
        cullMode = (VkCullModeFlags)Description.Cull,
        frontFace = (VkFrontFace)Description.FrontFace,
        depthBiasEnable = Description.Depth.BiasConstant != 0 || Description.Depth.BiasSlope != 0,
        depthBiasConstantFactor = Description.Depth.BiasConstant,
        depthBiasSlopeFactor = Description.Depth.BiasSlope,
        lineWidth = 1,
    };

    private VkPipelineMultisampleStateCreateInfo DescribeMultisampling() => new()
    {
        rasterizationSamples = (VkSampleCountFlags)Description.SampleCount,
        sampleShadingEnable = Description.IsSampleShaded,
        minSampleShading = 1,
        alphaToCoverageEnable = Description.HasAlphaToCoverage,
    };

    private VkPipelineDepthStencilStateCreateInfo DescribeDepth() => new()
    {
        depthTestEnable = Description.Depth.IsTested,
        depthWriteEnable = Description.Depth.IsWritten,
        depthCompareOp = (VkCompareOp)Description.Depth.Compare,
    };
}
