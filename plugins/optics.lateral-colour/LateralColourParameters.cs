namespace SensorSim.Plugins.OpticsLateralColour;

/// <summary>The defaults are a modest lens's (typical, not measured): half a pixel in the corners of an image 1600 pixels wide.</summary>
public sealed record LateralColourParameters
{
    [Parameter("Size of the red image over the green one's", Min = 0.9, Max = 1.1)]
    public double RedMagnification { get; init; } = 1.0005;

    [Parameter("Size of the blue image over the green one's", Min = 0.9, Max = 1.1)]
    public double BlueMagnification { get; init; } = 0.9995;
}
