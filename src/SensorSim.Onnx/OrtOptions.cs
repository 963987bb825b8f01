using System.Globalization;
using System.Text;

namespace SensorSim.Onnx;

/// <summary>The options of a session.</summary>
/// <param name="runtime">The library.</param>
/// <param name="subject">The model, for messages.</param>
internal sealed unsafe class OrtOptions(OnnxRuntime runtime, string subject)
{
    private readonly OrtApi _api = runtime.Api;

    /// <exception cref="OnnxException">The provider is not there.</exception>
    public OrtHandle Create(OnnxSessionSettings settings)
    {
        nint options;
        _api.Check(_api.CreateSessionOptions(&options), subject);
        var handle = new OrtHandle(options, _api.ReleaseSessionOptions);
        try
        {
            SetThreads(options, settings.Threads);
            _api.Check(_api.SetDeterministicCompute(options, 1), subject);
            if (settings.Provider == ExecutionProvider.Cuda)
            {
                AppendCuda(options, settings.CudaDevice);
            }

            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    // Threads that wait for work by spinning would take the processors from whatever renders beside.
    private void SetThreads(nint options, int threads)
    {
        _api.Check(_api.SetIntraOpNumThreads(options, threads), subject);
        _api.Check(_api.SetInterOpNumThreads(options, 1), subject);
        fixed (byte* key = "session.intra_op.allow_spinning\0"u8, no = "0\0"u8)
        {
            _api.Check(_api.AddSessionConfigEntry(options, key, no), subject);
        }
    }

    private void AppendCuda(nint options, int device)
    {
        try
        {
            AppendCudaDevice(options, device);
        }
        catch (OnnxException refusal)
        {
            string built = string.Join(", ", runtime.Providers());
            throw new OnnxException(
                $"{subject}: the provider cuda does not work with {runtime.LibraryPath} (ONNX Runtime {runtime.Version}, built with {built}). Name a library that has CUDA in {OnnxLibrary.Variable}, or take the provider cpu. {refusal.Message}", refusal) { Code = refusal.Code };
        }
    }

    private void AppendCudaDevice(nint options, int device)
    {
        nint cuda;
        _api.Check(_api.CreateCudaProviderOptions(&cuda), "It says");
        using var owned = new OrtHandle(cuda, _api.ReleaseCudaProviderOptions);
        byte[] text = Encoding.UTF8.GetBytes(device.ToString(CultureInfo.InvariantCulture) + '\0');
        fixed (byte* key = "device_id\0"u8, value = text)
        {
            byte* keys = key, values = value;
            _api.Check(_api.UpdateCudaProviderOptions(cuda, &keys, &values, 1), "It says");
        }

        _api.Check(_api.AppendCudaProvider(options, cuda), "It says");
    }
}
