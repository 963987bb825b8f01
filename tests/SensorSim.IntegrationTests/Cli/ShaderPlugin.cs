namespace SensorSim.IntegrationTests.Cli;

/// <summary>A stranger's plugin without C#: a manifest and a GLSL file that dims the light.</summary>
internal static class ShaderPlugin
{
    /// <summary>What the shader returns when nothing else is asked for.</summary>
    public const string Dimmed = "return p.share * signal;";

    /// <summary>Writes <c>test.dim</c> and returns the environment that makes it known.</summary>
    /// <param name="folder">Of the plugin.</param>
    /// <param name="body">GLSL statements that end with a return.</param>
    /// <param name="version">Of the plugin.</param>
    public static Dictionary<string, string?> Write(string folder, string body = Dimmed, string version = "1.0.0")
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "plugin.json"), $$"""
            { "id": "test.dim", "version": "{{version}}", "kind": "sensor", "contract": ">=2.0 <3.0", "description": "Dims the light", "shader": "dim.glsl",
              "stage": { "type": "pointwise", "input": "radiance", "output": "radiance" },
              "parameters": [ { "name": "share", "min": 0, "max": 1, "default": 0.5, "description": "Share of the light that is let through" } ] }
            """);
        File.WriteAllText(ShaderOf(folder), $"vec3 test_dim(vec3 signal, PixelSite site, test_dim_Parameters p)\n{{\n    {body}\n}}\n");
        return new(StringComparer.Ordinal) { ["SENSORSIM_PLUGINS"] = folder };
    }

    public static string ShaderOf(string folder) => Path.Combine(folder, "dim.glsl");

    /// <summary>Writes the tiny scene and a scenario that looks at it through the plugin.</summary>
    public static string WriteScenario(string folder)
    {
        TinyScene.WriteTo(folder);
        string path = Path.Combine(folder, "dim.yaml");
        File.WriteAllText(path, """
            scenario: dim
            version: 1.0.0
            intent: { failure_mode: none, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
            scene: tiny.gltf
            cameras: [ { name: front, width: 64, height: 48, hfov_deg: 66, pose: { from: [0.3, 0.3, 3], look_at: [0.3, 0.3, 0] },
                         sensor: [ { use: test.dim, share: 0.25 } ] } ]
            environment: { hdr: "builtin:studio" }
            cousins: { count: 1, seed: 7 }
            """);
        return path;
    }
}
