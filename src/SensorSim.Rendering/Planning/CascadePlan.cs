namespace SensorSim.Rendering.Planning;

/// <summary>The cascades of a view: for each lamp, the coarsest first.</summary>
/// <param name="ByLamp">Cascades and their layers.</param>
/// <param name="Layers">What is drawn into them, from the layer on that follows those that views share.</param>
internal sealed record CascadePlan(IReadOnlyList<IReadOnlyList<(Cascade Cascade, int Layer)>> ByLamp, IReadOnlyList<(ShadowLayer Layer, Draw[] Casters)> Layers)
{
    public int Count => Layers.Count;

    public static CascadePlan None(int lamps) => new([.. Enumerable.Repeat<IReadOnlyList<(Cascade, int)>>([], lamps)], []);
}
