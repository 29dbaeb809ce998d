using Feeds.Publishing;
using Xunit;

namespace Feeds.Browser;

/// <summary>Pages of a site whose author means harm: every page that there is of it, whose kinds are all kinds.</summary>
public sealed class HostileTests(SampleSite site)
{
    /// <summary>Texts with marks that turn the direction, which whatever stands beside them on a line would follow, were they not in an element that isolates or a line of their own.</summary>
    private const string Leaks =
        """
        (() => {
          const leaks = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, text => text.parentElement.closest('script') || !/[\u202a-\u202e\u2066-\u2069]/.test(text.data) ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_ACCEPT);
          for (let text; text = walker.nextNode();) {
            let around = text.parentElement;
            while (getComputedStyle(around).display === 'inline' && !/isolate|plaintext/.test(getComputedStyle(around).unicodeBidi)) around = around.parentElement;
            const isApart = getComputedStyle(around).display === 'inline' || around.closest('.prose') || around.textContent.trim() === text.data.trim();
            if (!isApart) leaks.push(around.outerHTML.slice(0, 200));
          }
          return leaks;
        })()
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/404.html")]
    [InlineData("/archive/")]
    [InlineData("/archive/2026/")]
    [InlineData("/authors/")]
    [InlineData("/calendar/2026/")]
    [InlineData("/categories/")]
    [InlineData("/events/")]
    [InlineData("/feeds/")]
    [InlineData("/planet/")]
    [InlineData("/posts/")]
    [InlineData("/series/")]
    [InlineData("/subscribe/")]
    [InlineData("/tags/")]
    [InlineData("/venues/")]
    public async Task IsHarmless_WhateverTheAuthorWrites(string kind)
    {
        site.Address("/");
        var paths = site.Publication(SampleSite.Hostile).Representations.Values
            .Where(item => item.MediaType == MediaType.Html && (item.Path == kind || (kind is not "/" && item.Path.StartsWith(kind, StringComparison.Ordinal))))
            .Select(item => item.Path)
            .ToArray();

        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            await using var page = await site.OpenAsync(SampleSite.Hostile, path, new View(320));

            // What the policy forbids is among the complaints.
            Assert.Empty(page.Complaints);
            Assert.True(await page.EvaluateAsync<bool>("window.harmed === undefined"));
            Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[href],[src],[action]')].map(e => e.href ?? e.src ?? e.action).filter(a => /^(javascript|data:text|vbscript)/i.test(a))"));
            Assert.True(await page.EvaluateAsync<bool>("(link => { const at = link.getBoundingClientRect(); return document.elementFromPoint(at.x + 5, at.y + 5) === link; })(document.querySelector('.top nav a'))"));
            Assert.Equal(2, await page.EvaluateAsync<int>("[...document.scripts].filter(script => script.type !== 'application/ld+json').length + document.querySelectorAll('h1').length"));
            Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('script[type=\"application/ld+json\"]')].every(script => JSON.parse(script.textContent)['@context'])"));
            Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('style, [style], iframe, form, base, meta[http-equiv], body svg:not(.qr svg)').length"));
            Assert.Equal(0, await page.OverhangAsync());
            Assert.Empty(await page.EvaluateAsync<string[]>(Leaks));
        }
    }
}
