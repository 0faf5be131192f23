using EcgChip.Records;
using nanoFramework.TestFramework;

namespace EcgChip.Firmware.NanoTests
{
    /// <summary>A recording into the log and back.</summary>
    [TestClass]
    public class LogTests
    {
        private const int Capacity = 8192;
        private const int Page = 256;
        private const long DeviceId = 0x0102030405060708;
        private const int Mains = 50;
        private const int Class = 2;
        private const int Confidence = 200;

        /// <summary>Samples, beats, gaps and settings, bit for bit.</summary>
        [TestMethod]
        public void A_saved_recording_reads_back_as_it_was()
        {
            MemoryStore store = new MemoryStore(Capacity);
            Save(store);
            Save(store);
            RecordLog log = Open(store);
            Assert.AreEqual(2, log.RecordCount);
            Assert.AreEqual(0, log.DamageCount);

            RecordContents read = ReadFirst(store);
            short[] samples = Strip.Make(1);
            short[] unpacked = new short[read.SampleCount];
            SampleUnpacker unpacker = new SampleUnpacker();
            unpacker.Begin(read.PackedBytes, read.PackedOffset, read.PackedCount);
            Assert.AreEqual(Strip.Length, unpacker.Read(unpacked, 0, unpacked.Length));
            for (int n = 0; n < Strip.Length; n++)
            {
                Assert.AreEqual(samples[n], unpacked[n]);
            }

            int[] peaks = Strip.Peaks();
            Assert.AreEqual(1, read.Sequence);
            Assert.AreEqual(DeviceId, read.DeviceId);
            Assert.AreEqual(Mains, read.MainsFrequency);
            Assert.IsFalse(read.StartKnown);
            Assert.AreEqual(peaks.Length, read.Beats.Count);
            for (int beat = 0; beat < peaks.Length; beat++)
            {
                Assert.AreEqual(peaks[beat], read.Beats.SampleIndex(beat));
                Assert.AreEqual(Class, read.Beats.Class(beat));
                Assert.AreEqual(Confidence, read.Beats.Confidence(beat));
            }

            Assert.AreEqual(1, read.Gaps.Count);
            Assert.AreEqual(1000, read.Gaps.Start(0));
        }

        /// <summary>A bit of the payload turned over: that record is reported, not believed.</summary>
        [TestMethod]
        public void A_changed_bit_is_found()
        {
            MemoryStore store = new MemoryStore(Capacity);
            Save(store);
            store.Flip(store.Length(1) / 2, 3);
            RecordLog log = Open(store);
            Assert.AreEqual(0, log.RecordCount);
            Assert.AreEqual(1, log.DamageCount);
        }

        /// <summary>A power cut in the second record leaves the first.</summary>
        [TestMethod]
        public void A_record_cut_short_does_not_take_the_one_before_it_along()
        {
            MemoryStore store = new MemoryStore(Capacity);
            Save(store);
            int whole = store.Length(1);
            Save(store);
            store.Cut(whole + (store.Length(1) - whole) / 2);
            RecordLog log = Open(store);
            Assert.AreEqual(1, log.RecordCount);
            Assert.AreEqual(1, log.DamageCount);
            Assert.AreEqual(1, ReadFirst(store).Sequence);
        }

        private static RecordLog Open(MemoryStore store)
        {
            RecordLog log = new RecordLog(store, Capacity, Page);
            log.Open(LogCheck.AllPayloads);
            while (!log.Step())
            {
            }

            return log;
        }

        private static void Save(MemoryStore store)
        {
            int[] peaks = Strip.Peaks();
            RecordContents contents = new RecordContents(peaks.Length, 1);
            contents.DeviceId = DeviceId;
            contents.MainsFrequency = Mains;
            int model = contents.AddModel(new ModelReference(ModelRole.Live, "bedside", "00ff123456789abc"));
            for (int beat = 0; beat < peaks.Length; beat++)
            {
                contents.Beats.Add(peaks[beat], Class, Confidence, model);
            }

            contents.Gaps.Mark(1000, 25);
            SamplePacker packer = new SamplePacker(new byte[3 * Strip.Length]);
            Assert.AreEqual(Strip.Length, packer.Append(Strip.Make(1), Strip.Length - 1, 0, Strip.Length));
            contents.SetSamples(packer);
            RecordSaver saver = new RecordSaver(Open(store), Page);
            saver.Begin(contents);
            while (!saver.Step())
            {
            }

            Assert.IsTrue(saver.Status == LogStatus.Ok);
        }

        private static RecordContents ReadFirst(MemoryStore store)
        {
            LogScanner scanner = new LogScanner(store, Page);
            scanner.Begin(LogCheck.AllPayloads);
            while (!scanner.Step() && scanner.Sequence != 1)
            {
            }

            Assert.IsTrue(scanner.Found == LogFinding.Record);
            byte[] record = new byte[scanner.Length];
            store.Read(scanner.Segment, scanner.Position + LogFormat.EntryHeaderBytes, record, 0, record.Length);
            Assert.IsTrue(RecordReader.TryRead(record, 0, record.Length, out RecordContents contents) == RecordStatus.Ok);
            return contents;
        }
    }
}
