namespace SensorSim.Rendering.Planning;

/// <summary>An object that may appear on a view's wide canvas.</summary>
/// <param name="Index">Instance id − 1.</param>
/// <param name="Rectangle">Where it may appear.</param>
/// <param name="IsInImage">Whether that reaches the image itself.</param>
internal readonly record struct VisibleObject(int Index, ScreenRectangle Rectangle, bool IsInImage);
