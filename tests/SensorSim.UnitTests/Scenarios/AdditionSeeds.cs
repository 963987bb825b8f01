namespace SensorSim.UnitTests.Scenarios;

/// <summary>Scenarios that use all that scenarios add to a scene, over one that loads fast.</summary>
internal static class AdditionSeeds
{
    public static IReadOnlyList<string> All { get; } = [Filled, Placed, Travelling, Simulated, Lit, Sunny];

    private const string Head = $$"""
        schema_version: 1
        scenario: additions
        version: 1.0.0
        {{ScenarioText.Intent}}
        scene: builtin:drop-test
        environment: { hdr: builtin:studio, intensity: 2 }
        """;

    private const string Plain = $$"""
        {{Head}}
        cameras:
          - { name: front, width: 64, height: 48, hfov_deg: 60, pose: { from: [0, 1.2, 2], look_at: [0, 0.5, 0] } }
        """;

    private const string Filled = $$"""
        {{Plain}}
        objects:
          - { name: bin, use: builtin:small-bin, at: [0.6, 0, 0.4] }
          - { name: part, use: [builtin:small-box, builtin:flat-box], count: 2, at: [1, 0.1, 0], step: [0.1, 0, 0], yaw_deg: 20, category: part }
        affordances:
          - { object: bin, kind: container, open_share: 0.5, max_tilt_deg: 5, clear_above_m: 0.2 }
        cousins:
          count: 4
          seed: 3
          strategy: latin_hypercube
          vary:
            "objects.part_*.pose": { scatter_on: "floor_*", upright: false, clearance_m: 0.02 }
            objects.part.count: [1, 2]
            objects.bin.offset_x_m: { uniform: [-0.2, 0.2], bins: 2 }
            objects.bin.yaw_deg: { normal: [0, 3], bins: 2 }
        """;

    private const string Placed = $$"""
        {{Plain}}
        objects:
          - { name: box, use: builtin:small-box, count: 3, at: [-1, 0, 0.5], step: [0.3, 0, 0] }
        affordances:
          - { object: "floor_*", kind: support, min_area_m2: 0.2, max_tilt_deg: 2 }
          - { object: box_2, kind: handle, at: [0, 0.05, 0], approach: [0, 1, 0], clearance_m: 0.05, reach_from: front, max_m: 4 }
        cousins:
          count: 4
          vary:
            objects.box_1.pose: { scatter_on: "floor_*", clearance_m: 0.02, margin_m: 0.03, yaw_steps: 4 }
            objects.box_2.pose: { stack_on: "floor_*", layers: 2, jitter_m: 0.01, jitter_deg: 5 }
            objects.box_3.present: [true, false]
            materials.concrete.wear: { grid: [0, 1, 2] }
          rules:
            - forbid: { objects.box_3.present: false, materials.concrete.wear: 1 }
        """;

    private const string Travelling = $$"""
        {{Head}}
        cameras:
          - { name: front, width: 64, height: 48, hfov_deg: 60, pose: { from: [0, 1.2, 2], look_at: [0, 0.5, 0] }, valid: { clear_m: 0.05, target: "board_*", visible: 0.1, apart_m: 0.01, apart_deg: 5 } }
        objects:
          - { name: box, use: builtin:small-box, at: [-1, 0, 0.5] }
        paths:
          - { object: ball_1, points: [[-1, 0.5, 0], [1, 0.5, 0], [1, 1, 1]], speed_m_s: 1.5, starts_at_s: 0.2, faces_ahead: true }
          - { object: box, between: { camera: front, target: board_1, share: 0.5 }, speed_m_s: 1.2, passes_at_s: 0.5, heading_deg: 80, length_m: 2 }
        episode: { steps: 2, frame_rate_hz: 10 }
        cousins:
          count: 4
          strategy: sobol
          vary:
            objects.ball_1.speed_m_s: { uniform: [0.5, 2], bins: 2 }
            objects.box.passes_at_s: { uniform: [0.2, 0.8], bins: 2 }
            cameras.front.azimuth_deg: { uniform: [-20, 20], bins: 2 }
            cameras.front.offset_y_m: { truncated_normal: [0, 0.1, -0.2, 0.2], bins: 2 }
        """;

    private const string Simulated = $$"""
        {{Plain}}
        objects:
          - { name: box, use: builtin:small-box, count: 2, at: [0.5, 0.5, 0.5], step: [0, 0.6, 0] }
        physics:
          backend: mujoco
          friction: 0.6
          restitution: 0.3
          density_kg_m3: 700
          gravity_m_s2: 9.81
          bodies:
            - { match: ball_1, motion: dynamic, shape: sphere, mass_kg: 0.06 }
            - { match: "box_*", motion: dynamic, friction: 0.4 }
        episode: { steps: 3, frame_rate_hz: 10 }
        cousins:
          count: 3
          seed: 5
          strategy: pairwise
          target: { strength: 2, share: 1 }
          vary:
            objects.box_1.friction: { uniform: [0.1, 0.9], bins: 2 }
            objects.ball_1.mass_kg: { log_uniform: [0.01, 1], bins: [0.01, 0.1, 1] }
            physics.gravity_m_s2: [9.7, 9.9]
            objects.box_2.item: { category: box, size_within: 3 }
        """;

    private const string Lit = $$"""
        {{Plain}}
        lamps:
          - { name: work, kind: spot, at: [1, 1.2, 1], look_at: [0, 0.5, 0], intensity_cd: 400, inner_deg: 15, outer_deg: 30, color_temperature_k: 5600 }
          - { name: tube, kind: point, at: [0, 2, 1], count: 3, step: [0, 0, -0.5], intensity_cd: 250, radius_m: 0.02, flicker: { mains_hz: 50, modulation: 0.6 } }
        cousins:
          count: 6
          seed: 9
          vary:
            lights.tube.count: [1, 2, 3]
            lights.work.present: [true, false]
            lights.work.offset_x_m: { uniform: [-0.5, 0.5], bins: 2 }
            lights.tube_1.fails_at_s: { uniform: [0, 1], bins: 2 }
            lights.work.flicker: [steady, light.mains, { use: light.pwm, frequency_hz: 200 }]
        """;

    private const string Sunny = $$"""
        {{Plain}}
        lamps:
          - { name: sun, kind: directional, azimuth_deg: 40, elevation_deg: 25, intensity_lx: 3000, angular_diameter_deg: 0.53 }
        cousins:
          count: 6
          strategy: latin_hypercube
          vary:
            lights.sun.elevation_deg: { uniform: [3, 60], bins: 2 }
            lights.sun.azimuth_deg: { normal: [40, 5], bins: 2 }
            lights.sun.intensity: { log_uniform: [0.5, 2], bins: 2 }
            environment.rotation_deg: { mixture: [ { weight: 3, use: { uniform: [0, 90] } }, { use: { normal: [180, 5] } } ], bins: 2 }
            parameters.shift: { when: [ { if: { lights.sun.intensity: { above: 1 } }, use: [day, night] } ], else: night }
          correlated: [ { draws: [lights.sun.elevation_deg, lights.sun.azimuth_deg], correlation: 0.5 } ]
        """;
}
