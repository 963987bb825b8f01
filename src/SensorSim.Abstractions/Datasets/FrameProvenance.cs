using System.Text.Json.Nodes;

namespace SensorSim.Datasets;

/// <summary>What a frame was made from and by. Everything that replay needs, and nothing about the host.</summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Tool">Name and version of the program.</param>
/// <param name="DeviceClass">Vendor, device name and driver version.</param>
/// <param name="Assets">Path as the scenario names it → SHA-256.</param>
/// <param name="Plugins">Plugin id → version and digest of its files: "1.0.0 sha256:…".</param>
/// <param name="Shaders">Pipeline name → SHA-256 of its SPIR-V.</param>
/// <param name="Render">Render settings and resolved scene state that is not a draw: scene, environment, waveforms, samples per pixel.</param>
public sealed record FrameProvenance(
    ulong Seed,
    string Tool,
    string DeviceClass,
    IReadOnlyDictionary<string, string> Assets,
    IReadOnlyDictionary<string, string> Plugins,
    IReadOnlyDictionary<string, string> Shaders,
    JsonObject Render);
