using Microsoft.Win32.SafeHandles;
using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary>
/// A journal's records, which are in the order in which frames finished, in frame order. Sorted by an index of positions: a dataset of any
/// length needs no room for its records.
/// </summary>
internal static class JournalOrder
{
    public static IEnumerable<(ReadOnlyMemory<byte> Line, FrameRecord Record)> Read(string journal, FrameOrder order)
    {
        var index = TextLine.Read(journal).Skip(1)
            .Select(line => (Key: order.KeyOf(FrameRecordJson.Parse(line.Bytes)), line.Offset, line.Bytes.Length))
            .OrderBy(entry => entry.Key)
            .ToArray();
        using SafeFileHandle file = RegularFile.Open(journal);
        foreach ((_, long offset, int length) in index)
        {
            byte[] line = RegularFile.ReadBytes(journal, file, offset, length);
            yield return (line, FrameRecordJson.Parse(line));
        }
    }
}
