using SensorSim.Datasets;
using SensorSim.Hosting;
using SensorSim.Hosting.Characterization;
using SensorSim.Hosting.Drafting;
using SensorSim.Hosting.Profiles;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Scaffolding;
using SensorSim.Physics;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Scenarios;
using SensorSim.Style;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Cli.Console;

/// <summary>What an exception means to the caller of the program: an exit code and lines to print.</summary>
/// <param name="ExitCode">One of <see cref="Console.ExitCode"/>.</param>
/// <param name="Lines">One for each problem.</param>
/// <param name="IsExpected">The lines say all there is to know: no type name, no stack trace.</param>
internal sealed record Failure(int ExitCode, IReadOnlyList<string> Lines, bool IsExpected = true)
{
    private const string Prefix = "error: ";

    /// <summary>The lines without what marks them as errors between other lines.</summary>
    public IEnumerable<string> Problems => Lines.Select(line => line.StartsWith(Prefix, StringComparison.Ordinal) ? line[Prefix.Length..] : line);

    /// <summary>The line of one thing that is wrong with a scenario.</summary>
    public static string LineOf(ScenarioError error) => $"{Prefix}{error}";

    /// <summary>The one place that knows which exception is whose fault.</summary>
    public static Failure Of(Exception exception) => exception switch
    {
        UsageException usage => new(Console.ExitCode.BadInput, [.. usage.Problems.Select(problem => $"{Prefix}{problem}")]),
        PermanentFailureException => Because(exception, Console.ExitCode.Permanent),
        BrokenOffException or OutputException => Because(exception, Console.ExitCode.Failed),
        RequestException request => new(Console.ExitCode.BadInput, [.. request.Problems.Select(problem => $"{Prefix}{problem}")]),
        SensorChainException chain => new(Console.ExitCode.BadInput, [.. chain.Errors.Select(error => $"{Prefix}--sensor: {error.Message}")]),
        ScenarioException scenario => new(Console.ExitCode.BadInput, [.. scenario.Errors.Select(LineOf)]),
        GltfException or ImageFormatException => Because(exception, Console.ExitCode.BadInput),
        DatasetException { InnerException: IOException or UnauthorizedAccessException } => Because(exception, Console.ExitCode.Failed),
        DatasetException => Because(exception, Console.ExitCode.BadInput),
        VulkanException { IsPermanent: true } => Because(exception, Console.ExitCode.Permanent),
        VulkanException => Because(exception, Console.ExitCode.Failed),
        ShaderCompilationException => Because(exception, Console.ExitCode.Permanent),
        ReplayException => Because(exception, Console.ExitCode.BadInput),
        PluginException or ScaffoldingException or ProfileException or CalibrationException => Because(exception, Console.ExitCode.BadInput),
        DraftException draft => new(draft.IsRequestWrong ? Console.ExitCode.BadInput : Console.ExitCode.Failed, [$"{Prefix}{PrintableText.Of(draft.Message)}"]),
        MissingLibraryException => Because(exception, Console.ExitCode.Permanent),
        StyleException { IsRequestWrong: true } => Because(exception, Console.ExitCode.BadInput),
        PhysicsException or StyleException => Because(exception, Console.ExitCode.Failed),
        PluginFailedException => Because(exception, Console.ExitCode.Failed),
        _ when PluginFault.In(exception) is { } fault => new(Console.ExitCode.Failed, [$"{Prefix}{fault.Describe()}"]),
        FileNotFoundException or DirectoryNotFoundException => Because(exception, Console.ExitCode.BadInput),
        UnauthorizedAccessException => new(Console.ExitCode.BadInput, [$"{Prefix}{exception.Message} It, or a folder above it, may not be read or written by this user: change its permissions, or name another."]),
        IOException or OutOfMemoryException => Because(exception, Console.ExitCode.Failed),
        AggregateException { InnerExceptions: [var only] } => Of(only),
        _ => new(Console.ExitCode.Failed, [$"{Prefix}{exception.GetType().Name}: {exception.Message}"], IsExpected: false),
    };

    private static Failure Because(Exception exception, int exitCode) => new(exitCode, [$"{Prefix}{exception.Message}"]);
}
