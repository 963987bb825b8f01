using SensorSim.Tensors;

namespace SensorSim.Onnx;

/// <summary>What a tensor is, of a declaration or of a value.</summary>
internal static unsafe class OrtShape
{
    public static TensorElementType ElementTypeOf(OrtApi api, nint tensorInfo, string subject)
    {
        int type;
        api.Check(api.GetTensorElementType(tensorInfo, &type), subject);
        return (TensorElementType)type;
    }

    /// <summary>−1 where the length is free.</summary>
    public static long[] LengthsOf(OrtApi api, nint tensorInfo, string subject)
    {
        nuint count;
        api.Check(api.GetDimensionsCount(tensorInfo, &count), subject);
        long[] lengths = new long[count];
        fixed (long* first = lengths)
        {
            api.Check(api.GetDimensions(tensorInfo, first, count), subject);
        }

        return lengths;
    }
}
