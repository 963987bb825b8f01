namespace SensorSim.Scenes.Skeletons;

/// <summary>The keypoints of one object, and how they hang together.</summary>
public sealed record ObjectSkeleton(int InstanceId, IReadOnlyList<Keypoint> Keypoints, IReadOnlyList<SkeletonEdge> Edges);
