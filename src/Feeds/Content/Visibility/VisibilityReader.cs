using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Visibility;

/// <summary>Whether the front matter allows a document to be published.</summary>
/// <param name="HasPage">Whether it may have a page on this server.</param>
/// <param name="Problems">Invalid values, which leave it unknown whether the document should be published.</param>
internal sealed record VisibilityReading(bool IsHidden, bool HasPage, ImmutableArray<(int Line, string Message)> Problems);

/// <summary>Reads the keys that hide a document.</summary>
internal sealed partial class VisibilityReader(SiteSettings settings)
{
    public static readonly FrozenSet<string> Yes = ["true", "yes", "on", "1", "y", "t"];
    public static readonly FrozenSet<string> No = ["false", "no", "off", "0", "n", "f", "never"];
    public static readonly FrozenSet<string> Nothing = ["", "none", "null", "nil", "undefined"];

    private static readonly ImmutableArray<string> TemplateMarks = ["{{", "{%", "<%", "${"];

    [GeneratedRegex(
        @"\blist[""']?\s*[:=]\s*[""']?(never|false|local)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnreadList { get; }

    private readonly List<(int Line, string Message)> problems = [];
    private bool isHidden;
    private bool hasPage = true;

    public static VisibilityReading Read(FrontMatterFields front, SiteSettings settings)
    {
        var reader = new VisibilityReader(settings);
        foreach (var (name, field) in front.All(VisibilityKeys.IsOne)) reader.Take(name, field);
        return new VisibilityReading(reader.isHidden, reader.hasPage, [.. reader.problems]);
    }

    private void Take(string name, Field field)
    {
        if (IsEmpty(field)) return;
        var word = field.Text()?.ToLowerInvariant();
        if (VisibilityKeys.Locking.Contains(name)) isHidden |= word is null || !No.Contains(word);
        else if (VisibilityKeys.Build.Contains(name)) isHidden |= word is not null && UnreadList.IsMatch(word);
        else if (VisibilityKeys.Hiding.Contains(name) || VisibilityKeys.AlsoHiding.Contains(name)) TakeFlag(name, field, word, Yes, No);
        else if (VisibilityKeys.Showing.Contains(name) || VisibilityKeys.AlsoShowing.Contains(name)) TakeFlag(name, field, word, No, Yes);
        else if (VisibilityKeys.States.Contains(name) || VisibilityKeys.Audience.Contains(name)) TakeState(name, field, word);
        // Hugo leaves 'local' documents out of the feed of the site, too.
        else if (VisibilityKeys.List.Contains(name)) isHidden |= IsOff(name, field, word, "local");
        else if (VisibilityKeys.Render.Contains(name)) hasPage &= !IsOff(name, field, word, "link");
    }

    private bool IsOff(string name, Field field, string? word, string off)
    {
        if (word is not null && (No.Contains(word) || word == off)) return true;
        var isOn = word is not null && (Yes.Contains(word) || word == "always");
        if (!isOn && name != "render") AddProblem(field, $"is none of always, {off} and never; write one of them");
        return false;
    }

    private void TakeFlag(string name, Field field, string? word, FrozenSet<string> hides, FrozenSet<string> shows)
    {
        if (word is not null && hides.Contains(word)) isHidden |= !(settings.ShowsDrafts && VisibilityKeys.Drafts.Contains(name));
        else if (word is not null && shows.Contains(word)) return;
        else if (VisibilityKeys.MayBeDates.Contains(name)) return;
        else if (IsTemplate(word) || VisibilityKeys.Hiding.Contains(name) || VisibilityKeys.Showing.Contains(name))
            AddProblem(field, $"is neither true nor false; write '{field.Key}: true' or '{field.Key}: false'");
    }

    private void TakeState(string name, Field field, string? word)
    {
        var plain = word is null ? "" : FrontMatterFields.Normalized(word);
        var isAudience = VisibilityKeys.Audience.Contains(name);
        if (settings.ShowsDrafts && VisibilityKeys.DraftWords.Contains(plain)) return;
        if (VisibilityKeys.HidingWords.Contains(plain) || (isAudience && No.Contains(plain))) isHidden = true;
        else if (IsTemplate(word))
            AddProblem(field, $"is a template that only your site generator fills in; write '{field.Key}: draft' or leave it out");
        else if (isAudience && !Yes.Contains(plain) && !VisibilityKeys.PublicWords.Contains(plain))
            AddProblem(field, $"is unknown; write '{field.Key}: public' or '{field.Key}: private'");
    }

    private void AddProblem(Field field, string problem) =>
        problems.Add((field.Line, $"'{field.Key}' ({Shown(field)}) {problem}"));

    private static string Shown(Field field) =>
        field.Text() is { } text ? PlainText.OneLine(text) : field.Value is ListValue ? "a list" : "a map";

    private static bool IsTemplate(string? word) =>
        word is not null && TemplateMarks.Any(mark => word.Contains(mark, StringComparison.Ordinal));

    private static bool IsEmpty(Field field) => field.Value switch
    {
        ListValue list => list.Items.All(item => item is TextValue text && Nothing.Contains(text.Text.Trim().ToLowerInvariant())),
        MapValue map => map.Fields.IsEmpty,
        _ => Nothing.Contains(field.Text()?.ToLowerInvariant() ?? ""),
    };
}
