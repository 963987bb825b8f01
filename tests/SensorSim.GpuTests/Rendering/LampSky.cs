using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>A white sky of 1 nit all around, made of directional lamps: 4π/N lux each.</summary>
internal sealed class LampSky : RenderingFixture
{
    private const int Count = 3000;

    public static void AddTo(SceneBuilder builder)
    {
        for (int i = 0; i < Count; i++)
        {
            double z = 1 - (((2 * i) + 1.0) / Count), phi = i * Math.PI * (3 - Math.Sqrt(5)), ring = Math.Sqrt(1 - (z * z));
            var from = new Vector3d(ring * Math.Cos(phi), ring * Math.Sin(phi), z);
            builder.Add(new Light { Kind = LightKind.Directional, Intensity = 4 * Math.PI / Count }, Aimed(from, Vector3d.Zero));
        }
    }

    /// <summary>What a quad sends to a camera that looks at it at an angle to its normal.</summary>
    public static Vector3 Reflected(Material material, double degrees)
    {
        var builder = new SceneBuilder();
        builder.Add(Shapes.Quad(1, builder.Add(material)), Turned(Vector3d.UnitX, degrees, new(0, 0, -3)));
        AddTo(builder);
        return Render(builder.Build(), Camera(3, 3, 100), Settings with { ShadowMapSide = 0 }).RadianceAt(1, 1);
    }
}
