using SensorSim.Randomness;
using SensorSim.Tests.Sensors;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.GpuTests.Sensors;

/// <summary>RNG-1 in the shader: the known answers, and the same integers as in C# at many addresses.</summary>
public sealed class PhiloxShaderTests : GpuFixture
{
    private const string Glsl = """
        #version 460
        #extension GL_GOOGLE_include_directive : require
        #include "common/random.glsl"
        layout(local_size_x = 1) in;
        layout(std430, set = 0, binding = 0) readonly buffer Input { uint words[]; };
        layout(std430, set = 0, binding = 1) writeonly buffer Output { uvec4 drawn[]; };
        void main()
        {
            uint i = gl_WorkGroupID.x * 6u;
            drawn[gl_WorkGroupID.x] = philox4x32(uvec4(words[i], words[i + 1u], words[i + 2u], words[i + 3u]), uvec2(words[i + 4u], words[i + 5u]));
        }
        """;

    [Test]
    public void Rng1_KnownAnswersAndTheIntegersOfTheProcessor()
    {
        uint[] words =
        [
            0, 0, 0, 0, 0, 0,
            uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue,
            0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0,
            .. Enumerable.Range(0, 6 * 1000).Select(i => Philox4x32.Draw(new((uint)i, 0, 0, 0), 5, 6).X),
        ];
        UInt4[] drawn = Draw(words);
        Assert.Multiple(() =>
        {
            UInt4[] known = [new(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8), new(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd), new(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)];
            Acceptance.Holds("RNG-1 wrong known answers", known.Zip(drawn).Count(pair => pair.First != pair.Second), 0, 0);
            IEnumerable<UInt4> processor = words.Chunk(6).Select(w => Philox4x32.Draw(new(w[0], w[1], w[2], w[3]), w[4], w[5]));
            Acceptance.Holds("RNG-1 integers that are not the processor's", processor.Zip(drawn).Count(pair => pair.First != pair.Second), 0, 0, "1003");
        });
    }

    private static UInt4[] Draw(uint[] words)
    {
        int count = words.Length / 6;
        CompiledShader shader = GpuSensor.Shaders.Compile(new() { Name = "philox.comp", Stage = ShaderStage.Compute, Text = Glsl });
        using var layout = new ResourceLayout(Device, new ResourceBinding(0, ResourceKind.StorageBuffer), new ResourceBinding(1, ResourceKind.StorageBuffer));
        using var pipeline = new ComputePipeline(Device, new() { Shader = shader, ResourceLayouts = [layout] });
        using var input = DeviceBuffer.For<uint>(Device, words.Length, BufferUsage.Storage, MemoryKind.Upload);
        using var output = DeviceBuffer.For<UInt4>(Device, count, BufferUsage.Storage);
        using ResourceSet resources = new ResourceSet(Device, layout).Set(0, input).Set(1, output);
        words.CopyTo(input.Map<uint>());
        input.Flush();
        Device.Execute(recorder =>
        {
            recorder.Bind(pipeline);
            recorder.Bind(0, resources);
            recorder.Dispatch(count);
        });
        return Read<UInt4>(output, count);
    }
}
