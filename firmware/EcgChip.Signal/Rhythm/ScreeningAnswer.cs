namespace EcgChip.Signal.Rhythm
{
    /// <summary>What a recording says to who made it. The numbers stand in stored records and never change.</summary>
    public enum ScreeningAnswer
    {
        /// <summary>Nothing was found for which the patient should see a doctor; it is no proof of health.</summary>
        NoFinding = 0,

        /// <summary>Something was found that a doctor should look at.</summary>
        ShowADoctor = 1,

        /// <summary>There was too little good signal to tell: record again.</summary>
        Repeat = 2,
    }
}
