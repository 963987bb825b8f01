using System.Numerics;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.GpuTests.Vulkan;

public sealed class ResourceTests : GpuFixture
{
    [Test]
    public void TextureArrayElements_AreReadThroughTheirOwnSamplers()
    {
        using DeviceImage first = Texture(1, 1, [0.25f]);
        using DeviceImage second = Texture(2, 1, [1f, 3f]);
        using var linear = new Sampler(Device, SamplerDescription.LinearClamp);
        using var nearest = new Sampler(Device, SamplerDescription.NearestClamp);
        using var layout = new ResourceLayout(
            Device, new ResourceBinding(0, ResourceKind.CombinedImageSampler, ShaderStage.Compute, Count: 3), new ResourceBinding(1, ResourceKind.StorageBuffer));
        using var output = DeviceBuffer.For<float>(Device, 3, BufferUsage.Storage);
        using var set = new ResourceSet(Device, layout);
        set.Set(0, first.View, linear, 0).Set(0, second.View, linear, 1).Set(0, second.View, nearest, 2).Set(1, output);

        Run(layout, set, """
            #version 460
            layout(local_size_x = 1) in;
            layout(binding = 0) uniform sampler2D textures[3];
            layout(binding = 1, std430) buffer Output { float values[3]; };
            void main()
            {
                values[0] = textureLod(textures[0], vec2(0.5), 0).r;
                values[1] = textureLod(textures[1], vec2(0.5), 0).r;
                values[2] = textureLod(textures[2], vec2(0.6), 0).r;
            }
            """);

        Assert.That(Read<float>(output, 3), Is.EqualTo(new[] { 0.25f, 2f, 3f }).Within(1e-3f));
    }

    [Test]
    public void CubeFaces_LieInTheOrderOfTheirLayers()
    {
        using var cube = new DeviceImage(Device, new() { Width = 1, Height = 1, Format = PixelFormat.R32Float, Usage = ImageUsage.Sampled, ArrayLayers = 6, IsCube = true });
        Fill<float>(cube, [0, 1, 2, 3, 4, 5], layerCount: 6);
        using var sampler = new Sampler(Device, SamplerDescription.NearestClamp);
        using var layout = new ResourceLayout(Device, new ResourceBinding(0, ResourceKind.CombinedImageSampler), new ResourceBinding(1, ResourceKind.StorageBuffer));
        using var output = DeviceBuffer.For<float>(Device, 6, BufferUsage.Storage);
        using ResourceSet set = new ResourceSet(Device, layout).Set(0, cube.View, sampler).Set(1, output);

        Run(layout, set, """
            #version 460
            layout(local_size_x = 1) in;
            layout(binding = 0) uniform samplerCube cube;
            layout(binding = 1, std430) buffer Output { float values[6]; };
            const vec3 axes[6] = { vec3(1,0,0), vec3(-1,0,0), vec3(0,1,0), vec3(0,-1,0), vec3(0,0,1), vec3(0,0,-1) };
            void main()
            {
                for (int i = 0; i < 6; i++)
                    values[i] = textureLod(cube, axes[i], 0).r;
            }
            """);

        Assert.That(Read<float>(output, 6), Is.EqualTo(new float[] { 0, 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void StorageImage_IsWrittenByCompute()
    {
        using var image = new DeviceImage(Device, new() { Width = 4, Height = 2, Format = PixelFormat.R32UInt, Usage = ImageUsage.Storage });
        using var layout = new ResourceLayout(Device, new ResourceBinding(0, ResourceKind.StorageImage));
        using ResourceSet set = new ResourceSet(Device, layout).Set(0, image.View);
        Device.Execute(commands => commands.Transition(image, ResourceState.Undefined, ResourceState.ShaderStorageWrite));

        Run(layout, set, """
            #version 460
            layout(local_size_x = 4, local_size_y = 2) in;
            layout(binding = 0, r32ui) uniform writeonly uimage2D image;
            void main() { imageStore(image, ivec2(gl_GlobalInvocationID.xy), uvec4(gl_GlobalInvocationID.y * 10 + gl_GlobalInvocationID.x)); }
            """);

        Assert.That(Read<uint>(image, ResourceState.ShaderStorageWrite), Is.EqualTo(new uint[] { 0, 1, 2, 3, 10, 11, 12, 13 }));
    }

    [Test]
    public void DynamicOffset_ChoosesThePartOfTheUniformBuffer()
    {
        uint step = (uint)Math.Max(16, Device.Limits.UniformBufferOffsetAlignment);
        using var uniforms = new DeviceBuffer(Device, step * 2, BufferUsage.Uniform, MemoryKind.Upload);
        uniforms.Map<float>()[0] = 5;
        uniforms.Map<float>()[(int)step / 4] = 9;
        uniforms.Flush();
        using var layout = new ResourceLayout(Device, new ResourceBinding(0, ResourceKind.DynamicUniformBuffer), new ResourceBinding(1, ResourceKind.StorageBuffer));
        using var output = DeviceBuffer.For<float>(Device, 1, BufferUsage.Storage);
        using ResourceSet set = new ResourceSet(Device, layout).Set(0, uniforms, 0, 16).Set(1, output);

        Run(layout, set, """
            #version 460
            layout(local_size_x = 1) in;
            layout(binding = 0) uniform Input { float value; };
            layout(binding = 1, std430) buffer Output { float result; };
            void main() { result = value; }
            """, step);

        Assert.That(Read<float>(output, 1), Is.EqualTo(new[] { 9f }));
    }

    [Test]
    public void TexelBuffer_ConvertsItsFormat()
    {
        using var bytes = new DeviceBuffer(Device, 4, BufferUsage.UniformTexel, MemoryKind.Upload);
        bytes.Map<byte>()[0] = 255;
        bytes.Map<byte>()[1] = 51;
        bytes.Flush();
        using var view = new TexelView(Device, bytes, PixelFormat.R8G8B8A8UNorm);
        using var layout = new ResourceLayout(Device, new ResourceBinding(0, ResourceKind.UniformTexelBuffer), new ResourceBinding(1, ResourceKind.StorageBuffer));
        using var output = DeviceBuffer.For<Vector4>(Device, 1, BufferUsage.Storage);
        using ResourceSet set = new ResourceSet(Device, layout).Set(0, view).Set(1, output);

        Run(layout, set, """
            #version 460
            layout(local_size_x = 1) in;
            layout(binding = 0) uniform samplerBuffer texels;
            layout(binding = 1, std430) buffer Output { vec4 result; };
            void main() { result = texelFetch(texels, 0); }
            """);

        Vector4 texel = Read<Vector4>(output, 1)[0];
        Assert.That(texel.X, Is.EqualTo(1));
        Assert.That(texel.Y, Is.EqualTo(0.2f).Within(1e-6f));
    }

    [Test]
    public void WrongKindOrElement_IsNamed()
    {
        using var layout = new ResourceLayout(Device, new ResourceBinding(3, ResourceKind.CombinedImageSampler, Count: 2));
        using var set = new ResourceSet(Device, layout);
        using var buffer = DeviceBuffer.For<uint>(Device, 1, BufferUsage.Storage);
        using DeviceImage image = Texture(1, 1, [0f]);
        using var sampler = new Sampler(Device, SamplerDescription.NearestClamp);

        Assert.That(() => set.Set(3, buffer), Throws.ArgumentException.With.Message.Contains("CombinedImageSampler"));
        Assert.That(() => set.Set(0, buffer), Throws.ArgumentException.With.Message.Contains("it has 3"));
        Assert.That(() => set.Set(3, image.View, sampler, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void ManySets_OutgrowOnePoolAndAreGivenBack()
    {
        using var layout = new ResourceLayout(Device, new ResourceBinding(0, ResourceKind.StorageBuffer), new ResourceBinding(1, ResourceKind.CombinedImageSampler, Count: 16));
        for (int round = 0; round < 2; round++)
        {
            ResourceSet[] sets = [.. Enumerable.Range(0, 600).Select(_ => new ResourceSet(Device, layout))];
            foreach (ResourceSet set in sets)
                set.Dispose();
        }
    }

    private static void Run(ResourceLayout layout, ResourceSet set, string glsl, params uint[] offsets)
    {
        using var pipeline = new ComputePipeline(Device, new() { Shader = Compile(ShaderStage.Compute, glsl), ResourceLayouts = [layout] });
        Device.Execute(commands =>
        {
            commands.Bind(pipeline);
            commands.Bind(0, set, offsets);
            commands.Dispatch(1);
        });
    }

    private static DeviceImage Texture(int width, int height, float[] texels)
    {
        var image = new DeviceImage(Device, new() { Width = width, Height = height, Format = PixelFormat.R32Float, Usage = ImageUsage.Sampled });
        Fill<float>(image, texels, layerCount: 1);
        return image;
    }

    private static void Fill<T>(DeviceImage image, T[] texels, int layerCount)
        where T : unmanaged
    {
        using var ring = new UploadRing(Device, 4096);
        Device.Execute(commands =>
        {
            commands.Transition(image, ResourceState.Undefined, ResourceState.TransferDestination);
            ring.Upload<T>(commands, texels, image, layerCount: layerCount);
            commands.Transition(image, ResourceState.TransferDestination, ResourceState.ShaderSampled);
        });
    }
}
