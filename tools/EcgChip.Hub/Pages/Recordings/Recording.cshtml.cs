using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Formats;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;
using EcgChip.Hub.Data;
using EcgChip.Hub.Devices;
using EcgChip.Hub.Listing;
using EcgChip.Hub.Reviews;
using EcgChip.Hub.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EcgChip.Hub.Pages.Recordings;

/// <summary>One recording: its strip, what the device found, what doctors said, and the form to say more.</summary>
[Authorize(Policy = Policies.PageJudges)]
public sealed class RecordingModel(RecordShelf shelf, ReviewBook book, AuditTrail audit) : PageModel
{
    private const int SecondsDigits = 2;

    private static readonly string[] ClassWords = ["normal", "supraventricular", "ventricular", "fusion", "other"];

    /// <summary>The record.</summary>
    public StoredRecord Record { get; private set; } = null!;

    /// <summary>What the device recorded; null where it cannot be read.</summary>
    public StoredRecording? Recording { get; private set; }

    /// <summary>What the device found.</summary>
    public IReadOnlyList<RecordFinding> Found { get; private set; } = [];

    /// <summary>What doctors said, oldest first.</summary>
    public IReadOnlyList<Review> Reviews { get; private set; } = [];

    /// <summary>Codes of the findings that hold: the device's as the last review leaves them.</summary>
    public IReadOnlySet<int> Present { get; private set; } = new HashSet<int>();

    /// <summary>The answer that holds; null where there is none.</summary>
    public ListedAnswer? Chosen => Reviews.Count > 0 ? Reviews[^1].Answer : Record.DeviceAnswer;

    /// <summary>Beats that the last review changed, as the form sends them.</summary>
    public string BeatChanges { get; private set; } = "";

    /// <summary>Where the script gets the strip.</summary>
    public string StripAddress => $"/Recordings/{DeviceId.Text(Record.DeviceId)}/{Record.Sequence}?handler=Strip";

    /// <summary>Why there is no strip, or why it is to be looked at with care; null when there is nothing to say.</summary>
    public string? Trouble => Record.Health switch
    {
        RecordHealth.Damaged => "The record was damaged on its device. It is kept as it came, and cannot be shown.",
        RecordHealth.NewerVersion => "The record is of a version that this hub does not know yet: it is kept, and will be shown by a newer hub.",
        RecordHealth.OtherOrigin => "The record names another device or number than it was sealed under: it may be of before the device had its id.",
        _ => null,
    };

    /// <summary>The beats in words, for who cannot see the strip.</summary>
    public string BeatsInWords => string.Join(", ", Classes.Where(each => each.Count > 0).Select(each => $"{each.Count} {each.Words}"));

    /// <summary>Each class with what it is called and how many beats the device gave it.</summary>
    public IEnumerable<(string Name, string Words, int Count)> Classes => Recording is null ? [] :
        [.. Recording.Counts.Select((count, i) => (((AamiClass)i).ToString(), ClassWords[i], count)), ("U", "not classified", Recording.Unclassified)];

    /// <summary>Beats of a review in words.</summary>
    public string BeatsOf(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return string.Join(", ", review.Beats.Select(beat =>
            $"{Math.Round((double)beat.Sample / Record.SampleRate, SecondsDigits).ToString("0.00", CultureInfo.InvariantCulture)} s {(beat.Class is { } to ? ((AamiClass)to).ToString() : "no beat")}"));
    }

    /// <summary>Shows the recording.</summary>
    public async Task<IActionResult> OnGetAsync(string device, int sequence, CancellationToken cancellation)
    {
        if (!await LoadAsync(device, sequence, cancellation))
        {
            return NotFound();
        }

        await audit.SaveAsync(AuditAction.Viewed, Record.DeviceId, sequence, cancellation: cancellation);
        return Page();
    }

    /// <summary>Gives the script what it draws.</summary>
    public async Task<IActionResult> OnGetStripAsync(string device, int sequence, CancellationToken cancellation)
    {
        if (!await LoadAsync(device, sequence, cancellation) || Recording is null)
        {
            return NotFound();
        }

        return new JsonResult(Strip.Of(Recording));
    }

    /// <summary>Gives the recording out in a format.</summary>
    public async Task<IActionResult> OnGetExportAsync(string device, int sequence, string format, CancellationToken cancellation)
    {
        if (!ExportFormats.TryParse(format, out ExportFormat wanted) || !await LoadAsync(device, sequence, cancellation) || Recording is null)
        {
            return NotFound();
        }

        using MemoryStream file = new();
        RecordingExport.Write(Recording, wanted, file);
        await audit.SaveAsync(AuditAction.Exported, Record.DeviceId, sequence, format, cancellation: cancellation);
        return File(file.ToArray(), wanted.ContentType(), RecordingExport.DownloadName(Recording, wanted));
    }

    /// <summary>Gives the record out as its device sealed it.</summary>
    public async Task<IActionResult> OnGetSealedAsync(string device, int sequence, CancellationToken cancellation)
    {
        if (!await LoadAsync(device, sequence, cancellation))
        {
            return NotFound();
        }

        byte[] bytes = await shelf.BytesAsync(Record, cancellation);
        await audit.SaveAsync(AuditAction.Exported, Record.DeviceId, sequence, "as sealed", cancellation: cancellation);
        return File(bytes, "application/octet-stream", $"{DeviceId.Text(Record.DeviceId)}-{sequence:000000}.rec");
    }

    /// <summary>Keeps a review.</summary>
    public async Task<IActionResult> OnPostAsync(
        string device, int sequence, int seen, ListedAnswer? answer, int[] findings, string? beats, string? note, bool asksAnother, CancellationToken cancellation)
    {
        if (!await LoadAsync(device, sequence, cancellation))
        {
            return NotFound();
        }

        if (answer is null || BeatChangeText.Parse(beats) is not { } changes)
        {
            ModelState.AddModelError("", "Choose an answer.");
            return Page();
        }

        try
        {
            if (await book.KeepAsync(Record, Recording, new ReviewDraft(answer.Value, findings, changes, note, asksAnother, seen), cancellation) == ReviewResult.Kept)
            {
                return LocalRedirect($"/Recordings/{DeviceId.Text(Record.DeviceId)}/{sequence}");
            }

            await LoadAsync(device, sequence, cancellation);
            ModelState.AddModelError("", "Somebody else has reviewed this recording in the meantime: see what was said, and save again if you still want to.");
        }
        catch (ReviewException exception)
        {
            ModelState.AddModelError("", exception.Message);
        }

        return Page();
    }

    private async Task<bool> LoadAsync(string device, int sequence, CancellationToken cancellation)
    {
        if (!RecordShelf.IsAddress(device, sequence, out long id) || await shelf.FindAsync(id, sequence, cancellation) is not { Kind: not RecordKind.SelfTest } record)
        {
            return false;
        }

        Record = record;
        Recording = await shelf.RecordingAsync(record, cancellation);
        Found = await shelf.FindingsAsync(record, cancellation);
        Reviews = await shelf.ReviewsAsync(record, cancellation);
        HashSet<int> present = [.. Found.Select(finding => finding.Code)];
        foreach (ReviewedFinding finding in Reviews.Count > 0 ? Reviews[^1].Findings : [])
        {
            _ = finding.Present ? present.Add(finding.Code) : present.Remove(finding.Code);
        }

        Present = present;
        BeatChanges = BeatChangeText.Of(Reviews.Count > 0 ? Reviews[^1].Beats : []);
        return true;
    }
}
