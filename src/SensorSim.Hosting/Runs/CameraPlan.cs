using SensorSim.Cameras;
using SensorSim.Rendering.Exposures;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Runs;

/// <summary>One camera of a run, checked.</summary>
/// <param name="Settings">Name, size and pose.</param>
/// <param name="Projection">Its lens, or a pinhole.</param>
/// <param name="Chain">Its sensor chain, behind the lens.</param>
public sealed record CameraPlan(CameraSettings Settings, CameraProjection Projection, SensorChain Chain)
{
    /// <summary>The scene's camera that carries this one; null for one that stands still.</summary>
    public string? Carrier => CameraPlacement.CarrierOf(Settings);

    /// <summary>Null is a pinhole.</summary>
    public ThinLens? Lens => Settings is { Focus: { } focus, Exposure: { } exposure }
        ? new(focus.FocalLengthMillimetres / 1000 / exposure.FNumber, focus.DistanceMetres)
        : null;
}
