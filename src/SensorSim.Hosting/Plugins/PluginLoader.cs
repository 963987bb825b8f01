using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using SensorSim.Cameras;
using SensorSim.Hosting.Plugins.Glsl;
using SensorSim.Lights;
using SensorSim.Physics;
using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;
using SensorSim.Style;

namespace SensorSim.Hosting.Plugins;

/// <summary>Turns a plugin folder, whose manifest is read, into a loaded plugin.</summary>
internal static class PluginLoader
{
    /// <summary>Written by the build into the folder of a plugin that does not compile: what the compiler said.</summary>
    public const string BuildErrorsFile = "build-errors.txt";

    // A context that nobody holds begins to unload, though its plugin is in use, and then loads no further assembly of the plugin's folder.
    private static readonly ConditionalWeakTable<Plugin, PluginLoadContext> s_contexts = [];

    /// <exception cref="PluginException">The folder is not a working plugin; the message says why.</exception>
    public static InstalledPlugin Load(string directory, PluginManifest manifest, PluginCalls calls, bool inMemory = false)
    {
        try
        {
            return calls.Run(manifest.Id, "its constructor and properties", null, (directory, manifest, calls, inMemory),
                static of => of.manifest.Assembly is { } assembly ? LoadAssembly(of.directory, of.manifest, assembly, of.calls, of.inMemory) : LoadGlsl(of.directory, of.manifest, of.calls));
        }
        catch (PluginCallException call) when (call.InnerException is PluginException wrong)
        {
            ExceptionDispatchInfo.Throw(wrong);
            throw;
        }
    }

    private static InstalledPlugin LoadAssembly(string directory, PluginManifest manifest, string assembly, PluginCalls calls, bool inMemory)
    {
        string assemblyPath = Path.Combine(directory, assembly);
        if (!File.Exists(assemblyPath))
        {
            throw new PluginException(WhyNoAssembly(directory, manifest));
        }

        var context = new PluginLoadContext(manifest.Id, assemblyPath, inMemory);
        Plugin instance = Create(EntryType(context, manifest));
        s_contexts.Add(instance, context);
        CheckKind(instance, manifest);
        return Checked(directory, manifest, instance, ParameterSchema.Of(instance.ParametersType), calls);
    }

    private static InstalledPlugin LoadGlsl(string directory, PluginManifest manifest, PluginCalls calls)
    {
        (SensorStage stage, ParameterSchema schema) = GlslPlugin.Read(directory, manifest);
        return Checked(directory, manifest, stage, schema, calls);
    }

    private static InstalledPlugin Checked(string directory, PluginManifest manifest, Plugin instance, ParameterSchema schema, PluginCalls calls)
    {
        if (instance is SensorStage stage)
        {
            CheckDomains(stage);
            CheckShader(directory, stage);
            CheckTexts(stage, schema);
        }

        calls.Watch(instance, manifest.Id);
        return new(manifest, directory, PluginDigest.Of(directory), instance, schema);
    }

    private static string WhyNoAssembly(string directory, PluginManifest manifest)
    {
        string errors = Path.Combine(directory, BuildErrorsFile);
        return File.Exists(errors)
            ? $"It does not compile: {string.Join("\n  ", File.ReadLines(errors))}"
            : PluginSource.BuildOf(directory) is { } build ? $"This is its project; what was built of it is in {build}: name that folder."
            : PluginSource.IsProject(directory) ? $"Its assembly {manifest.Assembly} is not in the folder, which is its project: run dotnet build there, and name the folder that is built."
            : NoAssembly(manifest.Assembly!);
    }

    /// <summary>What is said of an assembly that is not there.</summary>
    public static string NoAssembly(string assembly) => $"Its assembly {assembly} is not in the folder. Build the plugin, or correct $.assembly.";

    private static Type EntryType(PluginLoadContext context, PluginManifest manifest)
    {
        Type[] found = [.. PublicTypes(context, manifest).Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Plugin)))];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new PluginException(
                $"{manifest.Assembly} has no public class that derives from PointwiseStage<T>, NeighbourhoodStage<T>, LightWaveform<T>, Lens<T>, PhysicsBackend<T> or StyleBackend<T>."),
            _ => throw new PluginException(
                $"{manifest.Assembly} has {found.Length} plugin classes ({string.Join(", ", found.Select(type => type.Name))}); a folder holds one plugin."),
        };
    }

    private static Type[] PublicTypes(PluginLoadContext context, PluginManifest manifest)
    {
        try
        {
            return context.LoadEntry().GetExportedTypes();
        }
        catch (Exception error) when (error is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException)
        {
            throw new PluginException($"{manifest.Assembly} cannot be loaded: {error.Message} Build it for .NET 10, with every assembly it needs in its folder.", error);
        }
    }

    private static Plugin Create(Type type)
    {
        try
        {
            return (Plugin)Activator.CreateInstance(type, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, null, null)!;
        }
        catch (MissingMethodException error)
        {
            throw new PluginException($"{type.Name} needs a public constructor without parameters.", error);
        }
    }

    private static void CheckKind(Plugin instance, PluginManifest manifest)
    {
        PluginKind kind = instance switch { LightWaveform => PluginKind.Light, Lens => PluginKind.Lens, PhysicsBackend => PluginKind.Physics, StyleBackend => PluginKind.Style, _ => PluginKind.Sensor };
        if (kind != manifest.Kind)
        {
            throw new PluginException($"$.kind is {manifest.Kind.ToString().ToLowerInvariant()}, but {instance.GetType().Name} is a {kind.ToString().ToLowerInvariant()} plugin.");
        }
    }

    private static void CheckDomains(SensorStage stage)
    {
        foreach (SignalDomain domain in (SignalDomain[])[stage.Input, stage.Output])
        {
            if (!Enum.IsDefined(domain))
            {
                throw new PluginException($"{stage.GetType().Name} takes or gives {domain}, which is no SignalDomain.");
            }
        }
    }

    private static void CheckTexts(SensorStage stage, ParameterSchema schema)
    {
        if (schema.Parameters.FirstOrDefault(parameter => parameter.Type == ParameterType.Text) is { } text)
        {
            throw new PluginException($"The parameter {text.Name} of {stage.GetType().Name} is a text, and a shader has none; a number, a flag, a choice or a table is expected.");
        }
    }

    private static void CheckShader(string directory, SensorStage stage)
    {
        bool plain = Path.GetFileName(stage.ShaderFile) == stage.ShaderFile;
        if (!plain || !File.Exists(Path.Combine(directory, stage.ShaderFile)))
        {
            throw new PluginException($"Its shader {stage.ShaderFile} is not in the folder; {stage.GetType().Name}.ShaderFile names a file beside plugin.json.");
        }
    }
}
