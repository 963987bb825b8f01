using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Vulkan;

namespace SensorSim.UnitTests.Physics;

/// <summary>Where backends read the structs of their libraries, against what a C compiler says of the headers.</summary>
public sealed class NativeLayoutTests
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<string, string> s_structsOfOde = new(StringComparer.Ordinal)
    {
        ["ContactPoint"] = "dContact", ["ContactGeometry"] = "dContactGeom", ["JointFeedback"] = "dJointFeedback", ["Mass"] = "dMass", ["Vector4"] = "dVector3",
    };

    private static readonly Dictionary<string, string> s_fieldsOfOde = new(StringComparer.Ordinal)
    {
        ["ContactPoint.Mode"] = "dContact, surface.mode", ["ContactPoint.Friction"] = "dContact, surface.mu", ["ContactPoint.SecondFriction"] = "dContact, surface.mu2",
        ["ContactPoint.Bounce"] = "dContact, surface.bounce", ["ContactPoint.BounceSpeed"] = "dContact, surface.bounce_vel", ["ContactPoint.Geometry"] = "dContact, geom",
        ["ContactPoint.FirstDirection"] = "dContact, fdir1", ["ContactGeometry.Position"] = "dContactGeom, pos", ["ContactGeometry.Normal"] = "dContactGeom, normal",
        ["ContactGeometry.Depth"] = "dContactGeom, depth", ["JointFeedback.FirstForce"] = "dJointFeedback, f1",
    };

    [Test]
    public void MuJoCos_Offsets_Are_Those_Of_Its_Header()
    {
        FieldInfo[] constants = TypeOf("physics.mujoco", "Generated.MujocoLayout").GetFields(BindingFlags.Static | BindingFlags.Public);
        var actual = constants.ToDictionary(field => field.Name, field => (long)(int)field.GetRawConstantValue()!, StringComparer.Ordinal);

        Dictionary<string, long> expected = AskCompiler("mujoco/mujoco.h", actual.Keys.ToDictionary(name => name, MujocoExpression, StringComparer.Ordinal), "libmujoco-dev");

        Assert.That(actual, Has.Count.GreaterThan(30));
        Assert.That(actual, Is.EquivalentTo(expected));
    }

    [Test]
    public void Odes_Structs_Are_Those_Of_Its_Header()
    {
        var expressions = s_structsOfOde.ToDictionary(pair => pair.Key, pair => $"sizeof({pair.Value})", StringComparer.Ordinal);
        foreach ((string field, string place) in s_fieldsOfOde) expressions.Add(field, $"offsetof({place})");
        expressions.Add("ContactPoint.Coulomb", "dContactMu2 | dContactFDir1 | dContactBounce | dContactApprox1");

        Dictionary<string, long> expected = AskCompiler("ode/ode.h", expressions, "libode-dev");

        Assert.That(expressions.Keys.ToDictionary(name => name, OfOde, StringComparer.Ordinal), Is.EquivalentTo(expected));
    }

    private static string MujocoExpression(string constant)
    {
        string[] parts = constant.Split('_', 2);
        return parts[0] == "number" ? parts[1] : parts[1] == "sizeof" ? $"sizeof({parts[0]})" : $"offsetof({parts[0]}, {parts[1]})";
    }

    private static long OfOde(string name)
    {
        string[] parts = name.Split('.');
        Type type = TypeOf("physics.ode", $"Native.{parts[0]}");
        if (parts.Length == 1) return (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;
        return type.GetField(parts[1], BindingFlags.Static | BindingFlags.Public) is { } constant
            ? (int)constant.GetRawConstantValue()!
            : System.Runtime.InteropServices.Marshal.OffsetOf(type, type.GetFields(Fields).Single(field => field.Name == parts[1] || field.Name == $"<{parts[1]}>k__BackingField").Name).ToInt64();
    }

    private static Type TypeOf(string plugin, string name)
    {
        Assembly assembly = SensorBench.Catalog.Require(plugin).Instance.GetType().Assembly;
        return assembly.GetType($"{assembly.GetName().Name}.{name}", throwOnError: true)!;
    }

    private static Dictionary<string, long> AskCompiler(string header, Dictionary<string, string> expressions, string package)
    {
        if (!File.Exists($"/usr/include/{header}")) Assert.Ignore($"{header} is not installed (package {package}).");
        using var folder = new TemporaryFolder();
        (string source, string program) = (Path.Combine(folder.Path, "layout.c"), Path.Combine(folder.Path, "layout"));
        var text = new StringBuilder($"#include <stddef.h>\n#include <stdio.h>\n#include <{header}>\nint main(void) {{\n");
        foreach ((string name, string expression) in expressions)
        {
            text.Append(CultureInfo.InvariantCulture, $"printf(\"{name} %ld\\n\", (long)({expression}));\n");
        }

        File.WriteAllText(source, text.Append("return 0; }\n").ToString());
        Run("cc", "-o", program, source);
        return Run(program).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => long.Parse(words[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    private static string Run(string command, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        return output;
    }
}
