using CsCheck;

namespace EcgChip.Records.Tests;

public class RecordSizeTests
{
    [Fact]
    public void No_record_is_longer_than_was_said_before_it_was_made() =>
        RecordSamples.Any.Sample(contents =>
        {
            RecordWriter writer = new();
            writer.Begin(contents);
            int most = RecordSize.Most(
                contents.PackedCount, contents.SampleCount, contents.Beats.Count, contents.Gaps.Count, contents.Findings.Count);
            Assert.InRange(writer.TotalLength, 1, most);
        });

    [Fact]
    public void Full_lists_with_distances_as_long_as_they_can_be_still_fit()
    {
        Gen.Select(Gen.Int[1, 40_000], Gen.Int[1, 500], Gen.Int[1, 24]).Sample((samples, beats, gaps) =>
        {
            RecordContents contents = new(beats, gaps);
            int step = int.Max(1, samples / beats);
            for (int i = 0; i < beats && (i * step) + step - 1 < samples; i++)
            {
                contents.Beats.Add((i * step) + step - 1, 0, 0, BeatList.NoModel);
            }

            int gap = samples / (2 * gaps);
            for (int i = 0; i < gaps && gap > 0; i++)
            {
                contents.Gaps.Mark(i * 2 * gap, gap);
            }

            for (int i = 1; i <= FindingList.UsualCapacity; i++)
            {
                contents.Findings.Add(i, int.MaxValue, int.MaxValue, samples - 1, samples - 1);
            }

            contents.SetSamples(RecordSamples.Pack(new short[samples]));
            RecordWriter writer = new();
            writer.Begin(contents);
            Assert.InRange(writer.TotalLength, 1, RecordSize.Most(contents.PackedCount, samples, beats, gaps, FindingList.UsualCapacity));
        });
    }
}
