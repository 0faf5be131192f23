using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using EcgChip.Hub.Data;
using EcgChip.Hub.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcgChip.Hub.Tests.Pages;

/// <summary>The pages in a real browser of a phone's size. Every message of the browser's console that is an error fails the test.</summary>
public sealed class PageTests(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>, IAsyncLifetime
{
    private static readonly DateTime Monday = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);

    private readonly List<string> errors = [];
    private TestHub hub = null!;
    private HttpClient worker = null!;

    public async Task InitializeAsync()
    {
        hub = await TestHub.StartAsync();
        worker = await hub.ClientAsync(TestHub.Worker);
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        Assert.Empty(errors);
    }

    [SkippableFact]
    public async Task A_doctor_filters_opens_zooms_corrects_and_exports_on_a_phone()
    {
        TestDevice kibera = await hub.EnrolAsync(0x0123456789ABCDEF, "Kibera");
        TestDevice mathare = await hub.EnrolAsync(unchecked((long)0xFEDCBA9876543210), "Mathare");
        await Put(kibera, 1, kibera.Recording(1, seconds: 60, ventricular: 12, start: Monday, patient: 7));
        await Put(kibera, 2, kibera.Recording(2, seconds: 30, start: Monday.AddDays(1)));
        await Put(mathare, 1, mathare.Recording(1, seconds: 30, rate: 140, start: Monday.AddDays(2)));
        IPage page = await SignedInAsync(TestHub.Doctor);

        await Expect(page.Locator("#records li")).ToHaveCountAsync(3);
        await ChromiumBrowser.PictureAsync(page, "list");

        await page.GetByText("Filters").ClickAsync();
        await page.Locator("select[name=finding]").SelectOptionAsync("ventricular-couplet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.Locator("#records li")).ToHaveCountAsync(1);
        await Expect(page.Locator("#records")).ToContainTextAsync("Kibera, patient 7");

        await page.GetByRole(AriaRole.Link, new() { Name = "Clear" }).ClickAsync();
        await page.GetByText("Filters").ClickAsync();
        await page.GetByLabel("Village").FillAsync("Mathare");
        await page.GetByLabel("From").FillAsync("2026-03-04");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.Locator("#records li")).ToHaveCountAsync(1);
        await Expect(page.Locator("#records")).ToContainTextAsync("Tachycardia");

        await page.GotoAsync("/?device=0123456789ABCDEF&answer=ShowADoctor");
        await page.Locator("#records a").First.ClickAsync();
        ILocator strip = page.Locator("#strip");
        await Expect(strip).ToHaveAttributeAsync("data-drawn", "7500");
        await Expect(strip).ToHaveAttributeAsync("data-to", "5.000");
        await ChromiumBrowser.PictureAsync(page, "recording");

        await page.GetByLabel("Show less time").ClickAsync();
        await Expect(strip).ToHaveAttributeAsync("data-to", "3.750");
        await page.GetByLabel("Later", new() { Exact = true }).ClickAsync();
        await Expect(strip).ToHaveAttributeAsync("data-from", "3.250");
        await page.GetByRole(AriaRole.Button, new() { Name = "Whole" }).ClickAsync();
        await Expect(strip).ToHaveAttributeAsync("data-to", "60.000");
        await ChromiumBrowser.PictureAsync(page, "whole");
        await DragAsync(page, strip);

        await ChangeBeatAsync(page, 2, "V");
        await ChangeBeatAsync(page, 3, "-");
        await page.GetByLabel("Bigeminy", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Ventricular couplet", new() { Exact = true }).UncheckAsync();
        await page.GetByText("No finding", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Note").FillAsync("One wide beat was missed.\n<b>No couplet</b>.");
        await ChromiumBrowser.PictureAsync(page, "correcting");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the review" }).ClickAsync();

        await Expect(page.Locator("#history")).ToContainTextAsync("doctor@clinic.test corrected");
        await Expect(page.Locator("#history")).ToContainTextAsync("Added: Bigeminy");
        await Expect(page.Locator("#history")).ToContainTextAsync("Struck out: Ventricular couplet");
        await Expect(page.Locator("#history")).ToContainTextAsync("<b>No couplet</b>");
        await Expect(page.Locator("h1")).ToContainTextAsync("Show a doctor");
        await Expect(strip).ToHaveAttributeAsync("data-drawn", "7500");
        await ChromiumBrowser.PictureAsync(page, "reviewed");

        Review review = await hub.WithAsync(context => context.Reviews.Include(each => each.Beats).SingleAsync());
        Assert.Equal(Verdict.Corrected, review.Verdict);
        Assert.Equal([(int?)2, null], review.Beats.OrderBy(beat => beat.Sample).Select(beat => beat.Class));

        IDownload wfdb = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "WFDB" }).ClickAsync());
        using (ZipArchive zip = new(File.OpenRead((await wfdb.PathAsync())!)))
        {
            Assert.Equal([".atr", ".dat", ".hea"], zip.Entries.Select(entry => Path.GetExtension(entry.Name)).Order());
        }

        await page.GotoAsync("/");
        await Expect(page.Locator("#records li")).ToHaveCountAsync(2);
        await page.GotoAsync("/?state=reviewed");
        await Expect(page.Locator("#records li")).ToHaveCountAsync(1);

        Assert.True(await hub.WithAsync(context => context.Audit.AnyAsync(entry => entry.Action == "exported" && entry.Detail == "wfdb" && entry.User == TestHub.Doctor)));
        Assert.True(await hub.WithAsync(context => context.Audit.AnyAsync(entry => entry.Action == "viewed" && entry.Sequence == 1)));
    }

    [SkippableFact]
    public async Task The_fleet_shows_battery_firmware_sync_and_self_test_and_no_recordings_to_field_workers()
    {
        TestDevice device = await hub.EnrolAsync(0x0123456789ABCDEF, "Kibera");
        await hub.EnrolAsync(0x11, "Mathare");
        await Put(device, 4, device.Seal(4, SelfTests.Record(device.Id, 4, batteryMillivolts: 2900)));
        (await worker.PutAsJsonAsync($"/api/devices/{device.Name}/status", new { firmware = "1.2.3", batteryMillivolts = 3900, clock = Monday, records = 3 })).EnsureSuccessStatusCode();
        IPage page = await SignedInAsync(TestHub.Worker);

        ILocator row = page.Locator("#fleet tbody tr").Filter(new() { HasText = device.Name });
        await Expect(row).ToContainTextAsync("3.90 V");
        await Expect(row).ToContainTextAsync("1.2.3");
        await Expect(row).ToContainTextAsync("just now");
        await Expect(row).ToContainTextAsync("1 failed");
        await ChromiumBrowser.PictureAsync(page, "fleet");

        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator("#self-test")).ToContainTextAsync("2900 mV");
        await ChromiumBrowser.PictureAsync(page, "device");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Recordings" })).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Somebody_who_is_invited_sets_a_password_and_is_in()
    {
        IPage page = await SignedInAsync(TestHub.Administrator);
        await page.GotoAsync("/Users");
        await page.GetByLabel("Mail address").FillAsync("new@clinic.test");
        await page.Locator("form[action*=Invite]").GetByLabel("Doctor").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        string invitation = (await page.Locator("#invitation").TextContentAsync())!;
        await ChromiumBrowser.PictureAsync(page, "users");

        IPage other = await browser.PhoneAsync(hub.Address);
        await other.GotoAsync(invitation);
        await other.GetByLabel("Password").FillAsync("password1234");
        await other.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("tried first");
        await other.GetByLabel("Password").FillAsync(TestHub.Password);
        await other.GetByRole(AriaRole.Button).ClickAsync();
        await other.GetByLabel("Mail address").FillAsync("new@clinic.test");
        await other.GetByLabel("Password").FillAsync(TestHub.Password);
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(other.Locator("h1")).ToHaveTextAsync("Waiting for review");
        await page.GotoAsync("/Audit");
        await Expect(page.Locator("#audit")).ToContainTextAsync("new@clinic.test: Doctor");
        await other.Context.CloseAsync();
    }

    private async Task<IPage> SignedInAsync(string user)
    {
        IPage page = await browser.PhoneAsync(hub.Address);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        using HttpClient made = await hub.ClientAsync(user);
        await page.GotoAsync("/");
        await ChromiumBrowser.PictureAsync(page, "sign-in");
        await page.GetByLabel("Mail address").FillAsync(user);
        await page.GetByLabel("Password").FillAsync(TestHub.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.Locator("nav")).ToBeVisibleAsync();
        return page;
    }

    private async Task Put(TestDevice device, int sequence, byte[] record)
    {
        using HttpResponseMessage answer = await device.PutAsync(worker, sequence, record);
        answer.EnsureSuccessStatusCode();
    }

    // Zoomed in and dragged to the left, the strip goes on to later seconds.
    private static async Task DragAsync(IPage page, ILocator strip)
    {
        await page.EvaluateAsync("ecgStrip.show(10, 14)");
        await Expect(strip).ToHaveAttributeAsync("data-from", "10.000");

        // Every sample of what is shown is drawn: an ECG with samples left out shows waves that are none.
        Assert.InRange(await page.EvaluateAsync<int>("ecgStrip.chart.getModel().getSeriesByIndex(0).getData().count()"), 495, 510);
        LocatorBoundingBoxResult box = (await strip.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 250, box.Y + 60);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 150, box.Y + 60, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await page.WaitForFunctionAsync("Number(document.getElementById('strip').dataset.from) > 10.5");
    }

    // Taps on the mark of one of the device's beats and chooses a class.
    private static async Task ChangeBeatAsync(IPage page, int beat, string to)
    {
        await page.EvaluateAsync("i => { const at = ecgStrip.data.beats[i].sample / ecgStrip.data.sampleRate; ecgStrip.show(at - 2, at + 2); }", beat);
        float[] place = await page.EvaluateAsync<float[]>(
            "i => { const s = ecgStrip, beat = s.data.beats[i].sample; const mark = s.chart.getOption().series[1].data.find(each => each.sample === beat); return s.chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, mark.value); }", beat);
        await page.Locator("#strip").ClickAsync(new() { Position = new Position { X = place[0], Y = place[1] } });
        await page.Locator($"#beat button[data-class='{to}']").ClickAsync();
    }
}
