using System.Runtime.InteropServices;
using System.Text;

namespace SensorSim.Vulkan;

/// <summary>UTF-8 strings and arrays of them for the length of one native call sequence.</summary>
internal sealed unsafe class NativeText : IDisposable
{
    private readonly List<nint> allocations = [];

    public byte* Utf8(string text)
    {
        nint memory = Marshal.StringToCoTaskMemUTF8(text);
        allocations.Add(memory);
        return (byte*)memory;
    }

    public byte** Utf8Array(IReadOnlyList<string> texts)
    {
        nint memory = Marshal.AllocCoTaskMem(Math.Max(1, texts.Count) * sizeof(nint));
        allocations.Add(memory);
        for (int i = 0; i < texts.Count; i++)
            ((byte**)memory)[i] = Utf8(texts[i]);
        return (byte**)memory;
    }

    public static string Read(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    public static string ReadFixed(byte* text, int capacity)
    {
        var bytes = new ReadOnlySpan<byte>(text, capacity);
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    public void Dispose()
    {
        foreach (nint memory in allocations)
            Marshal.FreeCoTaskMem(memory);
        allocations.Clear();
    }
}
