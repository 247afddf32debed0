namespace Engagement.Cli.Import;

/// <summary>A set of numbers that are hashes already: 8 bytes a slot and nothing else.</summary>
internal sealed class HashSet64
{
    private const int FirstCapacity = 1024;

    // Zero marks a free slot.
    private ulong[] slots = new ulong[FirstCapacity];

    public long Count { get; private set; }

    /// <returns>Whether it was not there before.</returns>
    public bool Add(ulong hash)
    {
        if (hash == 0)
            hash = 1;
        if (Count >= slots.Length / 4L * 3)
            Grow();
        if (!Place(slots, hash))
            return false;
        Count++;
        return true;
    }

    private static bool Place(ulong[] slots, ulong hash)
    {
        var mask = (ulong)slots.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            if (slots[slot] == hash)
                return false;
            if (slots[slot] != 0)
                continue;
            slots[slot] = hash;
            return true;
        }
    }

    private void Grow()
    {
        var larger = new ulong[slots.Length * 2];
        foreach (var hash in slots)
        {
            if (hash != 0)
                Place(larger, hash);
        }

        slots = larger;
    }
}
