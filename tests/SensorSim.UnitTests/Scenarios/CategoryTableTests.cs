using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.UnitTests.Cousins;

namespace SensorSim.UnitTests.Scenarios;

[TestFixture]
public sealed class CategoryTableTests
{
    [Test]
    public void Extras_Come_First_And_Names_Fill_In()
    {
        CategoryTable table = Table(CategoryRules.Default);

        Assert.That(table.Names, Is.EqualTo(new[] { "box", "can", "furniture" }));
        Assert.That(table.IdByInstance, Is.EqualTo(new[] { 3, 1, 1, 2 }));
    }

    [Test]
    public void Declared_Names_Keep_Their_Order_And_Place()
    {
        CategoryTable table = Table(CategoryRules.Default with { Names = ["pallet", "furniture"] });

        Assert.That(table.Names, Is.EqualTo(new[] { "pallet", "furniture", "box", "can" }));
        Assert.That(table.IdByInstance, Is.EqualTo(new[] { 2, 3, 3, 4 }));
    }

    [Test]
    public void Without_The_Fallback_The_Rest_Is_Unlabelled() =>
        Assert.That(Table(CategoryRules.Default with { NodeNameFallback = false }).IdByInstance, Is.EqualTo(new[] { 2, 1, 1, 0 }));

    [Test]
    public void Another_Key_Of_Extras_Can_Be_Named() =>
        Assert.That(Table(CategoryRules.Default with { ExtrasKey = "class" }).Names, Is.EqualTo(new[] { "box", "can", "table" }));

    [Test]
    public void A_Part_Takes_The_Category_Of_What_It_Belongs_To()
    {
        Scene scene = SmallScene.Create();
        Node[] nodes = [.. scene.Nodes];
        nodes[1] = nodes[1] with { Extras = null };

        CategoryTable table = CategoryTable.Of(scene with { Nodes = nodes }, SceneInstances.Of(scene), CategoryRules.Default);

        Assert.That(table.Names[table.IdByInstance[1] - 1], Is.EqualTo("furniture"));
    }

    private static CategoryTable Table(CategoryRules rules)
    {
        Scene scene = SmallScene.Create();
        return CategoryTable.Of(scene, SceneInstances.Of(scene), rules);
    }
}
