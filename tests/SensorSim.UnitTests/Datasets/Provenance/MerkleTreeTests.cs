using SensorSim.Datasets.Provenance;

namespace SensorSim.UnitTests.Datasets.Provenance;

public class MerkleTreeTests
{
    // Inputs and roots of the Certificate Transparency reference code (merkletree tests of google/certificate-transparency).
    private static readonly string[] s_inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [TestCase(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [TestCase(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [TestCase(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [TestCase(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [TestCase(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [TestCase(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [TestCase(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [TestCase(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [TestCase(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void RootsOfTheReference(int count, string root) =>
        Assert.That(Convert.ToHexStringLower(Tree(count).Root()), Is.EqualTo(root));

    [Test]
    public void EveryLeafProvesItsPlace_AndNoOther([Range(1, 8)] int count)
    {
        MerkleTree tree = Tree(count);
        byte[] root = tree.Root();
        for (int index = 0; index < count; index++)
        {
            IReadOnlyList<byte[]> path = tree.InclusionProof(index);
            for (int claimed = 0; claimed < count; claimed++)
                Assert.That(MerkleTree.Verify(Leaf(index), claimed, count, path, root), Is.EqualTo(claimed == index), $"{index} as {claimed} of {count}");
        }
    }

    [Test]
    public void AProofFailsWithAnotherRootOrLeafOrPath()
    {
        MerkleTree tree = Tree(7);
        IReadOnlyList<byte[]> path = tree.InclusionProof(4);
        byte[] root = tree.Root(), other = [.. root];
        other[3] ^= 1;

        Assert.That(MerkleTree.Verify(Leaf(4), 4, 7, path, root));
        Assert.That(MerkleTree.Verify(Leaf(4), 4, 7, path, other), Is.False);
        Assert.That(MerkleTree.Verify(Leaf(3), 4, 7, path, root), Is.False);
        Assert.That(MerkleTree.Verify(Leaf(4), 4, 7, [.. path.SkipLast(1)], root), Is.False);
        Assert.That(MerkleTree.Verify(Leaf(4), 4, 7, [.. path, root], root), Is.False);
    }

    [Test]
    public void AChunkOfAPowerOfTwoIsANodeOfTheTree()
    {
        MerkleTree tree = Tree(8);
        Assert.That(MerkleTree.NodeHash(tree.Root(0, 4), tree.Root(4, 4)), Is.EqualTo(tree.Root()));
    }

    private static byte[] Leaf(int index) => Convert.FromHexString(s_inputs[index]);

    private static MerkleTree Tree(int count)
    {
        var tree = new MerkleTree();
        for (int i = 0; i < count; i++)
            tree.Append(Leaf(i));
        return tree;
    }
}
