using EcgChip.Device.Analysis;
using EcgChip.Device.Screens;
using EcgChip.Records;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Session
{
    /// <summary>
    /// What follows a recording once its beats have their last classes: its shapes are judged once more by the seed network, its summary is filled, its
    /// rhythm judged, the record stored. A resumable job: <see cref="Begin"/>, then <see cref="Step"/>; <see cref="State"/> says how far it is.
    /// </summary>
    public sealed class RecordingFinish
    {
        private const int ShapesFound = 5;
        private const int JudgingShapes = 90;

        private readonly Recording recording;
        private readonly RecordingAnalysis analysis;
        private readonly RecordLog log;
        private readonly int pageBytes;
        private readonly DeviceScreens screens;

        // Made when a recording is over and given back at once: nothing of it takes room while one runs.
        private RhythmAnalysis rhythm;
        private RecordSaver saver;
        private LogStatus stored;
        private Stage stage;

        /// <summary>Finishes what <paramref name="recording"/> holds when it begins.</summary>
        /// <param name="recording">The recording, which must stay as it is meanwhile.</param>
        /// <param name="analysis">Judges its shapes.</param>
        /// <param name="log">Where it is stored.</param>
        /// <param name="pageBytes">Bytes of it that are written in one slice.</param>
        /// <param name="screens">Say what the recording says, and how far it is.</param>
        public RecordingFinish(Recording recording, RecordingAnalysis analysis, RecordLog log, int pageBytes, DeviceScreens screens)
        {
            this.recording = recording;
            this.analysis = analysis;
            this.log = log;
            this.pageBytes = pageBytes;
            this.screens = screens;
        }

        private enum Stage
        {
            EndSamples,
            JudgeShapes,
            Summarise,
            JudgeRhythm,
            BeginStoring,
            Store,
            Done,
        }

        /// <summary>
        /// <see cref="SessionState.Analysing"/>, <see cref="SessionState.Storing"/>, and when it is done <see cref="SessionState.Monitoring"/>, or
        /// <see cref="SessionState.StorageFault"/> where the record could not be stored.
        /// </summary>
        public SessionState State
        {
            get
            {
                if (stage < Stage.Store)
                {
                    return SessionState.Analysing;
                }

                if (stage == Stage.Store)
                {
                    return SessionState.Storing;
                }

                return stored == LogStatus.Ok ? SessionState.Monitoring : SessionState.StorageFault;
            }
        }

        /// <summary>Begins: the recording is over.</summary>
        public void Begin()
        {
            stage = Stage.EndSamples;
        }

        /// <summary>Begins to store once more what could not be stored.</summary>
        public void StoreAgain()
        {
            stage = Stage.BeginStoring;
        }

        /// <summary>One bounded slice.</summary>
        /// <returns>
        /// False when storing begins or ends: nothing more is done in a slot then, because the pages are written when no sample is due.
        /// </returns>
        public bool Step()
        {
            switch (stage)
            {
                case Stage.EndSamples:
                    analysis.Begin(recording.EndSamples(), recording.Start);
                    stage = Stage.JudgeShapes;
                    return true;

                case Stage.JudgeShapes:
                    if (analysis.Step())
                    {
                        stage = Stage.Summarise;
                    }

                    ShowProgress();

                    return true;

                case Stage.Summarise:
                    if (recording.Summarise())
                    {
                        rhythm = new RhythmAnalysis(recording);
                        stage = Stage.JudgeRhythm;
                    }

                    return true;

                case Stage.JudgeRhythm:
                    if (rhythm.Step())
                    {
                        RecordingVerdict.Conclude(rhythm, analysis.Infarction, recording.Contents);
                        RecordingResult.Show(recording.Contents, screens.Contents);
                        rhythm = null;
                        stage = Stage.BeginStoring;
                    }

                    return true;

                case Stage.BeginStoring:
                    saver = new RecordSaver(log, pageBytes);
                    stored = saver.Begin(recording.Contents);
                    stage = stored == LogStatus.Working ? Stage.Store : Stage.Done;
                    saver = stage == Stage.Store ? saver : null;
                    return false;

                case Stage.Store:
                    if (saver.Step())
                    {
                        stored = saver.Status;
                        saver = null;
                        stage = Stage.Done;
                        return false;
                    }

                    return true;

                default:
                    return false;
            }
        }

        // Of what takes the time: a shape's network each. Finding them is the first twentieth, what follows the last.
        private void ShowProgress()
        {
            int shapes = analysis.ShapeCount;
            int now = shapes == 0 ? 0 : ShapesFound + (analysis.JudgedCount * JudgingShapes / shapes);
            if (now != screens.Contents.Progress)
            {
                screens.Contents.Progress = now;
                screens.Changed();
            }
        }
    }
}
