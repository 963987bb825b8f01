using SensorSim.Tensors;

namespace SensorSim.UnitTests.Tensors;

public class TileAxisTests
{
    [Test]
    public void Tiles_Cover_A_Side_And_Count_One_Together()
    {
        foreach ((int length, int tile, int overlap, int multiple) in Sides())
        {
            var axis = new TileAxis(length, tile, overlap, multiple);
            double[] sums = new double[length];
            for (int i = 0; i < axis.Starts.Count; i++)
            {
                double[] weights = axis.WeightsOf(i);
                for (int x = 0; x < tile; x++) sums[axis.Starts[i] + x] += weights[x];
                Assert.That(weights, Has.All.InRange(0, 1));
            }

            string side = $"{length} px in tiles of {tile}, overlap {overlap}, multiple {multiple}";
            Assert.That(sums, Is.All.EqualTo(1).Within(1e-12), side);
            Assert.That((axis.Starts[0], axis.Starts[^1] + tile), Is.EqualTo((0, length)), side);
            Assert.That(axis.Starts.All(start => start % multiple == 0), side);
            Assert.That(axis.Starts.Zip(axis.Starts.Skip(1)).All(pair => pair.First + tile - pair.Second >= overlap), side);
        }
    }

    [Test]
    public void A_Quarter_Of_The_Overlap_At_Inner_Edges_Counts_For_Nothing()
    {
        foreach ((int length, int tile, int overlap, int multiple) in Sides())
        {
            var axis = new TileAxis(length, tile, overlap, multiple);
            for (int i = 0; i < axis.Starts.Count; i++)
            {
                double[] weights = axis.WeightsOf(i);
                Assert.That(weights.Take(i > 0 ? overlap / 4 : 0), Is.All.Zero);
                Assert.That(weights.Skip(tile - (i < axis.Starts.Count - 1 ? overlap / 4 : 0)), Is.All.Zero);
            }
        }
    }

    [Test]
    public void One_Tile_Is_The_Whole()
    {
        var axis = new TileAxis(100, 100, 20, 1);

        Assert.That(axis.Starts, Is.EqualTo(new[] { 0 }));
        Assert.That(axis.WeightsOf(0), Is.All.EqualTo(1));
    }

    private static IEnumerable<(int Length, int Tile, int Overlap, int Multiple)> Sides() =>
        from multiple in new[] { 1, 4, 8 }
        from tile in new[] { 16, 24, 64 }
        from overlap in new[] { 0, 3, tile / 4, tile / 2 }
        from length in Enumerable.Range(0, 25).Select(i => tile + (multiple * i * 2))
        select (length, tile, overlap, multiple);
}
