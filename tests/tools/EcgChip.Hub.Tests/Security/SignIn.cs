using System.Collections.Generic;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace EcgChip.Hub.Tests.Security;

/// <summary>Signs in as a browser does, by the form.</summary>
internal static partial class SignIn
{
    internal static async Task<HttpResponseMessage> FormAsync(HttpClient browser, string email, string password)
    {
        string token = Token().Match(await browser.GetStringAsync("/SignIn")).Groups[1].Value;
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["Email"] = email, ["Password"] = password, ["__RequestVerificationToken"] = token });
        return await browser.PostAsync("/SignIn", form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    internal static partial Regex Token();
}
