using System.Runtime.InteropServices;
using SensorSim.Tensors;

namespace SensorSim.Onnx;

/// <summary>Reads what a model takes and gives.</summary>
/// <param name="api">Functions of the library.</param>
/// <param name="session">The model.</param>
/// <param name="subject">Its name, for messages.</param>
internal sealed unsafe class OrtDeclarations(OrtApi api, nint session, string subject)
{
    public IReadOnlyList<TensorSignature> Inputs()
    {
        nuint count;
        api.Check(api.SessionGetInputCount(session, &count), subject);
        return [.. Enumerable.Range(0, (int)count).Select(index => Read(index, api.SessionGetInputName, api.SessionGetInputTypeInfo))];
    }

    public IReadOnlyList<TensorSignature> Outputs()
    {
        nuint count;
        api.Check(api.SessionGetOutputCount(session, &count), subject);
        return [.. Enumerable.Range(0, (int)count).Select(index => Read(index, api.SessionGetOutputName, api.SessionGetOutputTypeInfo))];
    }

    private TensorSignature Read(int index, delegate* unmanaged[Cdecl]<nint, nuint, nint, byte**, nint> nameOf, delegate* unmanaged[Cdecl]<nint, nuint, nint*, nint> typeOf)
    {
        nint allocator, type, tensor;
        byte* text;
        api.Check(api.GetAllocatorWithDefaultOptions(&allocator), subject);
        api.Check(nameOf(session, (nuint)index, allocator, &text), subject);
        string name = Marshal.PtrToStringUTF8((nint)text) ?? "";
        api.Check(api.AllocatorFree(allocator, text), subject);
        api.Check(typeOf(session, (nuint)index, &type), subject);
        using var owned = new OrtHandle(type, api.ReleaseTypeInfo);
        api.Check(api.CastTypeInfoToTensorInfo(type, &tensor), subject);
        return tensor == 0 ? new(name, TensorElementType.Undefined, null) : new(name, OrtShape.ElementTypeOf(api, tensor, subject), DimensionsOf(tensor));
    }

    private TensorDimension[] DimensionsOf(nint tensor)
    {
        long[] lengths = OrtShape.LengthsOf(api, tensor, subject);
        byte** symbols = stackalloc byte*[lengths.Length];
        api.Check(api.GetSymbolicDimensions(tensor, symbols, (nuint)lengths.Length), subject);
        var dimensions = new TensorDimension[lengths.Length];
        for (int i = 0; i < lengths.Length; i++)
        {
            dimensions[i] = new(lengths[i] < 0 ? null : lengths[i], Marshal.PtrToStringUTF8((nint)symbols[i]) ?? "");
        }

        return dimensions;
    }
}
