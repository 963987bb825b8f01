using System.Numerics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Twin;

/// <summary>The rest of what deforms: bound vertices, displacements and joints of every deformable object, on the device once.</summary>
internal sealed class DeformableMeshes : IDisposable
{
    private readonly List<Vector4> _bound = [];
    private readonly List<Vector4> _displacements = [];
    private readonly List<(JointIndices Joints, Vector4 Weights)> _influences = [];
    private readonly List<(int Node, int PoseLength)> _objects = [];
    private readonly List<(Deformable Deformable, bool IsFlat)> _primitives = [];

    private DeformableMeshes(Device device, UploadRing uploads, Scene scene, IReadOnlyList<Instance> instances, GeometryBuffers geometry, NamedTriangles? named)
    {
        foreach (Instance instance in instances.Where(instance => scene.Meshes[instance.Mesh].IsDeformable))
        {
            Append(scene, instance, geometry, named);
        }

        Bound = Upload(device, uploads, _bound, "bound vertices");
        Displacements = Upload(device, uploads, _displacements, "morph targets");
        Influences = Upload(device, uploads, _influences, "joint influences");
    }

    public DeviceBuffer Bound { get; }

    public DeviceBuffer Displacements { get; }

    public DeviceBuffer Influences { get; }

    /// <summary>What to move, and whether its normals are those of its triangles.</summary>
    public IReadOnlyList<(Deformable Deformable, bool IsFlat)> Primitives => _primitives;

    /// <summary>Elements of four floats that the poses of one instant take.</summary>
    public int PoseLength => _objects.Sum(placed => placed.PoseLength);

    /// <summary>Null for a twin in which nothing deforms.</summary>
    public static DeformableMeshes? Of(
        Device device, UploadRing uploads, Scene scene, IReadOnlyList<Instance> instances, GeometryBuffers geometry, NamedTriangles? named) =>
        instances.Any(instance => scene.Meshes[instance.Mesh].IsDeformable) ? new(device, uploads, scene, instances, geometry, named) : null;

    /// <summary>Writes morph weights and joint rows, object after object.</summary>
    public void WritePoses(SceneInstance instance, Span<Vector4> poses)
    {
        int next = 0;
        foreach ((int node, int length) in _objects)
        {
            MeshPose pose = instance.DeformedMeshes[node].Pose;
            Span<Vector4> own = poses.Slice(next, length);
            int weights = (pose.Weights.Count + 3) / 4;
            own[..weights].Clear();
            for (int i = 0; i < pose.Weights.Count; i++)
            {
                own[i / 4][i % 4] = pose.Weights[i];
            }

            for (int i = 0; i < pose.Joints.Count; i++)
            {
                Matrix4x4 m = pose.Joints[i];
                own[weights + (3 * i)] = new(m.M11, m.M21, m.M31, m.M41);
                own[weights + (3 * i) + 1] = new(m.M12, m.M22, m.M32, m.M42);
                own[weights + (3 * i) + 2] = new(m.M13, m.M23, m.M33, m.M43);
            }

            next += length;
        }
    }

    public void Dispose()
    {
        Influences.Dispose();
        Displacements.Dispose();
        Bound.Dispose();
    }

    private void Append(Scene scene, Instance instance, GeometryBuffers geometry, NamedTriangles? named)
    {
        Mesh mesh = scene.Meshes[instance.Mesh];
        int firstWeight = PoseLength, weights = (mesh.MorphWeights.Count + 3) / 4;
        int joints = scene.Nodes[instance.Node].Skin is int skin ? scene.Skins[skin].Joints.Count : 0;
        for (int i = 0; i < mesh.Primitives.Count; i++)
        {
            Primitive primitive = mesh.Primitives[i];
            GpuPrimitive placed = geometry.Primitives[instance.Mesh][i];
            (int firstNamed, int namedCount) = named?.VerticesOf(instance.Mesh, i) ?? (0, 0);
            _primitives.Add((new()
            {
                FirstVertex = (uint)placed.FirstVertex,
                VertexCount = (uint)primitive.Positions.Length,
                FirstBound = (uint)_bound.Count,
                TargetCount = (uint)primitive.Targets.Count,
                FirstDisplacement = (uint)_displacements.Count,
                SetCount = (uint)primitive.Influences.Count,
                FirstInfluence = (uint)(2 * _influences.Count),
                FirstWeight = (uint)firstWeight,
                FirstJoint = (uint)(firstWeight + weights),
                FirstTriangle = (uint)placed.FirstTriangle,
                TriangleCount = (uint)placed.TriangleCount,
                FirstNamed = (uint)firstNamed,
                NamedCount = (uint)namedCount,
            }, primitive.IsFlat));
            AppendVertices(primitive);
        }

        _objects.Add((instance.Node, weights + (3 * joints)));
    }

    private void AppendVertices(Primitive primitive)
    {
        VertexStreams streams = VertexStreams.Of(primitive);
        for (int vertex = 0; vertex < primitive.Positions.Length; vertex++)
        {
            _bound.AddRange([streams.Positions[vertex], streams.Normals[vertex], streams.Tangents[vertex]]);
        }

        foreach (MorphTarget target in primitive.Targets)
        {
            for (int vertex = 0; vertex < primitive.Positions.Length; vertex++)
            {
                _displacements.AddRange([At(target.Positions, vertex), At(target.Normals, vertex), At(target.Tangents, vertex)]);
            }
        }

        foreach (VertexInfluences set in primitive.Influences)
        {
            _influences.AddRange(set.Joints.Zip(set.Weights));
        }
    }

    private static Vector4 At(Vector3[]? displacements, int vertex) => displacements is null ? Vector4.Zero : new(displacements[vertex], 0);

    private static DeviceBuffer Upload<T>(Device device, UploadRing uploads, List<T> values, string name)
        where T : unmanaged
    {
        var buffer = DeviceBuffer.For<T>(device, Math.Max(values.Count, 1), BufferUsage.Storage, name: name);
        device.Execute(recorder =>
        {
            uploads.Upload<T>(recorder, values.ToArray(), buffer);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageRead);
        });
        values.Clear();
        return buffer;
    }
}
