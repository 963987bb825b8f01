using SensorSim.VulkanBindings;

namespace SensorSim.UnitTests.Vulkan;

public sealed class BindingGeneratorTests
{
    private const string RegistryPath = "/usr/share/vulkan/registry/vk.xml";

    private static string SelectionText => File.ReadAllText(Path.Combine(Repository.Root, "eng", "VulkanBindings", "commands.txt"));

    [Test]
    public void GeneratedFiles_AreWhatTheRegistryGives()
    {
        if (!File.Exists(RegistryPath))
            Assert.Ignore($"{RegistryPath} is not installed (package libvulkan-dev).");
        if (!File.ReadAllText(RegistryPath).Contains("VK_HEADER_VERSION</name> 239", StringComparison.Ordinal))
            Assert.Ignore("The bindings were generated from version 239 of the registry; another one is installed.");
        string folder = Path.Combine(Repository.Root, "src", "SensorSim.Vulkan", "Generated");
        IReadOnlyDictionary<string, string> generated = BindingGenerator.Generate(RegistryPath, SelectionText);

        Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(generated.Keys));
        foreach ((string name, string text) in generated)
            Assert.That(text, Is.EqualTo(File.ReadAllText(Path.Combine(folder, name))), name);
    }

    [TestCase("VkFormat", "VK_FORMAT_R8G8B8A8_SRGB", "R8g8b8a8Srgb")]
    [TestCase("VkImageViewType", "VK_IMAGE_VIEW_TYPE_2D_ARRAY", "Type2dArray")]
    [TestCase("VkSampleCountFlagBits", "VK_SAMPLE_COUNT_4_BIT", "Count4")]
    [TestCase("VkAccessFlagBits2", "VK_ACCESS_2_SHADER_SAMPLED_READ_BIT", "ShaderSampledRead")]
    [TestCase("VkResult", "VK_ERROR_DEVICE_LOST", "ErrorDeviceLost")]
    [TestCase("VkDebugUtilsMessageTypeFlagBitsEXT", "VK_DEBUG_UTILS_MESSAGE_TYPE_VALIDATION_BIT_EXT", "ValidationEXT")]
    public void EnumValues_LoseTheirPrefix(string type, string value, string expected) =>
        Assert.That(CSharpNames.EnumValue(type, value), Is.EqualTo(expected));

    [Test]
    public void UnknownSelectionLine_IsNamed() =>
        Assert.That(() => Selection.Parse("command vkA\nfunction vkB\n"), Throws.TypeOf<FormatException>().With.Message.Contains("commands.txt:2"));
}
