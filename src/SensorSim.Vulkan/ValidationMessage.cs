namespace SensorSim.Vulkan;

/// <summary>One warning or error of the validation layer.</summary>
/// <param name="IsError">False for a warning.</param>
/// <param name="Id">The rule's name, such as <c>VUID-vkCmdDraw-None-02859</c>.</param>
/// <param name="Text">The layer's explanation.</param>
public sealed record ValidationMessage(bool IsError, string Id, string Text)
{
    public override string ToString() => $"{(IsError ? "error" : "warning")} {Id}: {Text}";
}
