namespace SensorSim.Rendering.Planning;

/// <summary>A draw of a view whose triangles are culled first.</summary>
/// <param name="Draw">What to draw; of a batch its first draw.</param>
/// <param name="Batch">Number of the batch, whose triangles are in the list of those that are kept; null for a draw with holes, which is drawn as it is.</param>
internal readonly record struct CulledDraw(Draw Draw, int? Batch);
