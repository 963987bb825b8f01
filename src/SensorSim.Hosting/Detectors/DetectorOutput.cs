using SensorSim.Datasets.Preservation;
using SensorSim.Tensors;

namespace SensorSim.Hosting.Detectors;

/// <summary>Reads boxes out of a network's tensors, in the network's pixels.</summary>
/// <param name="declaration">How they lie there.</param>
/// <param name="width">Of the picture that the network got.</param>
/// <param name="height">Of the picture that the network got.</param>
internal sealed class DetectorOutput(DetectorDeclaration declaration, int width, int height)
{
    private readonly int _categories = declaration.Categories.Count;

    /// <summary>All that are certain enough, in the network's order.</summary>
    /// <exception cref="DeclarationException">The tensors are of another shape.</exception>
    public IEnumerable<DetectedBox> Read(IReadOnlyList<Tensor> tensors) => declaration.Form == DetectorForm.Boxes ? Corners(tensors) : Candidates(tensors[0]);

    private IEnumerable<DetectedBox> Candidates(Tensor tensor)
    {
        bool hasObjectness = declaration.Form == DetectorForm.YoloObjectness;
        int fields = (hasObjectness ? 5 : 4) + _categories, axes = tensor.Shape.Length;
        bool isLast = axes >= 2 && tensor.Shape[^1] == fields, isFirst = axes >= 2 && tensor.Shape[^2] == fields;
        if (!isLast && !isFirst)
        {
            throw new DeclarationException($"The output is {tensor}; expected [1, {fields}, candidates] or [1, candidates, {fields}]: the box{(hasObjectness ? ", a score that anything is there" : "")} and {_categories} categories.");
        }

        // The usual order of the form, where both axes have that length.
        bool byCandidate = isLast && (hasObjectness || !isFirst);
        float[] values = FloatsOf(tensor);
        int count = values.Length / fields;
        return Enumerable.Range(0, count).Select(i => Candidate(field => values[byCandidate ? (i * fields) + field : (field * count) + i], hasObjectness)).Where(IsCertain);
    }

    private DetectedBox Candidate(Func<int, float> field, bool hasObjectness)
    {
        int first = hasObjectness ? 5 : 4, best = Enumerable.Range(0, _categories).MaxBy(category => field(first + category));
        double score = field(first + best) * (hasObjectness ? field(4) : 1);
        return Box(best, score, field(0) - (field(2) / 2), field(1) - (field(3) / 2), field(2), field(3));
    }

    private IEnumerable<DetectedBox> Corners(IReadOnlyList<Tensor> tensors)
    {
        float[] boxes = FloatsOf(tensors[0]), scores = FloatsOf(tensors[1]), labels = FloatsOf(tensors[2]);
        if (boxes.Length != 4 * scores.Length || labels.Length != scores.Length)
        {
            throw new DeclarationException($"The outputs are {string.Join(", ", tensors)}; expected boxes [n, 4], scores [n] and labels [n].");
        }

        return Enumerable.Range(0, scores.Length).Where(i => (int)labels[i] - declaration.FirstLabel is var category && category >= 0 && category < _categories).Select(i => Box(
            (int)labels[i] - declaration.FirstLabel, scores[i], boxes[4 * i], boxes[(4 * i) + 1], boxes[(4 * i) + 2] - boxes[4 * i], boxes[(4 * i) + 3] - boxes[(4 * i) + 1])).Where(IsCertain);
    }

    private DetectedBox Box(int category, double score, double left, double top, double boxWidth, double boxHeight)
    {
        (double x, double y) = declaration.IsRelative ? (width, height) : (1, 1);
        return new(declaration.Categories[category], left * x, top * y, boxWidth * x, boxHeight * y) { Score = score };
    }

    private bool IsCertain(DetectedBox box) => box.Score >= declaration.LeastScore && box.Width > 0 && box.Height > 0;

    private static float[] FloatsOf(Tensor tensor) => tensor.ElementType switch
    {
        TensorElementType.Float32 => tensor.As<float>(),
        TensorElementType.Float16 => Array.ConvertAll(tensor.As<Half>(), value => (float)value),
        TensorElementType.Int64 => Array.ConvertAll(tensor.As<long>(), value => (float)value),
        TensorElementType.Int32 => Array.ConvertAll(tensor.As<int>(), value => (float)value),
        _ => throw new DeclarationException($"An output is {tensor}; expected float32, float16, int64 or int32."),
    };
}
