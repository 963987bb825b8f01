using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SensorSim.Vulkan.Shaders;

/// <summary>One run of <c>glslc</c>, the command of shaderc, through its standard input and output.</summary>
internal static partial class GlslCompiler
{
    /// <summary>Everything about the way of compiling that changes its result; part of every digest.</summary>
    public static string Options(ShaderSource source) => $"{(source.IsOptimized ? "-O" : "-O0")} --target-env=vulkan1.3";

    private const string Command = "glslc";

    /// <exception cref="ShaderCompilationException">With one entry for each error of the compiler.</exception>
    /// <exception cref="VulkanException">glslc is not installed.</exception>
    public static byte[] Compile(ShaderSource source, ExpandedSource glsl)
    {
        using Process process = Start(source);
        using var spirV = new MemoryStream();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task output = process.StandardOutput.BaseStream.CopyToAsync(spirV);
        process.StandardInput.Write(glsl.Text);
        process.StandardInput.Close();
        Task.WaitAll(errors, output);
        process.WaitForExit();
        string said = process.ExitCode > 0 && string.IsNullOrWhiteSpace(errors.Result) ? $"{Command} ended with code {process.ExitCode} and said nothing." : errors.Result;
        return process.ExitCode == 0 ? spirV.ToArray() : throw new ShaderCompilationException(ParseErrors(source.Name, said, glsl));
    }

    private static Process Start(ShaderSource source)
    {
        try
        {
            return Process.Start(StartInfo(Arguments(source)))!;
        }
        catch (Win32Exception missing)
        {
            throw new VulkanException($"Shader '{source.Name}' is not in the shader cache and the compiler {Command} was not found: install the package glslc.", missing);
        }
    }

    private static ProcessStartInfo StartInfo(IEnumerable<string> arguments) => new(Command, arguments)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    private static IEnumerable<string> Arguments(ShaderSource source)
    {
        string stage = source.Stage switch
        {
            ShaderStage.Vertex => "vert",
            ShaderStage.Fragment => "frag",
            ShaderStage.Compute => "comp",
            _ => throw new ArgumentOutOfRangeException(nameof(source), source.Stage, "A shader has exactly one stage."),
        };
        IEnumerable<string> defines = source.Defines.OrderBy(define => define.Key, StringComparer.Ordinal).Select(define => $"-D{define.Key}={define.Value}");
        return [$"-fshader-stage={stage}", .. Options(source).Split(' '), .. defines, "-o", "-", "-"];
    }

    private static ShaderError[] ParseErrors(string file, string messages, ExpandedSource glsl)
    {
        ShaderError[] errors = [.. ErrorLine().Matches(messages).Select(match => new ShaderError(
            match.Groups["file"].Value.Replace("<stdin>", file, StringComparison.Ordinal),
            match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : 0,
            glsl.Explain(match.Groups["message"].Value.TrimEnd())))];
        return errors.Length > 0 ? errors : [new(file, 0, messages.Trim())];
    }

    [GeneratedRegex(@"^(?<file>[^:\n]+):(?:(?<line>\d+):)? error: (?<message>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ErrorLine();
}
