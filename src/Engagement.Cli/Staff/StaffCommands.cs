using System.CommandLine;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Staff;

/// <summary><c>engage staff list</c>, <c>invite</c>, <c>lock</c>, <c>unlock</c> and <c>recover</c>.</summary>
internal static class StaffCommands
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain; without it the administrators.", Recursive = true };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is.", Recursive = true };
        var command = new Command("staff", "The staff who may sign in: a chain's, or the administrators.")
        {
            List(terminal, server, chain, json),
            Invite(terminal, server, chain, json),
            Change(terminal, server, chain, json, "lock", "Locks an account and ends its sessions."),
            Change(terminal, server, chain, json, "unlock", "Takes a lock back, also one that wrong passwords brought about."),
            Recover(terminal, server, chain, json),
        };
        command.Options.Add(chain);
        command.Options.Add(json);
        return command;
    }

    private static Command List(Terminal terminal, ServerOptions server, Option<string> chain, Option<bool> json)
    {
        var cursor = new Option<string>("--cursor") { Description = "Goes on after a page before." };
        var list = new Command("list", "Lists accounts.") { cursor };
        list.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal,
            server.Connect(parsed),
            client => client.GetAsync<JsonDocument>(
                ApiPath.With(ApiPath.Staff(parsed.GetValue(chain)), ("limit", "200"), ("cursor", parsed.GetValue(cursor))), stop),
            parsed.GetValue(json),
            static (answer, _) => Lines(JsonText.Read<ListPage<StaffEntry>>(answer))));
        return list;
    }

    private static Command Invite(Terminal terminal, ServerOptions server, Option<string> chain, Option<bool> json)
    {
        var signInName = new Argument<string>("SIGN-IN-NAME") { Description = "An e-mail address or a word; nobody else's in the whole system." };
        var name = new Option<string>("--name") { Description = "What others read. Default: the sign-in name." };
        var role = new Option<string>("--role") { Description = "care_staff, store_manager or chain_headquarters." };
        var stores = new Option<string[]>("--store") { Description = "A store that she belongs to; may be given again." };
        var invite = new Command("invite", "Makes an account, and prints the link to choose a password by. It is shown this once.") { signInName, name, role, stores };
        invite.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal,
            server.Connect(parsed),
            client => client.PostAsync<JsonDocument>(
                ApiPath.Staff(parsed.GetValue(chain)),
                parsed.GetValue(chain) is null
                    ? new { SignInName = parsed.GetRequiredValue(signInName), Name = parsed.GetValue(name) }
                    : (object)new
                    {
                        SignInName = parsed.GetRequiredValue(signInName),
                        Name = parsed.GetValue(name),
                        Role = parsed.GetValue(role),
                        Stores = parsed.GetValue(stores) ?? [],
                    },
                stop),
            parsed.GetValue(json),
            Link));
        return invite;
    }

    private static Command Change(
        Terminal terminal, ServerOptions server, Option<string> chain, Option<bool> json, string what, string description)
    {
        var account = new Argument<string>("ACCOUNT") { Description = "The account's id, as 'list' shows it." };
        var change = new Command(what, description) { account };
        change.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal,
            server.Connect(parsed),
            client => client.PostAsync<JsonDocument>($"{ApiPath.Account(parsed.GetValue(chain), parsed.GetRequiredValue(account))}/{what}", stop),
            parsed.GetValue(json),
            static (answer, _) => [Line(JsonText.Read<StaffEntry>(answer))]));
        return change;
    }

    private static Command Recover(Terminal terminal, ServerOptions server, Option<string> chain, Option<bool> json)
    {
        var account = new Argument<string>("ACCOUNT") { Description = "The account's id, as 'list' shows it." };
        var dropTotp = new Option<bool>("--drop-totp") { Description = "The second step goes as well: the device is lost, and the recovery codes with it." };
        var recover = new Command("recover", "Prints a link to choose a new password by. It is shown this once.") { account, dropTotp };
        recover.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal,
            server.Connect(parsed),
            client => client.PostAsync<JsonDocument>(
                ApiPath.Account(parsed.GetValue(chain), parsed.GetRequiredValue(account)) + "/recovery",
                new { DropTotp = parsed.GetValue(dropTotp) },
                stop),
            parsed.GetValue(json),
            Link));
        return recover;
    }

    private static IEnumerable<string> Lines(ListPage<StaffEntry> page) =>
        page.Items.Select(Line).Concat(page.Next is { } next ? [$"There are more: --cursor {next}"] : []);

    private static string Line(StaffEntry staff) =>
        $"{staff.Id}  {staff.SignInName}  {staff.Role}" + (staff.Stores.Count > 0 ? $" at {string.Join(", ", staff.Stores)}" : "")
        + $"  {staff.Name}" + (staff.State == "active" ? "" : $"  ({staff.State})") + (staff.HasSecondStep ? "  (second step)" : "");

    private static IEnumerable<string> Link(JsonElement answer, Uri address)
    {
        var link = JsonText.Read<LinkAnswer>(answer);
        yield return Line(link.Account);
        yield return $"Give her this link, which is good once until {Instant.Show(link.Until)}: {address.ToString().TrimEnd('/')}{link.Link}";
    }
}
