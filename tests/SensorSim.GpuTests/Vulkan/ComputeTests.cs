using SensorSim.Randomness;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.GpuTests.Vulkan;

public sealed class ComputeTests : GpuFixture
{
    private const string Philox = """
        #version 460
        layout(local_size_x = 64) in;
        layout(set = 0, binding = 0, std430) buffer Output { uvec4 values[]; };
        layout(push_constant) uniform Constants { uint count; uint key0; uint key1; };
        layout(constant_id = 3) const uint rounds = 1;

        void main()
        {
            uint i = gl_GlobalInvocationID.x;
            if (i >= count)
                return;
            uvec4 c = uvec4(i, 7u, 11u, 13u);
            uint k0 = key0, k1 = key1;
            for (uint round = 0; round < rounds; round++)
            {
                uint hi0, lo0, hi1, lo1;
                umulExtended(0xD2511F53u, c.x, hi0, lo0);
                umulExtended(0xCD9E8D57u, c.z, hi1, lo1);
                c = uvec4(hi1 ^ c.y ^ k0, lo1, hi0 ^ c.w ^ k1, lo0);
                k0 += 0x9E3779B9u;
                k1 += 0xBB67AE85u;
            }
            values[i] = c;
        }
        """;

    [Test]
    public void Philox_GivesTheIntegersOfTheProcessor()
    {
        const int Count = 1000;
        using var layout = new ResourceLayout(Device, new ResourceBinding(0, ResourceKind.StorageBuffer, ShaderStage.Compute));
        using var pipeline = new ComputePipeline(Device, new()
        {
            Shader = Compile(ShaderStage.Compute, Philox),
            Specialization = SpecializationConstants.None.With(3, 10),
            ResourceLayouts = [layout],
            PushConstantBytes = 12,
        });
        using var output = DeviceBuffer.For<UInt4>(Device, Count, BufferUsage.Storage);
        using var set = new ResourceSet(Device, layout).Set(0, output);

        Device.Execute(commands =>
        {
            commands.Bind(pipeline);
            commands.Bind(0, set);
            commands.PushConstants(new PhiloxConstants(Count, 0xDEADBEEF, 0x12345678));
            commands.Dispatch((Count + 63) / 64);
        });

        UInt4[] expected = [.. Enumerable.Range(0, Count).Select(i => Philox4x32.Draw(new((uint)i, 7, 11, 13), 0xDEADBEEF, 0x12345678))];
        Assert.That(Read<UInt4>(output, Count), Is.EqualTo(expected));
    }

    [Test]
    public void IndirectDispatch_TakesItsGroupCountFromABuffer()
    {
        using var layout = new ResourceLayout(Device, new ResourceBinding(0, ResourceKind.StorageBuffer));
        using var pipeline = new ComputePipeline(Device, new()
        {
            Shader = Compile(ShaderStage.Compute, """
                #version 460
                layout(local_size_x = 1) in;
                layout(binding = 0, std430) buffer Output { uint values[]; };
                void main() { values[gl_WorkGroupID.x] = gl_WorkGroupID.x + 1; }
                """),
            ResourceLayouts = [layout],
        });
        using var output = DeviceBuffer.For<uint>(Device, 8, BufferUsage.Storage);
        using var arguments = DeviceBuffer.For<uint>(Device, 3, BufferUsage.Indirect);
        using var set = new ResourceSet(Device, layout).Set(0, output);

        Device.Execute(commands =>
        {
            commands.Fill(output);
            commands.Update<uint>(arguments, [5, 1, 1]);
            commands.Barrier(output, ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
            commands.Barrier(arguments, ResourceState.TransferDestination, ResourceState.IndirectArguments);
            commands.Bind(pipeline);
            commands.Bind(0, set);
            commands.DispatchIndirect(arguments);
        });

        Assert.That(Read<uint>(output, 8), Is.EqualTo(new uint[] { 1, 2, 3, 4, 5, 0, 0, 0 }));
    }

    private readonly record struct PhiloxConstants(uint Count, uint Key0, uint Key1);
}
