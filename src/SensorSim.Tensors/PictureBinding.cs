namespace SensorSim.Tensors;

/// <summary>Holds a declaration against what the model says of itself, and fills in what only the model says: names, and a size that is fixed.</summary>
public static class PictureBinding
{
    // As tiles have it: what a server says of its model is not believed.
    private const int LongestSide = 16384;

    /// <summary>The declaration with names and, where the model has one, its fixed size.</summary>
    /// <param name="declaration">What the user says.</param>
    /// <param name="inputs">What the model takes.</param>
    /// <param name="outputs">What the model gives.</param>
    /// <param name="model">What messages call it.</param>
    /// <exception cref="DeclarationException">They do not go together.</exception>
    public static NetworkDeclaration Bind(NetworkDeclaration declaration, IReadOnlyList<TensorSignature> inputs, IReadOnlyList<TensorSignature> outputs, string model)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        TensorSignature input = Find(declaration.Input, inputs, "input", model), output = Find(declaration.Output, outputs, "output", model);
        if (inputs.Count > 1)
        {
            throw new DeclarationException($"{model}: the model has {inputs.Count} inputs ({string.Join("; ", inputs)}); expected one, a picture.");
        }

        (long? height, long? width) = CheckShape(declaration.Input, input, "input", model);
        CheckShape(declaration.Output, output, "output", model);
        return declaration with { Input = declaration.Input with { Name = input.Name }, Output = declaration.Output with { Name = output.Name }, Size = SizeOf(declaration.Size, height, width, model) };
    }

    /// <summary>What the model says of a declared tensor.</summary>
    /// <exception cref="DeclarationException">It has none of that name.</exception>
    public static TensorSignature Find(PictureTensor picture, IReadOnlyList<TensorSignature> tensors, string role, string model)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(tensors);
        string known = $"it has {string.Join("; ", tensors)}";
        return picture.Name.Length == 0 && tensors.Count != 1 ? throw new DeclarationException($"{model}: the declaration does not name the {role}, and {known}. Say \"{role}\": {{ \"name\": \"…\" }}.")
            : picture.Name.Length == 0 ? tensors[0]
            : tensors.FirstOrDefault(tensor => tensor.Name == picture.Name) ?? throw new DeclarationException($"{model}: the model has no {role} \"{picture.Name}\"; {known}.");
    }

    // A picture has its colours where the layout says, and takes one picture at a time.
    private static (long? Height, long? Width) CheckShape(PictureTensor picture, TensorSignature tensor, string role, string model)
    {
        IReadOnlyList<TensorDimension> shape = tensor.Dimensions ?? throw new DeclarationException($"{model}: the {role} {tensor.Name} is no tensor.");
        long[] expected = picture.ShapeOf(width: -1, height: -2);
        bool fits = shape.Count == expected.Length && shape.Zip(expected).All(pair => pair.Second < 0 || pair.First.Length is null || pair.First.Length == pair.Second) && !HasColoursElsewhere(shape, expected);
        if (!fits)
        {
            string layout = picture.Layout.ToString().ToLowerInvariant();
            throw new DeclarationException($"{model}: the {role} is {tensor}, and the declaration says {layout} (\"{role}.layout\"): expected {string.Join(", ", layout.Select(AxisOf))}.");
        }

        return (shape[Array.IndexOf(expected, -2)].Length, shape[Array.IndexOf(expected, -1)].Length);
    }

    // A side of three pixels beside colours of any number is another layout.
    private static bool HasColoursElsewhere(IReadOnlyList<TensorDimension> shape, long[] expected) =>
        shape[Array.IndexOf(expected, PictureTensor.Colours)].Length is null && shape.Any(axis => axis.Length == PictureTensor.Colours);

    private static string AxisOf(char axis) => axis switch { 'n' => "1 picture", 'c' => "3 colours", 'h' => "height", _ => "width" };

    private static NetworkSize SizeOf(NetworkSize declared, long? height, long? width, string model)
    {
        if (width is null || height is null)
        {
            return declared;
        }

        if (width is < 1 or > LongestSide || height is < 1 or > LongestSide)
        {
            throw new DeclarationException($"{model}: the model takes pictures of {width}x{height}; expected sides from 1 to {LongestSide}.");
        }

        return declared.Width is null || (declared.Width == width && declared.Height == height)
            ? declared with { Width = (int)width, Height = (int)height }
            : throw new DeclarationException($"{model}: the declaration says {declared.Width}x{declared.Height} (\"size\"), and the model takes {width}x{height} only.");
    }
}
