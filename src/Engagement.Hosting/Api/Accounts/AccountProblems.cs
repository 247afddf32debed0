using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Api.Accounts;

/// <summary>What the API says about accounts and signing in.</summary>
internal static class AccountProblems
{
    public static ProblemHttpResult WrongSignIn() => Problems.Of(
        401, "wrong_sign_in", "Name or password is wrong",
        "Check both. After five wrong attempts an account lets nobody in for a quarter of an hour, then for longer; whoever manages staff can send a link.");

    public static ProblemHttpResult SecondStepNeeded() => Problems.Of(
        401, "totp_needed", "There is a second step", "Send the same again with 'totp': six digits of the app, or a recovery code.");

    public static ProblemHttpResult SecondStepWrong() => Problems.Of(
        401, "wrong_totp", "The one-time password is wrong", "Each is good once and for half a minute; wait for the next one, or take a recovery code.");

    public static ProblemHttpResult NoLink() => Problems.Of(
        401, "invalid_link", "This link is not valid", "It works once, and not for ever; a later link ends an earlier one. Ask for another.");

    public static ProblemHttpResult NameTaken() => Problems.Of(
        409, "name_taken", "This sign-in name is taken", "Sign-in names are unique over the whole system; take another.");

    public static ProblemHttpResult UnknownAccount() => Problems.Of(
        404, "unknown_account", "There is no such account", "There is no account with this id here, or it is not within your reach.");

    public static ProblemHttpResult BeyondReach() => Problems.Of(
        403, "beyond_reach", "This is beyond your reach", "You can give only those roles and stores that you look after yourself.");

    public static ProblemHttpResult OwnAccount() => Problems.Of(
        409, "own_account", "This is your own account", "Nobody locks, deletes or promotes themselves; your password and second step are at /v1/account.");

    public static ProblemHttpResult LastAdministrator() => Problems.Of(
        409, "last_administrator", "This is the last administrator", "Somebody has to be able to administer the system: invite another first.");

    public static ProblemHttpResult NoAccount() => Problems.Of(
        409, "no_account", "You have no account", "You came by a key or a code, which has no password and no second step.");

    public static ProblemHttpResult WrongPassword() => Problems.Of(
        403, "wrong_password", "The password is wrong", "Send the password that you signed in with. After five wrong attempts the account is closed for a while.");

    public static ProblemHttpResult UnknownSession() => Problems.Of(
        404, "unknown_session", "There is no such session", "It has ended, or is somebody else's.");

    public static ProblemHttpResult NothingToConfirm() => Problems.Of(
        409, "nothing_to_confirm", "There is nothing to confirm", "Ask for a secret first, with POST /v1/account/totp.");
}
