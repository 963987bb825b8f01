namespace SensorSim.Scenes.Scenarios.Labels;

/// <summary>Labels as they are written in a scenario and on the command line.</summary>
public static class LabelNames
{
    /// <summary>Name → label, in the order of the documentation.</summary>
    public static IReadOnlyDictionary<string, LabelSet> Single { get; } = new OrderedDictionary<string, LabelSet>(StringComparer.Ordinal)
    {
        ["rgb"] = LabelSet.Rgb,
        ["depth"] = LabelSet.Depth,
        ["instance"] = LabelSet.Instance,
        ["semantic"] = LabelSet.Semantic,
        ["normal"] = LabelSet.Normal,
        ["range"] = LabelSet.Range,
        ["position"] = LabelSet.Position,
        ["geometric_normal"] = LabelSet.GeometricNormal,
        ["part"] = LabelSet.Part,
        ["material"] = LabelSet.Material,
        ["nocs"] = LabelSet.Nocs,
        ["uv"] = LabelSet.Uv,
        ["flow"] = LabelSet.Flow,
        ["flow_backward"] = LabelSet.FlowBackward,
        ["scene_flow"] = LabelSet.SceneFlow,
        ["scene_flow_backward"] = LabelSet.SceneFlowBackward,
        ["occlusion"] = LabelSet.Occlusion,
        ["occlusion_backward"] = LabelSet.OcclusionBackward,
        ["albedo"] = LabelSet.Albedo,
        ["roughness_metallic"] = LabelSet.RoughnessMetallic,
        ["emissive"] = LabelSet.Emissive,
        ["boundary"] = LabelSet.Boundary,
        ["points"] = LabelSet.Points,
        ["amodal"] = LabelSet.Amodal,
        ["keypoints"] = LabelSet.Keypoints,
        ["clean"] = LabelSet.Clean,
        ["noise_variance"] = LabelSet.NoiseVariance,
        ["radiance"] = LabelSet.Radiance,
        ["steps"] = LabelSet.Steps,
    };

    /// <summary>Name → set of labels, as a command line or a scenario may say instead of a list.</summary>
    public static IReadOnlyDictionary<string, LabelSet> Sets { get; } = new Dictionary<string, LabelSet>(StringComparer.Ordinal)
    {
        ["default"] = LabelSet.Default,
        ["all"] = LabelSet.All,
    };
}
