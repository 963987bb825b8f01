using System.Runtime.InteropServices;

namespace SensorSim.Onnx;

/// <summary>
/// The functions of ONNX Runtime's C API that are used, by their place in its table. The table only ever grows at its end, so a place holds for every later library; the order is that of
/// <c>struct OrtApi</c> in <c>onnxruntime_c_api.h</c>. Each returns a status, null when all is well, unless its comment says otherwise.
/// </summary>
internal sealed unsafe class OrtApi
{
    /// <summary>Version of the table that is asked for: the first with all these functions (ONNX Runtime 1.18).</summary>
    public const uint Version = 18;

    private readonly nint* _table;

    public OrtApi(nint* table)
    {
        _table = table;
    }

    // Of a status, not returning one.
    public delegate* unmanaged[Cdecl]<nint, int> GetErrorCode => (delegate* unmanaged[Cdecl]<nint, int>)_table[1];

    public delegate* unmanaged[Cdecl]<nint, byte*> GetErrorMessage => (delegate* unmanaged[Cdecl]<nint, byte*>)_table[2];

    // (logging level, log id, env)
    public delegate* unmanaged[Cdecl]<int, byte*, nint*, nint> CreateEnv => (delegate* unmanaged[Cdecl]<int, byte*, nint*, nint>)_table[3];

    // (env, model, its bytes, options, session)
    public delegate* unmanaged[Cdecl]<nint, byte*, nuint, nint, nint*, nint> CreateSessionFromArray => (delegate* unmanaged[Cdecl]<nint, byte*, nuint, nint, nint*, nint>)_table[8];

    // (session, run options, input names, inputs, their count, output names, their count, outputs)
    public delegate* unmanaged[Cdecl]<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint> Run =>
        (delegate* unmanaged[Cdecl]<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint>)_table[9];

    public delegate* unmanaged[Cdecl]<nint*, nint> CreateSessionOptions => (delegate* unmanaged[Cdecl]<nint*, nint>)_table[10];

    // (options, 0 none, 1 basic, 2 extended, 99 all)
    public delegate* unmanaged[Cdecl]<nint, int, nint> SetSessionGraphOptimizationLevel => (delegate* unmanaged[Cdecl]<nint, int, nint>)_table[23];

    public delegate* unmanaged[Cdecl]<nint, int, nint> SetIntraOpNumThreads => (delegate* unmanaged[Cdecl]<nint, int, nint>)_table[24];

    public delegate* unmanaged[Cdecl]<nint, int, nint> SetInterOpNumThreads => (delegate* unmanaged[Cdecl]<nint, int, nint>)_table[25];

    public delegate* unmanaged[Cdecl]<nint, nuint*, nint> SessionGetInputCount => (delegate* unmanaged[Cdecl]<nint, nuint*, nint>)_table[30];

    public delegate* unmanaged[Cdecl]<nint, nuint*, nint> SessionGetOutputCount => (delegate* unmanaged[Cdecl]<nint, nuint*, nint>)_table[31];

    // (session, index, type info)
    public delegate* unmanaged[Cdecl]<nint, nuint, nint*, nint> SessionGetInputTypeInfo => (delegate* unmanaged[Cdecl]<nint, nuint, nint*, nint>)_table[33];

    public delegate* unmanaged[Cdecl]<nint, nuint, nint*, nint> SessionGetOutputTypeInfo => (delegate* unmanaged[Cdecl]<nint, nuint, nint*, nint>)_table[34];

    // (session, index, allocator, name)
    public delegate* unmanaged[Cdecl]<nint, nuint, nint, byte**, nint> SessionGetInputName => (delegate* unmanaged[Cdecl]<nint, nuint, nint, byte**, nint>)_table[36];

    public delegate* unmanaged[Cdecl]<nint, nuint, nint, byte**, nint> SessionGetOutputName => (delegate* unmanaged[Cdecl]<nint, nuint, nint, byte**, nint>)_table[37];

    // (memory info, data, its bytes, shape, axes, element type, value)
    public delegate* unmanaged[Cdecl]<nint, void*, nuint, long*, nuint, int, nint*, nint> CreateTensorWithDataAsOrtValue =>
        (delegate* unmanaged[Cdecl]<nint, void*, nuint, long*, nuint, int, nint*, nint>)_table[49];

    public delegate* unmanaged[Cdecl]<nint, int*, nint> IsTensor => (delegate* unmanaged[Cdecl]<nint, int*, nint>)_table[50];

    public delegate* unmanaged[Cdecl]<nint, void**, nint> GetTensorMutableData => (delegate* unmanaged[Cdecl]<nint, void**, nint>)_table[51];

    // (type info, tensor info or null); what it gives belongs to the type info.
    public delegate* unmanaged[Cdecl]<nint, nint*, nint> CastTypeInfoToTensorInfo => (delegate* unmanaged[Cdecl]<nint, nint*, nint>)_table[55];

    public delegate* unmanaged[Cdecl]<nint, int*, nint> GetTensorElementType => (delegate* unmanaged[Cdecl]<nint, int*, nint>)_table[60];

    public delegate* unmanaged[Cdecl]<nint, nuint*, nint> GetDimensionsCount => (delegate* unmanaged[Cdecl]<nint, nuint*, nint>)_table[61];

    public delegate* unmanaged[Cdecl]<nint, long*, nuint, nint> GetDimensions => (delegate* unmanaged[Cdecl]<nint, long*, nuint, nint>)_table[62];

    public delegate* unmanaged[Cdecl]<nint, byte**, nuint, nint> GetSymbolicDimensions => (delegate* unmanaged[Cdecl]<nint, byte**, nuint, nint>)_table[63];

    // (value, shape and type)
    public delegate* unmanaged[Cdecl]<nint, nint*, nint> GetTensorTypeAndShape => (delegate* unmanaged[Cdecl]<nint, nint*, nint>)_table[65];

    // (allocator kind, memory kind, memory info)
    public delegate* unmanaged[Cdecl]<int, int, nint*, nint> CreateCpuMemoryInfo => (delegate* unmanaged[Cdecl]<int, int, nint*, nint>)_table[69];

    public delegate* unmanaged[Cdecl]<nint, void*, nint> AllocatorFree => (delegate* unmanaged[Cdecl]<nint, void*, nint>)_table[76];

    public delegate* unmanaged[Cdecl]<nint*, nint> GetAllocatorWithDefaultOptions => (delegate* unmanaged[Cdecl]<nint*, nint>)_table[78];

    // These return nothing.
    public delegate* unmanaged[Cdecl]<nint, void> ReleaseStatus => (delegate* unmanaged[Cdecl]<nint, void>)_table[93];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseMemoryInfo => (delegate* unmanaged[Cdecl]<nint, void>)_table[94];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseSession => (delegate* unmanaged[Cdecl]<nint, void>)_table[95];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseValue => (delegate* unmanaged[Cdecl]<nint, void>)_table[96];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseTypeInfo => (delegate* unmanaged[Cdecl]<nint, void>)_table[98];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseTensorTypeAndShapeInfo => (delegate* unmanaged[Cdecl]<nint, void>)_table[99];

    public delegate* unmanaged[Cdecl]<nint, void> ReleaseSessionOptions => (delegate* unmanaged[Cdecl]<nint, void>)_table[100];

    // (names, their count)
    public delegate* unmanaged[Cdecl]<byte***, int*, nint> GetAvailableProviders => (delegate* unmanaged[Cdecl]<byte***, int*, nint>)_table[125];

    public delegate* unmanaged[Cdecl]<byte**, int, nint> ReleaseAvailableProviders => (delegate* unmanaged[Cdecl]<byte**, int, nint>)_table[126];

    // (options, key, value)
    public delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint> AddSessionConfigEntry => (delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)_table[130];

    public delegate* unmanaged[Cdecl]<nint, nint, nint> AppendCudaProvider => (delegate* unmanaged[Cdecl]<nint, nint, nint>)_table[204];

    public delegate* unmanaged[Cdecl]<nint*, nint> CreateCudaProviderOptions => (delegate* unmanaged[Cdecl]<nint*, nint>)_table[205];

    // (options, keys, values, their count)
    public delegate* unmanaged[Cdecl]<nint, byte**, byte**, nuint, nint> UpdateCudaProviderOptions => (delegate* unmanaged[Cdecl]<nint, byte**, byte**, nuint, nint>)_table[206];

    // Returns nothing.
    public delegate* unmanaged[Cdecl]<nint, void> ReleaseCudaProviderOptions => (delegate* unmanaged[Cdecl]<nint, void>)_table[208];

    // (options, is deterministic)
    public delegate* unmanaged[Cdecl]<nint, byte, nint> SetDeterministicCompute => (delegate* unmanaged[Cdecl]<nint, byte, nint>)_table[273];

    /// <summary>Throws what a status says, and lets it go.</summary>
    /// <param name="status">What a function returned.</param>
    /// <param name="subject">What was asked, in front of the message.</param>
    public void Check(nint status, string subject)
    {
        if (status == 0)
        {
            return;
        }

        int code = GetErrorCode(status);
        string message = Marshal.PtrToStringUTF8((nint)GetErrorMessage(status)) ?? "";
        ReleaseStatus(status);
        throw new OnnxException($"{subject}: {message}") { Code = code };
    }
}
