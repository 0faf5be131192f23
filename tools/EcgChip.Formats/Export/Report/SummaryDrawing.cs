using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Formats.Recordings;
using EcgChip.Signal.Rhythm;
using SkiaSharp;

namespace EcgChip.Formats.Export.Report;

/// <summary>The page's head: whose recording, what it says, heart rate, beats, signal; and its foot: by which networks.</summary>
internal sealed class SummaryDrawing(ReportPen pen, StoredRecording recording)
{
    private const float TextSize = 2.7f;
    private const float LabelSize = 2.2f;
    private const float FootSize = 2.1f;
    private const float FootLine = 3;
    private const string NotKnown = "not known";

    private static readonly string[] ClassWords = ["normal", "supraventricular", "ventricular", "fusion", "paced or unknown"];

    /// <summary>Height of the foot, mm.</summary>
    public float FootHeight => ((recording.Models.Count + 1) * FootLine) + 1.5f;

    /// <summary>Title, patient and time.</summary>
    public void Head(SKRect place)
    {
        pen.Text("ECG screening report", place.Left, place.Top + 5, 5.2f, bold: true);
        pen.Text("One lead (II), recorded and judged by an EcgChip device", place.Left, place.Top + 9.4f, TextSize, ReportPen.Grey);
        string patient = recording.PatientNumber is int number ? $"Patient {number.ToString(CultureInfo.InvariantCulture)}" : "Patient without a number";
        string time = recording.Start is { } start
            ? start.UtcDateTime.ToString("d MMMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
            : "Time not known: the device's clock was not set";
        string recorded = string.Create(
            CultureInfo.InvariantCulture, $"Device {recording.DeviceName}, recording {(uint)recording.Sequence}, {recording.Seconds:0.#} s at {recording.SampleRate} Hz");
        pen.Text(patient, place.Right, place.Top + 3.6f, 3.8f, bold: true, side: ReportPen.Side.Right);
        pen.Text(time, place.Right, place.Top + 7.4f, TextSize, side: ReportPen.Side.Right);
        pen.Text(recorded, place.Right, place.Top + 11, TextSize, ReportPen.Grey, side: ReportPen.Side.Right);
    }

    /// <summary>The answer, in a colour and in words.</summary>
    public void Answer(SKRect place)
    {
        SKColor colour = recording.Answer switch
        {
            ScreeningAnswer.ShowADoctor => ReportPen.Alarm,
            ScreeningAnswer.NoFinding => ReportPen.Calm,
            _ => ReportPen.Notice,
        };
        pen.Fill(place, colour, 1);
        pen.Text(AnswerWords.Of(recording.Answer), place.Left + 3, place.MidY + 1.3f, 3.7f, SKColors.White, bold: true);
        pen.Text("A screening aid, not a diagnosis. Not seen by a doctor. Whoever feels ill needs help now, whatever stands here.", place.Right - 3, place.MidY + 1, TextSize, SKColors.White, side: ReportPen.Side.Right);
    }

    /// <summary>Heart rate, beats by class and quality of the signal, each under its heading.</summary>
    public void Numbers(SKRect place)
    {
        HeartRates rate = recording.HeartRate;
        pen.Text("Heart rate", place.Left, place.Top + 2.4f, LabelSize, ReportPen.Grey);
        pen.Text(Number(rate.Mean, ""), place.Left, place.Top + 10, 8, bold: true);
        pen.Text("/min mean", place.Left + ReportPen.Width(Number(rate.Mean, ""), 8, true) + 1.5f, place.Top + 10, TextSize);
        pen.Text($"lowest {Number(rate.Lowest)}, highest {Number(rate.Highest)}", place.Left, place.Top + 14.4f, TextSize);
        pen.Text($"SDNN {Number(rate.SdnnMs, " ms")}", place.Left, place.Top + 18, TextSize);
        pen.Text($"RMSSD {Number(rate.RmssdMs, " ms")}", place.Left, place.Top + 21.6f, TextSize);

        float beats = place.Left + 42;
        pen.Text($"Beats: {recording.Beats.Count.ToString(CultureInfo.InvariantCulture)}", beats, place.Top + 2.4f, LabelSize, ReportPen.Grey);
        for (int i = 0; i < ClassWords.Length; i++)
        {
            Row(i, ((AamiClass)i).ToSymbol().ToString(), recording.Counts[i], ClassWords[i]);
        }

        Row(ClassWords.Length, StoredBeat.NotClassified, recording.Unclassified, "not classified");

        float signal = place.Left + 84;
        pen.Text("Signal", signal, place.Top + 2.4f, LabelSize, ReportPen.Grey);
        Share(0, "good", recording.Signal.GoodPercent, ReportPen.Calm);
        Share(1, "too poor to judge", recording.Signal.PoorPercent, ReportPen.Notice);
        Share(2, "no contact", recording.Signal.NoContactPercent, ReportPen.Grey);
        string mains = recording.MainsFrequency is int frequency ? $"mains filter {frequency.ToString(CultureInfo.InvariantCulture)} Hz" : "no mains filter";
        pen.Text(mains, signal, place.Top + 21.6f, TextSize, ReportPen.Grey);

        void Row(int index, string letter, int count, string words)
        {
            float y = place.Top + 6.4f + (index * 3.1f);
            pen.Text(letter, beats, y, TextSize, bold: true);
            pen.Text(count.ToString(CultureInfo.InvariantCulture), beats + 11, y, TextSize, side: ReportPen.Side.Right);
            pen.Text(words, beats + 13, y, TextSize, ReportPen.Grey);
        }

        void Share(int index, string words, double? percent, SKColor colour)
        {
            const float Width = 38;
            float y = place.Top + 6.6f + (index * 4.9f);
            pen.Text(words, signal, y, TextSize);
            pen.Text(percent is double known ? known.ToString("0.# '%'", CultureInfo.InvariantCulture) : NotKnown, signal + Width, y, TextSize, side: ReportPen.Side.Right);
            pen.Fill(new SKRect(signal, y + 0.8f, signal + Width, y + 1.6f), ReportPen.Faint);
            pen.Fill(new SKRect(signal, y + 0.8f, signal + (float)((percent ?? 0) / 100 * Width), y + 1.6f), colour);
        }
    }

    /// <summary>Every network with its hash and figures, and what the marks mean.</summary>
    public void Foot(SKRect place)
    {
        pen.Line(place.Left, place.Top, place.Right, place.Top, ReportPen.Faint, 0.2f);
        float y = place.Top + FootLine;
        foreach (StoredModel model in recording.Models)
        {
            string name = $"Network {model.Name} ({model.Role}) {model.Hash}: ";
            pen.Text(name, place.Left, y, FootSize, bold: true);
            float x = place.Left + ReportPen.Width(name, FootSize, true) + 1;
            pen.TextWithin(KnownModels.FiguresOf(model.Hash), x, y, FootSize, place.Right - x, ReportPen.Grey);
            y += FootLine;
        }

        pen.TextWithin(
            "One lead does not show what twelve do. Classes after AAMI EC57 at the R peaks: N normal, S supraventricular, V ventricular, F fusion, Q paced or unknown, ? not classified. Rules: docs/findings.md.",
            place.Left, y, FootSize, place.Width, ReportPen.Grey);
    }

    private static string Number(int? number, string unit = "") => number is int known ? known.ToString(CultureInfo.InvariantCulture) + unit : NotKnown;
}
