using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using EcgChip.Records.Link;

namespace EcgChip.Link;

/// <summary>A self-test from its start to its last line, over a link.</summary>
public static class SelfTestSession
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // On the chip it takes half a minute; a line that takes longer than this will not come any more.
    private static readonly TimeSpan LongestLine = TimeSpan.FromSeconds(60);

    /// <summary>Starts a self-test and waits for its end.</summary>
    /// <param name="client">The device.</param>
    /// <param name="lineCame">Called with each line as it comes.</param>
    /// <param name="cancellation">Ends the waiting; the device goes on.</param>
    /// <returns>All lines, and whether their record stands in the device's flash.</returns>
    /// <exception cref="LinkException">Nobody answers, the device is busy, or its self-test has come to a stop.</exception>
    public static (IReadOnlyList<TestLine> Lines, bool Stored) Run(LinkClient client, Action<TestLine>? lineCame, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        List<TestLine> lines = [];
        Stopwatch sinceLine = Stopwatch.StartNew();
        SelfTestProgress progress = client.StartSelfTest(cancellation);
        while (true)
        {
            foreach (TestLine line in progress.Lines)
            {
                lines.Add(line);
                lineCame?.Invoke(line);
                sinceLine.Restart();
            }

            if (progress.State >= SelfTestState.Done && lines.Count == progress.LinesDone)
            {
                return (lines, progress.State == SelfTestState.Done);
            }

            if (progress.State == SelfTestState.None || sinceLine.Elapsed > LongestLine)
            {
                throw new LinkException(
                    $"The self-test of the device on {client.Name} ended after {lines.Count} lines: look at its screen, switch it off and on, and start again.", LinkFault.Closed);
            }

            if (progress.Lines.Count == 0)
            {
                cancellation.WaitHandle.WaitOne(Pause);
                cancellation.ThrowIfCancellationRequested();
            }

            progress = client.PollSelfTest(lines.Count, cancellation);
        }
    }
}
