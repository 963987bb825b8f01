namespace SensorSim.Plugins.StyleCosmos;

/// <summary>What a control video is made of, named as Cosmos-Transfer names it.</summary>
internal enum ControlKind
{
    Edge,
    Vis,
    Depth,
    Seg,
}
