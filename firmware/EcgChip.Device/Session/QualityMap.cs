using System;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>Which seconds of a recording are not good throughout; a bit for each.</summary>
    public sealed class QualityMap
    {
        private const int BitsMask = 7;
        private const int BytesShift = 3;

        private readonly byte[] flawed;

        /// <summary>Makes room for a recording.</summary>
        public QualityMap(int longestSeconds)
        {
            flawed = new byte[(longestSeconds >> BytesShift) + 1];
        }

        /// <summary>All is good.</summary>
        public void Clear()
        {
            Array.Clear(flawed, 0, flawed.Length);
        }

        /// <summary>Says that the samples from one to another, of which there may be none, are not good.</summary>
        /// <param name="first">The first, from the start of the recording.</param>
        /// <param name="end">The one behind the last.</param>
        public void MarkFlawed(int first, int end)
        {
            if (first >= end)
            {
                return;
            }

            for (int second = first / SignalUnits.SampleRate; second * SignalUnits.SampleRate < end; second++)
            {
                flawed[second >> BytesShift] |= (byte)(1 << (second & BitsMask));
            }
        }

        /// <summary>True when the seconds are good that samples from one to another lie in.</summary>
        public bool IsGood(int first, int last)
        {
            int lastSecond = last / SignalUnits.SampleRate;
            for (int second = first / SignalUnits.SampleRate; second <= lastSecond; second++)
            {
                if ((flawed[second >> BytesShift] & (1 << (second & BitsMask))) != 0)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
