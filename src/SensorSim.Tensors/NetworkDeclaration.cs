namespace SensorSim.Tensors;

/// <summary>What of a network's tensors the model's own file does not say: which numbers colours are, and which sizes it takes. Read from a small JSON file, see <see cref="NetworkDeclarationReader"/>.</summary>
public sealed record NetworkDeclaration
{
    /// <summary>The picture that goes in.</summary>
    public PictureTensor Input { get; init; } = new();

    /// <summary>The picture that comes out, of the same size.</summary>
    public PictureTensor Output { get; init; } = new();

    public NetworkSize Size { get; init; } = new();
}
