using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Skeletons;

/// <summary>What of the keypoints in a scene's extras cannot be understood; labels of keypoints are refused then, and everything else is rendered.</summary>
internal static class KeypointDefects
{
    /// <summary>One sentence each with the JSON path; the first defect of each key.</summary>
    public static IReadOnlyList<string> Of(Scene scene, IReadOnlyList<Instance> instances)
    {
        IEnumerable<Action> ofNodes = Enumerable.Range(0, scene.Nodes.Count).Select(node => (Action)(() => KeypointExtras.NameOf(scene, node)));
        IEnumerable<Action> ofObjects = instances.SelectMany(instance => (Action[])
        [
            () => _ = KeypointExtras.PointsOf(scene, instance.Node).Count(),
            () => _ = KeypointExtras.BonesOf(scene, instance.Node).Count(),
        ]);
        string[] extras = [.. ofNodes.Concat(ofObjects).Select(DefectOf).OfType<string>().Distinct(StringComparer.Ordinal)];

        // Only where each node by itself is well can bones be looked up among the points.
        return extras.Length == 0 && instances.Any(instance => KeypointExtras.BonesOf(scene, instance.Node).Any()) && DefectOf(() => SceneSkeletons.Of(scene, instances)) is { } unknown
            ? [unknown]
            : extras;
    }

    private static string? DefectOf(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }
}
