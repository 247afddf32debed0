using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Journal.Formats;

namespace Engagement.Silo.Members;

/// <summary>
/// Commands on their way to a member. Within a node they are handed over as they are; between nodes they travel in the
/// versioned form of <see cref="CommandFormat"/>, and are read only where they are taken, so that a kind this node does not
/// know can be answered instead of breaking the line.
/// </summary>
public sealed class CommandBatch
{
    private readonly IReadOnlyList<MemberCommand>? _commands;
    private readonly CommandWire[]? _wire;

    public CommandBatch(MemberKey member, IReadOnlyList<MemberCommand> commands)
    {
        Member = member;
        _commands = commands;
    }

    internal CommandBatch(MemberKey member, CommandWire[] wire)
    {
        Member = member;
        _wire = wire;
    }

    /// <summary>Whom they are for.</summary>
    public MemberKey Member { get; }

    /// <summary>The commands; null, with its name, if one of them is of a kind that only a newer version knows.</summary>
    internal IReadOnlyList<MemberCommand>? Read(out string? unknown)
    {
        unknown = null;
        if (_commands is not null)
            return _commands;
        var commands = new MemberCommand[_wire!.Length];
        for (var index = 0; index < commands.Length; index++)
        {
            if (CommandFormat.Read(_wire[index].Name, _wire[index].Fields) is { } command)
            {
                commands[index] = command;
                continue;
            }

            unknown = _wire[index].Name;
            return null;
        }

        return commands;
    }

    internal CommandWire[] Write() => _wire
        ?? [.. _commands!.Select(command => new CommandWire { Name = CommandFormat.NameOf(command), Fields = CommandFormat.Write(command) })];
}
