using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan;

/// <summary>Collects what the validation layer says; the layer may call from any thread.</summary>
internal sealed unsafe class ValidationMessenger : IDisposable
{
    private readonly ConcurrentQueue<ValidationMessage> messages = new();
    private GCHandle self;

    public ValidationMessenger() => self = GCHandle.Alloc(this);

    public VkDebugUtilsMessengerCreateInfoEXT CreateInfo => new()
    {
        messageSeverity = VkDebugUtilsMessageSeverityFlagsEXT.WarningEXT | VkDebugUtilsMessageSeverityFlagsEXT.ErrorEXT,
        messageType = VkDebugUtilsMessageTypeFlagsEXT.ValidationEXT | VkDebugUtilsMessageTypeFlagsEXT.PerformanceEXT,
        pfnUserCallback = (nint)(delegate* unmanaged<uint, uint, VkDebugUtilsMessengerCallbackDataEXT*, void*, uint>)&Receive,
        pUserData = (void*)GCHandle.ToIntPtr(self),
    };

    /// <summary>Removes and returns everything said so far.</summary>
    public IReadOnlyList<ValidationMessage> Take()
    {
        var taken = new List<ValidationMessage>();
        while (messages.TryDequeue(out ValidationMessage? message))
            taken.Add(message);
        return taken;
    }

    public void Dispose()
    {
        if (self.IsAllocated)
            self.Free();
    }

    [UnmanagedCallersOnly]
    private static uint Receive(uint severity, uint types, VkDebugUtilsMessengerCallbackDataEXT* data, void* user)
    {
        var messenger = (ValidationMessenger)GCHandle.FromIntPtr((nint)user).Target!;
        bool isError = (severity & (uint)VkDebugUtilsMessageSeverityFlagsEXT.ErrorEXT) != 0;
        messenger.messages.Enqueue(new(isError, NativeText.Read(data->pMessageIdName), NativeText.Read(data->pMessage)));
        return 0;
    }
}
