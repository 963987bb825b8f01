using SensorSim.Rendering;
using SensorSim.Scenes.Scenarios.Labels;

namespace SensorSim.Hosting.Runs;

/// <summary>Which outputs of the renderer each label is made from.</summary>
internal static class LabelSources
{
    public const LabelKinds ForwardFlow = LabelKinds.ForwardFlow | LabelKinds.ForwardSceneFlow;
    public const LabelKinds BackwardFlow = LabelKinds.BackwardFlow | LabelKinds.BackwardSceneFlow;

    private static readonly Dictionary<LabelSet, LabelKinds> s_kinds = new()
    {
        [LabelSet.Depth] = LabelKinds.Depth,
        [LabelSet.Instance] = LabelKinds.Instance,
        [LabelSet.Semantic] = LabelKinds.Category,
        [LabelSet.Normal] = LabelKinds.Normal,
        [LabelSet.Range] = LabelKinds.Range,
        [LabelSet.Position] = LabelKinds.Position,
        [LabelSet.GeometricNormal] = LabelKinds.GeometricNormal,
        [LabelSet.Part] = LabelKinds.Part,
        [LabelSet.Material] = LabelKinds.Material,
        [LabelSet.Nocs] = LabelKinds.ObjectCoordinates,
        [LabelSet.Uv] = LabelKinds.TexCoord,
        [LabelSet.Flow] = ForwardFlow,
        [LabelSet.SceneFlow] = ForwardFlow,
        [LabelSet.Occlusion] = ForwardFlow,
        [LabelSet.FlowBackward] = BackwardFlow,
        [LabelSet.SceneFlowBackward] = BackwardFlow,
        [LabelSet.OcclusionBackward] = BackwardFlow,
        [LabelSet.Albedo] = LabelKinds.Albedo,
        [LabelSet.RoughnessMetallic] = LabelKinds.RoughnessMetallic,
        [LabelSet.Emissive] = LabelKinds.Emission,
        [LabelSet.Boundary] = LabelKinds.Instance | LabelKinds.Range | LabelKinds.Position | LabelKinds.GeometricNormal,
        [LabelSet.Points] = LabelKinds.Instance | LabelKinds.Category | LabelKinds.Position,
        [LabelSet.Keypoints] = LabelKinds.Instance | LabelKinds.Range,
        [LabelSet.Amodal] = LabelKinds.Instance | LabelKinds.Coverage | LabelKinds.SoloMasks,
    };

    /// <summary>What the renderer has to make for some labels.</summary>
    public static LabelKinds Of(LabelSet labels) => s_kinds.Where(kind => labels.HasFlag(kind.Key)).Aggregate(LabelKinds.None, (all, kind) => all | kind.Value);
}
