using SensorSim.Physics;

namespace SensorSim.Scenes.Gltf.Extensions.RigidBodies;

/// <summary>Reads a <c>physicsMaterial</c> as a surface of the contract: one coefficient of friction, and pairs combined by one rule.</summary>
internal static class SurfaceReader
{
    private const double DefaultFriction = 0.6;

    private static readonly string[] s_rules = ["average", "minimum", "maximum", "multiply"];

    public static SurfaceDescription Read(JsonCursor at, GltfWarnings warnings)
    {
        double atRest = NotNegative(at, "staticFriction", DefaultFriction), sliding = NotNegative(at, "dynamicFriction", DefaultFriction), restitution = NotNegative(at, "restitution", 0);
        if (atRest != sliding)
        {
            warnings.Add(FormattableString.Invariant($"{at.Path}: staticFriction {atRest} was left out: the coefficient is {sliding}, as dynamicFriction has it, at rest and sliding alike."));
        }

        if (restitution > 1)
        {
            warnings.Add(FormattableString.Invariant($"{at.Path}: restitution {restitution} would make energy from nothing; it is 1."));
        }

        foreach (string member in new[] { "frictionCombine", "restitutionCombine" })
        {
            if (Rule(at.Find(member)))
            {
                warnings.Add("The rules by which the file combines two surfaces were left out: friction is the geometric mean of both, restitution the larger.");
            }
        }

        return new() { Friction = sliding, Restitution = Math.Min(1, restitution) };
    }

    private static bool Rule(JsonCursor? rule) => rule is not null && (s_rules.Contains(rule.Text(), StringComparer.Ordinal)
        ? true
        : throw rule.Error($"expected \"average\", \"minimum\", \"maximum\" or \"multiply\", found \"{rule.Text()}\"; correct the rule"));

    private static double NotNegative(JsonCursor at, string name, double absent) => at.Find(name) is not { } value
        ? absent
        : value.Number() >= 0 ? value.Number() : throw value.Error($"expected 0 or more, found {value.Number()}; correct the value");
}
