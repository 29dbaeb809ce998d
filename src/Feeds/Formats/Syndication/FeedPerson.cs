using System.ServiceModel.Syndication;
using System.Xml;

namespace Feeds.Formats.Syndication;

/// <summary>An author, whose e-mail address the library would write into RSS without the name.</summary>
internal sealed class FeedPerson : SyndicationPerson
{
    private readonly string? mailbox;

    public FeedPerson(string name, string? mailbox = null, Uri? page = null)
        : base(email: null, name, page is null ? null : FeedAddress.Of(page).AbsoluteUri) => this.mailbox = mailbox;

    /// <summary>The e-mail address with the name as a comment; null when there is no address.</summary>
    /// <remarks>RFC 822 §3.4.3: a parenthesis in the comment would end it or begin another.</remarks>
    public string? Contact => mailbox is null ? null : $"{mailbox} ({string.Concat(Name.Split('(', ')', '\\'))})";

    /// <summary>The person; null without a name, which RFC 4287 §3.2.1 wants.</summary>
    public static FeedPerson? Of(string? name, string? email, Uri? page) =>
        XmlCharacters.KeepIfAny(name) is { } kept ? new FeedPerson(kept, Grammar.EmailOrNone(email), page) : null;

    protected override void WriteElementExtensions(XmlWriter writer, string version)
    {
        if (mailbox is not null) writer.WriteElementString("email", Namespaces.Atom, mailbox);
    }
}
