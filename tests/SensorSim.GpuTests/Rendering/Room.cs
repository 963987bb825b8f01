using System.Numerics;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Boxes around a camera, and where exact rays meet them.</summary>
internal sealed class Room
{
    private readonly List<(Matrix4x4d BoxToCamera, Matrix4x4d CameraToBox, Vector3 Colour)> _boxes = [];

    private Room(CameraView camera)
    {
        // One that the camera stands in, and others on all sides.
        Add(new(0.3, -0.2, 0.4), new(1, 0, 0), 0.2, new(9, 8, 10), new(0.2f, 0.3f, 0.4f));
        Add(new(0.2, 0.1, 3), new(1, 2, 1), 0.7, new(1, 0.8, 0.6), Vector3.UnitX);
        Add(new(-1.1, 0.5, 2.5), new(0, 1, 1), 0.3, new(0.5, 0.9, 0.4), Vector3.UnitY);
        Add(new(2, -1, 0.7), new(1, 0, 1), 1.1, new(0.8, 0.8, 0.8), Vector3.UnitZ);
        Add(new(-2.2, 0.4, -0.5), new(0, 1, 0), 0.5, new(0.6, 0.8, 0.7), new(1, 1, 0));
        Add(new(0.4, 2.4, 0.2), new(1, 1, 0), 0.9, new(0.9, 0.5, 0.9), new(0, 1, 1));
        Add(new(-0.3, -2.6, 1), new(0, 1, 1), 0.4, new(1.4, 0.5, 0.6), new(1, 0, 1));
        Add(new(1.2, 0.2, -2.8), new(1, 1, 1), 0.8, new(0.7, 1.1, 0.5), new(0.5f, 0.5f, 0.5f));
        var builder = new SceneBuilder();
        foreach ((Matrix4x4d boxToCamera, _, Vector3 colour) in _boxes)
        {
            int material = builder.Add(Material.Default with { Unlit = true, DoubleSided = true, BaseColor = new(colour, 1) });
            builder.Add(Shapes.Cube(1, material), camera.CameraToWorld * boxToCamera);
        }

        Instance = builder.Build();
    }

    public SceneInstance Instance { get; }

    public int Count => _boxes.Count;

    public static Room Around(CameraView camera) => new(camera);

    public Vector3 ColourOf(int id) => _boxes[id - 1].Colour;

    /// <summary>What is met through a place of the image.</summary>
    public RayHit Meet(CameraView camera, double column, double row)
    {
        RayHit nearest = default;
        double distance = double.PositiveInfinity;
        if (camera.Intrinsics.RayThrough(column, row) is not { } ray)
        {
            return nearest;
        }

        for (int box = 0; box < _boxes.Count; box++)
        {
            foreach ((int face, double t) in On(box, ray).Where(on => on.Distance < distance))
            {
                distance = t;
                nearest = new(box + 1, (6 * box) + face, ray.Origin + (t * ray.Direction), NormalOf(box, face / 2, ray.Direction));
            }
        }

        return nearest;
    }

    /// <summary>Every box that is met through a place of the image, or of its surroundings.</summary>
    public IEnumerable<int> MetBy(CameraView camera, double column, double row) => camera.Intrinsics.RayThrough(column, row) is { } ray
        ? Enumerable.Range(0, _boxes.Count).Where(box => On(box, ray).Any())
        : [];

    private IEnumerable<(int Face, double Distance)> On(int box, CameraRay ray)
    {
        Matrix4x4d toBox = _boxes[box].CameraToBox;
        Vector3d origin = toBox.TransformPoint(ray.Origin), direction = toBox.TransformDirection(ray.Direction);
        double[] o = [origin.X, origin.Y, origin.Z], d = [direction.X, direction.Y, direction.Z];
        for (int face = 0; face < 6; face++)
        {
            int axis = face / 2;
            double t = ((face % 2) - 0.5 - o[axis]) / d[axis];
            bool isOn = t > 1e-3;
            for (int i = 0; i < 3 && isOn; i++)
            {
                isOn = i == axis || Math.Abs(o[i] + (t * d[i])) <= 0.5;
            }

            if (isOn)
            {
                yield return (face, t);
            }
        }
    }

    private Vector3d NormalOf(int box, int axis, Vector3d direction)
    {
        Matrix4x4d m = _boxes[box].BoxToCamera;
        Vector3d normal = (axis == 0 ? m.ColumnX : axis == 1 ? m.ColumnY : m.ColumnZ).Normalized();
        return Vector3d.Dot(normal, direction) > 0 ? -normal : normal;
    }

    private void Add(Vector3d at, Vector3d axis, double angle, Vector3d size, Vector3 colour)
    {
        Matrix4x4d pose = Matrix4x4d.FromTrs(at, Quaterniond.FromAxisAngle(axis.Normalized(), angle), size);
        _boxes.Add((pose, pose.InverseAffine(), colour));
    }
}
