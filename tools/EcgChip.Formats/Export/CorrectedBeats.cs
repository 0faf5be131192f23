using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats.Recordings;

namespace EcgChip.Formats.Export;

/// <summary>From a device's beats and a doctor's corrections to the beats as they are.</summary>
public static class CorrectedBeats
{
    /// <summary>
    /// The device's beats with the corrections: a class in the place of another, a beat that the device missed (a sample without one of its beats), or none
    /// where there was none (null). Beats that the device did not classify and nobody did since are left out: nothing is to be learnt from them.
    /// </summary>
    /// <param name="recording">The recording, with the device's beats.</param>
    /// <param name="corrections">By sample; of two corrections of one sample the later holds.</param>
    /// <exception cref="RecordingException">A correction is outside the recording.</exception>
    public static IReadOnlyList<(int Sample, AamiClass Class)> Of(StoredRecording recording, IEnumerable<(int Sample, AamiClass? Class)> corrections)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(corrections);
        SortedDictionary<int, AamiClass?> beats = [];
        foreach (StoredBeat beat in recording.Beats)
        {
            beats[beat.Sample] = beat.Class;
        }

        foreach ((int sample, AamiClass? beatClass) in corrections)
        {
            if (sample < 0 || sample >= recording.Samples.Count)
            {
                throw new RecordingException(
                    $"A correction at sample {sample} is outside the recording of {recording.Samples.Count} samples: correct its place.");
            }

            beats[sample] = beatClass;
        }

        return [.. beats.Where(beat => beat.Value is not null).Select(beat => (beat.Key, beat.Value!.Value))];
    }
}
