using System.Globalization;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Library.Materials;
using SensorSim.Scenes.Library.Objects;

namespace SensorSim.UnitTests.Library;

/// <summary>docs/library.md has every name, in order, with the library's own sizes.</summary>
[TestFixture]
public sealed class LibraryDocumentationTests
{
    private static readonly string[] s_lines = File.ReadAllLines(Repository.PathOf("docs", "library.md"));

    [Test]
    public void Every_Scene_Is_Listed() => Assert.That(Rows("## Scenes").Select(row => row[0]), Is.EqualTo(SceneLibrary.Names.Select(Code)));

    [Test]
    public void Every_Object_Is_Listed() => Assert.That(
        Rows("## Objects").Select(row => string.Join(' ', row)),
        Is.EqualTo(ObjectLibrary.Names.Select(ObjectLibrary.Of).Select(item => $"{Code(item.Name)} {item.Category} {Metres(item.SizeMetres.X)} × {Metres(item.SizeMetres.Y)} × {Metres(item.SizeMetres.Z)}")));

    [Test]
    public void Every_Material_Is_Listed() => Assert.That(
        Rows("## Materials").Select(row => string.Join(' ', row)),
        Is.EqualTo(MaterialLibrary.Names.Select(MaterialLibrary.Create).Select(m => string.Create(CultureInfo.InvariantCulture, $"{Code(m.Name)} {m.TileMetres} {m.Summary}"))));

    private static string Code(string name) => $"`{name}`";

    private static string Metres(double value) => Math.Round(value, 4).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string heading) => s_lines
        .SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split(" | "));
}
