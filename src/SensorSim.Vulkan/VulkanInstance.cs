using SensorSim.Vulkan.Generated;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan;

/// <summary>The connection to the Vulkan loader: the devices of this machine, and the validation layer when asked for.</summary>
public sealed unsafe class VulkanInstance : IDisposable
{
    private const string ValidationLayer = "VK_LAYER_KHRONOS_validation";
    private const uint Version13 = (1u << 22) | (3u << 12);

    private readonly ValidationMessenger? messenger;
    private readonly VkDebugUtilsMessengerEXT messengerHandle;
    private bool disposed;

    /// <exception cref="VulkanException">No loader (package libvulkan1), no driver, or the validation layer is not installed.</exception>
    public VulkanInstance(VulkanInstanceOptions? options = null)
    {
        options ??= new();
        LoaderVersion = ReadLoaderVersion();
        bool hasLabels = options.EnableValidation || InstanceExtensions().Contains("VK_EXT_debug_utils", StringComparer.Ordinal);
        if (options.EnableValidation)
            messenger = RequireValidationLayer();
        Handle = Create(options, hasLabels);
        if (hasLabels)
            Extensions = new(Address);
        if (messenger is not null)
            messengerHandle = CreateMessenger(messenger);
        PhysicalDevices = EnumerateDevices();
    }

    /// <summary>Every device that any installed driver offers, in the loader's order; empty when there is none.</summary>
    public IReadOnlyList<PhysicalDevice> PhysicalDevices { get; }

    /// <summary>The highest Vulkan version of the loader itself.</summary>
    public Version LoaderVersion { get; }

    internal VkInstance Handle { get; }

    /// <summary>Zero pointers when the debug-utils extension is missing.</summary>
    internal VkExtensionCommands Extensions { get; }

    /// <summary>Removes and returns the warnings and errors of the validation layer since the last call.</summary>
    public IReadOnlyList<ValidationMessage> TakeValidationMessages() => messenger?.Take() ?? [];

    public static bool IsValidationLayerInstalled()
    {
        uint count = 0;
        Check(Vk.vkEnumerateInstanceLayerProperties(&count, null));
        var layers = new VkLayerProperties[count];
        fixed (VkLayerProperties* first = layers)
        {
            Check(Vk.vkEnumerateInstanceLayerProperties(&count, first));
            for (uint i = 0; i < count; i++)
            {
                if (NativeText.ReadFixed(first[i].layerName, 256) == ValidationLayer)
                    return true;
            }
        }

        return false;
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        if (messengerHandle.Value != 0)
            Extensions.vkDestroyDebugUtilsMessengerEXT(Handle, messengerHandle, null);
        Vk.vkDestroyInstance(Handle, null);
        messenger?.Dispose();
    }

    internal static Version VersionOf(uint packed) => new((int)(packed >> 22), (int)((packed >> 12) & 0x3FF), (int)(packed & 0xFFF));

    private static Version ReadLoaderVersion()
    {
        uint version = 0;
        try
        {
            Check(Vk.vkEnumerateInstanceVersion(&version));
        }
        catch (DllNotFoundException missing)
        {
            throw new VulkanException($"The Vulkan loader {Vk.Library} was not found: install the package libvulkan1.", missing);
        }

        return VersionOf(version) is { } found && found >= new Version(1, 3)
            ? found
            : throw new VulkanException($"The Vulkan loader is version {VersionOf(version)}; 1.3 or newer is needed (package libvulkan1).");
    }

    private static ValidationMessenger RequireValidationLayer() =>
        IsValidationLayerInstalled()
            ? new()
            : throw new VulkanException("The validation layer was asked for and is not installed: install the package vulkan-validationlayers.");

    private static List<string> InstanceExtensions()
    {
        uint count = 0;
        Check(Vk.vkEnumerateInstanceExtensionProperties(null, &count, null));
        var names = new List<string>();
        var extensions = new VkExtensionProperties[count];
        fixed (VkExtensionProperties* first = extensions)
        {
            Check(Vk.vkEnumerateInstanceExtensionProperties(null, &count, first));
            for (uint i = 0; i < count; i++)
                names.Add(NativeText.ReadFixed(first[i].extensionName, 256));
        }

        return names;
    }

    private VkInstance Create(VulkanInstanceOptions options, bool hasLabels)
    {
        using var text = new NativeText();
        var application = new VkApplicationInfo { pApplicationName = text.Utf8(options.ApplicationName), apiVersion = Version13 };
        VkDebugUtilsMessengerCreateInfoEXT messages = messenger?.CreateInfo ?? default;
        VkValidationFeatureEnableEXT synchronization = VkValidationFeatureEnableEXT.SynchronizationValidationEXT;
        var features = new VkValidationFeaturesEXT { pNext = &messages, enabledValidationFeatureCount = 1, pEnabledValidationFeatures = &synchronization };
        string[] layers = messenger is null ? [] : [ValidationLayer];
        string[] extensions = hasLabels ? ["VK_EXT_debug_utils"] : [];
        if (messenger is not null && options.EnableSynchronizationValidation)
            extensions = [.. extensions, "VK_EXT_validation_features"];
        var info = new VkInstanceCreateInfo
        {
            pNext = messenger is null ? null : options.EnableSynchronizationValidation ? &features : &messages,
            pApplicationInfo = &application,
            enabledLayerCount = (uint)layers.Length,
            ppEnabledLayerNames = text.Utf8Array(layers),
            enabledExtensionCount = (uint)extensions.Length,
            ppEnabledExtensionNames = text.Utf8Array(extensions),
        };
        VkInstance handle;
        Check(Vk.vkCreateInstance(&info, null, &handle));
        return handle;
    }

    private nint Address(string command)
    {
        using var text = new NativeText();
        return Vk.vkGetInstanceProcAddr(Handle, text.Utf8(command));
    }

    private VkDebugUtilsMessengerEXT CreateMessenger(ValidationMessenger receiver)
    {
        VkDebugUtilsMessengerCreateInfoEXT info = receiver.CreateInfo;
        VkDebugUtilsMessengerEXT handle;
        Check(Extensions.vkCreateDebugUtilsMessengerEXT(Handle, &info, null, &handle));
        return handle;
    }

    private List<PhysicalDevice> EnumerateDevices()
    {
        uint count = 0;
        Check(Vk.vkEnumeratePhysicalDevices(Handle, &count, null));
        var handles = new VkPhysicalDevice[count];
        fixed (VkPhysicalDevice* first = handles)
            Check(Vk.vkEnumeratePhysicalDevices(Handle, &count, first));
        return [.. handles.Select((handle, index) => PhysicalDeviceQuery.Read(handle, index))];
    }
}
