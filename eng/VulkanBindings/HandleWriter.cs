using System.Text;

namespace SensorSim.VulkanBindings;

/// <summary>One struct per handle type, so that the compiler tells a buffer from an image.</summary>
internal static class HandleWriter
{
    public static void Write(StringBuilder text, TypeClosure closure)
    {
        foreach ((string name, bool dispatchable) in closure.Handles)
            text.Append($"\ninternal readonly record struct {name}({(dispatchable ? "nint" : "ulong")} Value);\n");
        text.Append(
            """

            internal readonly record struct VkBool32(uint Value)
            {
                public static implicit operator bool(VkBool32 value) => value.Value != 0;

                public static implicit operator VkBool32(bool value) => new(value ? 1u : 0u);
            }

            """);
    }
}
