namespace SensorSim.Datasets.Audit;

/// <summary>A style that frames went through, and what the label gate said of it.</summary>
/// <param name="Use">Id of the backend.</param>
/// <param name="Version">Of the backend.</param>
/// <param name="Stage">Where it ran.</param>
/// <param name="Nature">"statistical" or "learned".</param>
/// <param name="Frames">That it touched, rejected ones too.</param>
/// <param name="Passed">Of these, what fits its labels by the gate.</param>
/// <param name="Failed">What does not.</param>
/// <param name="Unjudged">At what nobody looked.</param>
public sealed record StyleUse(string Use, string Version, string Stage, string Nature, long Frames, long Passed, long Failed, long Unjudged);
