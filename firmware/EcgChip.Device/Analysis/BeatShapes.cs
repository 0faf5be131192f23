using System;
using EcgChip.Signal;

namespace EcgChip.Device.Analysis
{
    /// <summary>
    /// The shapes that the beats of a recording have. A beat joins the shape that it differs from least, or begins a new one when it differs from
    /// all of them by too much (leader algorithm, Hartigan 1975, chapter 3). A shape is the running mean of its beats, and is represented by the
    /// one of them that differed least from it.
    /// </summary>
    public sealed class BeatShapes
    {
        /// <summary>Shapes that are told apart; when there are so many, a beat joins the nearest, however far it is.</summary>
        public const int Capacity = 6;

        /// <summary>
        /// How much a beat may differ from its shape, on average over its window: an eighth of the beat's largest deviation.
        /// </summary>
        private const int LargestDifference = BedsideWindow.Largest / 8 * BedsideWindow.Length;

        // A mean moves by 1/4 of the difference, rounded away from 0, so that it does not stop short.
        private const int MeanBits = 2;
        private const int RoundUp = (1 << MeanBits) - 1;

        private sbyte[][] means = new sbyte[Capacity][];
        private readonly int[] sizes = new int[Capacity];
        private readonly int[] representatives = new int[Capacity];
        private readonly int[] closest = new int[Capacity];
        private int count;
        private int added;
        private sbyte[] window;
        private int compared;
        private int nearest;
        private int least;

        /// <summary>Shapes found.</summary>
        public int Count
        {
            get { return count; }
        }

        /// <summary>Beats of a shape.</summary>
        public int Size(int shape)
        {
            return sizes[shape];
        }

        /// <summary>The beat that stands for a shape, by the number that it was added with.</summary>
        public int Representative(int shape)
        {
            return representatives[shape];
        }

        /// <summary>Forgets all shapes.</summary>
        public void Clear()
        {
            count = 0;
        }

        /// <summary>All beats are in: no other can be added, and what they were compared with is given back.</summary>
        public void ForgetMeans()
        {
            means = null;
        }

        /// <summary>Begins to add a beat; <see cref="Step"/> goes on with it.</summary>
        /// <param name="beat">Its number.</param>
        /// <param name="beatWindow">Its window, as <see cref="BedsideWindow"/> cuts it; it must stay as it is meanwhile.</param>
        public void Begin(int beat, sbyte[] beatWindow)
        {
            added = beat;
            window = beatWindow;
            compared = 0;
            nearest = -1;
            least = int.MaxValue;
        }

        /// <summary>Compares the beat with one shape, or puts it where it belongs; true when it is in a shape.</summary>
        public bool Step()
        {
            if (compared < count)
            {
                int difference = Difference(window, means[compared]);
                if (difference < least)
                {
                    least = difference;
                    nearest = compared;
                }

                compared++;
                return false;
            }

            if (nearest < 0 || (least > LargestDifference && count < Capacity))
            {
                BeginShape();
            }
            else
            {
                Join(nearest);
            }

            return true;
        }

        private static int Difference(sbyte[] window, sbyte[] mean)
        {
            int sum = 0;
            for (int i = 0; i < BedsideWindow.Length; i++)
            {
                int difference = window[i] - mean[i];
                sum += difference < 0 ? -difference : difference;
            }

            return sum;
        }

        private void BeginShape()
        {
            means[count] = new sbyte[BedsideWindow.Length];
            Array.Copy(window, means[count], BedsideWindow.Length);

            sizes[count] = 1;
            representatives[count] = added;

            // The first beat is its shape's mean by definition, which says nothing of how typical it is.
            closest[count] = int.MaxValue;
            count++;
        }

        private void Join(int shape)
        {
            sizes[shape]++;
            if (least <= closest[shape])
            {
                closest[shape] = least;
                representatives[shape] = added;
            }

            sbyte[] mean = means[shape];
            sbyte[] beat = window;
            for (int i = 0; i < BedsideWindow.Length; i++)
            {
                int value = mean[i];
                int difference = beat[i] - value;
                mean[i] = (sbyte)(value + (difference > 0 ? (difference + RoundUp) >> MeanBits : difference >> MeanBits));
            }
        }
    }
}
