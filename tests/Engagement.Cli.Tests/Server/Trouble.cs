namespace Engagement.Cli.Tests.Server;

internal enum Trouble
{
    None,
    Overload,
    OverloadAfterHalf,
    ConnectionLostBefore,
    AnswerLost,
    Forbidden,
    WrongCounts,
}
