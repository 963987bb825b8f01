using System.Security.Cryptography;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// RFC 6962's Merkle tree over SHA-256. A leaf of a dataset is the canonical frame record: the line of
/// <c>frames.jsonl</c> without its newline. Leaves are hashed behind 0x00, nodes behind 0x01.
/// </summary>
public sealed class MerkleTree
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashBytes = 32;

    private readonly List<byte[]> _leaves = [];

    public int Count => _leaves.Count;

    /// <returns>The leaf's hash.</returns>
    public ReadOnlySpan<byte> Append(ReadOnlySpan<byte> leaf)
    {
        byte[] hash = LeafHash(leaf);
        _leaves.Add(hash);
        return hash;
    }

    /// <summary>The root of the first <paramref name="count"/> leaves; of no leaves, the hash of nothing.</summary>
    public byte[] Root(int count) => Count == 0 || count == 0 ? SHA256.HashData([]) : Subtree(0, count);

    public byte[] Root() => Root(Count);

    /// <summary>The root over a range of leaves as if they were a tree of their own: a chunk's root.</summary>
    public byte[] Root(int first, int count) => count == 0 ? SHA256.HashData([]) : Subtree(first, count);

    /// <summary>The audit path of one leaf, from the leaf's sibling up (RFC 6962 §2.1.1).</summary>
    public IReadOnlyList<byte[]> InclusionProof(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var path = new List<byte[]>();
        int first = 0, count = Count;
        while (count > 1)
        {
            int left = LargestPowerOfTwoBelow(count);
            bool inLeft = index - first < left;
            path.Add(inLeft ? Subtree(first + left, count - left) : Subtree(first, left));
            (first, count) = inLeft ? (first, left) : (first + left, count - left);
        }

        path.Reverse();
        return path;
    }

    /// <summary>Whether the path leads from the leaf to the root of a tree with <paramref name="count"/> leaves (RFC 9162 §2.1.3.2).</summary>
    public static bool Verify(ReadOnlySpan<byte> leaf, long index, long count, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (index < 0 || index >= count)
            return false;

        long node = index, last = count - 1;
        byte[] hash = LeafHash(leaf);
        foreach (byte[] sibling in path)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = NodeHash(sibling, hash);
                for (; (node & 1) == 0 && node != 0; last >>= 1)
                    node >>= 1;
            }
            else
            {
                hash = NodeHash(hash, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && root.SequenceEqual(hash);
    }

    public static byte[] LeafHash(ReadOnlySpan<byte> leaf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(leaf);
        return hash.GetHashAndReset();
    }

    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> node = stackalloc byte[1 + (2 * HashBytes)];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + HashBytes)..]);
        return SHA256.HashData(node);
    }

    private byte[] Subtree(int first, int count)
    {
        if (count == 1)
            return _leaves[first];
        int left = LargestPowerOfTwoBelow(count);
        return NodeHash(Subtree(first, left), Subtree(first + left, count - left));
    }

    private static int LargestPowerOfTwoBelow(int count) => 1 << (31 - System.Numerics.BitOperations.LeadingZeroCount((uint)(count - 1)));
}
