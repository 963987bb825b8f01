using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using SensorSim.Physics;

namespace SensorSim.Plugins.PhysicsMujoco.Models;

/// <summary>The files that a model is made of: itself, what it includes, its meshes, textures and height fields. The library does not tell which it has read.</summary>
internal sealed class ModelFiles
{
    private const int DeepestInclude = 32;

    /// <summary>The library asks for memory before it looks at a number: 16 Mi heights are 4096 on a side.</summary>
    private const double MostHeights = 1 << 24;

    private readonly string _folder;
    private readonly List<string> _files = [];
    private readonly List<(string Element, string File)> _assets = [];
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);
    private bool _stripsPaths;

    private ModelFiles(string path) => _folder = Path.GetDirectoryName(path) ?? "";

    /// <summary>Looks through the texts, before the library does.</summary>
    /// <exception cref="PhysicsException">One is no XML, or names a height field that would fill the memory.</exception>
    public static ModelFiles Of(string path)
    {
        var files = new ModelFiles(path);
        files.Read(path, 0);
        return files;
    }

    /// <summary>The model first, then in the order of the text; each once.</summary>
    /// <exception cref="PhysicsException">A file is not there.</exception>
    public IReadOnlyList<string> All()
    {
        string[] all = [.. _files.Concat(_assets.Select(PathOf)).Distinct(StringComparer.Ordinal)];
        return all.FirstOrDefault(file => !File.Exists(file)) is { } missing ? throw new PhysicsException($"{all[0]}: it names {missing}, and there is no such file.") : all;
    }

    private void Read(string path, int depth)
    {
        if (depth > DeepestInclude) throw new PhysicsException($"{path}: files include each other more than {DeepestInclude} deep.");
        _files.Add(path);

        // The library tells where a file is named that is not there.
        if (!File.Exists(path)) return;
        foreach (XElement element in Document(path).Descendants())
        {
            if (element.Name.LocalName == "compiler") Compiler(element);
            if (element.Name.LocalName == "hfield") RequireRoom(path, element);
            if (element.Name.LocalName == "include" && Value(element, "file") is { } included) Read(Path.Combine(_folder, included), depth + 1);
            else if (element.Name.LocalName is "mesh" or "hfield" or "skin" && Value(element, "file") is { } file) _assets.Add((element.Name.LocalName, file));
            else if (element.Name.LocalName == "texture") _assets.AddRange(element.Attributes().Where(one => one.Name.LocalName.StartsWith("file", StringComparison.Ordinal) && one.Value.Length > 0).Select(one => ("texture", one.Value)));
        }
    }

    private static void RequireRoom(string path, XElement field)
    {
        double Count(string name) => double.TryParse(Value(field, name), CultureInfo.InvariantCulture, out double count) ? count : 0;
        (double rows, double columns) = (Count("nrow"), Count("ncol"));
        if (rows * columns > MostHeights)
        {
            throw new PhysicsException(FormattableString.Invariant($"{path}:{((IXmlLineInfo)field).LineNumber}: the height field '{Value(field, "name")}' has {rows} x {columns} heights; at most {MostHeights} are read."));
        }
    }

    private static XDocument Document(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException broken)
        {
            throw new PhysicsException(FormattableString.Invariant($"{path}:{broken.LineNumber}:{broken.LinePosition}: {broken.Message}"), broken);
        }
    }

    private void Compiler(XElement element)
    {
        foreach (string kind in (string[])["meshdir", "texturedir"])
        {
            if (Value(element, kind) is { } folder) _folders[kind] = folder;
        }

        _stripsPaths = Value(element, "strippath") is { } strips ? strips == "true" : _stripsPaths;
    }

    private string PathOf((string Element, string File) asset)
    {
        string kind = asset.Element == "texture" ? "texturedir" : "meshdir";
        string file = _stripsPaths ? Path.GetFileName(asset.File) : asset.File;
        return Path.Combine(_folder, _folders.GetValueOrDefault(kind, ""), file);
    }

    private static string? Value(XElement element, string name) => (string?)element.Attribute(name) is { Length: > 0 } value ? value : null;
}
