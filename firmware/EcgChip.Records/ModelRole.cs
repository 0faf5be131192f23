namespace EcgChip.Records
{
    /// <summary>What a network was used for in a recording.</summary>
    public enum ModelRole
    {
        /// <summary>Classifies every beat as it comes.</summary>
        Live = 0,

        /// <summary>Classifies representative beats of the finished recording.</summary>
        Representative = 1,

        /// <summary>Screens for myocardial infarction.</summary>
        Infarction = 2,
    }
}
