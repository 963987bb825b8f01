using SensorSim.Datasets.Storage;

namespace SensorSim.Hosting.Runs;

/// <summary>Tells what <c>--resume</c> found in a finished dataset and what became of it.</summary>
/// <param name="report">Null when the folder held none: then there is nothing to tell.</param>
/// <param name="isSigned">The run has a key and signs at its end.</param>
/// <param name="say">Takes one line.</param>
internal sealed class RepairNotice(ResumeReport? report, bool isSigned, Action<string> say)
{
    private const int ProblemsTold = 10;

    public void Begin()
    {
        if (report is null)
        {
            return;
        }

        if (report.IsWhole)
        {
            say($"finished before: the records and {report.Files} files are as they were written (SHA-256)");
            return;
        }

        string remedy = report.Missing switch
        {
            0 => "its own files are written again",
            1 => "1 frame is rendered again",
            _ => $"{report.Missing} frames are rendered again",
        };
        say($"finished before, but damaged since; {remedy}:");
        foreach (string problem in report.Problems.Take(ProblemsTold))
        {
            say($"  {problem}");
        }

        if (report.Problems.Count > ProblemsTold)
        {
            say($"  and {report.Problems.Count - ProblemsTold} more");
        }
    }

    /// <param name="mended">Null when the run was stopped.</param>
    public void End(DatasetDescription? mended)
    {
        if (report is null or { IsWhole: true } || mended is null)
        {
            return;
        }

        if (report.HasBrokenSignature)
        {
            say(isSigned
                ? "the signature was damaged; the dataset is signed again with the key of this run"
                : "warning: the signature was damaged, so what was left of it is removed; --key signs again");
        }

        say(mended.MerkleRoot == report.MerkleRoot
            ? "mended: frames and Merkle root are again the ones that were written, to the byte"
            : $"warning: the mended dataset is not the one that was written, whose Merkle root was {report.MerkleRoot}: {(isSigned ? "it is signed again with the key of this run" : "its signature, if it had one, is removed")}");
    }
}
