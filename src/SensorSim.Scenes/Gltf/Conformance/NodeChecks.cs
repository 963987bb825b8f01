using System.Numerics;

namespace SensorSim.Scenes.Gltf.Conformance;

/// <summary>A node's transform, and what may only stand beside a mesh.</summary>
internal static class NodeChecks
{
    private const double Tolerance = 1e-3;

    public static IEnumerable<GltfException> Of(GltfDocument document, JsonCursor node)
    {
        if (node.Numbers("rotation", 4) is { } q && Math.Abs((q[0] * q[0]) + (q[1] * q[1]) + (q[2] * q[2]) + (q[3] * q[3]) - 1) > Tolerance)
        {
            yield return node.Get("rotation").Error("the quaternion is no unit one; it was normalised");
        }

        if (node.Numbers("matrix", 16) is { } m && IsSheared(m))
        {
            yield return node.Get("matrix").Error("the axes are not at right angles, as they would be of a translation, a rotation and a scale");
        }

        bool hasTargets = node.Index("mesh", document.Meshes) is int mesh && document.Meshes[mesh].Items("primitives").Any(primitive => primitive.Find("targets") is not null);
        if (node.Find("skin") is JsonCursor skin && node.Find("mesh") is null)
        {
            yield return skin.Error("the node has a skin and no mesh; leave the skin out");
        }

        if (node.Find("weights") is JsonCursor weights && !hasTargets)
        {
            yield return weights.Error("the node has weights and no mesh with morph targets; leave them out");
        }
    }

    private static bool IsSheared(double[] m)
    {
        Vector3 Column(int i) => new((float)m[4 * i], (float)m[(4 * i) + 1], (float)m[(4 * i) + 2]);
        (Vector3 x, Vector3 y, Vector3 z) = (Column(0), Column(1), Column(2));
        bool AreSquare(Vector3 a, Vector3 b) => Math.Abs(Vector3.Dot(a, b)) <= Tolerance * a.Length() * b.Length();
        return !AreSquare(x, y) || !AreSquare(y, z) || !AreSquare(z, x);
    }
}
