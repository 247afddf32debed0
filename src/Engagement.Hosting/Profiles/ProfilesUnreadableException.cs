namespace Engagement.Hosting.Profiles;

/// <summary>
/// The folder of the keys of profiles is not the one that belongs to this database, or what it holds cannot be read. Only what needs
/// profiles fails; whoever runs the node has to bring the folder back.
/// </summary>
public sealed class ProfilesUnreadableException : Exception
{
    public ProfilesUnreadableException(string message)
        : base(message)
    {
    }

    public ProfilesUnreadableException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ProfilesUnreadableException()
    {
    }
}
