using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>The contacts between two hulls: the nearest points, and where a face looks at the other the corners of what is before it.</summary>
internal sealed class ContactPatch
{
    private const double ParallelCosine = 0.94;

    private readonly List<Vector3d> _polygon = [];
    private readonly List<Vector3d> _clipped = [];

    /// <summary>Adds the contacts of a body with something fixed.</summary>
    /// <param name="body">What moves.</param>
    /// <param name="fixture">What does not.</param>
    /// <param name="separation">Of the two.</param>
    /// <param name="limit">Metres from which they do not matter.</param>
    /// <param name="contacts">Added to.</param>
    /// <returns>False where they overlap.</returns>
    public bool AddContacts(PosedHull body, PosedHull fixture, Separation separation, double limit, List<Contact> contacts)
    {
        if (separation.Distance == 0)
        {
            return false;
        }

        if (double.IsFinite(separation.Distance))
        {
            contacts.Add(new(separation.OnFirst, separation.Normal, separation.Distance));
            AddFaces(body, fixture, separation.Normal, limit, contacts);
        }

        return true;
    }

    private void AddFaces(PosedHull body, PosedHull fixture, Vector3d normal, double limit, List<Contact> contacts)
    {
        int below = body.FaceAlong(-normal), above = fixture.FaceAlong(normal);
        double alongBody = -Vector3d.Dot(body.NormalOf(below), normal), alongFixture = Vector3d.Dot(fixture.NormalOf(above), normal);
        if (Math.Max(alongBody, alongFixture) < ParallelCosine)
        {
            return;
        }

        bool isFixtureFlat = alongFixture >= alongBody;
        (PosedHull reference, int face, PosedHull incident, int incidentFace) = isFixtureFlat ? (fixture, above, body, below) : (body, below, fixture, above);
        Vector3d plane = reference.NormalOf(face), on = reference[reference.Face(face)[0]], up = isFixtureFlat ? plane : -plane;
        ClipToPrism(incident, incidentFace, reference, face, plane);
        foreach (Vector3d corner in Corners(plane))
        {
            double distance = Vector3d.Dot(corner - on, plane);
            if (distance >= 0 && distance < limit)
            {
                contacts.Add(new(isFixtureFlat ? corner : corner - (distance * plane), up, distance));
            }
        }
    }

    // Sutherland and Hodgman: the incident face within the sides of the reference face.
    private void ClipToPrism(PosedHull incident, int incidentFace, PosedHull reference, int face, Vector3d plane)
    {
        _polygon.Clear();
        foreach (int corner in incident.Face(incidentFace))
        {
            _polygon.Add(incident[corner]);
        }

        ReadOnlySpan<int> loop = reference.Face(face);
        for (int i = 0; i < loop.Length && _polygon.Count > 0; i++)
        {
            Vector3d from = reference[loop[i]], outwards = Vector3d.Cross(reference[loop[(i + 1) % loop.Length]] - from, plane);
            Clip(from, outwards);
        }
    }

    private void Clip(Vector3d on, Vector3d outwards)
    {
        _clipped.Clear();
        for (int i = 0; i < _polygon.Count; i++)
        {
            Vector3d a = _polygon[i], b = _polygon[(i + 1) % _polygon.Count];
            double beyondA = Vector3d.Dot(a - on, outwards), beyondB = Vector3d.Dot(b - on, outwards);
            if (beyondA <= 0)
            {
                _clipped.Add(a);
            }

            if ((beyondA < 0 && beyondB > 0) || (beyondA > 0 && beyondB < 0))
            {
                _clipped.Add(a + ((beyondA / (beyondA - beyondB)) * (b - a)));
            }
        }

        _polygon.Clear();
        _polygon.AddRange(_clipped);
    }

    // Four that lie far apart hold a body as well as many do.
    private List<Vector3d> Corners(Vector3d plane)
    {
        if (_polygon.Count <= 4)
        {
            return _polygon;
        }

        Vector3d x = Vector3d.Cross(plane, Math.Abs(plane.X) < 0.5 ? Vector3d.UnitX : Vector3d.UnitY), y = Vector3d.Cross(plane, x);
        _clipped.Clear();
        foreach (Vector3d direction in stackalloc Vector3d[] { x, y, -x, -y })
        {
            Vector3d farthest = _polygon[0];
            foreach (Vector3d corner in _polygon)
            {
                farthest = Vector3d.Dot(corner - farthest, direction) > 0 ? corner : farthest;
            }

            _clipped.Add(farthest);
        }

        return _clipped;
    }
}
