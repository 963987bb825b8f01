using System.Runtime.InteropServices;

namespace SensorSim.Vulkan.Shaders;

/// <summary>The C interface of libshaderc, as far as it is used (shaderc/shaderc.h, version 2023.2).</summary>
internal static unsafe partial class Shaderc
{
    public const string Library = "libshaderc.so.1";
    public const int TargetVulkan = 0;
    public const uint Vulkan13 = (1u << 22) | (3u << 12);
    public const int OptimizePerformance = 2;
    public const int StatusSuccess = 0;
    public const int IncludeRelative = 0;

    [LibraryImport(Library, EntryPoint = "shaderc_compiler_initialize")]
    public static partial nint CompilerInitialize();

    [LibraryImport(Library, EntryPoint = "shaderc_compiler_release")]
    public static partial void CompilerRelease(nint compiler);

    [LibraryImport(Library, EntryPoint = "shaderc_compile_options_initialize")]
    public static partial nint OptionsInitialize();

    [LibraryImport(Library, EntryPoint = "shaderc_compile_options_release")]
    public static partial void OptionsRelease(nint options);

    [LibraryImport(Library, EntryPoint = "shaderc_compile_options_add_macro_definition")]
    public static partial void OptionsAddMacro(nint options, byte* name, nuint nameLength, byte* value, nuint valueLength);

    [LibraryImport(Library, EntryPoint = "shaderc_compile_options_set_optimization_level")]
    public static partial void OptionsSetOptimization(nint options, int level);

    [LibraryImport(Library, EntryPoint = "shaderc_compile_options_set_target_env")]
    public static partial void OptionsSetTarget(nint options, int target, uint version);

    [LibraryImport(Library, EntryPoint = "shaderc_compile_options_set_include_callbacks")]
    public static partial void OptionsSetIncludes(
        nint options,
        delegate* unmanaged<void*, byte*, int, byte*, nuint, NativeIncludeResult*> resolve,
        delegate* unmanaged<void*, NativeIncludeResult*, void> release,
        void* userData);

    [LibraryImport(Library, EntryPoint = "shaderc_compile_into_spv")]
    public static partial nint Compile(nint compiler, byte* source, nuint sourceLength, int kind, byte* fileName, byte* entryPoint, nint options);

    [LibraryImport(Library, EntryPoint = "shaderc_result_release")]
    public static partial void ResultRelease(nint result);

    [LibraryImport(Library, EntryPoint = "shaderc_result_get_compilation_status")]
    public static partial int ResultStatus(nint result);

    [LibraryImport(Library, EntryPoint = "shaderc_result_get_length")]
    public static partial nuint ResultLength(nint result);

    [LibraryImport(Library, EntryPoint = "shaderc_result_get_bytes")]
    public static partial byte* ResultBytes(nint result);

    [LibraryImport(Library, EntryPoint = "shaderc_result_get_error_message")]
    public static partial byte* ResultErrors(nint result);
}
