using EcgChip.Device.Monitoring;
using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>Hears what is found in the signal, and puts it on the screen, into the recording that runs, and to whoever else listens.</summary>
    internal sealed class SessionListener : ISignalListener
    {
        /// <summary>
        /// True when a second was judged; whoever has told that sets it back. There is little time, and the deepest calls are, while samples are taken: what
        /// follows of it is told in a slice of its own.
        /// </summary>
        public bool SecondPassed;

        private readonly MonitorScreen screen;
        private readonly ScreenContents shown;
        private readonly IBeatListener observer;
        private readonly SignalAdvice advice = new SignalAdvice();
        private SignalPath path;
        private RecordingCourse course;

        /// <summary>A listener of a signal that is not there yet: see <see cref="Attach"/>.</summary>
        /// <param name="screens">Show it.</param>
        /// <param name="observer">Hears of every beat, too; null when nobody wants to.</param>
        public SessionListener(DeviceScreens screens, IBeatListener observer)
        {
            screen = screens.Monitor;
            shown = screens.Contents;
            this.observer = observer;
        }

        /// <summary>Says where it comes from and where it goes, before the first sample.</summary>
        /// <param name="path">The signal.</param>
        /// <param name="course">The recording.</param>
        public void Attach(SignalPath path, RecordingCourse course)
        {
            this.path = path;
            this.course = course;
        }

        /// <inheritdoc/>
        public void BeatFound(int sampleIndex)
        {
            course.BeatFound(sampleIndex);

            // While samples are taken, the screen and the count have those before them only.
            screen.MarkR(course.Newest - sampleIndex);
            if (observer != null)
            {
                observer.BeatFound(sampleIndex);
            }
        }

        /// <inheritdoc/>
        public void BeatClassified(int sampleIndex, int beatClass, int confidence)
        {
            course.BeatClassified(sampleIndex, beatClass, confidence);
            if (beatClass != BeatClass.Unclassified)
            {
                path.LookAtElectrodes(sampleIndex);
            }

            screen.PushBeatClass(beatClass);
            if (observer != null)
            {
                observer.BeatClassified(sampleIndex, beatClass, confidence);
            }
        }

        /// <inheritdoc/>
        public void BeatWithdrawn(int sampleIndex, int ago)
        {
            course.BeatClassified(sampleIndex, BeatClass.Unclassified, 0);
            screen.WithdrawBeatClass(ago);
            if (observer != null)
            {
                observer.BeatClassified(sampleIndex, BeatClass.Unclassified, 0);
            }
        }

        /// <inheritdoc/>
        public void SecondJudged()
        {
            ContactState quality = path.Contact.State;
            SecondPassed = true;
            screen.SetContact(quality, advice.Next(quality, path.Contact.LeadsOff, path.Quality.Reason, path.Electrodes));
            screen.SetHeartRate(quality == ContactState.Good ? path.Rate.Now : HeartRate.Unknown);
            if (course.State == SessionState.Recording)
            {
                course.JudgeSecond(quality);
                shown.SecondsLeft = course.SecondsLeft;
                shown.GoodSeconds = course.GoodSeconds;
            }
        }
    }
}
