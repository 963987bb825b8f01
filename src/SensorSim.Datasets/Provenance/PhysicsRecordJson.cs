namespace SensorSim.Datasets.Provenance;

/// <summary>The keys of what a frame record says of bodies.</summary>
internal static class PhysicsRecordJson
{
    private static readonly JsonShape<BodyRecord> s_body = new JsonShape<BodyRecord>()
        .Text("name", body => body.Name)
        .Numbers("linear_velocity_m_s", body => body.LinearVelocityMS)
        .Numbers("angular_velocity_rad_s", body => body.AngularVelocityRadS);

    private static readonly JsonShape<ContactRecord> s_contact = new JsonShape<ContactRecord>()
        .Text("a", contact => contact.A)
        .Text("b", contact => contact.B)
        .Numbers("point_m", contact => contact.PointM)
        .Numbers("normal", contact => contact.Normal)
        .Numbers("impulse_n_s", contact => contact.ImpulseNS)
        .Number("depth_m", contact => contact.DepthM);

    private static readonly JsonShape<ContactEventRecord> s_event = new JsonShape<ContactEventRecord>()
        .Number("time_s", one => one.TimeS)
        .Text("a", one => one.A)
        .Text("b", one => one.B)
        .Text("kind", one => one.Kind);

    private static readonly JsonShape<PhysicsFrameRecord> s_physics = new JsonShape<PhysicsFrameRecord>()
        .List("bodies", physics => physics.Bodies, s_body.Write)
        .List("contacts", physics => physics.Contacts, s_contact.Write)
        .List("contact_events", physics => physics.ContactEvents, s_event.Write);

    public static void Write(CanonicalJsonWriter json, PhysicsFrameRecord physics) => s_physics.Write(json, physics);

    /// <exception cref="FormatException">A key is missing or wrong: the message has its JSON path.</exception>
    public static PhysicsFrameRecord Read(JsonFields fields) => new(
        fields.List("bodies", (json, path) => Body(new(json, path))), fields.List("contacts", (json, path) => Contact(new(json, path))), fields.List("contact_events", (json, path) => Event(new(json, path))));

    private static BodyRecord Body(JsonFields body) => new(body.Text("name"), body.Numbers("linear_velocity_m_s", 3), body.Numbers("angular_velocity_rad_s", 3));

    private static ContactRecord Contact(JsonFields contact) => new(
        contact.Text("a"), contact.Text("b"), contact.Numbers("point_m", 3), contact.Numbers("normal", 3), contact.Numbers("impulse_n_s", 3), contact.Number("depth_m"));

    private static ContactEventRecord Event(JsonFields one) => new(one.Number("time_s"), one.Text("a"), one.Text("b"), one.OneOf("kind", ContactEventRecord.Begin, ContactEventRecord.End));
}
