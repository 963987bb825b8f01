using System.Numerics;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Images;

namespace SensorSim.UnitTests.Rendering;

public sealed class EnvironmentTests
{
    [TestCase(1, 0, 0, 2)]
    [TestCase(0, 0, 1, 3)]
    [TestCase(0, 0, -1, 1)]
    public void Panorama_LooksAlongXAtItsCentre_AndTurnsRightTowardsZ(float x, float y, float z, int expected)
    {
        // Columns 0 to 3 begin behind the viewer: at u = 1/4 is −Z, at 1/2 +X, at 3/4 +Z. Columns are 8 pixels wide, centred there.
        var radiance = new Vector3[32 * 16];
        for (int i = 0; i < radiance.Length; i++)
        {
            radiance[i] = new((((i % 32) + 4) / 8) % 4);
        }

        Assert.That(new EquirectangularImage(32, 16, radiance).Sample(new(x, y, z)).X, Is.EqualTo(expected));
    }

    [Test]
    public void Panorama_IsSeamlessBehind()
    {
        var radiance = Enumerable.Range(0, 8 * 4).Select(i => new Vector3(i % 8)).ToArray();
        Assert.That(new EquirectangularImage(8, 4, radiance).Sample(-Vector3.UnitX).X, Is.EqualTo(3.5).Within(1e-4), "Half of column 7, half of column 0.");
    }

    [Test]
    public void Panorama_FromAFile_KeepsItsPixels()
    {
        EquirectangularImage image = EquirectangularImage.From(new HdrImage(2, 1, [1, 2, 3, 4, 5, 6]));
        Assert.That(image.Radiance, Is.EqualTo(new Vector3[] { new(1, 2, 3), new(4, 5, 6) }));
    }

    [Test]
    public void Studio_IsFiniteUnevenAndBrighterAbove()
    {
        EquirectangularImage studio = StudioEnvironment.Create();
        Assert.That(studio.Radiance, Is.All.Matches<Vector3>(value => value.X > 0 && value.Y > 0 && value.Z > 0 && float.IsFinite(value.X + value.Y + value.Z)));
        Vector3[] around = [.. Enumerable.Range(0, 8).Select(i => Irradiance(studio, new(MathF.Cos(i * MathF.PI / 4), 0, MathF.Sin(i * MathF.PI / 4))))];
        Assert.That(around.Max(value => value.Y) / around.Min(value => value.Y), Is.GreaterThan(1.5), "A white object shows its shape.");
        Assert.That(Irradiance(studio, Vector3.UnitY).Y, Is.GreaterThan(2 * Irradiance(studio, -Vector3.UnitY).Y));
    }

    private static Vector3 Irradiance(EquirectangularImage image, Vector3 normal)
    {
        Vector3 sum = Vector3.Zero;
        for (int row = 0; row < 32; row++)
        {
            for (int column = 0; column < 64; column++)
            {
                (float ring, float y) = MathF.SinCos(MathF.PI * (row + 0.5f) / 32);
                (float z, float x) = MathF.SinCos(MathF.Tau * (column + 0.5f) / 64);
                Vector3 direction = new(ring * x, y, ring * z);
                sum += image.Sample(direction) * Math.Max(Vector3.Dot(direction, normal), 0) * ring;
            }
        }

        return sum;
    }
}
