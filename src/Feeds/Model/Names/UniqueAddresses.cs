using System.Collections.Immutable;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Model.Names;

/// <summary>A document that asks for an address.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Date">When it was published, or takes place; null for a page.</param>
/// <param name="Kept">The addresses that it has already; null when it has none, or asks for another than before.</param>
internal sealed record Claimant(string Path, WantedNames Wanted, LocalDate? Date, Placement? Kept);

/// <summary>Gives every document addresses of its own: of those that ask for one, each gets the shortest that tells them apart.</summary>
internal sealed class UniqueAddresses(IReadOnlyDictionary<string, string> reserved)
{
    private const int MaxNamed = 3;
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Placement> placements = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Diagnostic>.Builder notes = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Where each claimant is published, by its file, with notes on those that get another address.</summary>
    /// <param name="claimants">In any order.</param>
    /// <param name="reserved">Addresses (by <see cref="ServerPath.Key"/>) that only their owners get, each with its owner's file.</param>
    public static (Dictionary<string, Placement> Placements, ImmutableArray<Diagnostic> Notes) Of(
        IEnumerable<Claimant> claimants, IReadOnlyDictionary<string, string> reserved)
    {
        var addresses = new UniqueAddresses(reserved);
        var all = claimants.Where(claimant => claimant.Wanted.Placement.Name is not null)
            .OrderBy(claimant => claimant.Path, StringComparer.Ordinal);
        var open = all.Where(claimant => claimant.Kept is not { } kept || !addresses.TryTake(claimant, kept)).ToArray();
        var groups = open.GroupBy(claimant => ServerPath.Key(claimant.Wanted.Placement.Name!), StringComparer.Ordinal)
            .Select(group => group.ToArray())
            .ToArray();
        // What a document asks for alone comes before what others get instead.
        foreach (var group in groups.Where(group => !(group is [var alone] && addresses.TryTake(alone, alone.Wanted.Placement))).ToArray())
            addresses.TellApart(group);
        return (addresses.placements, addresses.notes.ToImmutable());
    }

    private void TellApart(Claimant[] group)
    {
        var owner = OwnerOf(group[0], group[0].Wanted.Placement.Name!);
        var dates = group.CountBy(DateIn).ToDictionary();
        var folders = group.CountBy(FolderOf).ToDictionary(StringComparer.Ordinal);
        // Translations of one document ask for one address.
        var areTranslations = Addresses.NameOf(ServerPath.Key(group[0].Wanted.Placement.Name!)) is null
            && group.DistinctBy(claimant => claimant.Wanted.Folder, StringComparer.Ordinal).Count() == group.Length;
        var number = owner is null ? 1 : 2;
        // A date in a name is meant to tell files apart; that of an event may be shared by chance.
        foreach (var claimant in group.OrderBy(claimant => claimant.Wanted.NameDate is null))
        {
            var candidates = Candidates(claimant, dates, folders);
            if (areTranslations) candidates = candidates.Prepend(InFolder(claimant));
            candidates = candidates.Where(candidate => !candidate.Paths.Any(ServerPath.IsTooLong));
            if (candidates.Any(candidate => TryTake(claimant, candidate))) continue;
            while (!TryTake(claimant, Map(claimant, path => Numbered(path, number)))) number++;
        }

        if (areTranslations && group.All(claimant => placements[claimant.Path] == InFolder(claimant))) return;
        var problem = owner is null ? OfSeveral(group) : OfOne(group, owner);
        notes.Add(new Diagnostic(group[0].Path, 0, Severity.Note, problem) { Kind = "address" });
    }

    /// <summary>The addresses of a translation, which generators put into the folder of its language.</summary>
    private static Placement InFolder(Claimant claimant)
    {
        var folder = claimant.Wanted.Folder;
        return Map(claimant, path => path.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase) ? path : folder + path);
    }

    private static IEnumerable<Placement> Candidates(
        Claimant claimant, Dictionary<(LocalDate?, bool), int> dates, Dictionary<string, int> folders)
    {
        if (DateIn(claimant).Date is { } date && dates[DateIn(claimant)] == 1)
            yield return Map(claimant, path => Marked(path, LocalDatePattern.Iso.Format(date)));
        var folder = FolderOf(claimant);
        if (folder.Length > 0 && folders[folder] == 1) yield return Map(claimant, path => Marked(path, folder));
    }

    private bool TryTake(Claimant claimant, Placement placement)
    {
        if (placement.Paths.Any(path => OwnerOf(claimant, path) is not null)) return false;
        foreach (var path in placement.Paths) owners[ServerPath.Key(path)] = claimant.Path;
        placements[claimant.Path] = placement;
        return true;
    }

    /// <summary>Null when the path is free.</summary>
    private string? OwnerOf(Claimant claimant, string path)
    {
        var key = ServerPath.Key(path);
        if (Addresses.NameOf(key) is { } own) return own;
        if (owners.TryGetValue(key, out var owner)) return owner;
        return reserved.TryGetValue(key, out owner) && owner != claimant.Path ? owner : null;
    }

    private string OfSeveral(Claimant[] group) =>
        FormattableString.Invariant($"{group.Length} files ask for the address {group[0].Wanted.Placement.Name} ")
        + $"({Named(group, claimant => claimant.Path)}), so they are at {Named(group, PlaceOf)}; write 'slug:' in them for other addresses";

    private string OfOne(Claimant[] group, string owner)
    {
        var these = group.Length == 1 ? "this is" : "these are";
        return $"the address {group[0].Wanted.Placement.Name} is that of {owner}, so {these} at {Named(group, PlaceOf)}; "
            + "write 'slug:' for another address";
    }

    private string PlaceOf(Claimant claimant) => placements[claimant.Path].Name!;

    private static string Named(Claimant[] group, Func<Claimant, string> name)
    {
        var names = string.Join(", ", group.Take(MaxNamed).Select(name));
        return group.Length <= MaxNamed ? names : FormattableString.Invariant($"{names} and {group.Length - MaxNamed} more");
    }

    private static (LocalDate? Date, bool IsInName) DateIn(Claimant claimant) =>
        (claimant.Wanted.NameDate ?? claimant.Date, claimant.Wanted.NameDate is not null);

    /// <summary>For an index file, the folder above its own.</summary>
    private static string FolderOf(Claimant claimant)
    {
        var folder = Path.GetDirectoryName(claimant.Path) ?? "";
        if (Path.GetFileName(claimant.Path).Split('.')[0] is "index") folder = Path.GetDirectoryName(folder) ?? "";
        return Slug.Of(Path.GetFileName(folder));
    }

    private static Placement Map(Claimant claimant, Func<string, string> path)
    {
        var (page, calendar) = claimant.Wanted.Placement;
        return new Placement(page is null ? null : path(page), calendar is null ? null : path(calendar));
    }

    private static string Marked(string path, string mark) =>
        WithName(path, name => name.StartsWith(mark, StringComparison.Ordinal) ? name : $"{mark}-{name}");

    private static string Numbered(string path, int number) => WithName(path, name =>
    {
        var ending = Path.GetExtension(name) is ".html" or ".ics" ? Path.GetExtension(name) : "";
        return FormattableString.Invariant($"{name[..^ending.Length]}-{number}{ending}");
    });

    /// <summary>A path with a different last part; <c>index.html</c> is not one.</summary>
    private static string WithName(string path, Func<string, string> rename)
    {
        var parts = path.Split('/');
        var last = Array.FindLastIndex(parts, part => part.Length > 0 && part != "index.html");
        if (last < 0) return path + rename("page") + "/";
        parts[last] = rename(parts[last]);
        return string.Join('/', parts);
    }
}
