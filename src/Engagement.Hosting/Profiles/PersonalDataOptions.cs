namespace Engagement.Hosting.Profiles;

/// <summary>Where the keys lie that profiles are sealed with (<c>Engagement:PersonalData</c>).</summary>
public sealed class PersonalDataOptions
{
    /// <summary>
    /// The folder of the master keys and of the secret behind search. Default <c>profile-keys</c> beside
    /// <c>Engagement:KeyFolder</c>, so <c>data/profile-keys</c>. Nodes of one database share it. Whoever has it and the database can
    /// read all profiles; who loses it has lost them. It belongs into another backup than the database.
    /// </summary>
    public string? KeyFolder { get; set; }

    /// <summary>
    /// The folder was lost for good and this database is to go on with another. Default no: a node that finds a folder of another
    /// database leaves profiles alone and says so. Yes gives up the search digests and the suppression list that the lost folder made,
    /// for nothing can be found in them any more; profiles that were sealed with it stay unreadable until they are written anew.
    /// </summary>
    public bool SecretIsLost { get; set; }

    public PersonalDataCertificate Certificate { get; set; } = new();

    /// <summary>
    /// How often keys of profiles that an older master key wraps are wrapped by the newest. Default a day; master keys are made anew
    /// every 90. A longer time keeps old master keys in use for longer, and nothing else follows from it.
    /// </summary>
    public TimeSpan RewrapEvery { get; set; } = TimeSpan.FromDays(1);
}

/// <summary>A certificate that the files in the folder are themselves sealed with.</summary>
public sealed class PersonalDataCertificate
{
    /// <summary>A PKCS #12 file with its private key. Default none: then whoever can read the folder has the keys.</summary>
    public string? Path { get; set; }

    public string? Password { get; set; }
}
