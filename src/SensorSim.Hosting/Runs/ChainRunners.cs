using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Runs;

/// <summary>One compiled runner for each structure of sensor chain in use. Used by one thread, but for what says otherwise.</summary>
/// <param name="device">Must outlive the runners.</param>
/// <param name="shaders">The project's shaders.</param>
internal sealed class ChainRunners(Device device, ShaderLibrary shaders) : IDisposable
{
    // Replaced as a whole, because watchdogs read it from their thread.
    private volatile Dictionary<string, SensorRunner> _byStructure = new(StringComparer.Ordinal);

    /// <summary>Of each runner: shader → SHA-256 of its SPIR-V.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Shaders => _byStructure.Values.Select(runner => runner.Shaders);

    /// <summary>Passes that the device is in. Safe from any thread.</summary>
    public IEnumerable<PassInProgress> Running => _byStructure.Values.Select(runner => runner.Running).OfType<PassInProgress>();

    /// <summary>The runner of a chain among those in use.</summary>
    public SensorRunner For(SensorChain chain) => _byStructure[chain.Structure];

    /// <summary>Makes ready for other chains; what is compiled for the same structure stays.</summary>
    /// <exception cref="PluginException">A stage's GLSL is wrong; all stays as it was.</exception>
    public void Use(IEnumerable<SensorChain> chains)
    {
        Dictionary<string, SensorRunner> before = _byStructure, after = new(StringComparer.Ordinal);
        SensorChain[] structures = [.. chains.DistinctBy(chain => chain.Structure, StringComparer.Ordinal)];
        shaders.Compiler.Prepare(StageFusion.Shaders(structures));
        try
        {
            foreach (SensorChain chain in structures)
            {
                after.Add(chain.Structure, before.GetValueOrDefault(chain.Structure) ?? PluginShaders.Compile(chain, () => new SensorRunner(device, shaders, chain)));
            }
        }
        catch
        {
            DisposeOf(after, except: before);
            throw;
        }

        _byStructure = after;
        DisposeOf(before, except: after);
    }

    public void Dispose() => DisposeOf(_byStructure, except: []);

    private static void DisposeOf(Dictionary<string, SensorRunner> runners, Dictionary<string, SensorRunner> except)
    {
        foreach (SensorRunner runner in runners.Values.Except(except.Values))
        {
            runner.Dispose();
        }
    }
}
