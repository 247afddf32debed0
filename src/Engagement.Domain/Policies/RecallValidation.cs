using Engagement.Domain.Recall;

namespace Engagement.Domain.Policies;

/// <summary>Finds what would make playbooks or the rule of sending meaningless (docs/domain §9).</summary>
internal static class RecallValidation
{
    private const int MostPlaybooks = 100;
    private const int MostSteps = 20;
    private const int MostHours = 24 * PolicyValidation.LongestWindowDays;
    private const int MostPauseDays = 3650;

    public static void Validate(RecallPolicy recall, PolicyFaults faults)
    {
        Messages(recall.Messages, faults);
        faults.AtMost("recall.playbooks", recall.Playbooks.Count, MostPlaybooks);
        foreach (var (name, playbook) in recall.Playbooks)
        {
            var path = $"recall.playbooks.{name}";
            faults.Name(path, name);
            if (playbook is null)
                faults.Add(path, "must be an object with trigger and steps; switch it off with {\"enabled\": false}");
            else
                Book(path, playbook, faults);
        }
    }

    private static void Messages(MessagePolicy messages, PolicyFaults faults)
    {
        faults.InRange("recall.messages.mostADay", messages.MostADay, 1, 100);
        faults.InRange("recall.messages.mostInWindow", messages.MostInWindow, 1, 1000);
        faults.InRange("recall.messages.windowDays", messages.WindowDays, 1, 31);
        faults.InRange("recall.messages.spreadMinutes", messages.SpreadMinutes, 0, 720);
        faults.Name("recall.messages.channel", messages.Channel);
        if (messages.QuietFrom == messages.QuietUntil)
            return;
        // Else those whose moment lies in the next quiet hours would be moved to it for ever.
        var open = (int)(messages.QuietFrom - messages.QuietUntil).TotalMinutes;
        faults.Unless(
            messages.SpreadMinutes < open || messages.SpreadMinutes == 0,
            "recall.messages.spreadMinutes",
            $"must be less than the {open} minutes from quietUntil to quietFrom");
    }

    private static void Book(string path, Playbook playbook, PolicyFaults faults)
    {
        faults.InRange($"{path}.priority", playbook.Priority, 0, 100);
        faults.InRange($"{path}.endsAfterHours", playbook.EndsAfterHours, 1, MostHours);
        faults.InRange($"{path}.coolDownDays", playbook.CoolDownDays, 0, MostPauseDays);
        faults.InRange($"{path}.holdoutPercent", playbook.HoldoutPercent, 0, 100);
        Trigger($"{path}.trigger", playbook.Trigger, faults);
        if (playbook.Steps.IsDefaultOrEmpty || playbook.Steps.Length > MostSteps)
        {
            faults.Add($"{path}.steps", $"must be 1 to {MostSteps}");
            return;
        }

        for (var index = 0; index < playbook.Steps.Length; index++)
            Step($"{path}.steps[{index}]", playbook.Steps[index], index > 0 ? playbook.Steps[index - 1]?.AfterHours : null, faults);
    }

    private static void Trigger(string path, Trigger trigger, PolicyFaults faults)
    {
        var (needsAt, needsDays) = trigger.When switch
        {
            Occasion.StreakAtRisk or Occasion.Birthday => (true, false),
            Occasion.CardExpiring or Occasion.NoContact or Occasion.PointsExpiring => (false, true),
            _ => (false, false),
        };
        faults.Unless(trigger.At is null != needsAt, $"{path}.at", needsAt ? "this occasion needs a time of day" : "this occasion has no time of day");
        faults.Unless(trigger.Days is null != needsDays, $"{path}.days", needsDays ? "this occasion needs a number of days" : "this occasion has no days");
        faults.InRange($"{path}.days", trigger.Days, 1, PolicyValidation.LongestWindowDays);
        faults.Unless(trigger.Run is null || trigger.When == Occasion.StreakAtRisk, $"{path}.run", "this occasion has no run of sign-ins");
        faults.InRange($"{path}.run", trigger.Run, 1, 366);
        faults.InRange($"{path}.points", trigger.Points, 1, 1_000_000_000);
        faults.Unless(trigger.Points is null || trigger.When == Occasion.PointsExpiring, $"{path}.points", "this occasion has no points");
        if (trigger.When == Occasion.Acted || trigger.Act is not null)
            faults.Unless(trigger.When == Occasion.Acted && !string.IsNullOrWhiteSpace(trigger.Act), $"{path}.act", trigger.When == Occasion.Acted ? "this occasion needs the name of a behaviour" : "this occasion has no behaviour");
    }

    private static void Step(string path, Step? step, int? hoursBefore, PolicyFaults faults)
    {
        if (step is null)
        {
            faults.Add(path, "must be an object such as {\"afterHours\": 24, \"message\": {\"template\": \"welcome\"}}");
            return;
        }

        faults.InRange($"{path}.afterHours", step.AfterHours, 0, MostHours);
        faults.Unless(!(step.AfterHours < hoursBefore), $"{path}.afterHours", $"must not be less than the {hoursBefore} of the step before");
        faults.Unless(step.Message is not null || step.Task is not null, path, "must have a message or a task");
        faults.Text($"{path}.offer", step.Offer);
        if (step.Message is { } message)
        {
            faults.Name($"{path}.message.template", message.Template);
            if (message.Channel is not null)
                faults.Name($"{path}.message.channel", message.Channel);
            faults.InRange($"{path}.message.uselessAfterHours", message.UselessAfterHours, 1, MostHours);
        }

        if (step.Task is { } task)
        {
            faults.Name($"{path}.task.kind", task.Kind);
            faults.Unless(!string.IsNullOrWhiteSpace(task.Title), $"{path}.task.title", "must say what to do");
            faults.Text($"{path}.task.title", task.Title);
            faults.Text($"{path}.task.script", task.Script);
        }
    }
}
