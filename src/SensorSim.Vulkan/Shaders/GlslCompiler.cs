using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SensorSim.Vulkan.Shaders;

/// <summary>Runs of <c>glslc</c>, the command of shaderc: a process of its own, because a shader can break it.</summary>
internal static partial class GlslCompiler
{
    /// <summary>Everything about the way of compiling that changes its result; part of every digest.</summary>
    public static string Options(ShaderSource source) => $"{(source.IsOptimized ? "-O" : "-O0")} --target-env=vulkan1.3";

    private const string Command = "glslc";

    // What it ends with when it has said what is wrong with a shader.
    private const int WrongShader = 1;

    /// <exception cref="ShaderCompilationException">With one entry for each error of the compiler.</exception>
    /// <exception cref="VulkanException">glslc is not installed.</exception>
    public static byte[] Compile(ShaderSource source, ExpandedSource glsl)
    {
        using Process process = Start(source, [$"-fshader-stage={StageName(source)}", .. SharedArguments(source), "-o", "-", "-"]);
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

    /// <summary>
    /// One run over several shaders of the same options and definitions: the compiler reads its built-in declarations once, which takes as long as a small shader.
    /// </summary>
    /// <returns>Index and SPIR-V of those that are right; none if the compiler broke down, or without room for its files: whoever asks for one compiles it alone.</returns>
    /// <exception cref="VulkanException">glslc is not installed.</exception>
    public static IReadOnlyList<(int Index, byte[] SpirV)> CompileTogether(IReadOnlyList<(ShaderSource Source, ExpandedSource Glsl)> shaders)
    {
        try
        {
            string folder = Directory.CreateTempSubdirectory("sensorsim-glsl-").FullName;
            try
            {
                return CompileIn(folder, shaders);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static (int Index, byte[] SpirV)[] CompileIn(string folder, IReadOnlyList<(ShaderSource Source, ExpandedSource Glsl)> shaders)
    {
        string[] files = [.. shaders.Select((shader, i) => Path.Combine(folder, $"{i}.{StageName(shader.Source)}"))];
        for (int i = 0; i < files.Length; i++) File.WriteAllText(files[i], shaders[i].Glsl.Text);
        using Process process = Start(shaders[0].Source, [.. SharedArguments(shaders[0].Source), "-c", .. files], folder);
        process.StandardInput.Close();
        Task.WaitAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        process.WaitForExit();
        return process.ExitCode is 0 or WrongShader
            ? [.. files.Select((file, i) => (i, file: file + ".spv")).Where(made => File.Exists(made.file)).Select(made => (made.i, spirV: File.ReadAllBytes(made.file))).Where(made => CompiledShader.IsSpirV(made.spirV))]
            : [];
    }

    private static Process Start(ShaderSource source, IEnumerable<string> arguments, string folder = "")
    {
        try
        {
            return Process.Start(StartInfo(arguments, folder))!;
        }
        catch (Win32Exception missing)
        {
            throw new VulkanException($"Shader '{source.Name}' is not in the shader cache and the compiler {Command} was not found: install the package glslc.", missing);
        }
    }

    private static ProcessStartInfo StartInfo(IEnumerable<string> arguments, string folder) => new(Command, arguments)
    {
        UseShellExecute = false,
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    private static string StageName(ShaderSource source) => source.Stage switch
    {
        ShaderStage.Vertex => "vert",
        ShaderStage.Fragment => "frag",
        ShaderStage.Compute => "comp",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source.Stage, "A shader has exactly one stage."),
    };

    /// <summary>Options and definitions: what shaders of one run have in common.</summary>
    public static IReadOnlyList<string> SharedArguments(ShaderSource source) => [.. Options(source).Split(' '), .. Defines(source)];

    private static IEnumerable<string> Defines(ShaderSource source) =>
        source.Defines.OrderBy(define => define.Key, StringComparer.Ordinal).Select(define => $"-D{define.Key}={define.Value}");

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
