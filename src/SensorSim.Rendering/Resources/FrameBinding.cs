using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Resources;

/// <summary>Binding numbers of set 0, as the shaders have them.</summary>
internal static class FrameBinding
{
    public const int View = 0;
    public const int Objects = 1;
    public const int Lamps = 2;
    public const int Materials = 3;
    public const int Positions = 4;
    public const int Normals = 5;
    public const int Tangents = 6;
    public const int Colors = 7;
    public const int TexCoords1 = 8;
    public const int Triangles = 9;
    public const int Prefiltered = 10;
    public const int Irradiance = 11;
    public const int SplitSum = 12;
    public const int ShadowMaps = 13;
    public const int LampWeights = 14;
    public const int DrawnObjects = 15;
    public const int Visibility = 16;
    public const int SpanLists = 17;
    public const int Spans = 18;
    public const int Radiance = 19;
    public const int Categories = 20;
    public const int Planes = 21;
    public const int SpanKinds = 22;
    public const int SpanKindTexels = 23;
    public const int ShadowDepths = 24;
    public const int Ambient = 25;
    public const int Rays = 26;

    // Only shaders of materials with layers look at these.
    public const int MaterialLayers = 30;
    public const int SheenAlbedo = 31;
    public const int Backdrop = 32;

    public static ResourceLayout CreateLayout(Device device)
    {
        const ShaderStage Shading = ShaderStage.Fragment | ShaderStage.Compute;
        return new(
            device,
            new(View, ResourceKind.DynamicUniformBuffer),
            new(Objects, ResourceKind.UniformTexelBuffer),
            new(Lamps, ResourceKind.StorageBuffer, Shading),
            new(Materials, ResourceKind.UniformTexelBuffer, Shading),
            new(Positions, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new(Normals, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new(Tangents, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new(Colors, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new(TexCoords1, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new(Triangles, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new(Prefiltered, ResourceKind.CombinedImageSampler, Shading),
            new(Irradiance, ResourceKind.CombinedImageSampler, Shading),
            new(SplitSum, ResourceKind.CombinedImageSampler, Shading),
            new(ShadowMaps, ResourceKind.CombinedImageSampler, Shading),
            new(LampWeights, ResourceKind.StorageBuffer, Shading),
            new(DrawnObjects, ResourceKind.UniformTexelBuffer, ShaderStage.Vertex),
            new(Visibility, ResourceKind.CombinedImageSampler, ShaderStage.Compute),
            new(SpanLists, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new(Spans, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new(Radiance, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new(Categories, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new(Planes, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new(SpanKinds, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new(SpanKindTexels, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new(ShadowDepths, ResourceKind.CombinedImageSampler, Shading),
            new(Ambient, ResourceKind.StorageBuffer, Shading),
            new(Rays, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new(MaterialLayers, ResourceKind.UniformTexelBuffer, Shading),
            new(SheenAlbedo, ResourceKind.CombinedImageSampler, Shading),
            new(Backdrop, ResourceKind.CombinedImageSampler, ShaderStage.Fragment));
    }
}
