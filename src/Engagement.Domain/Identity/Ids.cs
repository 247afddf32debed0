namespace Engagement.Domain.Identity;

/// <summary>A chain (集团), the owner of stores, members and one policy. See docs/domain §2.</summary>
public readonly record struct ChainId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A store (门店) of a chain. See docs/domain §2.</summary>
public readonly record struct StoreId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A member (会员) as her chain calls her: a card number, a CRM id. See docs/domain §2.</summary>
public readonly record struct MemberId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A card (卡) by its number, unique among the cards of its member.</summary>
public readonly record struct CardId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A person on the staff, by the name they sign in with.</summary>
public readonly record struct StaffId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Where a member is found: ids are unique within a chain only.</summary>
public readonly record struct MemberKey(ChainId Chain, MemberId Member)
{
    public override string ToString() => $"{Chain}/{Member}";
}

/// <summary>
/// The sender's key of one item and a fingerprint of what the item said. The same id is taken once in a chain, for ever;
/// the fingerprint tells a harmless repeat from an id used again for something else.
/// </summary>
public readonly record struct EventKey(string Id, ContentFingerprint Fingerprint);

/// <summary>128 bits that stand for the content of an item as it was sent.</summary>
public readonly record struct ContentFingerprint(UInt128 Value);
