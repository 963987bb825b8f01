using System.Runtime.InteropServices;

namespace SensorSim.Vulkan.Shaders;

/// <summary>shaderc_include_result of shaderc.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeIncludeResult
{
    /// <summary>Empty when the file was not found; then the content is the error.</summary>
    public byte* SourceName;
    public nuint SourceNameLength;
    public byte* Content;
    public nuint ContentLength;
    public void* UserData;

    public static NativeIncludeResult* Allocate(string name, string content)
    {
        var result = (NativeIncludeResult*)NativeMemory.AllocZeroed((nuint)sizeof(NativeIncludeResult));
        result->SourceName = (byte*)Marshal.StringToCoTaskMemUTF8(name);
        result->SourceNameLength = (nuint)System.Text.Encoding.UTF8.GetByteCount(name);
        result->Content = (byte*)Marshal.StringToCoTaskMemUTF8(content);
        result->ContentLength = (nuint)System.Text.Encoding.UTF8.GetByteCount(content);
        return result;
    }

    public static void Free(NativeIncludeResult* result)
    {
        Marshal.FreeCoTaskMem((nint)result->SourceName);
        Marshal.FreeCoTaskMem((nint)result->Content);
        NativeMemory.Free(result);
    }
}
