using Spectre.Console;

namespace Engagement.Cli.Tests.Views;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("[bold]x[/] [[", "[bold]x[/] [[")]
    [InlineData("a\u001b[31mb\r\nc\u009b", "a\uFFFD[31mb\uFFFD\uFFFDc\uFFFD")]
    [InlineData("王芳 ❤", "王芳 ❤")]
    [InlineData(null, "")]
    public void Text_from_elsewhere_is_shown_as_text(string? text, string expected)
    {
        Assert.Equal(expected, DisplayText.Plain(text));
        Assert.Equal(expected, Markup.Remove(DisplayText.Markup(text)));
    }
}
