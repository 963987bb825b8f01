using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Scenes.Gltf.Accessors;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads animations of nodes and of morph weights.</summary>
internal sealed class AnimationReader(GltfDocument document, AccessorReader accessors, GltfWarnings warnings)
{
    /// <param name="at">The animation.</param>
    /// <param name="nodes">Already read.</param>
    /// <param name="meshes">Already read.</param>
    public Animation Read(JsonCursor at, IReadOnlyList<Node> nodes, IReadOnlyList<Mesh> meshes)
    {
        var samplers = new GltfArray($"{at.Path}.samplers", at.Get("samplers").Items());
        var channels = new List<AnimationChannel>();
        var taken = new HashSet<(int, AnimatedProperty)>();
        foreach (JsonCursor channel in at.Get("channels").Items())
        {
            if (ReadChannel(channel, samplers, nodes, meshes) is not { } read)
            {
                continue;
            }

            channels.Add(taken.Add((read.Node, read.Property))
                ? read
                : throw channel.Error($"another channel of this animation moves the {read.Property.ToString().ToLowerInvariant()} of node {read.Node} too; remove one of them"));
        }

        return new(at.Text("name"), channels);
    }

    private AnimationChannel? ReadChannel(JsonCursor at, GltfArray samplers, IReadOnlyList<Node> nodes, IReadOnlyList<Mesh> meshes)
    {
        JsonCursor target = at.Get("target"), sampler = samplers[at.Get("sampler").Index(samplers)];
        if (target.Index("node", document.Nodes) is not int node)
        {
            warnings.Add($"{target.Path}: the channel names no node; it was left out.");
            return null;
        }

        if (PropertyOf(target.Get("path")) is not { } property)
        {
            return null;
        }

        if (property != AnimatedProperty.Weights && nodes[node].Pose is null)
        {
            throw target.Error($"node {node} is placed by a matrix; an animated node needs translation, rotation and scale: convert the node");
        }

        int components = ComponentsOf(property, node, nodes, meshes);
        if (components == 0)
        {
            throw target.Error($"node {node} has no morph targets whose weights could move; remove the channel");
        }

        return new(node, property, ReadTrack(sampler, property, components));
    }

    private AnimatedProperty? PropertyOf(JsonCursor path)
    {
        switch (path.Text())
        {
            case "translation":
                return AnimatedProperty.Translation;
            case "rotation":
                return AnimatedProperty.Rotation;
            case "scale":
                return AnimatedProperty.Scale;
            case "weights":
                return AnimatedProperty.Weights;
            case "pointer":
                warnings.Add($"{path.Path}: KHR_animation_pointer is not supported; the channel was left out.");
                return null;
            case var other:
                throw path.Error($"expected translation, rotation, scale or weights, found \"{other}\"; correct the value");
        }
    }

    private static int ComponentsOf(AnimatedProperty property, int node, IReadOnlyList<Node> nodes, IReadOnlyList<Mesh> meshes) => property switch
    {
        AnimatedProperty.Rotation => 4,
        AnimatedProperty.Weights => nodes[node].Mesh is int mesh ? meshes[mesh].MorphWeights.Count : 0,
        _ => 3,
    };

    private KeyframeTrack ReadTrack(JsonCursor sampler, AnimatedProperty property, int components)
    {
        Interpolation interpolation = ReadInterpolation(sampler);
        float[] times = ReadTimes(sampler.Get("input"));
        JsonCursor output = sampler.Get("output");
        float[] values = ReadValues(output, property);
        int expected = times.Length * components * (interpolation == Interpolation.CubicSpline ? 3 : 1);
        if (values.Length != expected)
        {
            throw output.Error($"expected {expected} numbers for {times.Length} keyframes, found {values.Length}; export the file again");
        }

        return Array.TrueForAll(values, float.IsFinite)
            ? new(times, values, components, interpolation, property == AnimatedProperty.Rotation)
            : throw output.Error("the keyframes hold values that are not finite; export the file again");
    }

    private float[] ReadTimes(JsonCursor input)
    {
        if (accessors.Declaration(input) is not { Type: "SCALAR", Component: ComponentType.Float32 })
        {
            throw input.Error("expected an accessor of type SCALAR with float components; correct the accessor");
        }

        float[] times = accessors.ReadFloats<float>(input);
        for (int i = 0; i < times.Length; i++)
        {
            if (!float.IsFinite(times[i]) || times[i] < 0 || (i > 0 && times[i] <= times[i - 1]))
            {
                throw input.Error(FormattableString.Invariant($"keyframe {i} is at {times[i]} s; expected increasing times from 0 on: export the file again"));
            }
        }

        return times;
    }

    private float[] ReadValues(JsonCursor output, AnimatedProperty property)
    {
        Accessor declared = accessors.Declaration(output);
        string type = property switch
        {
            AnimatedProperty.Rotation => "VEC4",
            AnimatedProperty.Weights => "SCALAR",
            _ => "VEC3",
        };
        if (declared.Type != type || (declared.Component != ComponentType.Float32 && !(declared.Normalized && property is AnimatedProperty.Rotation or AnimatedProperty.Weights)))
        {
            throw output.Error($"expected an accessor of type {type} with float components{(type == "VEC3" ? "" : ", or normalised integers")}; correct the accessor");
        }

        return type switch
        {
            "VEC4" => MemoryMarshal.Cast<Vector4, float>(accessors.ReadFloats<Vector4>(output)).ToArray(),
            "VEC3" => MemoryMarshal.Cast<Vector3, float>(accessors.ReadFloats<Vector3>(output)).ToArray(),
            _ => accessors.ReadFloats<float>(output),
        };
    }

    private static Interpolation ReadInterpolation(JsonCursor sampler) => sampler.Text("interpolation") switch
    {
        null or "LINEAR" => Interpolation.Linear,
        "STEP" => Interpolation.Step,
        "CUBICSPLINE" => Interpolation.CubicSpline,
        string other => throw sampler.Get("interpolation").Error($"expected LINEAR, STEP or CUBICSPLINE, found \"{other}\"; correct the value"),
    };
}
