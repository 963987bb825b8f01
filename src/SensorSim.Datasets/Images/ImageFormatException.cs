namespace SensorSim.Datasets.Images;

/// <summary>The bytes are not an image of the kind that the program reads and writes.</summary>
public sealed class ImageFormatException(string message, Exception? inner = null) : Exception(message, inner);
