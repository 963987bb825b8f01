using System.Runtime.InteropServices;
using SensorSim.Rendering;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.GpuTests.Rendering;

/// <summary>The library's warehouse as its cameras see it.</summary>
public sealed class WarehouseTests : RenderingFixture
{
    private static ReadOnlySpan<byte> Hall => """
        scenario: hall
        version: 1.0.0
        intent: { failure_mode: none, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: builtin:warehouse-aisle
        cameras:
          - { name: front, width: 640, height: 480, hfov_deg: 66, pose: { from: [0.2, 1.6, 5.9], look_at: [-0.1, 1.15, -1] } }
          - { name: side, width: 640, height: 480, pose: camera_side }
          - { name: front_large, width: 1280, height: 960, hfov_deg: 66, pose: { from: [0.2, 1.6, 5.9], look_at: [-0.1, 1.15, -1] } }
          - { name: side_large, width: 1280, height: 960, pose: camera_side }
          - { name: back, width: 640, height: 480, hfov_deg: 100, pose: { from: [0.3, 2.2, -5.2], look_at: [-0.2, 3, 6] } }
        cousins: { count: 1, seed: 1 }
        """u8;

    [Test]
    public void TheHall_IsClosed_NoBackgroundShinesThrough()
    {
        Scenario scenario = ScenarioReader.Read(Hall, "hall.yaml").OrThrow();
        Scene scene = SceneLibrary.Read(scenario.Scene).Scene;
        SceneInstance hall = new CousinSampler(scenario, scene, scenario.Cousins.Seed).Sample(0);
        using var renderer = new FrameRenderer(Device, Shaders, scene, Settings with { Labels = LabelKinds.Instance, ShadowMapSide = 0 });

        foreach (CameraSettings camera in scenario.Cameras)
        {
            using FrameOutput output = renderer.Submit(new(hall, [new(CameraPlacement.Of(camera, hall), Consumer: null)])).Wait();
            ReadOnlySpan<ushort> ids = MemoryMarshal.Cast<byte, ushort>(output.Views[0].Instance!.Value.Bytes.Span);
            Assert.That(ids.Length, Is.EqualTo(camera.Width * camera.Height));
            Assert.That(ids.Count((ushort)0), Is.Zero, camera.Name);
        }
    }
}
