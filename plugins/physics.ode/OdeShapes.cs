using System.Runtime.InteropServices;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsOde.Native;

namespace SensorSim.Plugins.PhysicsOde;

/// <summary>The geometries of a world. The library keeps the arrays of hulls and meshes where they are, so they live as long.</summary>
internal sealed unsafe class OdeShapes : IDisposable
{
    // dTRIDATAPREPROCESS_BUILD_FACE_ANGLES: hulls ask for it.
    private const uint FaceAngles = 2;

    // Axes of the library's shapes are along z, the contract's along y.
    private static readonly Quaterniond s_upright = Quaterniond.FromAxisAngle(Vector3d.UnitX, -Math.PI / 2);

    private readonly List<(nint Geometry, int Body)> _geometries = [];
    private readonly List<nint> _meshes = [];
    private readonly List<nint> _arrays = [];

    /// <summary>In the order of bodies and of their colliders.</summary>
    public IReadOnlyList<(nint Geometry, int Body)> Geometries => _geometries;

    public void Add(int index, BodyDescription description, OdeBody body)
    {
        Pose frame = description.Pose with { Rotation = description.Pose.Rotation.Normalized() };
        foreach (Collider collider in description.Colliders)
        {
            Pose local = collider.Pose with { Rotation = collider.Pose.Rotation.Normalized() };
            (nint geometry, Pose own) = collider is PlaneCollider ? (Plane(frame * local), Pose.Identity) : Create(collider);
            if (collider is not PlaneCollider) Attach(geometry, body, frame, local * own);
            _geometries.Add((geometry, index));
        }
    }

    public void Dispose()
    {
        _geometries.ForEach(one => Ode.DestroyGeometry(one.Geometry));
        _meshes.ForEach(Ode.DestroyMeshData);
        _arrays.ForEach(array => NativeMemory.Free((void*)array));
    }

    private static void Attach(nint geometry, OdeBody body, Pose frame, Pose local)
    {
        Pose place = body.Handle == 0 ? frame * local : local with { Position = local.Position - body.Centre };
        Vector4 rotation = Vector4.Of(place.Rotation.Normalized());
        if (body.Handle == 0)
        {
            Ode.SetGeometryPosition(geometry, place.Position.X, place.Position.Y, place.Position.Z);
            Ode.SetGeometryRotation(geometry, &rotation);
            return;
        }

        Ode.SetBody(geometry, body.Handle);
        Ode.SetOffsetPosition(geometry, place.Position.X, place.Position.Y, place.Position.Z);
        Ode.SetOffsetRotation(geometry, &rotation);
    }

    private static nint Plane(Pose pose)
    {
        Vector3d normal = pose.Rotation.Rotate(Vector3d.UnitY);
        return Ode.CreatePlane(0, normal.X, normal.Y, normal.Z, Vector3d.Dot(normal, pose.Position));
    }

    private (nint Geometry, Pose Own) Create(Collider collider) => collider switch
    {
        SphereCollider sphere => (Ode.CreateSphere(0, sphere.Radius), Pose.Identity),
        BoxCollider box => (Ode.CreateBox(0, box.Size.X, box.Size.Y, box.Size.Z), Pose.Identity),
        CapsuleCollider capsule => (Ode.CreateCapsule(0, capsule.Radius, capsule.Height), new(default, s_upright)),
        CylinderCollider cylinder => (Ode.CreateCylinder(0, cylinder.Radius, cylinder.Height), new(default, s_upright)),
        ConvexHullCollider hull => Hull(hull),
        TriangleMeshCollider mesh => (Mesh(mesh), Pose.Identity),
        _ => throw new PhysicsException($"ODE has no {collider.GetType().Name}."),
    };

    // The library wants the origin inside the hull.
    private (nint Geometry, Pose Own) Hull(ConvexHullCollider hull)
    {
        Vector3d middle = (1.0 / hull.Vertices.Count) * hull.Vertices.Aggregate((a, b) => a + b);
        Vector3d[] points = [.. hull.Vertices.Select(vertex => vertex - middle)];
        double[] planes = [.. hull.Faces.SelectMany(face => FacePlane(points, face))];
        uint[] polygons = [.. hull.Faces.SelectMany(face => face.Select(corner => (uint)corner).Prepend((uint)face.Count))];
        nint geometry = Ode.CreateConvex(
            0, (double*)Keep<double>(planes), (uint)hull.Faces.Count, (double*)Keep<double>([.. points.SelectMany(Numbers)]), (uint)points.Length, (uint*)Keep<uint>(polygons));
        return (geometry, new(middle, Quaterniond.Identity));
    }

    // Newell's method: the normal of a face with any number of corners.
    private static double[] FacePlane(Vector3d[] points, IReadOnlyList<int> face)
    {
        Vector3d twice = Enumerable.Range(0, face.Count).Select(i => Vector3d.Cross(points[face[i]], points[face[(i + 1) % face.Count]])).Aggregate((a, b) => a + b);
        Vector3d normal = twice.Normalized();
        return [normal.X, normal.Y, normal.Z, Vector3d.Dot(normal, points[face[0]])];
    }

    private nint Mesh(TriangleMeshCollider mesh)
    {
        nint data = Ode.CreateMeshData();
        _meshes.Add(data);
        var vertices = (double*)Keep<double>([.. mesh.Vertices.SelectMany(Numbers)]);
        var indices = (uint*)Keep<uint>([.. mesh.Indices.Select(index => (uint)index)]);
        Ode.BuildMeshData(data, vertices, 3 * sizeof(double), mesh.Vertices.Count, indices, mesh.Indices.Count, 3 * sizeof(uint));
        if (Ode.PreprocessMesh(data, FaceAngles, 0) == 0) throw new PhysicsException("ODE has no memory for a mesh.");
        return Ode.CreateMesh(0, data, 0, 0, 0);
    }

    private static double[] Numbers(Vector3d v) => [v.X, v.Y, v.Z];

    private nint Keep<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var array = (nint)NativeMemory.Alloc((nuint)values.Length, (nuint)sizeof(T));
        values.CopyTo(new((void*)array, values.Length));
        _arrays.Add(array);
        return array;
    }
}
