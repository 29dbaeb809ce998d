using Feeds.Content.Markdown;
using Feeds.Content.Markdown.Html;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content.Markdown;

public sealed class LazyMediaTests
{
    private const string A = "<img src=\"https://club.example/a.jpg\">";

    [Theory]
    [InlineData("<img data-src=/a.jpg>", A)]
    [InlineData("<img src='' data-src=/a.jpg>", A)]
    [InlineData("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src=/a.jpg>", A)]
    [InlineData("<img src=/img/placeholder.svg data-src=/a.jpg>", A)]
    [InlineData("<img src=/thumb.jpg data-lazy-src=/a.jpg>", A)]
    [InlineData("<img data-original=/a.jpg>", A)]
    [InlineData("<img src=# data-original-src=/a.jpg>", A)]
    [InlineData("<img class=lazyload src=/small.jpg data-src=/a.jpg>", "<img class=\"lazyload\" src=\"https://club.example/a.jpg\">")]
    [InlineData("<img src=data:image/gif;base64,R0 data-srcset='/a.jpg 1x,/b.jpg 2x'>", "<img src=\"data:image/gif;base64,R0\" srcset=\"https://club.example/a.jpg 1x, https://club.example/b.jpg 2x\">")]
    [InlineData("<img data-srcset='/a.jpg 300w'>", "<img srcset=\"https://club.example/a.jpg 300w\" src=\"https://club.example/a.jpg\">")]
    [InlineData("<picture><source data-srcset='/a.webp 1x'><img alt=A></picture>", "<picture><source srcset=\"https://club.example/a.webp 1x\"><img alt=\"A\" src=\"https://club.example/a.webp\"></picture>")]
    [InlineData("<noscript><img src=/a.jpg></noscript>", A)]
    [InlineData("<img src=data:image/gif;base64,R0><noscript><img src=/a.jpg></noscript>", A)]
    [InlineData("<img data-src=/a.jpg><noscript><img src=/a.jpg></noscript>", A)]
    [InlineData("<img data-src=/a-300.jpg><noscript><img src=/a.jpg></noscript>", A)]
    [InlineData("<noscript><p>Turn it on</p><img src=/a.jpg></noscript>", "<p>Turn it on</p>" + A)]
    [InlineData("<iframe data-src=https://player.vimeo.com/video/12></iframe>", "<p><a href=\"https://vimeo.com/12\" class=\"embed\">vimeo.com</a></p>")]
    [InlineData("<video data-src=/a.mp4 data-poster=/a.jpg></video>", "<video src=\"https://club.example/a.mp4\" poster=\"https://club.example/a.jpg\"></video>")]
    [InlineData("<video><source data-src=/a.mp4></video>", "<video><source src=\"https://club.example/a.mp4\"></video>")]
    [InlineData("<audio data-src=/a.mp3></audio>", "<audio src=\"https://club.example/a.mp3\"></audio>")]
    [InlineData("<amp-img src=/a.jpg layout=fill></amp-img>", A)]
    [InlineData("<amp-anim data-src=/a.jpg></amp-anim>", A)]
    [InlineData("<lite-youtube videoid=abcdefghijk playlabel=Talk></lite-youtube>", "<p><a href=\"https://www.youtube.com/watch?v=abcdefghijk\" class=\"embed\"><img src=\"https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg\" alt=\"\" width=\"480\" height=\"360\"><br>Talk</a></p>")]
    [InlineData("<amp-vimeo data-videoid=12></amp-vimeo>", "<p><a href=\"https://vimeo.com/12\" class=\"embed\">Vimeo video</a></p>")]
    [InlineData("<object data=/a.jpg type=image/jpeg>A cat</object>", "<img type=\"image/jpeg\" src=\"https://club.example/a.jpg\" alt=\"A cat\">")]
    [InlineData("<object data=/a.svg></object>", "<img src=\"https://club.example/a.svg\" alt=\"\">")]
    [InlineData("<object data=/a.swf><img src=/a.jpg></object>", "<div>" + A + "</div>")]
    [InlineData("<object data=/talk.pdf></object>", "<p><a href=\"https://club.example/talk.pdf\" class=\"embed\">talk.pdf</a></p>")]
    [InlineData("<img data-echo=/a.jpg src=/img/blank.gif>", A)]
    [InlineData("<img data-ll-src=/a.jpg>", A)]
    [InlineData("<img :src=\"$withBase('/a.jpg')\">", A)]
    [InlineData("<img v-lazy=\"'/a.jpg'\" data-x=y>", A)]
    [InlineData("<img lazy-src=/a.jpg?w=1 src=data:image/gif;base64,R0>", "<img src=\"https://club.example/a.jpg?w=1\">")]
    [InlineData("<img src=/a.jpg data-zoom=/big.jpg>", A)]
    [InlineData("<embed src=/a.png>", "<img src=\"https://club.example/a.png\" alt=\"\">")]
    public void ShowsThePicture_ThatAScriptWouldLoad(string html, string expected) => Assert.Equal(expected, Clean(html).Html);

    [Theory]
    [InlineData("<img src=/a.jpg data-src=/big.jpg>", A)]
    [InlineData("<img src=/a.jpg data-lazy=true>", A)]
    [InlineData("<img src=/a.jpg data-src='{\"x\": 1.5}'>", A)]
    [InlineData("<img src=/a.jpg><noscript><img src=/a.jpg></noscript>", A)]
    [InlineData("<noscript><img height=1 width=1 style=display:none src=https://t.example/p></noscript>x", "x")]
    [InlineData("<noscript><p>Turn it on</p></noscript>x", "x")]
    [InlineData("<p data-src=/a.jpg>x</p>", "<p>x</p>")]
    [InlineData("<code>&lt;img data-src=\"/a.jpg\"&gt;</code>", "<code>&lt;img data-src=\"/a.jpg\"&gt;</code>")]
    [InlineData("<img data-src=javascript:run()/.>x", "x")]
    public void LeavesAlone_WhatIsNotLate(string html, string expected) => Assert.Equal(expected, Clean(html).Html);

    [Theory]
    [InlineData("<img>", 1)]
    [InlineData("<img src=''><img src=javascript:run()><img src=/a.jpg>", 2)]
    [InlineData("<img srcset='a.jpg 2x'>", 0)]
    public void Counts_PicturesWithoutAddress(string html, int lost) => Assert.Equal(lost, Clean(html).LostImages);

    [Theory]
    [InlineData("a.jpg 300w,\n b.jpg 600w", "a.jpg 300w|b.jpg 600w")]
    [InlineData("a.jpg,b.jpg 2x", "a.jpg,b.jpg 2x")]
    [InlineData("a.jpg 1x,b.jpg 2x", "a.jpg 1x|b.jpg 2x")]
    [InlineData("a.jpg\t300w\t,\tb.jpg\t600w", "a.jpg 300w|b.jpg 600w")]
    [InlineData("a.jpg, b.jpg 2x", "a.jpg|b.jpg 2x")]
    [InlineData(",, a.jpg 1x ,, b.jpg 2x ,", "a.jpg 1x|b.jpg 2x")]
    [InlineData("a.jpg", "a.jpg")]
    [InlineData("a.jpg 100w 50h, b.jpg", "a.jpg 100w 50h|b.jpg")]
    [InlineData("w_300,h_200/a.jpg 1x, w_600,h_400/a.jpg 2x", "w_300,h_200/a.jpg 1x|w_600,h_400/a.jpg 2x")]
    [InlineData("data:image/png;base64,AA== 1x, b.jpg 2x", "data:image/png;base64,AA== 1x|b.jpg 2x")]
    [InlineData("a.jpg calc(1, 2), b.jpg 2x", "a.jpg calc(1, 2)|b.jpg 2x")]
    [InlineData("a.jpg,", "a.jpg")]
    [InlineData(" , ", "")]
    [InlineData("", "")]
    public void ReadsCandidates_AsBrowsersDo(string set, string expected) => Assert.Equal(expected, string.Join('|', SourceSet.Read(set)));

    [Fact]
    public void FindsEachFile_OfASet()
    {
        var links = Links();
        HtmlCleaner.Clean("<img src=/a.png srcset='/b.png 300w,\n\t/c.png 600w,/d.png 2x'>", links);
        Assert.Equal(["/a.png", "/b.png", "/c.png", "/d.png"], links.Files.Select(file => file.Address).Order());
    }

    private static CleanedHtml Clean(string html) => HtmlCleaner.Clean(html, Links());

    private static LinkResolver Links() =>
        new("p.md", new Uri("https://club.example/p/"), new SiteSettings { Title = "Club", Url = new Uri("https://club.example/") }, _ => null);
}
