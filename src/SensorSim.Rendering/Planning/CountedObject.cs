namespace SensorSim.Rendering.Planning;

/// <summary>An object that is drawn alone.</summary>
/// <param name="Object">Instance id − 1.</param>
/// <param name="IsOutside">On the wide canvas.</param>
/// <param name="Rectangle">Its place on image or canvas.</param>
/// <param name="FirstWord">Of its bits, in the bits of all chunks.</param>
internal readonly record struct CountedObject(int Object, bool IsOutside, PixelRectangle Rectangle, long FirstWord);
