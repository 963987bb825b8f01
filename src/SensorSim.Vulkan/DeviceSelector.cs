using System.Globalization;

namespace SensorSim.Vulkan;

/// <summary>Chooses a device by index, UUID, kind (<c>gpu</c>, <c>cpu</c>) or a part of its name.</summary>
public static class DeviceSelector
{
    /// <param name="devices">What the machine has.</param>
    /// <param name="selector">Null or empty: the first discrete GPU, else any other GPU, else the software device.</param>
    /// <exception cref="VulkanException">Nothing fits, or what fits cannot be used; the message lists what exists.</exception>
    public static PhysicalDevice Select(IReadOnlyList<PhysicalDevice> devices, string? selector = null)
    {
        PhysicalDevice[] matches = [.. Matches(devices, selector?.Trim() ?? "")];
        if (matches.FirstOrDefault(device => device.Unsuitability is null) is { } chosen)
            return chosen;
        bool isGpu = matches.Length == 0 && IsGpuWord(selector ?? "");
        string wanted = string.IsNullOrWhiteSpace(selector) ? "No Vulkan device can be used" : isGpu ? "Vulkan sees no GPU here; 'sensorsim doctor' says why" : $"No Vulkan device matches '{selector}'";
        string reason = matches.Length == 0 ? "" : $" ({matches[0].Name}: {matches[0].Unsuitability})";
        throw new VulkanException($"{wanted}{reason}. {Listing(devices)}");
    }

    private static IEnumerable<PhysicalDevice> Matches(IReadOnlyList<PhysicalDevice> devices, string selector)
    {
        if (selector.Length == 0)
            return devices.OrderBy(Preference);
        if (IsGpuWord(selector))
            return devices.Where(device => device.IsGpu).OrderBy(Preference);
        if (selector.Equals("cpu", StringComparison.OrdinalIgnoreCase))
            return devices.Where(device => device.IsSoftware);
        if (int.TryParse(selector, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && selector.Length < 5)
            return devices.Where(device => device.Index == index);
        string hexadecimal = selector.Replace("-", "", StringComparison.Ordinal);
        PhysicalDevice[] byUuid = [.. devices.Where(device => device.Uuid.Equals(hexadecimal, StringComparison.OrdinalIgnoreCase))];
        return byUuid.Length > 0 ? byUuid : devices.Where(device => device.Name.Contains(selector, StringComparison.OrdinalIgnoreCase)).OrderBy(Preference);
    }

    private static bool IsGpuWord(string selector) => selector.Trim().Equals("gpu", StringComparison.OrdinalIgnoreCase);

    private static int Preference(PhysicalDevice device) => device.Type switch
    {
        PhysicalDeviceType.DiscreteGpu => 0,
        PhysicalDeviceType.IntegratedGpu => 1,
        PhysicalDeviceType.VirtualGpu => 2,
        PhysicalDeviceType.Other => 3,
        _ => 4,
    };

    private static string Listing(IReadOnlyList<PhysicalDevice> devices) =>
        devices.Count == 0
            ? "The loader found none: install the GPU's driver, or mesa-vulkan-drivers for the software device."
            : $"Found: {string.Join("; ", devices)}.";
}
