using Feeds.Content.Events;
using Feeds.Content.FrontMatter;

namespace Feeds.Content.Places;

/// <summary>Collects what is written about how people join online.</summary>
internal sealed class WrittenOnline(DiagnosticBag report)
{
    private readonly HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> texts = [];

    /// <summary>The address to join; null when none is written.</summary>
    public Uri? Address { get; private set; }

    /// <summary>How people attend, where a word says so.</summary>
    public Attendance? Attendance { get; private set; }

    /// <summary>Whether <c>online: true</c> is written, or the like.</summary>
    public bool IsTrue { get; private set; }

    /// <summary>Whether it is written that people can join online, by whatever means.</summary>
    public bool IsMeant => IsTrue || Address is not null || texts.Count > 0 || Attendance is Places.Attendance.Online;

    /// <summary>What is written beside the address; null for nothing.</summary>
    public string? Text => texts.Count == 0 ? null : string.Join(", ", texts);

    public void Add(Uri address) => Address ??= address;

    public void Add(Attendance? attendance) => Attendance ??= attendance;

    public void Add(string text)
    {
        if (text.Length > 0 && seen.Add(text)) texts.Add(text);
    }

    /// <summary>Adds what the fields of a document or of a map say.</summary>
    public void Add(FrontMatterFields fields)
    {
        foreach (var name in FieldNames.Online)
        {
            if (fields.Find(name) is { } field) AddOnline(field, field.Value);
        }

        foreach (var name in FieldNames.Join)
        {
            if (fields.Find(name) is { } field) AddJoin(field);
        }

        if (fields.IsTrue(FieldNames.Hybrid)) Add(Places.Attendance.Mixed);
        foreach (var name in FieldNames.Attendance)
        {
            if (fields.Find(name)?.Text() is { Length: > 0 } text) Add(OnlineWords.AttendanceOf(text));
        }
    }

    /// <summary>Adds a field whose name says that people meet online.</summary>
    public void AddOnline(Field field, Value value)
    {
        switch (value)
        {
            case ListValue list:
                foreach (var item in list.Items) AddOnline(field, item);
                break;
            case MapValue map:
                AddMap(map);
                break;
            case TextValue { Text: var text } when text.Trim() is { Length: > 0 } written:
                AddText(field, written);
                break;
        }
    }

    private void AddText(Field field, string text)
    {
        var alone = new Field(field.Key, new TextValue(text, field.Line), field.Line);
        if (alone.IsTrue())
        {
            IsTrue = true;
        }
        else if (alone.IsFalse() || OnlineWords.AttendanceOf(text) is Places.Attendance.InPerson)
        {
            Add(Places.Attendance.InPerson);
        }
        else if (OnlineWords.AttendanceOf(text) is Places.Attendance.Mixed)
        {
            Add(Places.Attendance.Mixed);
        }
        else
        {
            AddWords(alone, text);
        }
    }

    private void AddWords(Field field, string text)
    {
        if (EventLink.In(text) is { } address)
        {
            Add(address);
            var beside = LinkedText.Of(text).WithoutAddresses().OneLine;
            if (EventLink.In(beside) is null && !OnlineWords.SayNothing(beside)) Add(beside);
            return;
        }

        if (field.Address(report) is not null || text.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return;
        var words = LinkedText.Of(text).OneLine;
        // Tickets are sold on a platform, too.
        if (FrontMatterFields.Normalized(field.Key) != "eventplatform" || OnlineWords.Are(words)) Add(words);
    }

    private void AddJoin(Field field)
    {
        if (field.Value is MapValue or ListValue || field.IsTrue() || field.IsFalse() || field.Text() is not { Length: > 0 } text)
        {
            if (!field.IsFalse()) AddOnline(field, field.Value);
        }
        else if (EventLink.In(text) is not null || OnlineWords.Are(text))
        {
            AddWords(field, text);
        }
        else
        {
            // A number without its name means nothing: "zoom: 812 3456 7890".
            Add($"{field.Key}: {LinkedText.Of(text).OneLine}");
        }
    }

    private void AddMap(MapValue map)
    {
        foreach (var field in map.Fields)
        {
            if (field.Text() is not { Length: > 0 } text) continue;
            var name = FrontMatterFields.Normalized(field.Key);
            if (EventLink.In(text) is { } address) Add(address);
            else if (name is "type" or "@type" or "kind") Add(OnlineWords.AttendanceOf(text));
            else if (name is "name" or "title" or "platform" or "label" or "text" or "service") Add(LinkedText.Of(text).OneLine);
            else Add($"{field.Key}: {LinkedText.Of(text).OneLine}");
        }

        IsTrue = true;
    }
}
