#!/usr/bin/env python3
"""Writes what the arm of scenarios/models/arm/arm.xml was shown, beside it: pick.csv (it grasps its blue cube, lifts it and sets it down elsewhere) and stack.csv (it sets it on the red one). Run it when the arm changes."""
import math
import pathlib

JOINTS = "shoulder_pan shoulder_lift upper_roll elbow forearm_roll wrist_lift wrist_roll".split()
AXES = "zyzyzyz"
HEIGHTS = [0.75 + 0.135, 0.195, 0.18, 0.14, 0.18, 0.115, 0.066]  # of each joint above the one before
TIP = 0.024 + 0.066 + 0.052
OPEN, CLOSED = 0.036, 0.0203
RATE_HZ = 50


def rotation(axis, angle):
    c, s = math.cos(angle), math.sin(angle)
    return [[c, -s, 0], [s, c, 0], [0, 0, 1]] if axis == "z" else [[c, 0, s], [0, 1, 0], [-s, 0, c]]


def product(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(3)) for j in range(3)] for i in range(3)]


def tip(q):
    """Where the point between the fingers is, and how the hand is turned."""
    place, turn = [0.0, 0.0, 0.0], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    for axis, height, angle in zip(AXES, HEIGHTS, q):
        place = [place[i] + turn[i][2] * height for i in range(3)]
        turn = product(turn, rotation(axis, angle))
    return [place[i] + turn[i][2] * TIP for i in range(3)], turn


def error(q, target, yaw):
    """What is left to the target with the hand pointing down and its fingers apart along the yaw."""
    place, turn = tip(q)
    wanted = [[math.cos(yaw), math.sin(yaw), 0], [math.sin(yaw), -math.cos(yaw), 0], [0, 0, -1]]
    twist = [0.0] * 3
    for k in range(3):
        a, b = [turn[i][k] for i in range(3)], [wanted[i][k] for i in range(3)]
        cross = (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])
        twist = [twist[i] + cross[i] / 2 for i in range(3)]
    return [target[i] - place[i] for i in range(3)] + [0.3 * t for t in twist]


def solve(a, b):
    n = len(b)
    rows = [list(a[i]) + [b[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def reach(q, target, yaw):
    """Damped least squares."""
    q = list(q)
    for _ in range(300):
        e = error(q, target, yaw)
        if max(map(abs, e)) < 1e-9:
            return q
        columns = []
        for j in range(7):
            moved = [x + (1e-6 if k == j else 0) for k, x in enumerate(q)]
            columns.append([(x - y) / -1e-6 for x, y in zip(error(moved, target, yaw), e)])
        normal = [[sum(columns[j][i] * columns[j][k] for j in range(7)) + (1e-6 if i == k else 0) for k in range(6)] for i in range(6)]
        y = solve(normal, e)
        q = [q[j] + sum(columns[j][i] * y[i] for i in range(6)) for j in range(7)]
    raise SystemExit(f"{target} is out of reach: {error(q, target, yaw)}")


def ease(s):
    return s * s * s * (10 - 15 * s + 6 * s * s)


def above(place, height):
    return [place[0], place[1], place[2] + height]


def write(name, points):
    """Joint positions along (seconds, tip, yaw of the hand in degrees, finger)."""
    q = [0, 0.35, 0, 1.2, 0, 1.35, 0]
    lines = ["time_s," + ",".join(JOINTS) + ",finger_left"]
    for k in range(int(points[-1][0] * RATE_HZ) + 1):
        t = k / RATE_HZ
        i = max(j for j in range(len(points) - 1) if points[j][0] <= t + 1e-9)
        (t0, a, ya, fa), (t1, b, yb, fb) = points[i], points[i + 1]
        s = ease(min(1.0, max(0.0, (t - t0) / (t1 - t0))))
        q = reach(q, [x + s * (y - x) for x, y in zip(a, b)], math.radians(ya + s * (yb - ya)))
        lines.append(f"{t:.3f}," + ",".join(f"{x:.6f}" for x in q) + f",{fa + s * (fb - fa):.6f}")
    (pathlib.Path(__file__).parent.parent / "scenarios/models/arm" / name).write_text("\n".join(lines) + "\n")


def main():
    home, cube, goal, other = [0.45, 0, 1.0], [0.5, -0.12, 0.775], [0.44, 0.02, 0.7765], [0.42, 0.2, 0.8265]
    grasp = [(0.0, home, 0, OPEN), (0.8, above(cube, 0.14), 0, OPEN), (1.4, cube, 0, OPEN), (1.7, cube, 0, CLOSED), (2.3, above(cube, 0.16), 0, CLOSED)]
    write("pick.csv", [*grasp, (3.1, above(goal, 0.14), 0, CLOSED), (3.7, goal, 0, CLOSED), (4.0, goal, 0, OPEN), (4.6, above(goal, 0.16), 0, OPEN)])
    write("stack.csv", [*grasp, (3.1, above(other, 0.12), 30, CLOSED), (3.8, other, 30, CLOSED), (4.1, other, 30, OPEN), (4.7, above(other, 0.14), 30, OPEN)])


main()
