using SensorSim.Style;

namespace SensorSim.Plugins.StyleColor;

/// <summary>What the target images' colours are, and how a picture gets them.</summary>
internal interface IColorMap
{
    /// <summary>The picture with the target's colours; values may lie outside 0 to 1.</summary>
    StyleImage Apply(StyleImage picture);
}
