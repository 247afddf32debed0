namespace Engagement.Hosting.Insights;

/// <summary>Goes through a member's counted acts as of an instant: those that had happened and had not been taken out.</summary>
internal ref struct ActsOfMember(Span<PastAct> acts, int last, long asOf)
{
    private readonly Span<PastAct> _acts = acts;
    private int _next = last;
    private int _current = -1;

    public readonly ref readonly PastAct Current => ref _acts[_current];

    public readonly ActsOfMember GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next >= 0)
        {
            _current = _next;
            ref readonly var act = ref _acts[_current];
            _next = act.Previous;
            if (act.At <= asOf && act.OutAt > asOf)
                return true;
        }

        return false;
    }
}

/// <summary>Goes through the changes of a member's stage, the latest first.</summary>
internal ref struct StagesOfMember(Span<PastStage> stages, int last)
{
    private readonly Span<PastStage> _stages = stages;
    private int _next = last;
    private int _current = -1;

    public readonly ref readonly PastStage Current => ref _stages[_current];

    public readonly StagesOfMember GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next < 0)
            return false;
        _current = _next;
        _next = _stages[_current].Previous;
        return true;
    }
}
