"""The camera path that every program follows, in glTF coordinates (metres, +Y up), and how frames are timed."""

import math
import statistics
import time

VIEW_ANGLE_DEG = 40.0  # vertical
VIEWS = 20


def position(centre, radius, view):
    """Camera of one view: VTK's ResetCamera distance, radius / sin(angle / 2), on a level circle that starts at +Z."""
    azimuth = 2 * math.pi * view / VIEWS
    distance = radius / math.sin(math.radians(VIEW_ANGLE_DEG / 2))
    return (
        centre[0] + distance * math.sin(azimuth),
        centre[1],
        centre[2] + distance * math.cos(azimuth),
    )


def median_frame_seconds(render, frames, warm_up, limit_seconds):
    """Median time of render(view) over the views in turn; ends early, after at least three frames, at the time limit."""
    for view in range(warm_up):
        render(view)
    seconds = []
    begin = time.perf_counter()
    while len(seconds) < frames and (len(seconds) < 3 or time.perf_counter() - begin < limit_seconds):
        start = time.perf_counter()
        render(len(seconds))
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), len(seconds)
