using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Reads records, also broken and hostile ones: whatever the bytes, the answer is a status. It makes the contents anew and unpacks all
    /// samples once to see that they are whole, so it is not for the chip's loop.
    /// </summary>
    public sealed class RecordReader
    {
        private const int UnpackedAtOnce = 256;

        private readonly byte[] bytes;
        private readonly ByteCursor[] sections = new ByteCursor[RecordFormat.SectionCount + 1];
        private RecordContents contents;
        private int sampleCount;

        private RecordReader(byte[] bytes)
        {
            this.bytes = bytes;
        }

        /// <summary>Reads the one record that fills <paramref name="length"/> bytes.</summary>
        /// <param name="bytes">Where the record stands; the contents go on referring to its packed samples there.</param>
        /// <param name="offset">Its first byte.</param>
        /// <param name="length">Its length.</param>
        /// <param name="contents">What it says, or null unless the status is <see cref="RecordStatus.Ok"/>.</param>
        /// <exception cref="ArgumentException">The range is not inside <paramref name="bytes"/>.</exception>
        public static RecordStatus TryRead(byte[] bytes, int offset, int length, out RecordContents contents)
        {
            if (bytes == null || offset < 0 || length < 0 || length > bytes.Length - offset)
            {
                throw new ArgumentException("The range is not inside the bytes.", nameof(bytes));
            }

            contents = null;
            RecordStatus status = CheckFrame(bytes, offset, length);
            if (status != RecordStatus.Ok)
            {
                return status;
            }

            RecordReader reader = new RecordReader(bytes);
            int inside = length - RecordFormat.HeaderBytes - RecordFormat.CrcBytes;
            if (!reader.FindSections(new ByteCursor(bytes, offset + RecordFormat.HeaderBytes, inside)) || !reader.ReadSections())
            {
                return RecordStatus.Malformed;
            }

            contents = reader.contents;
            return RecordStatus.Ok;
        }

        private static RecordStatus CheckFrame(byte[] bytes, int offset, int length)
        {
            if (length < RecordFormat.MagicBytes)
            {
                return RecordStatus.TooShort;
            }

            if (LittleEndian.GetInt32(bytes, offset) != RecordFormat.Magic)
            {
                return RecordStatus.BadMagic;
            }

            if (length <= RecordFormat.MajorVersionOffset)
            {
                return RecordStatus.TooShort;
            }

            // Before length and checksum: where those stand is this version's knowledge.
            if (bytes[offset + RecordFormat.MajorVersionOffset] != RecordFormat.MajorVersion)
            {
                return RecordStatus.UnsupportedVersion;
            }

            if (length < RecordFormat.HeaderBytes + RecordFormat.CrcBytes)
            {
                return RecordStatus.TooShort;
            }

            int recordLength = LittleEndian.GetInt32(bytes, offset + RecordFormat.LengthOffset);
            if (recordLength > length)
            {
                return RecordStatus.TooShort;
            }

            if (recordLength != length)
            {
                return RecordStatus.Malformed;
            }

            int summed = length - RecordFormat.CrcBytes;
            bool sound = (int)Crc32.Compute(bytes, offset, summed) == LittleEndian.GetInt32(bytes, offset + summed);
            return sound ? RecordStatus.Ok : RecordStatus.BadCrc;
        }

        private bool FindSections(ByteCursor cursor)
        {
            int found = 0;
            while (cursor.Remaining > 0)
            {
                int section = cursor.ReadUInt16();
                int length = cursor.ReadInt32();
                int start = cursor.Position;
                cursor.Skip(length);
                if (cursor.Failed)
                {
                    return false;
                }

                if (section == 0 || section > RecordFormat.SectionCount)
                {
                    continue;
                }

                if (sections[section] != null)
                {
                    return false;
                }

                sections[section] = new ByteCursor(bytes, start, length);
                found += section <= RecordFormat.NeededSections ? 1 : 0;
            }

            return found == RecordFormat.NeededSections;
        }

        private bool ReadSections()
        {
            // A beat takes at least a byte beside its result, a gap two: a count that lies is found out before room is made for it.
            ByteCursor beats = sections[RecordFormat.BeatsSection];
            ByteCursor gaps = sections[RecordFormat.GapsSection];
            int beatCount = beats.ReadInt32();
            int gapCount = gaps.ReadInt32();
            if (beats.Failed || beatCount < 0 || beatCount > beats.Remaining / (RecordFormat.BeatResultBytes + 1)
                || gaps.Failed || gapCount < 0 || gapCount > gaps.Remaining / 2)
            {
                return false;
            }

            // Version 1.1 had no findings.
            ByteCursor findings = sections[RecordFormat.FindingsSection];
            int findingCount = findings != null ? findings.ReadInt32() : 0;
            if (findingCount < 0 || findingCount > FindingList.LargestCapacity
                || (findings != null && (findings.Failed || findingCount > findings.Remaining / RecordFormat.LeastFindingBytes)))
            {
                return false;
            }

            contents = new RecordContents(beatCount, gapCount > 0 ? gapCount : 1, findingCount);
            return ReadRecording(sections[RecordFormat.RecordingSection])
                && ReadSummary(sections[RecordFormat.SummarySection])
                && ReadModels(sections[RecordFormat.ModelsSection])
                && ReadBeats(beats, beatCount)
                && ReadGaps(gaps, gapCount)
                && (findings == null || ReadFindings(findings, findingCount))
                && ReadSamples(sections[RecordFormat.SamplesSection]);
        }

        private bool ReadRecording(ByteCursor cursor)
        {
            contents.DeviceId = cursor.ReadInt64();
            contents.Sequence = cursor.ReadInt32();
            int flags = cursor.ReadByte();
            long start = cursor.ReadInt64();
            if ((flags & RecordFormat.StartKnownFlag) != 0)
            {
                contents.SetStart(start);
            }

            contents.SampleRate = cursor.ReadUInt16();
            contents.UnitsPerMillivolt = cursor.ReadUInt16();
            sampleCount = cursor.ReadInt32();
            contents.FrontEndGain = cursor.ReadUInt16();
            contents.MainsFrequency = cursor.ReadByte();
            return !cursor.Failed && contents.SampleRate > 0 && contents.UnitsPerMillivolt > 0 && sampleCount >= 0;
        }

        private bool ReadSummary(ByteCursor cursor)
        {
            RecordSummary summary = contents.Summary;
            summary.MeanHeartRate = cursor.ReadInt32();
            summary.LowestHeartRate = cursor.ReadInt32();
            summary.HighestHeartRate = cursor.ReadInt32();
            for (int i = 0; i < BeatList.ClassCount; i++)
            {
                summary.ClassCounts[i] = cursor.ReadInt32();
            }

            summary.UnclassifiedCount = cursor.ReadInt32();
            summary.GoodSamples = cursor.ReadInt32();
            summary.PoorSamples = cursor.ReadInt32();
            summary.NoContactSamples = cursor.ReadInt32();

            // Version 1.0 did not count them.
            summary.LateSamples = cursor.Remaining > 0 ? cursor.ReadInt32() : RecordSummary.NotKnown;

            // Versions before 1.2 gave no answer.
            if (cursor.Remaining > 0)
            {
                summary.Answer = cursor.ReadInt32();
                summary.SdnnMs = cursor.ReadInt32();
                summary.RmssdMs = cursor.ReadInt32();
            }

            // Versions before 1.3 had no head for infarction.
            if (cursor.Remaining > 0)
            {
                summary.InfarctionScore = cursor.ReadInt32();
                summary.InfarctionPatients = cursor.ReadInt32();
            }

            return !cursor.Failed && summary.IsSound();
        }

        private bool ReadModels(ByteCursor cursor)
        {
            int count = cursor.ReadInt32();
            if (count < 0 || count > RecordContents.ModelCapacity)
            {
                return false;
            }

            for (int i = 0; i < count; i++)
            {
                ModelReference model = ModelReference.Read(cursor, bytes);
                if (model == null)
                {
                    return false;
                }

                contents.AddModel(model);
            }

            return !cursor.Failed && cursor.Remaining == 0;
        }

        private bool ReadBeats(ByteCursor cursor, int count)
        {
            int sample = 0;
            for (int i = 0; i < count; i++)
            {
                int distance = cursor.ReadVarint();
                int beatClass = cursor.ReadByte();
                int confidence = cursor.ReadByte();
                int model = cursor.ReadByte();
                bool follows = i == 0 || distance > 0;
                bool modelKnown = model == BeatList.NoModel || model < contents.ModelCount;
                if (cursor.Failed || !follows || !modelKnown || !BeatList.IsClass(beatClass) || distance >= sampleCount - sample)
                {
                    return false;
                }

                sample += distance;
                contents.Beats.Add(sample, beatClass, confidence, model);
            }

            return cursor.Remaining == 0;
        }

        private bool ReadGaps(ByteCursor cursor, int count)
        {
            int end = 0;
            for (int i = 0; i < count; i++)
            {
                int distance = cursor.ReadVarint();
                int length = cursor.ReadVarint();
                bool apart = i == 0 || distance > 0;
                if (cursor.Failed || !apart || length <= 0 || distance > sampleCount - end || length > sampleCount - end - distance)
                {
                    return false;
                }

                contents.Gaps.Mark(end + distance, length);
                end += distance + length;
            }

            return cursor.Remaining == 0;
        }

        private bool ReadFindings(ByteCursor cursor, int count)
        {
            for (int i = 0; i < count; i++)
            {
                int code = cursor.ReadByte();
                int times = cursor.ReadVarint();
                int value = cursor.ReadVarint();
                int start = cursor.ReadVarint();
                int length = cursor.ReadVarint();
                if (cursor.Failed || code == 0 || times == 0 || start >= sampleCount || length >= sampleCount - start)
                {
                    return false;
                }

                contents.Findings.Add(code, times, value, start, start + length);
            }

            return cursor.Remaining == 0;
        }

        private bool ReadSamples(ByteCursor cursor)
        {
            if (cursor.ReadByte() != RecordFormat.PackedEncoding || cursor.Failed)
            {
                return false;
            }

            int packedCount = cursor.Remaining;
            SampleUnpacker unpacker = new SampleUnpacker();
            unpacker.Begin(bytes, cursor.Position, packedCount);
            short[] samples = new short[UnpackedAtOnce];
            for (int left = sampleCount; left > 0; left -= UnpackedAtOnce)
            {
                int wanted = left < UnpackedAtOnce ? left : UnpackedAtOnce;
                if (unpacker.Read(samples, 0, wanted) != wanted)
                {
                    return false;
                }
            }

            contents.SetSamples(bytes, cursor.Position, packedCount, sampleCount);
            return unpacker.AtEnd;
        }
    }
}
