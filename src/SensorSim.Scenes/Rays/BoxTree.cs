using SensorSim.Geometry;

namespace SensorSim.Scenes.Rays;

/// <summary>A hierarchy of boxes, halved at the median along the longest side: finds the few items near a ray or a box.</summary>
internal sealed class BoxTree
{
    private const int ItemsInLeaf = 4;

    private readonly int[] _items;
    private readonly Box[] _boxes;
    private readonly List<Branch> _branches = [];

    /// <param name="boxes">One for each item; empty ones are never found.</param>
    public BoxTree(Box[] boxes)
    {
        _boxes = boxes;
        _items = [.. boxes.Index().Where(box => !box.Item.IsEmpty).Select(box => box.Index)];
        Add(0, _items.Length);
    }

    /// <summary>Around everything.</summary>
    public Box Bounds => _branches[0].Box;

    /// <summary>Shows every item that the ray may meet before the limit, roughly the nearest first.</summary>
    public double Cast<TVisitor>(Ray ray, double limit, ref TVisitor visitor)
        where TVisitor : struct, IRayVisitor
    {
        Span<int> pending = stackalloc int[64];
        int depth = 0;
        pending[depth++] = 0;
        while (depth > 0)
        {
            Branch branch = _branches[pending[--depth]];
            if (ray.Enter(branch.Box, limit) > limit)
            {
                continue;
            }

            if (branch.Right == 0)
            {
                limit = VisitLeaf(ray, branch, limit, ref visitor);
                continue;
            }

            bool isLeftFirst = ray.Enter(_branches[branch.First].Box, limit) <= ray.Enter(_branches[branch.Right].Box, limit);
            pending[depth++] = isLeftFirst ? branch.Right : branch.First;
            pending[depth++] = isLeftFirst ? branch.First : branch.Right;
        }

        return limit;
    }

    /// <summary>Adds every item whose box overlaps another box.</summary>
    public void Find(Box box, List<int> found) => Visit(box, found, static (item, found) => found.Add(item));

    /// <summary>Shows every item whose box overlaps another box.</summary>
    /// <param name="box">The other box.</param>
    /// <param name="state">Given to the visitor, so that it needs no memory of its own.</param>
    /// <param name="visit">Gets the item.</param>
    public void Visit<TState>(Box box, TState state, Action<int, TState> visit)
    {
        Span<int> pending = stackalloc int[64];
        int depth = 0;
        pending[depth++] = 0;
        while (depth > 0)
        {
            Branch branch = _branches[pending[--depth]];
            if (!branch.Box.Overlaps(box))
            {
                continue;
            }

            if (branch.Right != 0)
            {
                pending[depth++] = branch.Right;
                pending[depth++] = branch.First;
                continue;
            }

            for (int i = branch.First; i < branch.First + branch.Count; i++)
            {
                if (_boxes[_items[i]].Overlaps(box))
                {
                    visit(_items[i], state);
                }
            }
        }
    }

    private double VisitLeaf<TVisitor>(Ray ray, Branch leaf, double limit, ref TVisitor visitor)
        where TVisitor : struct, IRayVisitor
    {
        for (int i = leaf.First; i < leaf.First + leaf.Count; i++)
        {
            if (ray.Enter(_boxes[_items[i]], limit) <= limit)
            {
                limit = visitor.Visit(_items[i], limit);
            }
        }

        return limit;
    }

    // Halved by count, so that the tree is no deeper than the logarithm of the number of items.
    private int Add(int first, int count)
    {
        Box box = Box.Empty, centres = Box.Empty;
        foreach (int item in _items.AsSpan(first, count))
        {
            box = box.Union(_boxes[item]);
            centres = centres.Union(Box.Around(_boxes[item].Centre));
        }

        int index = _branches.Count;
        _branches.Add(new(box, first, count, 0));
        if (count > ItemsInLeaf)
        {
            Sort(first, count, centres.Size);
            int left = Add(first, count / 2), right = Add(first + (count / 2), count - (count / 2));
            _branches[index] = new(box, left, 0, right);
        }

        return index;
    }

    private void Sort(int first, int count, Vector3d size)
    {
        Func<Vector3d, double> along = size.X >= size.Y && size.X >= size.Z ? p => p.X : size.Y >= size.Z ? p => p.Y : p => p.Z;
        double[] keys = [.. _items.Skip(first).Take(count).Select(item => along(_boxes[item].Centre))];
        int[] items = _items[first..(first + count)];
        Array.Sort(keys, items);
        items.CopyTo(_items, first);
    }

    /// <param name="Box">Around all below.</param>
    /// <param name="First">The first item of a leaf, or the left branch.</param>
    /// <param name="Count">Items of a leaf.</param>
    /// <param name="Right">The right branch; 0 for a leaf.</param>
    private readonly record struct Branch(Box Box, int First, int Count, int Right);
}
