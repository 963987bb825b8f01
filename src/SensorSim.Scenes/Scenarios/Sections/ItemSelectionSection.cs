using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>{ category: cup, size_within: 0.3 }</c>: objects of the library by what they are.</summary>
internal static class ItemSelectionSection
{
    public const string Category = "category";

    public static MappingSchema Schema { get; } = new(
        new(Category, new WordSchema([.. ObjectLibrary.Categories]), "Any object of the library of this category, each as likely.", "cup") { IsRequired = true },
        new("size_within", new NumberSchema(NumberRange.Positive("share by which the longest side may differ")), "Only those whose longest side differs by no more than this share.", "0.3"));

    /// <summary>Every object of the category, and what the scene must leave of them; null after an error.</summary>
    public static (ChoiceDistribution Items, ItemSelection Selection)? Read(LocatedMapping mapping, string path, ReadingLog log)
    {
        SectionReader section = SectionReader.Of(mapping, path, Schema, log)!;
        return section.Word(Category) is { } category
            ? (new([.. ObjectLibrary.NamesOf(category).Select(name => JsonValue.Create(SceneLibrary.Prefix + name))]), new(category, section.Number("size_within")))
            : null;
    }
}
