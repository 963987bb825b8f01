using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SensorSim.UnitTests.Gltf;

/// <summary>Makes the files that <c>tests/peers/gltf-defects.json</c> describes, as <c>broken_gltf.py</c> does for the peers' script.</summary>
internal sealed partial class DefectFile(JsonNode description)
{
    /// <summary>A .glb after some edits of the sound document.</summary>
    public byte[] Make(JsonArray edits)
    {
        JsonNode document = description["document"]!.DeepClone();
        byte[] binary = Pack(description["binary"]!.AsArray());
        foreach (JsonNode edit in edits.OfType<JsonNode>())
        {
            if ((edit["set"] ?? edit["remove"]) is { } path) Edit(document, (string)path!, edit);
            if (edit["binary"] is { } at) Convert.FromHexString((string)edit["hex"]!).CopyTo(binary, (int)at);
        }

        string text = document.ToJsonString();
        foreach (JsonNode edit in edits.OfType<JsonNode>().Where(edit => edit["text"] is not null))
        {
            string found = (string)edit["text"]!;
            Assert.That(text, Does.Contain(found));
            text = text.Insert(text.IndexOf(found, StringComparison.Ordinal) + found.Length, (string)edit["to"]!).Remove(text.IndexOf(found, StringComparison.Ordinal), found.Length);
        }

        return InContainer(TestGltf.Glb(Encoding.UTF8.GetBytes(text), binary), edits);
    }

    private static byte[] InContainer(byte[] file, JsonArray edits)
    {
        foreach (JsonNode edit in edits.OfType<JsonNode>())
        {
            if (edit["file"] is { } at) Convert.FromHexString((string)edit["hex"]!).CopyTo(file, (int)at);
            if (edit["truncate"] is { } length) file = (int)length < 0 ? file[..^-(int)length] : file[..(int)length];
            if (edit["append"] is { } more) file = [.. file, .. Convert.FromHexString((string)more!)];
        }

        return file;
    }

    private static byte[] Pack(JsonArray parts)
    {
        var data = new List<byte>();
        foreach ((string kind, JsonNode? values) in parts.Select(part => part!.AsObject().Single()))
        {
            data.AddRange(new byte[-data.Count & 3]);
            data.AddRange(kind switch
            {
                "float" => MemoryMarshal.AsBytes<float>([.. values!.AsArray().Select(value => (float)value!)]).ToArray(),
                "ushort" => MemoryMarshal.AsBytes<ushort>([.. values!.AsArray().Select(value => (ushort)value!)]).ToArray(),
                "ubyte" => [.. values!.AsArray().Select(value => (byte)value!)],
                _ => Convert.FromHexString((string)values!),
            });
        }

        return [.. data];
    }

    private static void Edit(JsonNode document, string path, JsonNode edit)
    {
        string[] steps = [.. Step().Matches(path).Select(match => match.Value)];
        JsonNode at = steps[..^1].Aggregate(document, (node, step) => node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
        JsonNode? value = edit["to"]?.DeepClone();
        if (at is JsonArray array)
            array[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = value;
        else if (edit["set"] is not null)
            at[steps[^1]] = value;
        else
            at.AsObject().Remove(steps[^1]);
    }

    [GeneratedRegex(@"[^.\[\]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
