using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;

namespace SensorSim.Rendering.Passes;

/// <summary>Keeps the opaque image, each radiance layer by itself, where surfaces that transmit light look for what lies behind them.</summary>
internal static class BackdropPass
{
    /// <summary>Copies the radiance buffer, which must hold the opaque image over the background, and makes the levels that roughness blurs with.</summary>
    public static void Record(ViewRecording view)
    {
        DeviceImage backdrop = view.Targets.Backdrop;
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferSource);
        view.Recorder.Transition(backdrop, ResourceState.Undefined, ResourceState.TransferDestination);
        view.Recorder.Copy(view.Targets.Radiance, 0, backdrop, layerCount: view.Frame.Request.LayerCount);
        view.Recorder.GenerateMips(backdrop, ResourceState.ShaderSampled);
        view.Recorder.Barrier(ResourceState.TransferSource, ResourceState.ShaderStorageWrite);
    }
}
