namespace EcgChip.Device.Screens
{
    /// <summary>All texts in French. Capitals only, as the font has them; a bar parts what is said from what to do.</summary>
    internal static class FrenchTexts
    {
        /// <summary>A text; empty for a number that no text has.</summary>
        public static string Of(int textId)
        {
            switch (textId)
            {
                case TextId.SignalGood: return "BON SIGNAL";
                case TextId.SignalSettling: return "PATIENTEZ|NE BOUGEZ PAS";
                case TextId.SignalBothOff: return "SANS CONTACT|COLLEZ LES 3, PEAU SÈCHE";
                case TextId.SignalLeftLegOff: return "JAMBE GAUCHE|COLLEZ SUR LA JAMBE G.";
                case TextId.SignalRightArmOff: return "BRAS DROIT|COLLEZ SUR LE BRAS D.";
                case TextId.SignalNone: return "PAS DE SIGNAL|VOIR CÂBLE, PEAU SÈCHE";
                case TextId.SignalClipping: return "MAUVAIS SIGNAL|TROP FORT: VOIR CÂBLE";
                case TextId.SignalFlat: return "MAUVAIS SIGNAL|PLAT: VOIR CÂBLE, PEAU";
                case TextId.SignalMains: return "MAUVAIS SIGNAL|ÉLOIGNEZ DU SECTEUR";
                case TextId.SignalWander: return "MAUVAIS SIGNAL|RESTEZ CALME";
                case TextId.SignalMuscle: return "MAUVAIS SIGNAL|DÉTENDEZ LES BRAS";
                case TextId.SignalMotion: return "MAUVAIS SIGNAL|NE BOUGEZ PAS";
                case TextId.SignalSwapped: return "INVERSÉ?|VOIR BRAS ET JAMBE";
                case TextId.Recording: return "MESURE";
                case TextId.Paused: return "EN PAUSE";
                case TextId.GoesOn: return "PUIS ÇA CONTINUE";
                case TextId.SideRight: return "D";
                case TextId.SideLeft: return "G";
                case TextId.Hold: return "LONG";
                case TextId.Stop: return "ARRÊT";
                case TextId.Back: return "RETOUR";
                case TextId.Record: return "MESURER";
                case TextId.Menu: return "MENU";
                case TextId.Details: return "DÉTAILS";
                case TextId.Next: return "SUITE";
                case TextId.Select: return "CHOISIR";
                case TextId.Change: return "CHANGER";
                case TextId.More: return "PLUS";
                case TextId.Less: return "MOINS";
                case TextId.Settings: return "RÉGLER";
                case TextId.History: return "LISTE";
                case TextId.About: return "INFOS";
                case TextId.SelfTest: return "TEST";
                case TextId.Patient: return "PATIENT";
                case TextId.NewPatient: return "NOUVEAU";
                case TextId.Wake: return "RÉVEIL";
                case TextId.SwitchOff: return "VEILLE";
                case TextId.Retry: return "REFAIRE";
                case TextId.Save: return "GARDER";
                case TextId.Ok: return "OK";
                case TextId.Sync: return "ENVOYER";
                case TextId.Guide: return "GUIDE";
                case TextId.Monitor: return "SUIVI";
                case TextId.Start: return "DÉBUT";
                case TextId.Duration: return "DURÉE";
                case TextId.TitleAnalysing: return "ANALYSE";
                case TextId.TitleResult: return "RÉSULTAT";
                case TextId.TitleFindings: return "DÉTAILS";
                case TextId.TitleStored: return "ENREGISTRÉ";
                case TextId.TitleHistory: return "MESURES";
                case TextId.TitleSettings: return "RÉGLAGES";
                case TextId.TitlePatient: return "PATIENT";
                case TextId.TitleSelfTest: return "AUTOTEST";
                case TextId.TitleAbout: return "À PROPOS";
                case TextId.TitleFault: return "ATTENTION";
                case TextId.TitleLowBattery: return "BATTERIE VIDE";
                case TextId.TitleSyncing: return "ENVOI";
                case TextId.Ready: return "PRÊT";
                case TextId.UnplugUsb: return "DÉBRANCHEZ L'USB";
                case TextId.StorageFull: return "PLEIN: ENVOYEZ";
                case TextId.PatientLabel: return "PATIENT";
                case TextId.LengthLabel: return "DURÉE";
                case TextId.RoomLabel: return "PLACE POUR";
                case TextId.TimeUnknown: return "HEURE INCONNUE";
                case TextId.AnswerNoFinding: return "RIEN TROUVÉ";
                case TextId.AnswerShowADoctor: return "À MONTRER AU MÉDECIN";
                case TextId.AnswerRepeat: return "REFAIRE: MAUVAIS SIGNAL";
                case TextId.NoProof: return "N'EXCLUT PAS UNE MALADIE";
                case TextId.RepeatAdvice: return "ÉLECTRODES? RESTEZ CALME";
                case TextId.FindingWideTachycardia: return "RAPIDE ET LARGE";
                case TextId.FindingVentricularRun: return "SALVE DE V";
                case TextId.FindingLongPause: return "LONGUE PAUSE";
                case TextId.FindingAtrialFibrillation: return "POULS IRRÉGULIER";
                case TextId.FindingIrregularTachycardia: return "RAPIDE, INÉGAL";
                case TextId.FindingTachycardia: return "TRÈS RAPIDE";
                case TextId.FindingBradycardia: return "TRÈS LENT";
                case TextId.FindingVentricularCouplet: return "PAIRES DE V";
                case TextId.FindingBigeminy: return "UN SUR 2 EST V";
                case TextId.FindingTrigeminy: return "UN SUR 3 EST V";
                case TextId.FindingVentricularEctopy: return "V ISOLÉS";
                case TextId.FindingSupraventricularRun: return "SALVE DE S";
                case TextId.FindingPause: return "PAUSE";
                case TextId.FindingSupraventricularCouplet: return "PAIRES DE S";
                case TextId.FindingSupraventricularEctopy: return "S ISOLÉS";
                case TextId.SignalLabel: return "SIGNAL";
                case TextId.InfarctionLabel: return "INFARCT";
                case TextId.ResearchOnly: return "RECHERCHE";
                case TextId.PulseLabel: return "POULS";
                case TextId.NothingFound: return "RIEN TROUVÉ";
                case TextId.PleaseWait: return "LAISSEZ ALLUMÉ";
                case TextId.StoredAs: return "MESURE NO";
                case TextId.NotSynced: return "ENVOYEZ-LA PLUS TARD";
                case TextId.NoRecordings: return "AUCUNE MESURE";
                case TextId.MainsLabel: return "SECTEUR";
                case TextId.LanguageLabel: return "LANGUE";
                case TextId.LanguageName: return "FRANÇAIS";
                case TextId.BrightnessLabel: return "ÉCRAN";
                case TextId.ClockLabel: return "HEURE";
                case TextId.EnterNumber: return "ENTREZ LE NUMÉRO";
                case TextId.NoNames: return "JAMAIS DE NOM";
                case TextId.TestAdc: return "CAN";
                case TextId.TestLeadOff: return "CONTACTS";
                case TextId.TestDisplay: return "ÉCRAN";
                case TextId.TestFlash: return "MÉMOIRE FLASH";
                case TextId.TestBedside: return "RÉSEAU DIRECT";
                case TextId.TestSeed: return "RÉSEAU FORMES";
                case TextId.TestInfarction: return "RÉSEAU INFARCT";
                case TextId.TestTiming: return "CADENCE";
                case TextId.TestBattery: return "BATTERIE";
                case TextId.Passed: return "OK";
                case TextId.Failed: return "ÉCHEC";
                case TextId.Running: return "...";
                case TextId.ScreeningAid: return "DÉPISTAGE, PAS UN DIAGNOSTIC";
                case TextId.FirmwareLabel: return "LOGICIEL";
                case TextId.BedsideFigures: return "V VUS 96 %, JUSTES 94 %";
                case TextId.SeedFigures: return "97 % JUSTES, PAR COUP";
                case TextId.InfarctionFigures: return "26 PATIENTS: RECHERCHE";
                case TextId.TraceScale: return "TRACÉ 25 MM/S, 10 MM/MV";
                case TextId.ChargeNow: return "RECHARGEZ. LES MESURES SONT GARDÉES";
                case TextId.KeepNear: return "RESTEZ PRÈS DE L'ORDINATEUR";
                case TextId.FaultStorage: return "NON ENREGISTRÉ|REFAIRE. SINON NE PAS ÉTEINDRE";
                case TextId.FaultFull: return "MÉMOIRE PLEINE|ENVOYEZ D'ABORD LES MESURES";
                case TextId.FaultUsb: return "USB BRANCHÉ|DÉBRANCHEZ L'USB AVANT LA MESURE";
                case TextId.FaultTooShort: return "TROP COURT|MOINS DE 10 S BONNES: NON GARDÉ";
                case TextId.FaultSelfTest: return "TEST ÉCHOUÉ|N'UTILISEZ PAS. VOIR TECHNICIEN";
                case TextId.FaultFrontEnd: return "PAS D'ENTRÉE|ÉTEINDRE, RALLUMER. VOIR TECHNICIEN";
                case TextId.FaultMemory: return "MÉMOIRE|ÉTEINDRE ET RALLUMER";
                case TextId.FaultClock: return "HEURE INCONNUE|MESURES SANS HEURE. VOIR RÉGLAGES";
                case TextId.FaultInternal: return "PANNE|ÉTEINDRE, RALLUMER. VOIR TECHNICIEN";
                case TextId.ClockDay: return "JOUR";
                case TextId.ClockMonth: return "MOIS";
                case TextId.ClockYear: return "ANNÉE";
                case TextId.ClockHour: return "HEURE";
                case TextId.ClockMinute: return "MIN";
                default: return "";
            }
        }
    }
}
