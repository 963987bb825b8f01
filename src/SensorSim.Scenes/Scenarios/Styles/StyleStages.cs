using SensorSim.Datasets;

namespace SensorSim.Scenes.Scenarios.Styles;

/// <summary>Stages of styles as scenarios, the command line and records say them.</summary>
public static class StyleStages
{
    /// <summary>Word → stage, of styles on pictures; textures are said by the target.</summary>
    public static IReadOnlyDictionary<string, StyleStage> OfPictures { get; } = new OrderedDictionary<string, StyleStage>(StringComparer.Ordinal)
    {
        [StyleRecord.AfterSensor] = StyleStage.AfterSensor,
        [StyleRecord.BeforeSensor] = StyleStage.BeforeSensor,
    };

    /// <summary>As records say it.</summary>
    public static string WordOf(StyleStage stage) => stage == StyleStage.Textures ? StyleRecord.Textures : OfPictures.Single(pair => pair.Value == stage).Key;
}
