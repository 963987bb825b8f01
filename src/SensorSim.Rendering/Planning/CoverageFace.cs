namespace SensorSim.Rendering.Planning;

/// <summary>A chunk's objects on one face of a camera with a lens.</summary>
/// <param name="Index">The face's number.</param>
/// <param name="Draws">Those of them that the face may show.</param>
/// <param name="Words">32-bit words of their bits on the face.</param>
/// <param name="FirstEntry">First of their entries in the list of drawn objects.</param>
/// <param name="FirstRegion">Region of that entry.</param>
/// <param name="FirstPlace">Where each of the chunk's objects lies on the face, in the order of the chunk: a region, empty for one that it does not show.</param>
internal sealed record CoverageFace(int Index, Draw[] Draws, int Words, int FirstEntry, int FirstRegion, int FirstPlace)
{
    /// <param name="index">The face's number.</param>
    /// <param name="face">What it shows.</param>
    /// <param name="order">The chunk's objects.</param>
    /// <param name="list">Receives what is drawn.</param>
    /// <param name="isMirrored">Whether an object's pose mirrors it.</param>
    /// <param name="regions">Receives where objects lie.</param>
    public static CoverageFace Of(int index, ViewPlan face, int[] order, DrawList list, Func<int, bool> isMirrored, List<CoverageRegion> regions)
    {
        Dictionary<int, PixelRectangle> rectangles = face.Objects
            .Where(o => o.IsInImage && order.Contains(o.Index))
            .ToDictionary(o => o.Index, o => o.Rectangle.Within(0, 0, face.Intrinsics.Width, face.Intrinsics.Height));
        int firstEntry = list.Entries.Count, firstRegion = regions.Count;
        Draw[] draws = list.Add([.. order.Where(rectangles.ContainsKey)], isMirrored);
        var places = new Dictionary<int, CoverageRegion>();
        long words = 0;
        foreach (int drawn in list.Entries.Skip(firstEntry).Select(entry => (int)entry))
        {
            PixelRectangle r = rectangles[drawn];
            places.Add(drawn, CoverageRegion.Of(r, words, counter: 0));
            regions.Add(places[drawn]);
            words += r.Words;
        }

        int firstPlace = regions.Count;
        regions.AddRange(order.Select(item => places.GetValueOrDefault(item)));
        return new(index, draws, (int)words, firstEntry, firstRegion, firstPlace);
    }
}
