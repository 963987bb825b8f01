using SensorSim.Tensors;

namespace SensorSim.Hosting.Detectors;

/// <summary>What of a detector its ONNX file does not say. Read from a small JSON file, see <see cref="DetectorDeclarationReader"/>.</summary>
public sealed record DetectorDeclaration
{
    /// <summary>The picture that goes in.</summary>
    public PictureTensor Input { get; init; } = new();

    /// <summary>Pixels; null where any will do.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels; null where any will do.</summary>
    public int? Height { get; init; }

    public DetectorFit Fit { get; init; } = DetectorFit.Letterbox;

    public DetectorForm Form { get; init; } = DetectorForm.Yolo;

    /// <summary>Names of the outputs: one, or boxes, scores and labels; empty strings where the model's order is taken.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>Names, in the order of the network's numbers.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The number of the first category: 1 where 0 is the background.</summary>
    public int FirstLabel { get; init; }

    /// <summary>Boxes are shares of the picture's sides instead of pixels.</summary>
    public bool IsRelative { get; init; }

    /// <summary>Boxes below it are left out, 0 to 1.</summary>
    public double LeastScore { get; init; } = 0.25;

    /// <summary>Of two boxes of a category that overlap more, the less certain is left out (intersection over union).</summary>
    public double MostOverlap { get; init; } = 0.45;
}
