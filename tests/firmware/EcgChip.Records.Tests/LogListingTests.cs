using System.Linq;
using CsCheck;
using EcgChip.Records.Link;

namespace EcgChip.Records.Tests;

/// <summary>Self-tests among the recordings that are listed.</summary>
public sealed class LogListingTests
{
    private const int Most = 8;

    [Fact]
    public void Self_tests_are_left_out_and_take_no_place_of_a_recording() =>
        Gen.Bool.Array[0, 40].Sample(areSelfTests =>
        {
            RecordLog log = LogHarness.Open(new MemorySegmentStore());
            foreach (bool isSelfTest in areSelfTests)
            {
                byte[] payload = isSelfTest
                    ? new SelfTestRecord { Sequence = log.NextSequence, Lines = new SelfTestLines(LogHarness.Page) }.Encode()
                    : LogHarness.Payload(log.NextSequence, 50);
                Assert.Equal(LogStatus.Ok, LogHarness.Append(log, payload));
            }

            int[] recordings = [.. Enumerable.Range(1, areSelfTests.Length).Where(sequence => !areSelfTests[sequence - 1])];
            Assert.Equal(recordings.Reverse().Take(Most), LogHarness.List(log, Most).Select(each => each.Sequence));
        });
}
