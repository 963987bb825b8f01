namespace SensorSim.Scenes.Gltf.Meshes;

/// <summary>Reads the weights of morph targets, which a mesh has and a node may replace.</summary>
internal static class MorphWeights
{
    /// <summary>Null where the owner gives none.</summary>
    /// <param name="owner">A mesh or a node.</param>
    /// <param name="targets">How many the mesh has.</param>
    public static float[]? Read(JsonCursor owner, int targets)
    {
        if (owner.Find("weights") is not JsonCursor at)
        {
            return null;
        }

        float[] weights = [.. at.Items().Select(weight => (float)weight.Number())];
        return weights.Length == targets
            ? weights
            : throw at.Error($"the mesh has {targets} morph targets and there are {weights.Length} weights; export the file again");
    }
}
