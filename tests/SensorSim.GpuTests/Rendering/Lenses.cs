using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Cameras of every model, at the origin, looking along −Z.</summary>
internal static class Lenses
{
    private static readonly PluginCatalog Catalog = SensorBench.Catalog;

    public static IEnumerable<TestCaseData> All() =>
    [
        Case("pinhole", new(400, 300, 300, 300, 199.5, 149.5)),
        Case("five", With(new(400, 300, 300, 300, 199.5, 149.5), "lens.brown-conrady", ("k1", -.28), ("k2", .09), ("p1", .0012), ("p2", -.0007), ("k3", -.012))),
        Case("fourteen", With(
            new(400, 300, 400, 390, 205, 140), "lens.brown-conrady", ("k1", .15), ("k2", -.05), ("p1", .0012), ("p2", -.0007), ("k3", .01), ("k4", .42), ("k5", -.02),
            ("k6", .03), ("s1", .0015), ("s2", -.0004), ("s3", -.0011), ("s4", .0003), ("tau_x", .01), ("tau_y", -.015))),
        Case("fisheye of 220 degrees", With(new(400, 400, 100, 100, 199.5, 199.5), "lens.kannala-brandt", ("k1", .02), ("k2", -.002))),
        Case("panorama", With(new(480, 240, 480 / Math.Tau, 480 / Math.Tau, 239.5, 119.5), "lens.equirectangular")),
        Case("orthographic", new(400, 300, 60, 60, 199.5, 149.5) { Projection = CameraProjection.Orthographic }),
    ];

    public static CameraIntrinsics With(CameraIntrinsics camera, string id, params (string Name, double Value)[] coefficients)
    {
        InstalledPlugin plugin = Catalog.Require(id);
        ParameterBinding binding = plugin.Schema.Bind(coefficients.ToDictionary(c => c.Name, c => (JsonNode?)JsonValue.Create(c.Value), StringComparer.Ordinal));
        return camera with { Projection = new LensProjection(id, (Lens)plugin.Instance, binding.Parameters!) };
    }

    public static CameraView Looking(CameraIntrinsics camera) =>
        new("camera", camera, Matrix4x4d.FromAxes(Vector3d.UnitX, -Vector3d.UnitY, -Vector3d.UnitZ, Vector3d.Zero));

    public static TestCaseData Case(string name, CameraIntrinsics camera) => new TestCaseData(Looking(camera)).SetArgDisplayNames(name);
}
