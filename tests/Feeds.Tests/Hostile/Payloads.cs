using System.Collections.Immutable;

namespace Feeds.Tests.Hostile;

/// <summary>Texts that mean harm: what they would make, were they more than text, is called <c>injected</c>.</summary>
internal static class Payloads
{
    /// <summary>What stands in files that nobody may see.</summary>
    public const string Secret = "kept-from-everybody-7f3a";

    public const string Name = "injected";

    /// <summary>The words that stand in their place where nothing means harm.</summary>
    public static readonly ImmutableArray<string> Harmless = ["word"];

    /// <summary>Ends of values, lines and elements, each with something behind it.</summary>
    public static readonly ImmutableArray<string> Texts =
    [
        "</title><injected injected='1'/>", "]]><injected/>", "\"><injected x=\"", "' injected='1", "\" injected=\"1", "--><injected/><!--", "<?injected?>", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>&a;",
        "<!ENTITY % a SYSTEM 'file:///etc/passwd'>", "&injected;", "&#60;injected&#62;", "&lt;script&gt;injected()&lt;/script&gt;", "\",\"injected\":\"1", "\\\",\\\"injected\\\":1", "\"}],\"injected\":[{\"a\":\"",
        "\r\nX-INJECTED:1", "\nATTENDEE:mailto:injected@a.example", "\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\r\nX-INJECTED:1", "\\nX-INJECTED:1", "\u2028X-INJECTED:1", "\u0085X-INJECTED:1", "\u000BX-INJECTED:1", ";X-INJECTED=1:", "\":X-INJECTED:1",
        "\r\nSet-Cookie: injected=1", "%0d%0aSet-Cookie:%20injected=1", "\r\n\r\n<script>injected()</script>", "<script>injected()</script>", "</script><script>injected()</script>", "<!--<script>injected()", "<img src=x onerror=injected()>",
        "javascript:injected()", "java\tscript:injected()", "\u0001javascript:injected()", "JaVaScRiPt&#58;injected()", "data:text/html,<script>injected()</script>", "vbscript:injected()", "file:///etc/passwd", "../../../../etc/passwd", "/etc/passwd", "\\\\host\\share", "//injected.example/x",
        "\0", "\u202Etxt.exe", "\uFEFF", "\uD800", "\uFFFF", "{{injected}}", "${injected}", "{{< injected >}}", "{% injected %}", "@injected", "@(injected)", "%s%n%x", "=HYPERLINK(\"http://injected.example\")", "$(injected)", "`injected`",
    ];

    /// <summary>HTML and Markdown that run something, or would once a parser has mended them.</summary>
    public static readonly ImmutableArray<string> Bodies =
    [
        "<script>injected()</script>", "<ScRiPt src=//injected.example></ScRiPt>", "<script/x>injected()</script>", "<<script>injected()//<</script>", "<img src=x onerror=injected()>", "<img src=\"x\"onerror=injected()>", "<img/src/onerror=injected()>", "<svg onload=injected()>",
        "<svg><script>injected()</script></svg>", "<svg><a xlink:href=\"javascript:injected()\"><text>x</text></a></svg>", "<svg><animate attributeName=href values=javascript:injected()>", "<svg></p><style><a id=\"</style><img src=1 onerror=injected()>\">", "<svg><![CDATA[><img src=x onerror=injected()>]]></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=injected()&gt;\">", "<math><mi><mglyph><svg><mtext><textarea><path id=\"</textarea><img onerror=injected() src=1>\">", "<form><math><mtext></form><form><mglyph><style></math><img src onerror=injected()>",
        "<noscript><p title=\"</noscript><img src=x onerror=injected()>\">", "<template><script>injected()</script></template>", "<select><template><style><!--</style><a rel=\"--></style></template></select><img src=x onerror=injected()>\">", "<xmp><p title=\"</xmp><img src=x onerror=injected()>\">", "<plaintext><img src=x onerror=injected()>",
        "<noembed><img title=\"</noembed><img src onerror=injected()>\">", "<noframes><p title=\"</noframes><svg/onload=injected()>\">", "<title><p title=\"</title><img src onerror=injected()>\">", "<textarea><p title=\"</textarea><img src onerror=injected()>\">", "<style><p title=\"</style><img src onerror=injected()>\">", "<listing>&lt;img onerror=injected() src=x&gt;</listing>",
        "<iframe src=\"javascript:injected()\"></iframe>", "<iframe srcdoc=\"<script>injected()</script>\"></iframe>", "<iframe src=\"https://www.youtube.com/embed/a'onload='x\"></iframe>", "<object data=\"data:text/html,injected\"></object>", "<embed src=javascript:injected()>", "<applet code=injected>", "<base href=\"https://injected.example/\">",
        "<meta http-equiv=refresh content=\"0;url=https://injected.example/\">", "<link rel=stylesheet href=//injected.example/x.css>", "<style>@import '//injected.example/x.css';</style>", "<div style=\"background:url(javascript:injected())\">x</div>", "<p style='position:fixed;inset:0'>x</p>", "<form action=//injected.example><input name=a><button>b</button></form>",
        "<a href=\"javascript:injected()\">x</a>", "<a href=\"jav&#x09;ascript:injected()\">x</a>", "<a href=\"&#1;javascript:injected()\">x</a>", "<a href='java\nscript:injected()'>x</a>", "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>", "<a href=\"file:///etc/passwd\">x</a>", "<a ping=//injected.example href=x target=_blank>x</a>",
        "<video src=x onerror=injected()><source onerror=injected()></video>", "<audio autoplay src=\"javascript:injected()\"></audio>", "<details open ontoggle=injected()>x</details>", "<input autofocus onfocus=injected()>", "<marquee onstart=injected()>x</marquee>", "<body onload=injected()>", "<html onclick=injected()>", "<isindex action=javascript:injected()>", "<keygen onfocus=injected()>",
        "<img srcset=\"javascript:injected() 1x, data:text/html,x 2x\">", "<picture><source srcset=\"javascript:injected()\"></picture>", "<img src=\"file:///etc/passwd\">", "<img src=../../outside/secret.png>", "<bdo dir=rtl>x", "<custom-element injected>x</custom-element>", "<slot name=injected></slot>", "<portal src=//injected.example></portal>", "<frameset><frame src=javascript:injected()></frameset>",
        "[x](javascript:injected())", "[x](<javascript:injected()>)", "[x](JAVASCRIPT&colon;injected())", "![x](data:text/html,<script>injected()</script>)", "![x](data:image/svg+xml,<svg onload=injected()>)", "<javascript:injected()>", "[x]: javascript:injected()\n\n[x]", "[x](x \"title\" onclick=injected())", "[a](//injected.example)", "[^1]\n\n[^1]: <script>injected()</script>",
        "![x](../../outside/secret.png)", "![x](/outside/secret.png)", "![x](file:///outside/secret.png)", "![x](%2e%2e/%2e%2e/outside/secret.png)", "![x](..\\..\\outside\\secret.png)", "![x](linked.png)", "![x](folder/secret.png)", "[x](../../outside/secret.md)", "[x](@/../outside/secret.md)", "![](/proc/self/environ)",
        "{{< include \"../../outside/secret.md\" >}}", "{{< readfile \"/outside/secret.md\" >}}", "{{% include /etc/passwd %}}", "{% include_relative ../../outside/secret.md %}", "{% include '../../outside/secret.md' %}", "{% render '/etc/passwd' %}", "{{ include('../../outside/secret.md') }}", "<!--#include virtual=\"/etc/passwd\" -->", "<!--#exec cmd=\"id\" -->", "![[../../outside/secret]]", "--8<-- \"../../outside/secret.md\"", "```{literalinclude} ../../outside/secret.md\n```", "import x from '../../outside/secret.md'\n\n<x />", ".. include:: ../../outside/secret.md", "<Content file=\"../../outside/secret.md\" />", "{require('fs').readFileSync('/etc/passwd')}", "<xi:include href=\"file:///etc/passwd\" xmlns:xi=\"http://www.w3.org/2001/XInclude\"/>",
        "```html\n</code></pre><script>injected()</script>\n```", "```js\" onload=\"injected()\nx\n```", "``` </code><script>injected()</script>\nx\n```", "`</code><script>injected()</script>`", "# <img src=x onerror=injected()>", "# x {#a onclick=injected()}", "x\n{: onclick=\"injected()\" }", ":::note{onclick=injected()}\nx\n:::", "!!! note \"<img src=x onerror=injected()>\"\n    x", "> [!NOTE]\n> <script>injected()</script>", "| <script>injected()</script> | x |\n|---|---|\n| onerror=injected() | <img src=x onerror=injected()> |", "- [ ] <script>injected()</script>", "Term\n: <script>injected()</script>", "$$</script><script>injected()</script>$$", "{{< youtube \"x\" onload=injected() >}}", "{{< figure src=\"javascript:injected()\" alt='\" onerror=injected()' >}}", "{% youtube \"><script>injected()</script> %}", "{% highlight html onclick=injected() %}<script>injected()</script>{% endhighlight %}", "<Button onClick={() => injected()}>x</Button>", "**Event**: [x](javascript:injected())", "**Location**: <script>injected()</script>", "**Date**: </script><script>injected()</script>",
    ];
}
