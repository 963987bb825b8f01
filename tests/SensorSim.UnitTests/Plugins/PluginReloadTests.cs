using System.Runtime.CompilerServices;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;

namespace SensorSim.UnitTests.Plugins;

/// <summary>Plugins that are loaded again while the program runs: what is as it was stays, what was changed goes.</summary>
public sealed class PluginReloadTests
{
    private static readonly string s_builtIn = Path.Combine(AppContext.BaseDirectory, "plugins");

    private readonly PluginCalls _calls = new();
    private string _folder = "";

    [SetUp]
    public void CopyTwoPlugins()
    {
        _folder = Directory.CreateTempSubdirectory("sensorsim-reload-").FullName;
        Copy("isp.tone", "isp.tone");
        Copy("isp.srgb", "isp.srgb");
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void WhatIsAsItWas_StaysLoaded()
    {
        PluginCatalog first = Reload(null);
        File.AppendAllText(Path.Combine(_folder, "isp.srgb", "isp_srgb.glsl"), "// more");

        PluginCatalog second = Reload(first);

        Assert.That(second.Plugins["isp.tone"], Is.SameAs(first.Plugins["isp.tone"]));
        Assert.That(second.Plugins["isp.srgb"].Instance, Is.Not.SameAs(first.Plugins["isp.srgb"].Instance));
        Assert.That(second.Plugins["isp.srgb"].Digest, Is.Not.EqualTo(first.Plugins["isp.srgb"].Digest));
    }

    [Test]
    public void AnAssemblyThatIsWrittenOver_IsReplacedAndItsCodeFreed()
    {
        (WeakReference old, PluginCatalog catalog) = ReplaceTheCode();

        Assert.That(catalog.Plugins["isp.srgb"].Instance.GetType().Name, Is.EqualTo("LinearizeStage"));
        for (int i = 0; i < 20 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(old.IsAlive, Is.False);
    }

    [Test]
    public void APluginThatBreaks_IsAProblemUntilItIsMended()
    {
        string manifest = Path.Combine(_folder, "isp.srgb", "plugin.json"), whole = File.ReadAllText(manifest);
        PluginCatalog first = Reload(null);
        File.WriteAllText(manifest, whole[..20]);
        PluginCatalog broken = Reload(first);
        File.WriteAllText(manifest, whole);
        PluginCatalog mended = Reload(broken);

        Assert.That((broken.Plugins.Keys, broken.Problems.Count), Is.EqualTo((new[] { "isp.tone" }, 1)));
        Assert.That((mended.Plugins.Keys, mended.Problems.Count), Is.EqualTo((new[] { "isp.srgb", "isp.tone" }, 0)));
    }

    // Not inlined, so that no register keeps what is to be freed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (WeakReference Old, PluginCatalog Catalog) ReplaceTheCode()
    {
        PluginCatalog first = Reload(null);
        var old = new WeakReference(first.Plugins["isp.srgb"].Instance);
        string id = File.ReadAllText(Path.Combine(_folder, "isp.srgb", "plugin.json"));
        Copy("isp.linearize", "isp.srgb");
        File.WriteAllText(Path.Combine(_folder, "isp.srgb", "plugin.json"), id.Replace("SensorSim.Plugins.IspSrgb.dll", "SensorSim.Plugins.IspLinearize.dll", StringComparison.Ordinal));
        PluginCatalog second = Reload(first);
        second.Unload(first);
        return (old, second);
    }

    private PluginCatalog Reload(PluginCatalog? earlier) => PluginCatalog.Reload([_folder], _calls, earlier);

    private void Copy(string id, string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder, name));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(s_builtIn, id)))
        {
            File.Copy(file, Path.Combine(_folder, name, Path.GetFileName(file)), overwrite: true);
        }
    }
}
