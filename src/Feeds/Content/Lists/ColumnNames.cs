using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Feeds.Content.FrontMatter;
using Feeds.Model.Names;

namespace Feeds.Content.Lists;

/// <summary>Reads the names of columns in lists that are written in another language than English.</summary>
internal static class ColumnNames
{
    private static readonly ImmutableArray<string> Titles = ["title", "name", "event"];
    private static readonly ImmutableArray<string> Dates = ["date", "start"];

    private static readonly ImmutableArray<string> Meanings =
    [
        .. Dates, "end", "time", .. Titles, "location", "address", "description", "link", "tags", "city", "published", "draft",
    ];

    // A line for each language, with its words for the meanings in their order: Czech, German, Spanish, French, Italian, Dutch, Portuguese.
    private static readonly ImmutableArray<FrozenDictionary<string, string>> Languages =
    [
        Of("datum", "začátek", "konec", "čas", "název", "jméno", "akce", "místo", "adresa", "popis", "odkaz", "štítky",
            "město", "zveřejněno", "koncept"),
        Of("datum", "beginn", "ende", "uhrzeit zeit", "titel", "name", "veranstaltung", "ort veranstaltungsort", "adresse", "beschreibung",
            "link", "schlagwörter schlagworte stichworte", "stadt", "veröffentlicht", "entwurf"),
        Of("fecha", "inicio", "fin", "hora horario", "título", "nombre", "evento",
            "lugar", "dirección", "descripción", "enlace inscripciónurl", "etiquetas", "ciudad", "publicado", "borrador"),
        Of("date", "début", "fin", "heure horaire horaires", "titre", "nom", "événement", "lieu", "adresse", "description",
            "lien lieninscription lienréservation", "motsclés", "ville", "publié", "brouillon"),
        Of("data", "inizio", "fine", "ora orario", "titolo", "nome", "evento", "luogo", "indirizzo", "descrizione",
            "link iscrizionihref", "etichette", "città comune", "pubblicato", "bozza"),
        Of("datum", "aanvang begin", "einde", "tijd", "titel", "naam", "evenement", "plaats locatie", "adres", "beschrijving omschrijving",
            "link", "trefwoorden", "stad", "gepubliceerd"),
        Of("data", "início", "fim", "hora horário", "título", "nome", "evento", "local lugar", "endereço morada", "descrição", "link",
            "etiquetas", "cidade", "publicado", "rascunho"),
    ];

    private static readonly FrozenSet<string> WordsForTitle = Languages
        .SelectMany(language => language.Where(word => Titles.Contains(word.Value)).Select(word => word.Key))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ForeignWords = Languages
        .SelectMany(language => language.Where(word => word.Value != word.Key).Select(word => word.Key))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The fields with our names, if they have a title and a date in the words of one language.</summary>
    public static MapValue Translated(MapValue map)
    {
        // Most lists are in English.
        if (!map.Fields.Any(static field => WordsForTitle.Contains(Plain(field.Key)))) return map;
        string[] names = [.. map.Fields.Select(field => field.Key)];
        var translated = Translated(names);
        if (ReferenceEquals(translated, names)) return map;
        return map with { Fields = [.. map.Fields.Select((field, at) => field with { Key = translated[at] })] };
    }

    /// <inheritdoc cref="Translated(MapValue)"/>
    public static string[] Translated(string[] names)
    {
        var plain = Array.ConvertAll(names, Plain);
        // One word, such as the English 'data' or 'local', says nothing of the language.
        var language = Languages.Where(language => Has(language, Titles) && Has(language, Dates))
            .MaxBy(language => plain.Count(language.ContainsKey));
        if (language is null) return names;
        return [.. plain.Select((name, at) => language.TryGetValue(name, out var ours) && !plain.Contains(ours) ? ours : names[at])];

        bool Has(FrozenDictionary<string, string> language, ImmutableArray<string> meanings) =>
            plain.Any(name => language.TryGetValue(name, out var ours) && meanings.Contains(ours));
    }

    /// <summary>The fields of one event with our names, if a date and another field have names in the words of one language.</summary>
    public static MapValue OfEvent(MapValue map)
    {
        if (!map.Fields.Any(static field => ForeignWords.Contains(Plain(field.Key)))) return map;
        var plain = map.Fields.Select(field => Plain(field.Key)).ToArray();
        // A file with an English start is in English.
        if (plain.Any(name => FieldNames.Start.Contains(name) && !ForeignWords.Contains(name))) return map;
        var language = Languages.Where(language => plain.Any(name => Dates.Contains(language.GetValueOrDefault(name, ""))))
            .MaxBy(language => plain.Count(language.ContainsKey));
        return language is null ? map : Translated(map, language);
    }

    private static MapValue Translated(MapValue map, FrozenDictionary<string, string> language)
    {
        var plain = map.Fields.Select(field => Plain(field.Key)).ToHashSet(StringComparer.Ordinal);
        var fields = map.Fields.Select(field => field with { Key = NameOf(field), Value = ValueOf(field.Value) });
        return map with { Fields = [.. fields] };

        string NameOf(Field field) =>
            language.TryGetValue(Plain(field.Key), out var ours) && !plain.Contains(ours) ? ours : field.Key;

        Value ValueOf(Value value) => value is MapValue inner ? Translated(inner, language) : value;
    }

    private static FrozenDictionary<string, string> Of(params string[] words)
    {
        var meanings = words
            .SelectMany((names, at) => names.Split(' ').Select(name => (Word: Plain(name), Meaning: Meanings[at])))
            .ToArray();
        // As in 'dataInizio' and 'hora_fim'.
        var pairs =
            from first in meanings
            where first.Meaning is "date" or "time"
            from second in meanings
            where second.Meaning is "start" or "end"
            select (Word: first.Word + second.Word, Meaning: first.Meaning == "date" ? second.Meaning : $"{second.Meaning}time");
        return meanings.Concat(pairs).ToFrozenDictionary(one => one.Word, one => one.Meaning, StringComparer.Ordinal);
    }

    /// <summary>A name as names of fields are compared, without accents.</summary>
    private static string Plain(string name)
    {
        var normalized = FrontMatterFields.Normalized(name);
        return Ascii.IsValid(normalized) ? normalized : NormalPath.WithoutMarks(NormalPath.Of(normalized));
    }
}
