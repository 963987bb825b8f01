namespace SensorSim.Rendering.Planning;

/// <summary>
/// Follows from frame to frame which objects cast the same shadows as before. What has never varied is drawn once and kept; a frame draws the others over it.
/// </summary>
/// <param name="room">Layers that the shadow maps have.</param>
internal sealed class StandingCasters(int room)
{
    private (ShadowLayer, int?)[] _layers = [];
    private CasterState[] _last = [];
    private bool[] _varies = [];
    private int _room = room;
    private bool _isKept;

    /// <summary>What a frame has to draw, in the order of frames that cast.</summary>
    /// <param name="layers">The maps, and the material that does not cast on each.</param>
    /// <param name="casters">Every object.</param>
    /// <param name="needed">Layers that the frame needs, cascades with them: where there are fewer, the maps are made anew.</param>
    public CasterChoice Next((ShadowLayer Layer, int? OwnMaterialSlot)[] layers, CasterState[] casters, int needed)
    {
        if (needed > _room || _last.Length != casters.Length || !layers.AsSpan().SequenceEqual(_layers))
        {
            (_room, _layers, _last, _varies, _isKept) = (Math.Max(needed, _room), layers, casters, new bool[casters.Length], false);
            return new(CasterChange.Everything, _ => true);
        }

        bool isSame = true, hasGrown = false;
        for (int i = 0; i < casters.Length; i++)
        {
            bool differs = casters[i] != _last[i];
            isSame &= !differs;
            hasGrown |= differs && !_varies[i];
            _varies[i] |= differs;
        }

        _last = casters;
        if (isSame)
        {
            return new(CasterChange.None, _ => false);
        }

        bool[] varies = [.. _varies];
        bool isNew = hasGrown || !_isKept;
        _isKept = varies.Contains(false);
        return new(!_isKept ? CasterChange.Everything : isNew ? CasterChange.Standing : CasterChange.Varying, index => varies[index]);
    }

    /// <summary>The maps are gone.</summary>
    public void Forget() => _layers = [];
}
