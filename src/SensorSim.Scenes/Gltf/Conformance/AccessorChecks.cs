using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Scenes.Gltf.Accessors;

namespace SensorSim.Scenes.Gltf.Conformance;

/// <summary>What an accessor declares of its values.</summary>
internal static class AccessorChecks
{
    public static IEnumerable<GltfException> Of(AccessorReader accessors, Accessor declared, int index)
    {
        JsonCursor at = declared.At;
        if (declared is { Normalized: true, Component: ComponentType.Float32 or ComponentType.UInt32 })
        {
            yield return at.Error("floats and 32-bit integers cannot be normalized; leave normalized out");
        }

        foreach ((string name, bool isMaximum) in new[] { ("min", false), ("max", true) })
        {
            if (at.Numbers(name, declared.Components) is { } limits && ExtremesOf(accessors, declared, index, isMaximum) is { } extremes
                && extremes.Zip(limits).Any(pair => pair.First != (declared.Component == ComponentType.Float32 ? (float)pair.Second : pair.Second)))
            {
                yield return at.Get(name).Error($"the values' {name} is [{string.Join(", ", extremes)}]; correct it or export the file again");
            }
        }
    }

    private static double[]? ExtremesOf(AccessorReader accessors, Accessor declared, int index, bool isMaximum)
    {
        if (declared.Normalized || declared.View is null || ComponentsOf(accessors, declared.Type, index) is not { } values)
        {
            return null;
        }

        return [.. Enumerable.Range(0, declared.Components).Select(component =>
        {
            IEnumerable<float> column = Enumerable.Range(0, declared.Count).Select(element => values[(element * declared.Components) + component]);
            return (double)(isMaximum ? column.Max() : column.Min());
        })];
    }

    private static float[]? ComponentsOf(AccessorReader accessors, string type, int index) => type switch
    {
        "SCALAR" => Flat(accessors.ReadFloats<float>(index)),
        "VEC2" => Flat(accessors.ReadFloats<Vector2>(index)),
        "VEC3" => Flat(accessors.ReadFloats<Vector3>(index)),
        "VEC4" => Flat(accessors.ReadFloats<Vector4>(index)),
        _ => null,
    };

    private static float[] Flat<T>(T[] elements)
        where T : unmanaged => MemoryMarshal.Cast<T, float>(elements.AsSpan()).ToArray();
}
