using SensorSim.Tensors;

namespace SensorSim.Hosting.Detectors;

/// <summary>Reads <c>{ "categories": ["person", …], "input": { … }, "size": { "width", "height", "fit" }, "output": { "form", "names", "coordinates", "first_label" }, "least_score", "most_overlap" }</c>.</summary>
public static class DetectorDeclarationReader
{
    /// <param name="json">The declaration.</param>
    /// <param name="source">What messages call it.</param>
    /// <exception cref="DeclarationException">All that is wrong with it.</exception>
    public static DetectorDeclaration Parse(string json, string source)
    {
        DeclarationObject root = DeclarationObject.Root(json, source);
        var defaults = new DetectorDeclaration();
        DeclarationObject? size = root.Object("size"), output = root.Object("output");
        int? width = size?.Integer("width", 1, 16384), height = size?.Integer("height", 1, 16384);
        var declaration = new DetectorDeclaration
        {
            Input = NetworkDeclarationReader.Picture(root.Object("input")),
            Width = width,
            Height = height,
            Fit = size?.Choice("fit", defaults.Fit) ?? defaults.Fit,
            Form = output?.Choice("form", defaults.Form) ?? defaults.Form,
            Outputs = output?.Texts("names") ?? [],
            IsRelative = output?.Choice("coordinates", DetectorCoordinates.Pixels) == DetectorCoordinates.Relative,
            FirstLabel = output?.Integer("first_label", 0, 1000) ?? 0,
            Categories = root.Texts("categories"),
            LeastScore = root.Number("least_score", defaults.LeastScore, 0, 1),
            MostOverlap = root.Number("most_overlap", defaults.MostOverlap, 0, 1),
        };
        Check(declaration, root, size, output);
        return declaration;
    }

    private static void Check(DetectorDeclaration declaration, DeclarationObject root, DeclarationObject? size, DeclarationObject? output)
    {
        if (declaration.Categories.Count == 0)
        {
            root.Problem("categories", "is missing; expected the names of what the network finds, in its order, such as [\"person\", \"forklift\"]");
        }

        if (declaration.Width is null != declaration.Height is null)
        {
            size!.Problem(declaration.Width is null ? "width" : "height", "is missing; a network that takes one size only has both");
        }

        int expected = declaration.Form == DetectorForm.Boxes ? 3 : 1;
        if (declaration.Outputs.Count != 0 && declaration.Outputs.Count != expected)
        {
            output!.Problem("names", FormattableString.Invariant($"has {declaration.Outputs.Count} names; expected {(expected == 3 ? "three, of boxes, scores and labels" : "one")}"));
        }

        root.ThrowProblems();
    }
}
