namespace SensorSim.Tensors;

/// <summary>
/// Reads a declaration: <c>{ "input": { "name", "layout", "channels", "range": [0, 255], "mean", "std" }, "output": { … }, "size": { "width", "height", "fit", "multiple" } }</c>. All keys are optional.
/// </summary>
public static class NetworkDeclarationReader
{
    private const int LargestSide = 16384;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DeclarationException">All that is wrong with it.</exception>
    public static NetworkDeclaration Read(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads text.</summary>
    /// <param name="json">The declaration.</param>
    /// <param name="source">What messages call it.</param>
    /// <exception cref="DeclarationException">All that is wrong with it.</exception>
    public static NetworkDeclaration Parse(string json, string source)
    {
        DeclarationObject root = DeclarationObject.Root(json, source);
        var declaration = new NetworkDeclaration { Input = Picture(root.Object("input")), Output = Picture(root.Object("output")), Size = Size(root.Object("size")) };
        root.ThrowProblems();
        return declaration;
    }

    /// <summary>A picture's part of a declaration.</summary>
    public static PictureTensor Picture(DeclarationObject? node)
    {
        var defaults = new PictureTensor();
        if (node is null)
        {
            return defaults;
        }

        IReadOnlyList<double> range = node.Numbers("range", 2, [0, 1], values => values[0] != values[1], "two different numbers, of black and white, such as [0, 255]");
        return new()
        {
            Name = node.Text("name", ""),
            Layout = node.Choice("layout", defaults.Layout),
            Channels = node.Choice("channels", defaults.Channels),
            Low = range[0],
            High = range[1],
            Mean = node.Numbers("mean", 3, defaults.Mean, _ => true, "three numbers, such as [0.485, 0.456, 0.406]"),
            Std = node.Numbers("std", 3, defaults.Std, values => values.All(value => value > 0), "three numbers above 0, such as [0.229, 0.224, 0.225]"),
        };
    }

    /// <summary>The sizes' part of a declaration.</summary>
    private static NetworkSize Size(DeclarationObject? node)
    {
        if (node is null)
        {
            return new();
        }

        int? width = node.Integer("width", 1, LargestSide), height = node.Integer("height", 1, LargestSide);
        if (width is null != height is null)
        {
            node.Problem(width is null ? "width" : "height", "is missing; a network that takes one size only has both, such as \"width\": 224, \"height\": 224");
        }

        return new() { Width = width, Height = height, Fit = node.Choice("fit", FrameFit.Resize), Multiple = node.Integer("multiple", 1, 1024) ?? 1 };
    }
}
