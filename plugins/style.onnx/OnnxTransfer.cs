using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Onnx;
using SensorSim.Style;
using SensorSim.Tensors;

namespace SensorSim.Plugins.StyleOnnx;

/// <summary>A network that is loaded, with its declaration.</summary>
internal sealed class OnnxTransfer : IStyleTransfer
{
    private readonly OnnxSession _session;
    private readonly PictureNetwork _network;
    private readonly string _input;
    private readonly string _output;

    /// <exception cref="OnnxException">The file is no model, or the provider is not there.</exception>
    /// <exception cref="DeclarationException">The declaration is none, or not this model's.</exception>
    public OnnxTransfer(OnnxParameters parameters)
    {
        byte[] model = File.ReadAllBytes(parameters.Model);
        (NetworkDeclaration declared, string? digest) = DeclarationOf(parameters);
        _session = new(model, parameters.Model, new() { Provider = parameters.Provider, CudaDevice = parameters.CudaDevice, Threads = parameters.Threads });
        try
        {
            NetworkDeclaration declaration = PictureBinding.Bind(declared, _session.Inputs, _session.Outputs, parameters.Model);
            (_input, _output) = (declaration.Input.Name, declaration.Output.Name);
            _network = new(declaration, PictureBinding.Find(declaration.Input, _session.Inputs, "input", parameters.Model).ElementType, parameters.TilePx, parameters.OverlapPx);
            _network.ThrowProblem(parameters.Model);
            Identity = IdentityOf(parameters, model, digest);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    public IReadOnlyDictionary<string, JsonNode?> Identity { get; }

    public StyleResult Apply(StyleClip clip, CancellationToken stop)
    {
        try
        {
            return new([.. clip.Frames.Select(frame => _network.Apply(frame.Colour, tensor => Run(tensor, stop)))]);
        }
        catch (Exception failed) when (failed is OnnxException or DeclarationException)
        {
            throw new StyleException($"{clip.Name}: {failed.Message}", failed);
        }
    }

    public void Dispose() => _session.Dispose();

    private Tensor Run(Tensor picture, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return _session.Run([new(_input, picture)], _output)[0];
    }

    private static (NetworkDeclaration Declaration, string? Digest) DeclarationOf(OnnxParameters parameters)
    {
        string beside = Path.ChangeExtension(parameters.Model, ".style.json");
        string path = parameters.Declaration.Length > 0 ? parameters.Declaration : beside;
        if (parameters.Declaration.Length == 0 && !File.Exists(beside))
        {
            return (new(), null);
        }

        byte[] text = File.ReadAllBytes(path);
        return (NetworkDeclarationReader.Parse(Encoding.UTF8.GetString(text), path), Digest(text));
    }

    private static SortedDictionary<string, JsonNode?> IdentityOf(OnnxParameters parameters, byte[] model, string? declaration) => new(StringComparer.Ordinal)
    {
        ["declaration_sha256"] = declaration,
        ["library"] = $"ONNX Runtime {OnnxRuntime.Instance.Version}",
        ["model_sha256"] = Digest(model),
        ["provider"] = parameters.Provider.ToString().ToLowerInvariant(),
    };

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
