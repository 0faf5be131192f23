using System;
using System.Linq;
using CsCheck;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;

namespace EcgChip.Formats.Tests.Export;

public sealed class EdfExportTests
{
    [Fact]
    public void The_header_says_patient_recording_start_and_device_as_the_specification_has_it()
    {
        EdfReading edf = Read(ExportSamples.Known);
        Assert.Equal(("0", "EDF+C", "1", 11), (edf.Version, edf.Kind, edf.RecordSeconds, edf.Records));
        Assert.Equal("1234 X X X", edf.Patient);
        Assert.Equal("Startdate 09-MAR-2026 7 X EcgChip_0102030405060708", edf.Recording);
        Assert.Equal(("09.03.26", "14.05.06"), (edf.Date, edf.Time));
        Assert.Equal(
            ["ECG II", "Adhesive electrodes", "mV", "-163.84", "163.835", "-32768", "32767", "HP:0.55Hz LP:45Hz N:50Hz", "125", ""], edf.Signals[0]);
        Assert.Equal(["EDF Annotations", "", "", "-1", "1", "-32768", "32767", "", edf.Signals[1][8], ""], edf.Signals[1]);
    }

    [Fact]
    public void What_is_not_known_is_X_and_the_date_is_the_specifications_for_none()
    {
        EdfReading edf = Read(ExportSamples.Known with { Start = null, PatientNumber = null, MainsFrequency = null });
        Assert.Equal(("X X X X", "Startdate X 7 X EcgChip_0102030405060708"), (edf.Patient, edf.Recording));
        Assert.Equal(("01.01.85", "00.00.00"), (edf.Date, edf.Time));
        Assert.Equal("HP:0.55Hz LP:45Hz", edf.Signals[0][7]);
        Assert.Equal(0, edf.RecordStarts[0]);
    }

    [Theory]
    [InlineData(1984, "09.03.yy", "09-MAR-1984")]
    [InlineData(1985, "09.03.85", "09-MAR-1985")]
    [InlineData(2084, "09.03.84", "09-MAR-2084")]
    [InlineData(2085, "09.03.yy", "09-MAR-2085")]
    public void A_year_that_two_digits_cannot_say_stands_in_the_recordings_identification(int year, string date, string day)
    {
        EdfReading edf = Read(ExportSamples.Known with { Start = new DateTimeOffset(year, 3, 9, 14, 5, 6, TimeSpan.Zero) });
        Assert.Equal(date, edf.Date);
        Assert.Contains(day, edf.Recording, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_told_from_the_whole_second_of_the_header()
    {
        EdfReading edf = Read(ExportSamples.Known);
        Assert.Equal(Enumerable.Range(0, 11).Select(second => second + 0.25), edf.RecordStarts);
        Assert.Contains((0.57, null, "Beat N 0"), edf.Annotations);
        Assert.Contains((4.57, null, "Beat V 0.313"), edf.Annotations.Where(mark => mark.Text.StartsWith("Beat V", StringComparison.Ordinal)));
    }

    [Fact]
    public void Beats_gaps_findings_models_and_the_end_are_annotations()
    {
        EdfReading edf = Read(ExportSamples.Known with { Start = null });
        Assert.Equal(13, edf.Annotations.Count(mark => mark.Text.StartsWith("Beat ", StringComparison.Ordinal)));
        Assert.All(
            [
                (0, null, "A screening aid, not a diagnosis; answer: no-finding"),
                (0, null, "Model live: bedside 82fac9fa432dfd9f"),
                (5.92, null, "Beat ?"),
                (6.88, 0.48, "Nothing measured"),
                (4.32, 0, "ventricular-ectopy: Single ventricular beats: 1, 360 an hour"),
                (4.8, 5.2, "pause: More than 2 s without a beat: 1 time, the longest 2.1 s"),
                (10.4, null, "Recording ends"),
            ],
            ((double, double?, string) mark) => Assert.Contains(mark, edf.Annotations));
    }

    [Fact]
    public void What_is_written_is_read_back_to_the_bit()
    {
        ExportSamples.Any.Sample(recording =>
        {
            EdfReading edf = Read(recording);
            double fraction = edf.RecordStarts[0];
            int[] samples = ExportSamples.Samples(recording, 0);
            Assert.InRange(fraction, 0, 0.999);
            Assert.Equal((int)Math.Ceiling(recording.Seconds), edf.Records);
            Assert.Equal(samples, edf.Samples.Take(samples.Length).Select(sample => (int)sample));
            Assert.All(edf.Samples.Skip(samples.Length), sample => Assert.Equal(0, sample));
            Assert.Equal(samples.Length, Sample(edf.Annotations.Single(mark => mark.Text == "Recording ends").Onset));
            Assert.Equal(
                recording.Beats.Select(beat => (beat.Sample, beat.ClassName)),
                edf.Annotations.Where(mark => mark.Text.StartsWith("Beat ", StringComparison.Ordinal)).Select(mark => (Sample(mark.Onset), mark.Text.Split(' ')[1])));
            Assert.Equal(
                recording.Gaps.Select(gap => (gap.Start, gap.Length)),
                edf.Annotations.Where(mark => mark.Text == "Nothing measured").Select(mark => (Sample(mark.Onset), (int)Math.Round(mark.Duration!.Value * recording.SampleRate))));

            // The scale that a reader takes from the header is right to a millionth.
            double least = double.Parse(edf.Signals[0][3], System.Globalization.CultureInfo.InvariantCulture);
            double most = double.Parse(edf.Signals[0][4], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(1, (most - least) / ushort.MaxValue * recording.UnitsPerMillivolt, 1e-5);

            int Sample(double onset) => (int)Math.Round((onset - fraction) * recording.SampleRate);
        });
    }

    [Fact]
    public void A_sample_rate_whose_seconds_do_not_fit_into_a_data_record_is_refused()
    {
        Assert.Equal(ExportSamples.MostRate, Read(ExportSamples.Known with { SampleRate = ExportSamples.MostRate }).Samples.Length);
        Assert.Contains(
            "export it in another format",
            Assert.Throws<RecordingException>(() => Read(ExportSamples.Known with { SampleRate = ExportSamples.MostRate + 1 })).Message,
            StringComparison.Ordinal);
    }

    private static EdfReading Read(StoredRecording recording) => EdfReading.Of(RecordingExport.Files(recording, ExportFormat.Edf)[0].Content);
}
