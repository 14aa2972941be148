using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Dom.LocalHost.Hosting;

/// <summary>The page at <c>/</c>: what this is, and where to go.</summary>
internal static class StartPage
{
    /// <summary>The page.</summary>
    /// <param name="links">Address and text of each link.</param>
    public static IResult Of(IReadOnlyList<(string Address, string Text)> links)
    {
        var items = new StringBuilder();
        foreach (var (address, text) in links)
        {
            items.Append(
                CultureInfo.InvariantCulture,
                $"<li><a href=\"{WebUtility.HtmlEncode(address)}\">{WebUtility.HtmlEncode(text)}</a></li>");
        }

        return Results.Content(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Dom</title>"
            + $"<h1>Dom</h1><p>The order management host of this machine runs.</p><ul>{items}</ul></html>",
            "text/html; charset=utf-8");
    }
}
