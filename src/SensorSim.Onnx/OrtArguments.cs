using System.Runtime.InteropServices;
using System.Text;
using SensorSim.Tensors;

namespace SensorSim.Onnx;

/// <summary>The tensors of one run: inputs are used where they lie, outputs are copied out.</summary>
/// <param name="api">Functions of the library.</param>
/// <param name="subject">The model, for messages.</param>
/// <param name="memory">Says that the inputs lie in the memory of the processor.</param>
internal sealed unsafe class OrtArguments(OrtApi api, string subject, nint memory) : IDisposable
{
    private readonly List<GCHandle> _pins = [];
    private readonly List<OrtHandle> _values = [];
    private readonly List<nint> _names = [];

    public void Add(string name, Tensor tensor)
    {
        void* data = Pin(tensor.Values);
        nint value;
        fixed (long* shape = tensor.Shape)
        {
            api.Check(api.CreateTensorWithDataAsOrtValue(memory, data, (nuint)tensor.Bytes().Length, shape, (nuint)tensor.Shape.Length, (int)tensor.ElementType, &value), $"{subject}: {name}");
        }

        _values.Add(new(value, api.ReleaseValue));
        _names.Add((nint)Pin(Encoding.UTF8.GetBytes(name + '\0')));
    }

    public IReadOnlyList<Tensor> Run(nint session, IReadOnlyList<string> outputs)
    {
        nint[] inputs = [.. _values.Select(value => value.Value)], inputNames = [.. _names];
        nint[] outputNames = [.. outputs.Select(name => (nint)Pin(Encoding.UTF8.GetBytes(name + '\0')))];
        nint[] results = new nint[outputs.Count];
        fixed (nint* values = inputs, given = inputNames, wanted = outputNames, made = results)
        {
            api.Check(api.Run(session, 0, (byte**)given, values, (nuint)inputs.Length, (byte**)wanted, (nuint)results.Length, made), subject);
        }

        foreach (nint result in results)
        {
            _values.Add(new(result, api.ReleaseValue));
        }

        return [.. results.Select((result, i) => Copy(result, outputs[i]))];
    }

    public void Dispose()
    {
        _values.ForEach(value => value.Dispose());
        _pins.ForEach(pin => pin.Free());
    }

    private void* Pin(Array array)
    {
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        _pins.Add(pin);
        return (void*)pin.AddrOfPinnedObject();
    }

    private Tensor Copy(nint value, string name)
    {
        int isTensor;
        api.Check(api.IsTensor(value, &isTensor), subject);
        Tensor? tensor = isTensor == 0 ? null : Empty(value);
        if (tensor is null)
        {
            throw new OnnxException($"{subject}: the output {name} is no tensor of numbers.");
        }

        void* data;
        api.Check(api.GetTensorMutableData(value, &data), subject);
        new ReadOnlySpan<byte>(data, tensor.Bytes().Length).CopyTo(tensor.Bytes());
        return tensor;
    }

    private Tensor? Empty(nint value)
    {
        nint info;
        api.Check(api.GetTensorTypeAndShape(value, &info), subject);
        using var owned = new OrtHandle(info, api.ReleaseTensorTypeAndShapeInfo);
        return Tensor.Empty(OrtShape.ElementTypeOf(api, info, subject), OrtShape.LengthsOf(api, info, subject));
    }
}
