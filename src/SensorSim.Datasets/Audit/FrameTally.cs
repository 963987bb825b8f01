using System.Globalization;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Audit;

/// <summary>Counts the labels of frames, each once.</summary>
internal sealed class FrameTally
{
    private const int Unlabelled = 0;

    private readonly Dictionary<int, string> _names;
    private readonly SortedDictionary<int, CategoryTally> _categories = [];
    private long _frames, _empty;

    public FrameTally(IReadOnlyList<DatasetCategory> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        _names = categories.ToDictionary(category => category.Id, category => category.Name);
        foreach (int id in _names.Keys) _categories[id] = new();
    }

    public void Add(FrameRecord frame)
    {
        if (frame.Rejected is not null) return;
        _frames++;
        _empty += frame.Objects.All(item => item.VisiblePx == 0) ? 1 : 0;
        foreach (ObjectRecord item in frame.Objects)
        {
            if (!_categories.TryGetValue(item.CategoryId, out CategoryTally? category)) _categories[item.CategoryId] = category = new();
            category.Add(frame, item);
        }
    }

    public LabelCoverage Labels() => new(_frames, _empty, [.. _categories.Select(pair => pair.Value.Coverage(pair.Key, NameOf(pair.Key)))]);

    private string NameOf(int id) => _names.GetValueOrDefault(id) ?? (id == Unlabelled ? "unlabelled" : id.ToString(CultureInfo.InvariantCulture));
}
