using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Quotes;

/// <summary><c>engage quote</c>: what a bill costs somebody, and what joining or the next tier would save on it.</summary>
internal static class QuoteCommand
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var items = new Option<string[]>("--item")
        {
            Description = "A line of the bill as CATEGORY:AMOUNT, or just AMOUNT. May be repeated.",
            Required = true,
        };
        var member = new Option<string?>("--member") { Description = "Whose bill; without it that of somebody who is nobody's member yet." };
        var store = new Option<string?>("--store") { Description = "By whose policy; else her home store's, or the chain's." };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is." };
        var quote = new Command("quote", "Says what a bill costs somebody, and what joining or the next tier would save on it.")
        {
            chain, items, member, store, json,
        };
        quote.SetAction(async (parsed, stop) =>
        {
            var lines = new List<object>();
            foreach (var item in parsed.GetRequiredValue(items))
            {
                if (!TryRead(item, out var category, out var amount))
                {
                    terminal.Error.WriteLine(DisplayText.Plain($"--item '{item}' is not CATEGORY:AMOUNT, such as facial:500."));
                    return ExitCode.WrongUse;
                }

                lines.Add(new { category, amount });
            }

            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var bill = new { items = lines, member = parsed.GetValue(member), store = parsed.GetValue(store) };
                var answer = await client.PostAsync<JsonDocument>($"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/quote", bill, stop);
                using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
                if (document is null)
                    return exitCode;
                foreach (var line in parsed.GetValue(json) ? [JsonText.OneLine(document.RootElement)] : Lines(JsonText.Read<QuoteAnswer>(document.RootElement)))
                    terminal.Output.WriteLine(DisplayText.Plain(line));
                return ExitCode.Done;
            }
        });
        return quote;
    }

    // A category may have colons of its own; an amount has none.
    private static bool TryRead(string item, out string? category, out decimal amount)
    {
        var colon = item.LastIndexOf(':');
        category = colon > 0 ? item[..colon] : null;
        return decimal.TryParse(item.AsSpan(colon + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
    }

    private static IEnumerable<string> Lines(QuoteAnswer quote)
    {
        yield return Text($"{"bill",-10} {quote.Bill:#,0.00} {quote.Currency}");
        yield return Text($"{"discount",-10} {quote.Discount:#,0.00}");
        yield return Text($"{"to pay",-10} {quote.ToPay:#,0.00}");
        if (quote.Joining is { } joining)
            yield return Offer("joining", joining);
        if (quote.NextTier is { } next)
        {
            yield return Offer(next.Tier.Title, next.Offer);
            yield return Text($"{"",-10} takes {next.Tier.Ways}");
        }
    }

    private static string Offer(string name, OfferAnswer offer)
    {
        var gift = offer.GiftValue > 0 ? Text($", {offer.Gift ?? "a gift"} worth {offer.GiftValue:#,0.00}") : "";
        var fee = offer.Fee > 0 ? Text($"; costs {offer.Fee:#,0.00}, {offer.Net:#,0.00} better off today") : "";
        return Text($"{name,-10} saves {offer.Saved:#,0.00} ({offer.Discount:#,0.00} off{gift}){fee}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
