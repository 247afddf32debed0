using System.Diagnostics.CodeAnalysis;
using Orleans.Serialization.Cloning;

namespace Engagement.Silo.Members;

/// <summary>A command between nodes. New fields get new numbers; a node that does not know a number passes over it.</summary>
[GenerateSerializer, Immutable, Alias("engagement.command")]
public readonly struct CommandWire
{
    /// <summary>The name and version of its kind, such as <c>purchase.v1</c>.</summary>
    [Id(0)]
    public string Name { get; init; }

    /// <summary>Its fields, a JSON object in UTF-8.</summary>
    [Id(1)]
    public byte[] Fields { get; init; }
}

/// <summary>A batch between nodes.</summary>
[GenerateSerializer, Immutable, Alias("engagement.commands")]
public readonly struct CommandBatchWire
{
    [Id(0)]
    public CommandWire[] Commands { get; init; }

    [Id(1)]
    public string Chain { get; init; }

    [Id(2)]
    public string Member { get; init; }
}

/// <summary>Puts a batch into its form between nodes and back.</summary>
[RegisterConverter]
public sealed class CommandBatchConverter : IConverter<CommandBatch, CommandBatchWire>
{
    public CommandBatch ConvertFromSurrogate(in CommandBatchWire surrogate) =>
        new(new(new(surrogate.Chain), new(surrogate.Member)), surrogate.Commands);

    public CommandBatchWire ConvertToSurrogate(in CommandBatch value) =>
        new() { Commands = value.Write(), Chain = value.Member.Chain.Value, Member = value.Member.Member.Value };
}

/// <summary>Nobody changes a batch, so that one node need not copy it.</summary>
[RegisterCopier]
public sealed class CommandBatchCopier : IDeepCopier<CommandBatch>
{
    [return: NotNullIfNotNull(nameof(input))]
    public CommandBatch? DeepCopy(CommandBatch? input, CopyContext context) => input;
}
