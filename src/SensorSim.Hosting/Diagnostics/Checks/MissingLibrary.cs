using System.Text.RegularExpressions;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>Which library the system's linker could not find, and the Debian package that has it.</summary>
public static partial class MissingLibrary
{
    /// <summary>Libraries that Vulkan drivers need and minimal images lack.</summary>
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["libXext.so.6"] = "libxext6",
        ["libX11.so.6"] = "libx11-6",
        ["libX11-xcb.so.1"] = "libx11-xcb1",
        ["libxcb.so.1"] = "libxcb1",
        ["libxcb-dri3.so.0"] = "libxcb-dri3-0",
        ["libxcb-present.so.0"] = "libxcb-present0",
        ["libxcb-randr.so.0"] = "libxcb-randr0",
        ["libxcb-sync.so.1"] = "libxcb-sync1",
        ["libxcb-xfixes.so.0"] = "libxcb-xfixes0",
        ["libxshmfence.so.1"] = "libxshmfence1",
        ["libwayland-client.so.0"] = "libwayland-client0",
        ["libEGL.so.1"] = "libegl1",
        ["libGL.so.1"] = "libgl1",
        ["libGLX.so.0"] = "libglx0",
        ["libGLdispatch.so.0"] = "libglvnd0",
        ["libdrm.so.2"] = "libdrm2",
        ["libdrm_amdgpu.so.1"] = "libdrm-amdgpu1",
        ["libLLVM-15.so.1"] = "libllvm15",
        ["libelf.so.1"] = "libelf1",
        ["libexpat.so.1"] = "libexpat1",
        ["libzstd.so.1"] = "libzstd1",
        ["libz.so.1"] = "zlib1g",
        ["libstdc++.so.6"] = "libstdc++6",
        ["libgcc_s.so.1"] = "libgcc-s1",
    };

    /// <summary>The name in "libXext.so.6: cannot open shared object file: …", or null when the error is another one.</summary>
    public static string? In(string linkerError) => Pattern().Match(linkerError) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>Null when unknown.</summary>
    public static string? PackageOf(string? library) => library is null ? null : Packages.GetValueOrDefault(library);

    [GeneratedRegex(@"(?<name>[\w.+-]+\.so[\w.]*): cannot open shared object file", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
