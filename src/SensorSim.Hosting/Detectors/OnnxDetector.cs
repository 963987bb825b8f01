using System.Security.Cryptography;
using SensorSim.Datasets.Preservation;
using SensorSim.Hosting.Styles;
using SensorSim.Onnx;
using SensorSim.Signals;
using SensorSim.Style;
using SensorSim.Tensors;

namespace SensorSim.Hosting.Detectors;

/// <summary>A detector from an ONNX file, with the declaration <c>MODEL.detector.json</c> beside it.</summary>
public sealed class OnnxDetector : IDisposable
{
    private readonly string _path;
    private readonly OnnxSession _session;
    private readonly DetectorDeclaration _declaration;
    private readonly TensorElementType _inputType;
    private readonly string[] _outputs;

    private OnnxDetector(string path, byte[] model, byte[] declaration, DetectorDeclaration declared)
    {
        _path = path;
        _session = new(model, path, new());
        TensorSignature input = PictureBinding.Find(declared.Input, _session.Inputs, "input", path);
        (_declaration, _inputType) = (Bound(declared, input, path), input.ElementType);
        _outputs = [.. declared.Outputs.Count > 0 ? declared.Outputs : _session.Outputs.Take(declared.Form == DetectorForm.Boxes ? 3 : 1).Select(output => output.Name)];
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(model));
        DeclarationSha256 = Convert.ToHexStringLower(SHA256.HashData(declaration));
    }

    /// <summary>Digest of the model's file, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>Digest of its declaration's file, lower-case hex.</summary>
    public string DeclarationSha256 { get; }

    /// <summary>What it can find.</summary>
    public IReadOnlyList<string> Categories => _declaration.Categories;

    /// <summary>Loads a model and its declaration.</summary>
    /// <param name="path">Of the ONNX file.</param>
    /// <exception cref="RequestException">One of them is missing or broken, or they do not go together.</exception>
    /// <exception cref="SensorSim.Plugins.MissingLibraryException">There is no ONNX Runtime on this machine.</exception>
    public static OnnxDetector Load(string path)
    {
        string declaration = Path.ChangeExtension(path, ".detector.json");
        if (new[] { path, declaration }.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new RequestException([$"{missing} is not there; a detector is an ONNX file, with a declaration beside it, such as people.onnx and people.detector.json."]);
        }

        try
        {
            return new(path, File.ReadAllBytes(path), File.ReadAllBytes(declaration), DetectorDeclarationReader.Parse(File.ReadAllText(declaration), declaration));
        }
        catch (Exception wrong) when (wrong is OnnxException or DeclarationException)
        {
            throw new RequestException(wrong.Message.Split('\n'));
        }
    }

    /// <summary>What is in a picture, most certain first.</summary>
    /// <param name="picture">Three or four channels of 8 or 16 bits.</param>
    /// <exception cref="RequestException">The model gives something else than its declaration says.</exception>
    public IReadOnlyList<DetectedBox> Detect(in PixelPlane picture) => Detect(Pictures.ToStyle(picture));

    /// <summary>What is in a picture, most certain first.</summary>
    /// <exception cref="RequestException">The model gives something else than its declaration says.</exception>
    public IReadOnlyList<DetectedBox> Detect(StyleImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var frame = DetectorFrame.Of(picture, _declaration);
        try
        {
            IReadOnlyList<Tensor> tensors = _session.Run([new(_declaration.Input.Name, _declaration.Input.Encode(frame.Picture, _inputType))], _outputs);
            IEnumerable<DetectedBox> boxes = new DetectorOutput(_declaration, frame.Picture.Width, frame.Picture.Height).Read(tensors);
            IEnumerable<DetectedBox> inside = boxes.Select(box => frame.ToPicture(box, picture.Width, picture.Height)).Where(box => box.Width > 0 && box.Height > 0);
            return NonMaximumSuppression.Of(inside, _declaration.MostOverlap);
        }
        catch (Exception wrong) when (wrong is OnnxException or DeclarationException)
        {
            throw new RequestException([$"{_path}: {wrong.Message}"]);
        }
    }

    public void Dispose() => _session.Dispose();

    // A size that the model itself has goes without saying.
    private static DetectorDeclaration Bound(DetectorDeclaration declared, TensorSignature input, string path)
    {
        NetworkDeclaration bound = PictureBinding.Bind(new() { Input = declared.Input, Output = declared.Input, Size = new() { Width = declared.Width, Height = declared.Height } }, [input], [input], path);
        return declared with { Input = bound.Input, Width = bound.Size.Width, Height = bound.Size.Height };
    }
}
