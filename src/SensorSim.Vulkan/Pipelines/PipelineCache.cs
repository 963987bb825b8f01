using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SensorSim.Vulkan.Generated;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>
/// What the driver compiled, kept between runs in one file per device and driver. A file that is damaged or of another driver
/// is left unread and replaced at the end of the run: the cache only saves time, so starting without it is right.
/// </summary>
public sealed unsafe class PipelineCache : IDisposable
{
    private readonly Device device;
    private readonly string? path;
    private bool disposed;

    internal PipelineCache(Device device, string? directory)
    {
        this.device = device;
        path = directory is null ? null : Path.Combine(directory, FileName(device.PhysicalDevice));
        byte[] content = path is null ? [] : Read(path, device.PhysicalDevice);
        LoadedBytes = content.Length;
        Handle = Create(content);
    }

    /// <summary>Bytes taken over from an earlier run; 0 when there were none that fit.</summary>
    public int LoadedBytes { get; }

    /// <summary>Why the file could not be written when the device was disposed; null when it was, or when there is none.</summary>
    public string? SaveFailure { get; private set; }

    internal VkPipelineCache Handle { get; }

    private static ReadOnlySpan<byte> Mark => "SSPC0001"u8;

    /// <summary>Writes the cache to its file; does nothing without a directory. The file is never seen half written.</summary>
    public void Save()
    {
        if (path is null)
            return;
        byte[] content = GetData();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SealedFile.Write(path, Mark, content);
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        try
        {
            Save();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written costs the next run some time and nothing else; call Save to hear of it.
            SaveFailure = failure.Message;
        }

        Vk.vkDestroyPipelineCache(device.Handle, Handle, null);
    }

    /// <summary>The driver's data of a cache file, or nothing when the file is missing, damaged or of another device or driver.</summary>
    internal static byte[] Read(string path, PhysicalDevice physicalDevice)
    {
        byte[]? content = SealedFile.Read(path, Mark);
        return content is not null && IsOf(content, physicalDevice) ? content : [];
    }

    // Layout of VkPipelineCacheHeaderVersionOne: size, version, vendor, device, 16 bytes of UUID.
    private static bool IsOf(ReadOnlySpan<byte> content, PhysicalDevice physicalDevice) =>
        content.Length >= 32
        && BinaryPrimitives.ReadUInt32LittleEndian(content) == 32
        && BinaryPrimitives.ReadUInt32LittleEndian(content[4..]) == (uint)VkPipelineCacheHeaderVersion.One
        && BinaryPrimitives.ReadUInt32LittleEndian(content[8..]) == physicalDevice.VendorId
        && BinaryPrimitives.ReadUInt32LittleEndian(content[12..]) == physicalDevice.DeviceId
        && Convert.ToHexStringLower(content[16..32]) == physicalDevice.PipelineCacheUuid;

    private static string FileName(PhysicalDevice device)
    {
        string key = $"{device.Uuid} {device.PipelineCacheUuid} {device.DriverName} {device.DriverVersion}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32] + ".pipelines";
    }

    private VkPipelineCache Create(byte[] content)
    {
        fixed (byte* data = content)
        {
            var info = new VkPipelineCacheCreateInfo { initialDataSize = (nuint)content.Length, pInitialData = data };
            VkPipelineCache handle;
            Check(Vk.vkCreatePipelineCache(device.Handle, &info, null, &handle));
            return handle;
        }
    }

    private byte[] GetData()
    {
        nuint size = 0;
        Check(Vk.vkGetPipelineCacheData(device.Handle, Handle, &size, null));
        byte[] data = new byte[size];
        fixed (byte* first = data)
            Check(Vk.vkGetPipelineCacheData(device.Handle, Handle, &size, first));
        return data[..(int)size];
    }
}
