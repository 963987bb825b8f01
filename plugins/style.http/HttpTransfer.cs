using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Style;
using SensorSim.Tensors;

namespace SensorSim.Plugins.StyleHttp;

/// <summary>A model of a server, with its declaration.</summary>
internal sealed class HttpTransfer : IStyleTransfer
{
    // What a number takes in JSON, at most, with its comma; and all that is no number.
    private const int JsonBytesPerNumber = 32, JsonBytesBeside = 1 << 20;

    private readonly InferenceClient _client;
    private readonly InferenceModel _model;
    private readonly NetworkDeclaration _declaration;
    private readonly PictureNetwork _network;
    private readonly string _path;

    /// <exception cref="DeclarationException">The declaration is none, or not this model's.</exception>
    /// <exception cref="StyleException">The server does not answer, or has no such model.</exception>
    public HttpTransfer(HttpParameters parameters)
    {
        (NetworkDeclaration declared, string? digest) = DeclarationOf(parameters);
        string version = parameters.ModelVersion.Length > 0 ? $"/versions/{Uri.EscapeDataString(parameters.ModelVersion)}" : "";
        _path = $"/v2/models/{Uri.EscapeDataString(parameters.Model)}{version}";
        _client = new(parameters);
        try
        {
            _model = ModelOf();
            string subject = $"{_client.Address}{_path}";
            _declaration = PictureBinding.Bind(declared, _model.Inputs, _model.Outputs, subject);
            _network = new(_declaration, PictureBinding.Find(_declaration.Input, _model.Inputs, "input", subject).ElementType, parameters.TilePx, parameters.OverlapPx);
            _network.ThrowProblem(subject);
            Identity = IdentityOf(parameters, digest);
        }
        catch
        {
            _client.Dispose();
            throw;
        }
    }

    public IReadOnlyDictionary<string, JsonNode?> Identity { get; }

    public StyleResult Apply(StyleClip clip, CancellationToken stop)
    {
        var evidence = new ExchangeEvidence();
        try
        {
            StyleImage[] frames = [.. clip.Frames.Select(frame => _network.Apply(frame.Colour, tensor => Infer(frame.Name, tensor, evidence, stop)))];
            return new(frames) { Evidence = evidence.ToRecord() };
        }
        catch (DeclarationException wrong)
        {
            throw new StyleException($"{clip.Name}: {_client.Address}{_path}: {wrong.Message}", wrong);
        }
    }

    public void Dispose() => _client.Dispose();

    private Tensor Infer(string frame, Tensor picture, ExchangeEvidence evidence, CancellationToken stop)
    {
        (byte[] body, int? jsonLength) = InferenceMessages.Request(frame, _declaration.Input.Name, picture, _declaration.Output.Name, _model.HasBinaryTensors);
        long most = ((long)picture.Values.Length * JsonBytesPerNumber) + JsonBytesBeside;
        InferenceReply reply = _client.Post($"{_path}/infer", body, jsonLength, most, stop);
        (Tensor answer, string version) = Understood($"{_path}/infer", () => InferenceMessages.Answer(reply, _declaration.Output.Name));
        evidence.Add(body, reply.Body, version);
        return answer;
    }

    private InferenceModel ModelOf()
    {
        _client.Get("/v2/health/ready", CancellationToken.None);
        JsonObject server = Understood("/v2", () => JsonText.Parse(_client.Get("/v2", CancellationToken.None).Body));
        JsonObject model = Understood(_path, () => JsonText.Parse(_client.Get(_path, CancellationToken.None).Body));
        _client.Get($"{_path}/ready", CancellationToken.None);
        return Understood(_path, () => InferenceModel.Read(server, model));
    }

    private T Understood<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or InvalidOperationException)
        {
            throw new StyleException($"{_client.Address}{path} does not answer as the Open Inference Protocol has it: {wrong.Message}.", wrong);
        }
    }

    private static (NetworkDeclaration Declaration, string? Digest) DeclarationOf(HttpParameters parameters)
    {
        if (parameters.Declaration.Length == 0)
        {
            return (new(), null);
        }

        byte[] text = File.ReadAllBytes(parameters.Declaration);
        return (NetworkDeclarationReader.Parse(Encoding.UTF8.GetString(text), parameters.Declaration), Convert.ToHexStringLower(SHA256.HashData(text)));
    }

    private SortedDictionary<string, JsonNode?> IdentityOf(HttpParameters parameters, string? declaration) => new(StringComparer.Ordinal)
    {
        ["declaration_sha256"] = declaration,
        ["endpoint"] = _client.Address,
        ["model"] = parameters.Model,
        ["model_versions"] = new JsonArray([.. _model.Versions.Select(version => JsonValue.Create(version))]),
        ["platform"] = _model.Platform,
        ["server"] = _model.ServerName,
        ["server_version"] = _model.ServerVersion,
    };
}
