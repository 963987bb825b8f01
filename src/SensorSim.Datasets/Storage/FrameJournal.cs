using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary>
/// The list of finished frames while a run goes on: a first line with the plan, then one record a line, in the
/// order in which frames finished. A line that was being written when the run died is not a record and is ignored.
/// </summary>
internal sealed class FrameJournal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _stream;
    private bool _failed;

    private FrameJournal(FileStream stream) => _stream = stream;

    /// <summary>The first line: which plan and which part of it the folder belongs to.</summary>
    public static byte[] Header(DatasetPlan plan, DatasetShard? shard)
    {
        var header = new JsonObject { ["plan"] = PlanDifference.Json(plan), ["plan_sha256"] = plan.Sha256() };
        if (shard is not null)
            header["shard"] = new JsonObject { ["index"] = shard.Index, ["of"] = shard.Of };
        return CanonicalJson.Serialize(header);
    }

    /// <summary>Replaces the journal by the header and these records, then opens it to append.</summary>
    /// <exception cref="DatasetException">The folder cannot be written.</exception>
    public static FrameJournal Start(string root, byte[] header, IEnumerable<ReadOnlyMemory<byte>> records)
    {
        string path = DatasetLayout.Resolve(root, DatasetLayout.Journal);
        try
        {
            using (var fresh = new FileStream(path + AtomicFile.TemporarySuffix, FileMode.Create, FileAccess.Write))
            {
                WriteLine(fresh, header);
                foreach (ReadOnlyMemory<byte> record in records)
                    WriteLine(fresh, record.Span);
            }

            File.Move(path + AtomicFile.TemporarySuffix, path, overwrite: true);
            var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            return new(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            AtomicFile.RemoveTemporary(path);
            throw new DatasetException(path, $"could not be opened for writing: {FileFailure.Reason(e)}.", e);
        }
    }

    /// <summary>Appends one record; the frame counts as finished from here on.</summary>
    public void Append(ReadOnlySpan<byte> record)
    {
        lock (_gate)
        {
            if (_failed)
                throw new DatasetException(_stream.Name, "an earlier write failed, so nothing more is recorded.");
            _failed = true;
            try
            {
                WriteLine(_stream, record);
                _failed = false;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new DatasetException(_stream.Name, $"could not be written: {FileFailure.Reason(e)}.", e);
            }
        }
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>One write for the line and its newline.</summary>
    private static void WriteLine(FileStream stream, ReadOnlySpan<byte> line)
    {
        byte[] bytes = [.. line, (byte)'\n'];
        stream.Write(bytes);
    }
}
