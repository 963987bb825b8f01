using System.Numerics;
using SensorSim.Scenes.Gltf.Accessors;

namespace SensorSim.Scenes.Gltf.Conformance;

/// <summary>Times of keyframes have bounds, rotations are unit quaternions.</summary>
internal sealed class AnimationChecks(GltfDocument document, AccessorReader accessors)
{
    private const float Tolerance = 0.01f;

    public IEnumerable<GltfException> Of(JsonCursor animation)
    {
        List<JsonCursor> samplers = animation.Get("samplers").Items();
        var array = new GltfArray("samplers", samplers);
        return samplers.SelectMany(Times).Concat(animation.Get("channels").Items()
            .Where(channel => channel.Get("target").Text("path") == "rotation")
            .SelectMany(channel => Rotations(samplers[channel.Get("sampler").Index(array)])));
    }

    private IEnumerable<GltfException> Times(JsonCursor sampler)
    {
        JsonCursor times = document.Accessors[sampler.Get("input").Index(document.Accessors)];
        return times.Find("min") is null || times.Find("max") is null ? [times.Error("an accessor of keyframe times has min and max; add them")] : [];
    }

    private IEnumerable<GltfException> Rotations(JsonCursor sampler)
    {
        // Of a cubic spline, each value stands between two tangents, which have no length of their own.
        bool isCubic = sampler.Text("interpolation") == "CUBICSPLINE";
        Vector4[] values = accessors.ReadFloats<Vector4>(sampler.Get("output"));
        for (int i = isCubic ? 1 : 0; i < values.Length; i += isCubic ? 3 : 1)
        {
            if (MathF.Abs(values[i].Length() - 1) > Tolerance)
            {
                return [sampler.Get("output").Error($"rotation {i} is no unit quaternion; export the file again")];
            }
        }

        return [];
    }
}
