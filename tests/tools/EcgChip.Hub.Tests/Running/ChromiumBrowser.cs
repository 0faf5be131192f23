using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace EcgChip.Hub.Tests.Running;

/// <summary>The machine's own Chromium, driven by Playwright; nothing is downloaded.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Root may not use the sandbox; the rest keeps it from looking for servers of its maker's.
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A page of the size of a phone, in a session of its own; skips the test where there is no Chromium.</summary>
    internal async Task<IPage> PhoneAsync(Uri address)
    {
        Skip.If(browser is null, "Needs Chromium: apt-get install chromium.");
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = 390, Height = 844 },
            DeviceScaleFactor = 2,
            HasTouch = true,
            IsMobile = true,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(15_000);
        IPage page = await context.NewPageAsync();
        return page;
    }

    /// <summary>Leaves a picture of the page where ECGCHIP_SCREENSHOTS says; nowhere when it says nothing.</summary>
    internal static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ECGCHIP_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    public async Task InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is { } place)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = place, Args = Arguments });
        }
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
