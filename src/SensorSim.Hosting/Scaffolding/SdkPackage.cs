using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace SensorSim.Hosting.Scaffolding;

/// <summary>The NuGet package that plugins are written against, as the build laid it beside the program.</summary>
internal static class SdkPackage
{
    private const string Id = "SensorSim.Sdk";

    private static string Source { get; } = Path.Combine(AppContext.BaseDirectory, "sdk", $"{Id}.nupkg");

    /// <summary>The package's version.</summary>
    /// <exception cref="ScaffoldingException">The package is not there, or is none.</exception>
    public static string ReadVersion()
    {
        try
        {
            using ZipArchive package = ZipFile.OpenRead(Source);
            using Stream nuspec = package.GetEntry($"{Id}.nuspec")?.Open() ?? throw new InvalidDataException("it has no manifest.");
            return XDocument.Load(nuspec).Descendants().First(element => element.Name.LocalName == "version").Value;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or XmlException or InvalidOperationException)
        {
            throw new ScaffoldingException($"{Source}: the package for plugins cannot be read: {error.Message} Build or install the program again.", error);
        }
    }

    /// <summary>Puts a copy into a folder, under the name that NuGet looks for.</summary>
    public static void CopyTo(string folder, string version) => File.Copy(Source, Path.Combine(Directory.CreateDirectory(folder).FullName, $"{Id}.{version}.nupkg"));
}
