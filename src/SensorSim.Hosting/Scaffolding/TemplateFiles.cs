namespace SensorSim.Hosting.Scaffolding;

/// <summary>The files of <c>Templates/</c>, which are part of this assembly.</summary>
internal static class TemplateFiles
{
    private const string Ending = ".template";

    /// <summary>Relative path and text of each file of one template; both may have names to fill in, such as <c>__Name__</c>.</summary>
    public static IEnumerable<(string Path, string Text)> Of(string template)
    {
        string start = $"Templates/{template}/";
        foreach (string resource in typeof(TemplateFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(start, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(typeof(TemplateFiles).Assembly.GetManifestResourceStream(resource)!);
            yield return (resource[start.Length..^Ending.Length], reader.ReadToEnd());
        }
    }
}
