namespace SensorSim.Hosting.Drafting;

/// <summary>Reads what a server sends, up to a limit.</summary>
internal static class BoundedBody
{
    /// <exception cref="DraftException">There is more.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int most, CancellationToken stop)
    {
        if (content.Headers.ContentLength > most)
        {
            throw TooLong(most);
        }

        using Stream stream = await content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        using var body = new MemoryStream();
        byte[] part = new byte[16 << 10];
        while (await stream.ReadAsync(part, stop).ConfigureAwait(false) is > 0 and var count)
        {
            if (body.Length + count > most)
            {
                throw TooLong(most);
            }

            body.Write(part, 0, count);
        }

        return body.ToArray();
    }

    private static DraftException TooLong(int most) => new(FormattableString.Invariant($"The answer has more than {most} bytes; no scenario is that long."));
}
