namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Samples in each bin and, where these are not too many, in each pair of bins.</summary>
internal sealed class BinTally
{
    private readonly int[][] _singles;
    private readonly int[] _offsets;
    private readonly int[,]? _pairs;

    public BinTally(int[] binCounts)
    {
        _singles = [.. binCounts.Select(count => new int[count])];
        _offsets = new int[binCounts.Length + 1];
        for (int factor = 0; factor < binCounts.Length; factor++)
        {
            _offsets[factor + 1] = _offsets[factor] + binCounts[factor];
        }

        int bins = _offsets[^1];
        _pairs = (long)bins * bins <= 4L * CoveringProblem.MaximumTuples ? new int[bins, bins] : null;
    }

    public int Singles(int factor, int bin) => _singles[factor][bin];

    /// <summary>Samples that share a bin and one of the row's cells that are filled, added up over these cells.</summary>
    public long Pairs(int[] row, int factor, int bin)
    {
        long pairs = 0;
        for (int other = 0; _pairs is not null && other < row.Length; other++)
        {
            pairs += other == factor || row[other] == CoveringArray.Open ? 0 : _pairs[_offsets[factor] + bin, _offsets[other] + row[other]];
        }

        return pairs;
    }

    public void Add(int[] row)
    {
        for (int factor = 0; factor < row.Length; factor++)
        {
            if (row[factor] != CoveringArray.Open)
            {
                _singles[factor][row[factor]]++;
                AddPairs(row, factor);
            }
        }
    }

    private void AddPairs(int[] row, int factor)
    {
        for (int other = 0; _pairs is not null && other < row.Length; other++)
        {
            if (row[other] != CoveringArray.Open)
            {
                _pairs[_offsets[factor] + row[factor], _offsets[other] + row[other]]++;
            }
        }
    }
}
