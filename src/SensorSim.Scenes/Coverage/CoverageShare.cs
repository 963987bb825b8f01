namespace SensorSim.Scenes.Coverage;

/// <summary>Shares of what can be covered.</summary>
internal static class CoverageShare
{
    /// <summary>Covered over coverable; 1 when there is nothing to cover.</summary>
    public static double Of(int covered, int coverable) => coverable == 0 ? 1 : covered / (double)coverable;
}
