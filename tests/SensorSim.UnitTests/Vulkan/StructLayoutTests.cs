using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using SensorSim.Vulkan;

namespace SensorSim.UnitTests.Vulkan;

/// <summary>Sizes and field offsets of the generated structs against what a C compiler says of <c>vulkan/vulkan_core.h</c>.</summary>
public sealed class StructLayoutTests
{
    private static Type[] Structs { get; } = [.. typeof(Device).Assembly.GetTypes().Where(type =>
        type is { Namespace: "SensorSim.Vulkan.Generated", IsValueType: true, IsEnum: false, IsNested: false }
        && !type.IsDefined(typeof(IsReadOnlyAttribute)) && type.Name != "VkExtensionCommands")];

    [Test]
    public void EverySizeAndOffset_IsThatOfTheCHeader()
    {
        if (!File.Exists("/usr/include/vulkan/vulkan_core.h"))
            Assert.Ignore("vulkan/vulkan_core.h is not installed (package libvulkan-dev).");
        Dictionary<string, long> expected = AskCompiler();
        Dictionary<string, long> actual = Structs.SelectMany(Measure).ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);

        Assert.That(Structs, Has.Length.GreaterThan(80));
        Assert.That(actual.Where(entry => expected[entry.Key] != entry.Value).Select(entry => $"{entry.Key}: {entry.Value} instead of {expected[entry.Key]}"), Is.Empty);
    }

    private static IEnumerable<(string Name, long Value)> Measure(Type type)
    {
        yield return (type.Name, SizeOf(type));
        foreach (FieldInfo field in Fields(type))
            yield return ($"{type.Name}.{field.Name}", OffsetOf(type, field));
    }

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public);

    private static int SizeOf(Type type) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    private static long OffsetOf(Type type, FieldInfo field) => Marshal.OffsetOf(type, field.Name).ToInt64();

    private static Dictionary<string, long> AskCompiler()
    {
        using var folder = new TemporaryFolder();
        string source = Path.Combine(folder.Path, "layout.c");
        string program = Path.Combine(folder.Path, "layout");
        File.WriteAllText(source, Program());
        Run("cc", "-o", program, source);
        return Run(program).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => long.Parse(words[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    private static string Program()
    {
        var text = new StringBuilder("#include <stddef.h>\n#include <stdio.h>\n#include <vulkan/vulkan_core.h>\nint main(void) {\n");
        foreach (Type type in Structs)
        {
            text.Append(CultureInfo.InvariantCulture, $"printf(\"{type.Name} %zu\\n\", sizeof({type.Name}));\n");
            foreach (FieldInfo field in Fields(type))
                text.Append(CultureInfo.InvariantCulture, $"printf(\"{type.Name}.{field.Name} %zu\\n\", offsetof({type.Name}, {field.Name}));\n");
        }

        return text.Append("return 0; }\n").ToString();
    }

    private static string Run(string command, params string[] arguments)
    {
        using Process process = Start(command, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        return output;
    }

    private static Process Start(string command, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore($"There is no C compiler '{command}' (package gcc).");
            throw;
        }
    }
}
