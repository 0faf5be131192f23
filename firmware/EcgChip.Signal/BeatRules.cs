namespace EcgChip.Signal
{
    /// <summary>
    /// Decides which humps of steepness are beats. A hump about as high as the last beats is one at once. A lower one is held: it is the P wave of
    /// the beat that follows it soon, or a T wave or noise where the rhythm goes on without it, or a small beat where no other comes.
    /// Thresholds lie between the running levels of beats and of everything else (<see cref="BeatLevels"/>), as in Pan and Tompkins 1985 (IEEE Trans Biomed Eng 32(3));
    /// what is new here is that a doubtful hump waits for its right neighbour, which takes up to 0.83 s after its top.
    /// Heights and slopes are in the summed units of <see cref="RPeakDetector"/>, times are sample indices. The figures were found by searching for
    /// the fewest wrong beats on the MIT-BIH database as recorded, at half and double gain, inverted, and from another start; all lie on a
    /// plateau: a change of any by a tenth costs fewer than 1 in 5,000 beats.
    /// </summary>
    internal sealed class BeatRules
    {
        /// <summary>No two beats come within 200 ms (Pan and Tompkins 1985).</summary>
        public const int Refractory = 25;

        private const int PartBits = BeatLevels.PartBits;

        // Over the noise level, in parts of the way to the beats' level: where a hump is a beat at once; where it is one if nothing better comes soon;
        // where it is one if nothing comes for most of an interval; and where it is still worth holding.
        private const int Sure = 212;
        private const int Likely = 112;
        private const int Lonely = 64;
        private const int Possible = 40;

        // A held hump waits 368 ms for a better one, and 5/8 of an interval where that is shorter: a P wave's distance.
        private const int LongestReach = 46;
        private const int ReachPart = 160;

        // A lonely hump is a beat when it came later than a T wave comes, and 5/8 of an interval passed behind it; a possible one when the last
        // beat is 13/8 of an interval ago.
        private const int LonelyFrom = 56;
        private const int LonelyPart = 160;
        private const int OverduePart = 416;

        // What is a beat has to be known a second after its R peak, which lies up to 16 samples before the hump's top.
        private const int LongestHold = 104;

        // A T wave is flatter than its beat: by 180/256 right behind the refractory period, 148/256 from 288 ms, 36/256 at 432 ms, in between straight lines.
        private const int TWaveNear = 36;
        private const int TWaveFar = 54;
        private const int TWaveAtOnce = 180;
        private const int TWaveAtNear = 148;
        private const int TWaveAtFar = 36;

        // A tall T wave is as steep as its beat, but lower: its way up alone fills a hump. Up to 55/64 of the height, within 368 ms and half an interval.
        private const int TWaveHeight = 220;
        private const int HighTWaveReach = 46;

        // The mean interval moves by a sixteenth, by a quarter for the first eight.
        private const int IntervalBits = 4;
        private const int EarlyIntervalBits = 2;
        private const int EarlyIntervals = 8;

        // Without a beat for 3 s, the idea of how high a beat is is given up step by step.
        private const int ForgetAfter = 3 * SignalUnits.SampleRate;

        private readonly BeatLevels levels;

        // Beats that cannot change any more, until they are taken: one that was pending and one that was held.
        private readonly int[] tops = new int[4];
        private int topCount;
        private int taken;

        private int interval;
        private int beats;

        private int lastTop;
        private int lastHeight;
        private int lastSlope;
        private bool pending;

        private int heldTop;
        private int heldHeight;
        private int heldSlope;
        private bool holding;

        /// <summary>Rules that judge by, and move, some levels.</summary>
        public BeatRules(BeatLevels levels)
        {
            this.levels = levels;
        }

        /// <summary>The sample with which <see cref="Attend"/> is to be called next, unless a hump ends before.</summary>
        public int Due { get; private set; }

        /// <summary>Starts anew, knowing nothing.</summary>
        /// <param name="first">Index of the sample that comes first.</param>
        public void Reset(int first)
        {
            topCount = 0;
            taken = 0;
            levels.Reset();
            interval = SignalUnits.SampleRate;
            beats = 0;
            lastTop = first - SignalUnits.SampleRate;
            lastHeight = 0;
            lastSlope = 0;
            pending = false;
            holding = false;
            Due = first;
        }

        /// <summary>Judges a hump that is over.</summary>
        /// <param name="top">Where it was highest.</param>
        /// <param name="height">How high.</param>
        /// <param name="slope">The steepest slope in it.</param>
        /// <param name="n">The sample that ended it.</param>
        public void Judge(int top, int height, int slope, int n)
        {
            Resolve(n);
            Due = n;
            int since = top - lastTop;
            if (since < Refractory)
            {
                // The higher of two so close is the QRS complex; the other was its P wave, or is its tail.
                if (pending && height > lastHeight)
                {
                    lastTop = top;
                    lastHeight = height;
                    lastSlope = slope;
                }

                return;
            }

            Settle();
            bool sure = height >= levels.Threshold(Sure);
            if (holding)
            {
                // The better one of two doubtful ones is held on.
                if (!sure && height <= heldHeight)
                {
                    if (top - heldTop >= Refractory)
                    {
                        levels.AddNoise(height);
                    }

                    return;
                }

                holding = false;
                if (top - heldTop >= Refractory)
                {
                    levels.AddNoise(heldHeight);
                    sure = height >= levels.Threshold(Sure);
                }
            }

            if (slope < (lastSlope * TWaveSlope(since)) >> PartBits
                || (since < HighTWaveReach && since < interval >> 1 && height < (lastHeight * TWaveHeight) >> PartBits))
            {
                levels.AddNoise(height);
            }
            else if (sure)
            {
                Accept(top, height, slope, false);
            }
            else if (height >= levels.Threshold(Possible))
            {
                heldTop = top;
                heldHeight = height;
                heldSlope = slope;
                holding = true;
            }
            else
            {
                levels.AddNoise(height);
            }
        }

        /// <summary>Does what is due with a sample: what nothing can change any more is decided, old beats are forgotten.</summary>
        /// <param name="n">The sample.</param>
        /// <param name="rival">Where the hump that still goes on is highest so far.</param>
        /// <param name="rivalHeight">How high; 0 when there is none.</param>
        public void Attend(int n, int rival, int rivalHeight)
        {
            // Only a higher hump with its top within the refractory period could still take the beat's place.
            if (pending && n - lastTop >= Refractory && (rivalHeight <= lastHeight || rival - lastTop >= Refractory))
            {
                Settle();
            }

            Resolve(n);
            if (!pending && n - lastTop > ForgetAfter)
            {
                levels.Forget();
            }

            Due = NextDue(n);
        }

        /// <summary>Nothing comes any more: what is likely to be a beat is one.</summary>
        public void End()
        {
            Settle();
            if (holding && heldHeight >= levels.Threshold(Likely))
            {
                Accept(heldTop, heldHeight, heldSlope, false);
                Settle();
            }

            holding = false;
        }

        /// <summary>Gives the next beat that nothing can change any more.</summary>
        /// <param name="top">Where its hump was highest.</param>
        public bool TryTake(out int top)
        {
            if (taken == topCount)
            {
                taken = 0;
                topCount = 0;
                top = 0;
                return false;
            }

            top = tops[taken++];
            return true;
        }

        private static int TWaveSlope(int since)
        {
            if (since >= TWaveFar)
            {
                return 0;
            }

            return since < TWaveNear
                ? TWaveAtNear + (TWaveAtOnce - TWaveAtNear) * (TWaveNear - since) / (TWaveNear - Refractory)
                : TWaveAtFar + (TWaveAtNear - TWaveAtFar) * (TWaveFar - since) / (TWaveFar - TWaveNear);
        }

        private int NextDue(int n)
        {
            int next = lastTop + (pending ? Refractory : ForgetAfter + 1);
            next = next > n ? next : n + 1;
            if (holding)
            {
                next = Earlier(next, heldTop + Reach() + 1, n);
                next = Earlier(next, heldTop + ((interval * LonelyPart) >> PartBits) + 1, n);
                next = Earlier(next, lastTop + ((interval * OverduePart) >> PartBits) + 1, n);
                next = Earlier(next, heldTop + LongestHold, n);
            }

            return next;
        }

        private static int Earlier(int next, int candidate, int n)
        {
            return candidate > n && candidate < next ? candidate : next;
        }

        private int Reach()
        {
            int reach = (interval * ReachPart) >> PartBits;
            return reach < LongestReach ? reach : LongestReach;
        }

        // Decides on the held hump, as soon as that can be done.
        private void Resolve(int n)
        {
            int waited = n - heldTop;
            if (!holding || waited <= Reach())
            {
                return;
            }

            if (waited > LongestHold)
            {
                waited = LongestHold;
            }

            // Before the first beat nobody knows what a hump follows: it may be the T wave of a beat that was not seen.
            bool follows = beats > 0;
            int since = heldTop - lastTop;
            if (heldHeight >= levels.Threshold(Likely)
                || (follows && since > LonelyFrom && waited > (interval * LonelyPart) >> PartBits && heldHeight >= levels.Threshold(Lonely)))
            {
                holding = false;
                Accept(heldTop, heldHeight, heldSlope, false);
            }
            else if (follows && since + waited > (interval * OverduePart) >> PartBits && heldHeight >= levels.Threshold(Possible))
            {
                holding = false;
                Accept(heldTop, heldHeight, heldSlope, true);
            }
            else if (waited == LongestHold)
            {
                holding = false;
                levels.AddNoise(heldHeight);
            }
        }

        private void Accept(int top, int height, int slope, bool isOverdue)
        {
            Settle();
            levels.AddBeat(height, beats, isOverdue);
            if (beats > 0)
            {
                int longest = interval << 1;
                int since = top - lastTop;
                interval += ((since > longest ? longest : since) - interval) >> (beats < EarlyIntervals ? EarlyIntervalBits : IntervalBits);
            }

            beats++;
            lastTop = top;
            lastHeight = height;
            lastSlope = slope;
            pending = true;
        }

        // Nothing takes the place of the last beat any more.
        private void Settle()
        {
            if (pending)
            {
                pending = false;
                tops[topCount++] = lastTop;
            }
        }
    }
}
