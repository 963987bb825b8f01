namespace SensorSim.OnnxNetworks;

/// <summary>Detectors that always find the same, as certainly as the picture is bright on average.</summary>
internal static class DetectorNetworks
{
    private const int Float32 = 1, Int64 = 7;

    /// <summary>One tensor [1, fields, candidates] or, transposed, [1, candidates, fields].</summary>
    /// <param name="fields">A list for each candidate: centre, size, scores. Everything from <paramref name="scoresFrom"/> on is multiplied by the mean of the picture.</param>
    /// <param name="scoresFrom">4, or 5 with objectness (which stays).</param>
    /// <param name="byCandidate">[1, candidates, fields].</param>
    /// <param name="size">Height and width of the input; free where null.</param>
    public static byte[] Yolo(float[][] fields, int scoresFrom, bool byCandidate, (int Height, int Width)? size = null)
    {
        (int candidates, int count) = (fields.Length, fields[0].Length);
        float[] fixedPart = new float[candidates * count], scores = new float[candidates * count];
        for (int i = 0; i < candidates; i++)
        {
            for (int field = 0; field < count; field++)
            {
                (field < scoresFrom ? fixedPart : scores)[byCandidate ? (i * count) + field : (field * candidates) + i] = fields[i][field];
            }
        }

        var network = new OnnxNetwork();
        long[] shape = byCandidate ? [1, candidates, count] : [1, count, candidates];
        string mean = Mean(network, size);
        string scaled = network.Node("Mul", "scaled", [network.Constant("scores", scores, shape), mean]);
        network.Node("Add", "output0", [scaled, network.Constant("boxes", fixedPart, shape)]);
        network.Output("output0", Float32, [.. shape.Cast<object>()]);
        return network.ToArray();
    }

    /// <summary>Three tensors as torchvision exports them.</summary>
    public static byte[] Boxes(float[] corners, float[] scores, long[] labels)
    {
        var network = new OnnxNetwork();
        string mean = Mean(network, null);
        network.Node("Identity", "boxes", [network.Constant("corners", corners, scores.Length, 4)]);
        network.Node("Identity", "labels", [network.Constant("numbers", labels)]);
        network.Node("Mul", "scores", [network.Constant("certain", scores, scores.Length), mean]);
        network.Output("boxes", Float32, scores.Length, 4);
        network.Output("labels", Int64, scores.Length);
        network.Output("scores", Float32, scores.Length);
        return network.ToArray();
    }

    private static string Mean(OnnxNetwork network, (int Height, int Width)? size)
    {
        object height = size is { } known ? known.Height : "height", width = size is { } sides ? sides.Width : "width";
        string input = network.Input("images", Float32, 1, 3, height, width);
        return network.Node("ReduceMean", "mean", [input], OnnxAttribute.Of("keepdims", 0L));
    }
}
