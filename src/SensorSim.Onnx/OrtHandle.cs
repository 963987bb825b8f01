using System.Runtime.InteropServices;

namespace SensorSim.Onnx;

/// <summary>An object of ONNX Runtime that has to be let go by one of its functions.</summary>
internal sealed unsafe class OrtHandle : SafeHandle
{
    private readonly delegate* unmanaged[Cdecl]<nint, void> _release;

    public OrtHandle(nint value, delegate* unmanaged[Cdecl]<nint, void> release)
        : base(0, ownsHandle: true)
    {
        _release = release;
        SetHandle(value);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>For calls while this object is kept alive by its owner.</summary>
    public nint Value => !IsClosed ? handle : throw new ObjectDisposedException(nameof(OrtHandle));

    protected override bool ReleaseHandle()
    {
        _release(handle);
        return true;
    }
}
