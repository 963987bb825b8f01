using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace SensorSim.Vulkan.Shaders;

/// <summary>One run of libshaderc.</summary>
internal static unsafe partial class ShadercCompilation
{
    /// <exception cref="ShaderCompilationException">With one entry for each error of the compiler.</exception>
    /// <exception cref="VulkanException">libshaderc is not installed.</exception>
    public static byte[] Compile(ShaderSource source, IncludeResolver resolver)
    {
        SourceFile main = resolver.Main();
        GCHandle context = GCHandle.Alloc(resolver);
        nint compiler = CreateCompiler(source);
        nint options = Shaderc.OptionsInitialize();
        try
        {
            Configure(options, source, (void*)GCHandle.ToIntPtr(context));
            return Run(compiler, options, source, main);
        }
        finally
        {
            Shaderc.OptionsRelease(options);
            Shaderc.CompilerRelease(compiler);
            context.Free();
        }
    }

    private static nint CreateCompiler(ShaderSource source)
    {
        try
        {
            return Shaderc.CompilerInitialize();
        }
        catch (DllNotFoundException missing)
        {
            throw new VulkanException($"Shader '{source.Name}' is not in the shader cache and the compiler {Shaderc.Library} was not found: install the package libshaderc1.", missing);
        }
    }

    private static void Configure(nint options, ShaderSource source, void* context)
    {
        Shaderc.OptionsSetTarget(options, Shaderc.TargetVulkan, Shaderc.Vulkan13);
        Shaderc.OptionsSetOptimization(options, Shaderc.OptimizePerformance);
        Shaderc.OptionsSetIncludes(options, &ResolveInclude, &ReleaseInclude, context);
        foreach ((string name, string value) in source.Defines)
        {
            byte[] nameBytes = Encoding.UTF8.GetBytes(name);
            byte[] valueBytes = Encoding.UTF8.GetBytes(value);
            fixed (byte* firstOfName = nameBytes, firstOfValue = valueBytes)
                Shaderc.OptionsAddMacro(options, firstOfName, (nuint)nameBytes.Length, firstOfValue, (nuint)valueBytes.Length);
        }
    }

    private static byte[] Run(nint compiler, nint options, ShaderSource source, SourceFile main)
    {
        using var text = new NativeText();
        byte* glsl = text.Utf8(main.Text);
        nint result = Shaderc.Compile(compiler, glsl, (nuint)Encoding.UTF8.GetByteCount(main.Text), Kind(source.Stage), text.Utf8(main.Path), text.Utf8("main"), options);
        try
        {
            if (Shaderc.ResultStatus(result) != Shaderc.StatusSuccess)
                throw new ShaderCompilationException(ParseErrors(source.Name, NativeText.Read(Shaderc.ResultErrors(result))));
            return new ReadOnlySpan<byte>(Shaderc.ResultBytes(result), (int)Shaderc.ResultLength(result)).ToArray();
        }
        finally
        {
            Shaderc.ResultRelease(result);
        }
    }

    private static int Kind(ShaderStage stage) => stage switch
    {
        ShaderStage.Vertex => 0,
        ShaderStage.Fragment => 1,
        ShaderStage.Compute => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A shader has exactly one stage."),
    };

    private static ShaderError[] ParseErrors(string file, string messages)
    {
        ShaderError[] errors = [.. ErrorLine().Matches(messages).Select(match => new ShaderError(
            match.Groups["file"].Value,
            int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture),
            match.Groups["message"].Value.TrimEnd()))];
        return errors.Length > 0 ? errors : [new(file, 0, messages.Trim())];
    }

    // An exception must not cross native frames: whatever goes wrong becomes the compiler's error for this include.
    [UnmanagedCallersOnly]
    private static NativeIncludeResult* ResolveInclude(void* context, byte* name, int type, byte* includingFile, nuint depth)
    {
        string requested = NativeText.Read(name);
        try
        {
            var resolver = (IncludeResolver)GCHandle.FromIntPtr((nint)context).Target!;
            SourceFile? file = resolver.Resolve(requested, type == Shaderc.IncludeRelative, NativeText.Read(includingFile));
            return file is not null ? NativeIncludeResult.Allocate(file.Path, file.Text) : NativeIncludeResult.Allocate("", $"'{requested}' was not found in any include root");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return NativeIncludeResult.Allocate("", $"'{requested}' cannot be read: {failure.Message}");
        }
    }

    [UnmanagedCallersOnly]
    private static void ReleaseInclude(void* context, NativeIncludeResult* result) => NativeIncludeResult.Free(result);

    [GeneratedRegex(@"^(?<file>.+?):(?<line>\d+): error: (?<message>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ErrorLine();
}
