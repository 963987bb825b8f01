using SensorSim.Tensors;

namespace SensorSim.Onnx;

/// <summary>A model that is loaded and ready. Several threads may run it at once.</summary>
public sealed unsafe class OnnxSession : IDisposable
{
    private readonly OrtApi _api;
    private readonly string _name;
    private readonly OrtHandle _session;
    private readonly OrtHandle _memory;

    /// <param name="model">The bytes of an ONNX file, whole: weights in files beside it are not found.</param>
    /// <param name="name">What messages call it: its path.</param>
    /// <param name="settings">How it is run.</param>
    /// <exception cref="OnnxException">It is no model, uses what this library does not know, or the provider is not there.</exception>
    /// <exception cref="SensorSim.Plugins.MissingLibraryException">There is no ONNX Runtime on this machine.</exception>
    public OnnxSession(ReadOnlySpan<byte> model, string name, OnnxSessionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (model.IsEmpty)
        {
            throw new OnnxException($"{name}: the file is empty; an ONNX model was expected.");
        }

        OnnxRuntime runtime = OnnxRuntime.Instance;
        (_api, _name) = (runtime.Api, name);
        using OrtHandle options = new OrtOptions(runtime, name).Create(settings);
        nint session, memory;
        fixed (byte* bytes = model)
        {
            _api.Check(_api.CreateSessionFromArray(runtime.ProcessEnvironment, bytes, (nuint)model.Length, options.Value, &session), name);
        }

        _session = new(session, _api.ReleaseSession);
        _api.Check(_api.CreateCpuMemoryInfo(1, 0, &memory), name);
        _memory = new(memory, _api.ReleaseMemoryInfo);
        var declared = new OrtDeclarations(_api, session, name);
        (Inputs, Outputs) = (declared.Inputs(), declared.Outputs());
    }

    public IReadOnlyList<TensorSignature> Inputs { get; }

    public IReadOnlyList<TensorSignature> Outputs { get; }

    /// <summary>Runs the model once.</summary>
    /// <param name="inputs">By the model's names.</param>
    /// <param name="outputs">Names of those that are wanted.</param>
    /// <returns>In the order of the names.</returns>
    /// <exception cref="OnnxException">A name, type or shape does not fit, or the model fails.</exception>
    public IReadOnlyList<Tensor> Run(IReadOnlyList<KeyValuePair<string, Tensor>> inputs, params IReadOnlyList<string> outputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        using var arguments = new OrtArguments(_api, _name, _memory.Value);
        foreach ((string name, Tensor tensor) in inputs)
        {
            arguments.Add(name, tensor);
        }

        return arguments.Run(_session.Value, outputs);
    }

    public void Dispose()
    {
        _session.Dispose();
        _memory.Dispose();
    }
}
