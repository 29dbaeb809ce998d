using Xunit;

namespace Feeds.Tests.Content.Lists;

/// <summary>Lists whose columns are named in a language other than English.</summary>
public sealed class ColumnNamesTests
{
    private const string Read = @"Walk 20260305T193000 20260305T210000 Brno\nHlavní 1 https://x.example/1";

    [Theory]
    [InlineData("Datum;Čas;Název;Místo;Adresa;Popis;Odkaz;Štítky")]
    [InlineData("datum;cas;nazev;misto;adresa;popis;odkaz;stitky")]
    [InlineData("Datum;Uhrzeit;Titel;Ort;Adresse;Beschreibung;Link;Schlagwörter")]
    [InlineData("DATUM;ZEIT;VERANSTALTUNG;VERANSTALTUNGSORT;ADRESSE;BESCHREIBUNG;URL;STICHWORTE")]
    [InlineData("Datum;Uhrzeit;Name;Ort;Adresse;Beschreibung;Website;Tags")]
    [InlineData("Fecha;Hora;Título;Lugar;Dirección;Descripción;Enlace;Etiquetas")]
    [InlineData("Date;Heure;Titre;Lieu;Adresse;Description;Lien;Mots-clés")]
    [InlineData("Date;Horaire;Événement;Lieu;Adresse;Description;URL;Tags")]
    [InlineData("Data;Ora;Titolo;Luogo;Indirizzo;Descrizione;Link;Etichette")]
    [InlineData("Datum;Tijd;Titel;Plaats;Adres;Omschrijving;Link;Trefwoorden")]
    [InlineData("Datum;Tijd;Evenement;Locatie;Adres;Beschrijving;Link;Trefwoorden")]
    [InlineData("Data;Hora;Título;Local;Endereço;Descrição;Link;Etiquetas")]
    [InlineData("Data;Horário;Nome;Lugar;Morada;Descrição;Link;Etiquetas")]
    [InlineData("Date;Time;Title;Location;Address;Description;Link;Tags")]
    public void AreReadInAllLanguages_OfATable(string columns) =>
        Assert.Equal([Read], ReadList.Of("_data/events.csv", $"{columns}\n2026-03-05;19:30-21:00;Walk;Brno;Hlavní 1;Bring water.;https://x.example/1;walks\n"));

    [Theory]
    [InlineData("začátek: 2026-03-05 19:30, konec: '21:00', název: Walk, místo: Brno, adresa: Hlavní 1, odkaz: 'https://x.example/1'")]
    [InlineData("beginn: 2026-03-05 19:30, ende: '21:00', titel: Walk, ort: Brno, adresse: Hlavní 1, link: 'https://x.example/1'")]
    [InlineData("inicio: 2026-03-05 19:30, fin: '21:00', nombre: Walk, lugar: Brno, dirección: Hlavní 1, enlace: 'https://x.example/1'")]
    [InlineData("début: 2026-03-05 19:30, fin: '21:00', nom: Walk, lieu: Brno, adresse: Hlavní 1, lien: 'https://x.example/1'")]
    [InlineData("inizio: 2026-03-05 19:30, fine: '21:00', evento: Walk, luogo: Brno, indirizzo: Hlavní 1, link: 'https://x.example/1'")]
    [InlineData("aanvang: 2026-03-05 19:30, einde: '21:00', naam: Walk, plaats: Brno, adres: Hlavní 1, link: 'https://x.example/1'")]
    [InlineData("início: 2026-03-05 19:30, fim: '21:00', evento: Walk, local: Brno, endereço: Hlavní 1, link: 'https://x.example/1'")]
    public void AreReadInAllLanguages_OfAList(string fields) =>
        Assert.Equal([Read], ReadList.Of("_data/events.yml", $"termine:\n- {{ {fields} }}\n"));

    [Fact]
    public void AreRead_InATableOfMarkdown() => Assert.Equal(
        ["Walk 20260305 20260306 Brno"],
        ReadList.Of("events/a.md", "---\nnav: false\n---\n\n| Datum | Titel | Ort |\n|---|---|---|\n| 2026-03-05 | Walk | Brno |\n").Where(line => !line.Contains("warning", StringComparison.Ordinal)));

    [Theory]
    [InlineData("date,time,title,ort,fine,local\n2026-03-05,19:30-21:00,Walk,X,Y,true\n", "Walk 20260305T193000 20260305T210000 X")]
    [InlineData("date,time,title,location,lieu\n2026-03-05,19:30-21:00,Walk,Brno,X\n", "Walk 20260305T193000 20260305T210000 Brno")]
    [InlineData("date,time,title,data,local\n2026-03-05,19:30-21:00,Walk,a.json,true\n", "Walk 20260305T193000 20260305T210000")]
    [InlineData("Datum,Zeit,Titel,Ort,location\n2026-03-05,19:30-21:00,Walk,X,Brno\n", "Walk 20260305T193000 20260305T210000 Brno")]
    [InlineData("Datum,Zeit,Titel,lieu\n2026-03-05,19:30-21:00,Walk,X\n", "Walk 20260305T193000 20260305T210000 X")]
    public void AreLeft_WhereTheyMeanSomethingElse(string table, string expected) => Assert.Equal([expected], ReadList.Of("_data/events.csv", table));

    [Theory]
    [InlineData("Dato;Sted\n2026-03-05;Aarhus\n", "if 'Dato' is the date, write 'keys: { start: [Dato] }' in site.yaml")]
    public void AreNotGuessed_InALanguageWithoutWords(string table, string cure) =>
        Assert.Equal([$"_data/events.csv:2: warning: no event was found in this list; {cure}"], ReadList.Of("_data/events.csv", table));

    [Fact]
    public void NameADateAndAPlace_BesideOtherWords() => Assert.Equal(
        ["Walk 20260305 20260306 Brno"],
        ReadList.Of("_data/events.csv", "Fecha;Title;Ort\n2026-03-05;Walk;Brno\n").Where(line => !line.Contains("warning", StringComparison.Ordinal)));

    [Fact]
    public void GiveWayToOurs_InAFileOfOneEvent() => Assert.Equal(
        ["A 20260305 20260306 C"],
        ReadList.Of("events/a.md", "---\ntitle: A\ndate: 2026-03-05\nall-day: true\ndatum: 2026-04-01\ntitel: B\nort: C\n---\nText.\n"));
}
