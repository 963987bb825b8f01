namespace SensorSim.Datasets.Audit;

/// <summary>Why samples were drawn again.</summary>
/// <param name="What">What the refused draws broke, as records name it: "placement part_7".</param>
/// <param name="Samples">Samples of which it refused a draw.</param>
/// <param name="Times">Draws that it refused.</param>
public sealed record RedrawReason(string What, long Samples, long Times);
