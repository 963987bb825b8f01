using System.Numerics;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Lenses;

/// <summary>A camera's rays on the device.</summary>
internal sealed class RayMap : IDisposable
{
    private readonly DeviceBuffer _buffer;
    private readonly Lazy<(DeviceBuffer Buffer, TexelView View)> _places;

    public RayMap(Device device, UploadRing uploads, LensRays rays)
    {
        _places = new(() => Upload(device, uploads, LensPlaces.Of(rays.Camera)));
        Vector4[] texels = rays.ToGpu();
        Faces = rays.Faces;
        Bytes = 16UL * (ulong)texels.Length;
        _buffer = new(device, Bytes, BufferUsage.UniformTexel, name: "rays");
        device.Execute(recorder =>
        {
            uploads.Upload<Vector4>(recorder, texels, _buffer);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderSampled);
        });
        View = new(device, _buffer, PixelFormat.R32G32B32A32Float);
    }

    /// <summary>On the device, without the places.</summary>
    public ulong Bytes { get; }

    public IReadOnlyList<LensFace> Faces { get; }

    public TexelView View { get; }

    /// <summary>Where the lens shows directions; made when first asked for.</summary>
    public TexelView Places => _places.Value.View;

    public void Dispose()
    {
        if (_places.IsValueCreated)
        {
            _places.Value.View.Dispose();
            _places.Value.Buffer.Dispose();
        }

        View.Dispose();
        _buffer.Dispose();
    }

    private static (DeviceBuffer Buffer, TexelView View) Upload(Device device, UploadRing uploads, Vector2[] places)
    {
        var buffer = new DeviceBuffer(device, 8UL * (ulong)places.Length, BufferUsage.UniformTexel, name: "places of a lens");
        device.Execute(recorder =>
        {
            uploads.Upload<Vector2>(recorder, places, buffer);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderSampled);
        });
        return (buffer, new(device, buffer, PixelFormat.R32G32Float));
    }
}
