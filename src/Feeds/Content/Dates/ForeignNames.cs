using System.Collections.Frozen;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Content.Dates;

/// <summary>The names of months and weekdays in fourteen languages besides English.</summary>
internal static class ForeignNames
{
    // A line for each month, from January on: names and abbreviations in German, French, Spanish, Italian, Portuguese, Dutch,
    // Swedish, Danish, Norwegian, Polish, Czech, Russian, Ukrainian and Turkish.
    private static readonly FrozenDictionary<string, int> Months = Table(
        "januar jänner jän januari janvier janv enero ene gennaio gen janeiro styczeń stycznia sty leden ledna led января янв січня ocak",
        "februar feber februari févr février fév febrero febbraio fevereiro fev luty lutego lut únor února úno февраля фев лютого şubat",
        "märz mär maart mrt mars marzo março marts marzec marca březen března bře марта березня mart",
        "avril avr abril abr aprile kwiecień kwietnia kwi duben dubna dub апреля апр квітня nisan",
        "mai mei maj maio mayo maggio mag maja květen května kvě мая травня mayıs",
        "juni juin junio giugno giu junho czerwiec czerwca cze červen června čvn июня июн червня haziran",
        "juli juillet juil julio luglio lug julho lipiec lipca lip červenec července čvc июля июл липня temmuz",
        "augustus août agosto ago augusti sierpień sierpnia sie srpen srpna srp августа авг серпня ağustos",
        "septembre sept septiembre settembre set setembro wrzesień września wrz září zář сентября сент вересня eylül",
        "oktober okt octobre octubre ottobre ott outubro out październik października paź říjen října říj октября окт жовтня ekim",
        "novembre noviembre novembro listopad listopada listopadu lis ноября ноя листопада kasım",
        "dezember dez décembre déc diciembre dic dicembre dezembro desember des grudzień grudnia gru prosinec prosince pro"
        + " декабря дек грудня aralık");

    private static readonly FrozenDictionary<string, int> Weekdays = Table(
        "montag lundi lunes lunedì lun segunda maandag måndag mandag mån poniedziałek pondělí понедельник пн понеділок",
        "dienstag die mardi martes martedì terça dinsdag tisdag tirsdag tis tir wtorek úterý вторник вт вівторок",
        "mittwoch mit mercredi mer miércoles mié mercoledì quarta woensdag onsdag ons środa středa среда ср середа",
        "donnerstag don jeudi jeu jueves jue giovedì gio quinta donderdag torsdag tor czwartek čtvrtek четверг чт четвер",
        "freitag fre vendredi ven viernes vie venerdì sexta vrijdag fredag piątek pátek пятница пт",
        "samstag sam sonnabend samedi sábado sáb sabato sab zaterdag lördag lør lørdag lör sobota суббота сб субота",
        "sonntag son dimanche dim domingo dom domenica zondag söndag søndag sön søn niedziela neděle воскресенье вс неділя");

    public static bool TryReadMonth(ReadOnlySpan<char> word, out int month) =>
        Months.TryGetValue(word.ToString().ToLowerInvariant(), out month);

    public static bool TryReadWeekday(ReadOnlySpan<char> word, out IsoDayOfWeek weekday)
    {
        var isKnown = Weekdays.TryGetValue(word.ToString().ToLowerInvariant(), out var number);
        weekday = (IsoDayOfWeek)number;
        return isKnown;
    }

    /// <summary>The number of the line of each name, with and without its accents.</summary>
    private static FrozenDictionary<string, int> Table(params string[] lines)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var line = 0; line < lines.Length; line++)
        {
            foreach (var name in lines[line].Split(' '))
            {
                table.TryAdd(name, line + 1);
                table.TryAdd(NormalPath.WithoutMarks(name), line + 1);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
