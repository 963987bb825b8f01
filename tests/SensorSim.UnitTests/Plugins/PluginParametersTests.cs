using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Plugins;

/// <summary>Messages say what a plugin was called with.</summary>
public sealed class PluginParametersTests
{
    [TestCase("camera.blur", 0.9, " with sigma_px = 0.9")]
    [TestCase("camera.blur", null, " with all parameters at their defaults")]
    [TestCase("sensor.cfa", null, " with all parameters at their defaults")]
    public void WhatIsChanged_IsShown_OrThatNothingIs(string id, double? sigma, string shown)
    {
        InstalledPlugin plugin = SensorBench.Catalog.Require(id);
        (string, System.Text.Json.Nodes.JsonNode?)[] values = sigma is { } given ? [("sigma_px", given)] : [];
        Assert.That(PluginParameters.Changed(plugin, plugin.Schema.Bind(SensorBench.Stage(id, values).Parameters).Parameters!), Is.EqualTo(shown));
    }
}
