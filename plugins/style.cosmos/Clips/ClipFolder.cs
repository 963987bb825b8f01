using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Clips;

/// <summary>
/// What is kept of one request, under its digest: videos, specification, the job that a server works on, the answer. Whatever stands here under its final name is complete, so an interrupted run goes on from it and nothing is sent
/// twice. The digest is over what is asked (pixels, labels, parameters, receiver) and not over compressed files.
/// </summary>
internal sealed class ClipFolder
{
    private const string JobFile = "job.json", FactsFile = "answer.json";

    private ClipFolder(string path, string digest) => (Path, Digest) = (path, digest);

    public string Path { get; }

    /// <summary>SHA-256, lower-case hex.</summary>
    public string Digest { get; }

    public string Answer => At("answer.mp4");

    public bool HasAnswer => File.Exists(Answer) && File.Exists(At(FactsFile));

    /// <summary>What is known of the answer, for the record.</summary>
    public JsonObject Facts => Read(FactsFile) ?? [];

    /// <summary>The job that works on it; null where there is none.</summary>
    public JsonObject? Job => Read(JobFile);

    public static ClipFolder Of(string workFolder, StyleClip clip, CosmosOrder order, string receiver)
    {
        string digest = DigestOf(clip, order, receiver);
        string path = System.IO.Path.Combine(workFolder, $"{clip.Name}-{digest[..16]}");
        Directory.CreateDirectory(path);
        return new(path, digest);
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void KeepJob(JsonObject job) => WriteWhole(JobFile, Encoding.UTF8.GetBytes(job.ToJsonString()));

    public void ForgetJob() => File.Delete(At(JobFile));

    /// <summary>Keeps an answer and what is known of it; the job is done with.</summary>
    public void KeepAnswer(byte[] video, JsonObject facts)
    {
        WriteWhole(System.IO.Path.GetFileName(Answer), video);
        facts["response_sha256"] = Convert.ToHexStringLower(SHA256.HashData(video));
        facts["request_digest"] = Digest;
        WriteWhole(FactsFile, Encoding.UTF8.GetBytes(facts.ToJsonString()));
        ForgetJob();
    }

    /// <summary>Answers that were no good.</summary>
    public int Refused => Directory.EnumerateFiles(Path, "refused-*.mp4").Count();

    /// <summary>The answer is no good: it stays to be looked at, under another name.</summary>
    public void RefuseAnswer()
    {
        File.Move(Answer, At(string.Create(CultureInfo.InvariantCulture, $"refused-{Refused + 1}.mp4")));
        File.Delete(At(FactsFile));
    }

    public void WriteWhole(string name, byte[] content)
    {
        string part = At(name + ".part");
        File.WriteAllBytes(part, content);
        File.Move(part, At(name), overwrite: true);
    }

    private JsonObject? Read(string name)
    {
        try
        {
            return File.Exists(At(name)) ? JsonNode.Parse(File.ReadAllBytes(At(name))) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null; // Somebody changed it by hand: as if it had never been there.
        }
    }

    private static string DigestOf(StyleClip clip, CosmosOrder order, string receiver)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        CosmosParameters asked = order.Parameters with { Endpoint = "", Command = "", KeyVariable = "", TimeoutS = 1, Retries = 0, PauseS = 0, PollS = 1, Resize = false, PromptFile = "", Prompt = order.Prompt };
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{receiver}\n{asked}\n{order.SeedOf(clip)} {order.FrameRateOf(clip)} {clip.Width}x{clip.Height}\n")));
        bool usesDepth = order.Controls.Any(control => control.Kind == ControlKind.Depth), usesIds = asked.MaskInstances || order.Controls.Any(control => control.Kind == ControlKind.Seg);
        foreach (StyleFrame frame in clip.Frames)
        {
            hash.AppendData(MemoryMarshal.AsBytes(frame.Colour.Samples));
            hash.AppendData(usesDepth && frame.DepthMetres is { } depth ? MemoryMarshal.AsBytes<float>(depth as float[] ?? [.. depth]) : []);
            hash.AppendData(usesIds && frame.Instances is { } ids ? MemoryMarshal.AsBytes<ushort>(ids as ushort[] ?? [.. ids]) : []);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
