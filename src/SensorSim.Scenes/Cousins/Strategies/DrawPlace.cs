namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Where in its distribution a draw of a sample lies.</summary>
/// <param name="Share">Of the whole distribution, or of the bin. Between 0 and 1.</param>
/// <param name="Bin">The bin that the sample must have; null is any.</param>
/// <param name="IsFixed">Whether another attempt, after a rule was broken, keeps the share.</param>
public readonly record struct DrawPlace(double Share, int? Bin = null, bool IsFixed = false);
