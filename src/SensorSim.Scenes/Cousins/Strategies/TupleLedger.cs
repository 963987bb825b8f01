using System.Runtime.CompilerServices;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>How often each tuple occurs, and which do not yet.</summary>
internal sealed class TupleLedger
{
    private readonly TupleSpace _space;
    private readonly int[] _counts;
    private readonly int[] _missing;
    private readonly int[] _places;

    /// <summary>Nothing occurs yet; what cannot occur is never missing.</summary>
    public TupleLedger(TupleSpace space, bool[] infeasible)
    {
        _space = space;
        _counts = new int[space.Count];
        _missing = new int[space.Count];
        _places = new int[space.Count];
        for (int tuple = 0; tuple < _counts.Length; tuple++)
        {
            _counts[tuple] = 1;
            if (!infeasible[tuple])
            {
                Remove(tuple);
            }
        }
    }

    /// <summary>Tuples that can occur and do not.</summary>
    public int MissingCount { get; private set; }

    public int MissingAt(int index) => _missing[index];

    /// <summary>The most tuples that one combination of factors misses: each needs a row of its own.</summary>
    public int MostMissingTogether() => _space.Combinations.Length == 0 ? 0 : Enumerable.Range(0, _space.Combinations.Length).Max(c =>
    {
        (int first, int end) = _space.Range(c);
        return _counts.AsSpan(first, end - first).Count(0);
    });

    /// <summary>Counts the tuples of a row; open cells have none.</summary>
    public void Add(int[] row)
    {
        for (int c = 0; c < _space.Combinations.Length; c++)
        {
            if (_space.TupleOf(c, row) is var tuple and >= 0)
            {
                Add(tuple);
            }
        }
    }

    /// <summary>Takes a row without open cells out again.</summary>
    public void Remove(int[] row)
    {
        for (int c = 0; c < _space.Combinations.Length; c++)
        {
            Remove(_space.TupleOf(c, row));
        }
    }

    /// <summary>How many tuples of a row occur exactly <paramref name="times"/>: 0 for what it would add, 1 for what it alone has.</summary>
    public int CountOccurring(int[] row, int times)
    {
        int found = 0;
        for (int c = 0; c < _space.Combinations.Length; c++)
        {
            found += _counts[_space.TupleOf(c, row)] == times ? 1 : 0;
        }

        return found;
    }

    /// <summary>Writes for each bin of an open factor how many missing tuples it would bring with the cells that are filled.</summary>
    public void Gains(int[] row, int factor, Span<int> gains)
    {
        gains.Clear();
        foreach (ref readonly FactorUse use in _space.Uses[factor].AsSpan())
        {
            int tuple = use.TupleAtBinZero(row);
            for (int bin = 0; tuple >= 0 && bin < gains.Length; bin++, tuple += use.Stride)
            {
                gains[bin] += _counts[tuple] == 0 ? 1 : 0;
            }
        }
    }

    /// <summary>By how many the missing tuples change when a counted row's cell gets another bin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Change(int[] row, int factor, int bin)
    {
        int change = 0, old = row[factor];
        foreach (ref readonly FactorUse use in _space.Uses[factor].AsSpan())
        {
            int tuple = use.TupleAtBinZero(row);
            change += (_counts[tuple + (old * use.Stride)] == 1 ? 1 : 0) - (_counts[tuple + (bin * use.Stride)] == 0 ? 1 : 0);
        }

        return change;
    }

    /// <summary>Gives a counted row's cell another bin.</summary>
    public void Set(int[] row, int factor, int bin)
    {
        int old = row[factor];
        foreach (ref readonly FactorUse use in _space.Uses[factor].AsSpan())
        {
            int tuple = use.TupleAtBinZero(row);
            Remove(tuple + (old * use.Stride));
            Add(tuple + (bin * use.Stride));
        }

        row[factor] = bin;
    }

    private void Add(int tuple)
    {
        if (_counts[tuple]++ == 0)
        {
            int last = _missing[--MissingCount];
            (_missing[_places[tuple]], _places[last]) = (last, _places[tuple]);
        }
    }

    private void Remove(int tuple)
    {
        if (--_counts[tuple] == 0)
        {
            (_missing[MissingCount], _places[tuple]) = (tuple, MissingCount);
            MissingCount++;
        }
    }
}
