using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Writes a record as a stream of bytes, page by page, without ever holding the whole of it: <see cref="Begin"/>, then <see
    /// cref="Read"/> until it gives 0. Made once and reused. A page of 256 bytes costs some 350,000 instructions of samples, nearly all of
    /// it checksum, and up to 900,000 of beats.
    /// </summary>
    public sealed class RecordWriter
    {
        private const int LargestUInt16 = 65535;
        private const int LargestByte = 255;

        private readonly byte[] part = new byte[RecordFormat.LargestPart];
        private readonly Crc32 crc = new Crc32();
        private RecordContents contents;
        private Stage stage = Stage.Done;
        private int item;
        private int partLength;
        private int partWritten;
        private int samplesWritten;
        private int totalLength;

        private enum Stage
        {
            Header,
            Recording,
            Summary,
            ModelsHead,
            Models,
            BeatsHead,
            Beats,
            GapsHead,
            Gaps,
            FindingsHead,
            Findings,
            SamplesHead,
            Samples,
            Crc,
            Done,
        }

        /// <summary>Bytes of the whole record begun last.</summary>
        public int TotalLength
        {
            get { return totalLength; }
        }

        /// <summary>
        /// Starts a record; its length is known from then on. The contents must stay as they are until the last byte is read.
        /// </summary>
        /// <exception cref="ArgumentException">
        /// The contents are incomplete or contradict themselves: no samples set, a beat, gap or finding past the last sample,
        /// a beat that names a missing model, a number in the summary that cannot be, a setting out of the range that its field documents.
        /// </exception>
        public void Begin(RecordContents recordContents)
        {
            Check(recordContents);
            contents = recordContents;
            stage = Stage.Header;
            item = 0;
            partLength = 0;
            partWritten = 0;
            samplesWritten = 0;
            crc.Reset();
            totalLength = RecordFormat.HeaderBytes + RecordFormat.SectionCount * RecordFormat.SectionHeaderBytes
                + RecordFormat.RecordingBytes + RecordFormat.SummaryBytes + ModelsBytes() + BeatsBytes() + GapsBytes() + FindingsBytes()
                + SamplesBytes()
                + RecordFormat.CrcBytes;
        }

        /// <summary>
        /// Puts the record's next bytes into <paramref name="buffer"/> and returns their number: less than <paramref name="count"/> only at
        /// the end, 0 after it.
        /// </summary>
        /// <exception cref="ArgumentException">The range is not inside the buffer.</exception>
        public int Read(byte[] buffer, int offset, int count)
        {
            if (buffer == null || offset < 0 || count < 0 || count > buffer.Length - offset)
            {
                throw new ArgumentException("The range is not inside the bytes.", nameof(buffer));
            }

            int written = 0;
            int summed = 0;
            while (written < count)
            {
                if (partWritten == partLength && stage != Stage.Samples)
                {
                    if (stage == Stage.Done)
                    {
                        break;
                    }

                    if (stage == Stage.Crc)
                    {
                        crc.Update(buffer, offset + summed, written - summed);
                        summed = written;
                    }

                    MakePart();
                    continue;
                }

                bool samples = partWritten == partLength;
                int chunk = samples ? contents.PackedCount - samplesWritten : partLength - partWritten;
                if (chunk > count - written)
                {
                    chunk = count - written;
                }

                if (samples)
                {
                    Array.Copy(contents.PackedBytes, contents.PackedOffset + samplesWritten, buffer, offset + written, chunk);
                    samplesWritten += chunk;
                    if (samplesWritten == contents.PackedCount)
                    {
                        stage = Stage.Crc;
                    }
                }
                else
                {
                    Array.Copy(part, partWritten, buffer, offset + written, chunk);
                    partWritten += chunk;
                }

                written += chunk;
            }

            crc.Update(buffer, offset + summed, written - summed);
            return written;
        }

        private static void Check(RecordContents contents)
        {
            if (contents == null || contents.PackedBytes == null)
            {
                throw new ArgumentException("The record has no samples.", nameof(contents));
            }

            BeatList beats = contents.Beats;
            if (beats.ModelsNamed > contents.ModelCount || (beats.Count > 0 && beats.SampleIndex(beats.Count - 1) >= contents.SampleCount))
            {
                throw new ArgumentException("A beat is past the last sample or names a missing model.", nameof(contents));
            }

            GapList gaps = contents.Gaps;
            int last = gaps.Count - 1;
            if (last >= 0 && gaps.Start(last) + gaps.Length(last) > contents.SampleCount)
            {
                throw new ArgumentException("A gap is past the last sample.", nameof(contents));
            }

            FindingList findings = contents.Findings;
            for (int i = 0; i < findings.Count; i++)
            {
                if (findings.End(i) >= contents.SampleCount)
                {
                    throw new ArgumentException("A finding is past the last sample.", nameof(contents));
                }
            }

            if (!contents.Summary.IsSound())
            {
                throw new ArgumentException("A number in the summary is negative, or one of infarction is missing or too large.", nameof(contents));
            }

            if (contents.SampleRate <= 0 || contents.SampleRate > LargestUInt16
                || contents.UnitsPerMillivolt <= 0 || contents.UnitsPerMillivolt > LargestUInt16
                || contents.PatientNumber < 0 || contents.FrontEndGain < 0 || contents.FrontEndGain > LargestUInt16
                || contents.MainsFrequency < 0 || contents.MainsFrequency > LargestByte)
            {
                throw new ArgumentException("A setting is out of range.", nameof(contents));
            }
        }

        private void MakePart()
        {
            partWritten = 0;
            switch (stage)
            {
                case Stage.Header:
                    partLength = Header();
                    stage = Stage.Recording;
                    break;
                case Stage.Recording:
                    partLength = Recording(SectionHeader(RecordFormat.RecordingSection, RecordFormat.RecordingBytes));
                    stage = Stage.Summary;
                    break;
                case Stage.Summary:
                    partLength = Summary(SectionHeader(RecordFormat.SummarySection, RecordFormat.SummaryBytes));
                    stage = Stage.ModelsHead;
                    break;
                case Stage.ModelsHead:
                    partLength = ListHead(RecordFormat.ModelsSection, ModelsBytes(), contents.ModelCount);
                    stage = Stage.Models;
                    break;
                case Stage.Models:
                    partLength = item < contents.ModelCount ? Model(item) : EndOfList(Stage.BeatsHead);
                    break;
                case Stage.BeatsHead:
                    partLength = ListHead(RecordFormat.BeatsSection, BeatsBytes(), contents.Beats.Count);
                    stage = Stage.Beats;
                    break;
                case Stage.Beats:
                    partLength = item < contents.Beats.Count ? Beat(item) : EndOfList(Stage.GapsHead);
                    break;
                case Stage.GapsHead:
                    partLength = ListHead(RecordFormat.GapsSection, GapsBytes(), contents.Gaps.Count);
                    stage = Stage.Gaps;
                    break;
                case Stage.Gaps:
                    partLength = item < contents.Gaps.Count ? Gap(item) : EndOfList(Stage.FindingsHead);
                    break;
                case Stage.FindingsHead:
                    partLength = ListHead(RecordFormat.FindingsSection, FindingsBytes(), contents.Findings.Count);
                    stage = Stage.Findings;
                    break;
                case Stage.Findings:
                    partLength = item < contents.Findings.Count ? Finding(item) : EndOfList(Stage.SamplesHead);
                    break;
                case Stage.SamplesHead:
                    partLength = LittleEndian.PutByte(
                        part, SectionHeader(RecordFormat.SamplesSection, SamplesBytes()), RecordFormat.PackedEncoding);
                    stage = contents.PackedCount > 0 ? Stage.Samples : Stage.Crc;
                    break;
                default:
                    partLength = LittleEndian.PutUInt32(part, 0, crc.Value);
                    stage = Stage.Done;
                    break;
            }
        }

        private int EndOfList(Stage next)
        {
            item = 0;
            stage = next;
            return 0;
        }

        private int Header()
        {
            int at = LittleEndian.PutInt32(part, 0, RecordFormat.Magic);
            at = LittleEndian.PutByte(part, at, RecordFormat.MajorVersion);
            at = LittleEndian.PutByte(part, at, RecordFormat.MinorVersion);
            at = LittleEndian.PutInt16(part, at, 0);
            return LittleEndian.PutInt32(part, at, totalLength);
        }

        private int SectionHeader(int section, int length)
        {
            int at = LittleEndian.PutInt16(part, 0, section);
            return LittleEndian.PutInt32(part, at, length);
        }

        private int ListHead(int section, int length, int count)
        {
            item = 0;
            return LittleEndian.PutInt32(part, SectionHeader(section, length), count);
        }

        private int Recording(int at)
        {
            at = LittleEndian.PutInt64(part, at, contents.DeviceId);
            at = LittleEndian.PutInt32(part, at, contents.Sequence);
            at = LittleEndian.PutByte(part, at, contents.StartKnown ? RecordFormat.StartKnownFlag : 0);
            at = LittleEndian.PutInt64(part, at, contents.StartUnixMs);
            at = LittleEndian.PutInt16(part, at, contents.SampleRate);
            at = LittleEndian.PutInt16(part, at, contents.UnitsPerMillivolt);
            at = LittleEndian.PutInt32(part, at, contents.SampleCount);
            at = LittleEndian.PutInt16(part, at, contents.FrontEndGain);
            at = LittleEndian.PutByte(part, at, contents.MainsFrequency);
            return LittleEndian.PutInt32(part, at, contents.PatientNumber);
        }

        private int Summary(int at)
        {
            RecordSummary summary = contents.Summary;
            at = LittleEndian.PutInt32(part, at, summary.MeanHeartRate);
            at = LittleEndian.PutInt32(part, at, summary.LowestHeartRate);
            at = LittleEndian.PutInt32(part, at, summary.HighestHeartRate);
            for (int i = 0; i < BeatList.ClassCount; i++)
            {
                at = LittleEndian.PutInt32(part, at, summary.ClassCounts[i]);
            }

            at = LittleEndian.PutInt32(part, at, summary.UnclassifiedCount);
            at = LittleEndian.PutInt32(part, at, summary.GoodSamples);
            at = LittleEndian.PutInt32(part, at, summary.PoorSamples);
            at = LittleEndian.PutInt32(part, at, summary.NoContactSamples);
            at = LittleEndian.PutInt32(part, at, summary.LateSamples);
            at = LittleEndian.PutInt32(part, at, summary.Answer);
            at = LittleEndian.PutInt32(part, at, summary.SdnnMs);
            at = LittleEndian.PutInt32(part, at, summary.RmssdMs);
            at = LittleEndian.PutInt32(part, at, summary.InfarctionScore);
            return LittleEndian.PutInt32(part, at, summary.InfarctionPatients);
        }

        private int Model(int index)
        {
            ModelReference model = contents.Model(index);
            int at = LittleEndian.PutByte(part, 0, (int)model.Role);
            at = LittleEndian.PutByte(part, at, model.Name.Length);
            for (int i = 0; i < model.Name.Length; i++)
            {
                at = LittleEndian.PutByte(part, at, model.Name[i]);
            }

            for (int i = 0; i < ModelReference.HashBytes; i++)
            {
                at = LittleEndian.PutByte(part, at, model.HashByte(i));
            }

            item++;
            return at;
        }

        private int Beat(int index)
        {
            BeatList beats = contents.Beats;
            int at = LittleEndian.PutVarint(part, 0, beats.Distance(index));
            at = LittleEndian.PutByte(part, at, beats.Class(index));
            at = LittleEndian.PutByte(part, at, beats.Confidence(index));
            item++;
            return LittleEndian.PutByte(part, at, beats.ModelIndex(index));
        }

        private int Gap(int index)
        {
            int at = LittleEndian.PutVarint(part, 0, contents.Gaps.Distance(index));
            item++;
            return LittleEndian.PutVarint(part, at, contents.Gaps.Length(index));
        }

        private int Finding(int index)
        {
            FindingList findings = contents.Findings;
            int at = LittleEndian.PutByte(part, 0, findings.Code(index));
            at = LittleEndian.PutVarint(part, at, findings.Times(index));
            at = LittleEndian.PutVarint(part, at, findings.Value(index));
            at = LittleEndian.PutVarint(part, at, findings.Start(index));
            item++;
            return LittleEndian.PutVarint(part, at, findings.End(index) - findings.Start(index));
        }

        private int ModelsBytes()
        {
            int bytes = RecordFormat.ListCountBytes;
            for (int i = 0; i < contents.ModelCount; i++)
            {
                bytes += RecordFormat.ModelFixedBytes + contents.Model(i).Name.Length;
            }

            return bytes;
        }

        private int BeatsBytes()
        {
            return RecordFormat.ListCountBytes + contents.Beats.EncodedBytes;
        }

        private int GapsBytes()
        {
            return RecordFormat.ListCountBytes + contents.Gaps.EncodedBytes();
        }

        private int FindingsBytes()
        {
            return RecordFormat.ListCountBytes + contents.Findings.EncodedBytes();
        }

        private int SamplesBytes()
        {
            return RecordFormat.EncodingBytes + contents.PackedCount;
        }
    }
}
