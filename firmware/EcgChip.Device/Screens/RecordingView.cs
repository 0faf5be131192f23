using EcgChip.Device.Drivers.Ili9341;

namespace EcgChip.Device.Screens
{
    /// <summary>How far a recording has come, "0:12/1:00" behind a dot, or in a word what is done with it; nothing while there is none.</summary>
    internal sealed class RecordingView
    {
        private const int SecondsInMinute = 60;
        private const int Ten = 10;
        private const int LargestTime = 9 * SecondsInMinute + SecondsInMinute - 1;
        private const int CharactersOfTime = 4;

        private readonly Ili9341 display;
        private readonly TextLabel time;
        private int elapsed;
        private int total;
        private string activity;
        private bool dotShown;

        /// <summary>No recording.</summary>
        public RecordingView(Ili9341 display, GlyphPainter painter)
        {
            this.display = display;
            time = new TextLabel(
                display, painter, MonitorLayout.RecordingLeft, MonitorLayout.ContactTop, MonitorLayout.RecordingLength, ' ');
        }

        /// <summary>Seconds recorded and seconds to record; a total of 0 when nothing is recorded.</summary>
        public void Set(int secondsElapsed, int secondsTotal)
        {
            if (secondsElapsed == elapsed && secondsTotal == total)
            {
                return;
            }

            elapsed = secondsElapsed;
            total = secondsTotal;
            activity = null;
            if (secondsTotal <= 0)
            {
                time.Set("");
                return;
            }

            SetTime(0, secondsElapsed);
            time.Set(CharactersOfTime, '/');
            SetTime(CharactersOfTime + 1, secondsTotal);
        }

        /// <summary>What is done with the recording, in a word of at most nine characters; nothing for an empty one.</summary>
        public void SetActivity(string word)
        {
            if (total == 0 && word == activity)
            {
                return;
            }

            elapsed = 0;
            total = 0;
            activity = word;
            time.Set(word);
        }

        /// <summary>Draws the dot or a character. True when there was nothing to draw.</summary>
        public bool Step()
        {
            bool recording = total > 0;
            if (recording != dotShown)
            {
                dotShown = recording;
                display.FillRectangle(
                    MonitorLayout.RecordingDotLeft, MonitorLayout.ContactTop + 3, MonitorLayout.RecordingDotSize, MonitorLayout.RecordingDotSize,
                    recording ? Palette.Vermillion : Palette.Background);
                return false;
            }

            return time.Step();
        }

        private void SetTime(int place, int seconds)
        {
            int shown = seconds < 0 ? 0 : seconds;
            shown = shown > LargestTime ? LargestTime : shown;
            int rest = shown % SecondsInMinute;
            time.Set(place, (char)('0' + shown / SecondsInMinute));
            time.Set(place + 1, ':');
            time.Set(place + 2, (char)('0' + rest / Ten));
            time.Set(place + 3, (char)('0' + rest % Ten));
        }
    }
}
