namespace SensorSim.Datasets.Images;

/// <summary>XMP packets (ISO 16684-1) that say what kind of medium an image is: the same bytes for every image of a kind.</summary>
public static class XmpPacket
{
    private const string Vocabulary = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    /// <summary>A packet with IPTC's <c>DigitalSourceType</c> and nothing else.</summary>
    public static string Of(DigitalSourceType source)
    {
        string term = source switch
        {
            DigitalSourceType.AlgorithmicMedia => "algorithmicMedia",
            DigitalSourceType.Composite => "composite",
            DigitalSourceType.CompositeWithTrainedAlgorithmicMedia => "compositeWithTrainedAlgorithmicMedia",
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Expected a source type of IPTC's vocabulary."),
        };
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
            + "xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\">"
            + $"<Iptc4xmpExt:DigitalSourceType>{Vocabulary}{term}</Iptc4xmpExt:DigitalSourceType>"
            + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
    }
}
