/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schluessel;

import de.kommunalsdk.dienst.Leistungsschluessel;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Problem.Schwere;
import de.kommunalsdk.mandant.Gemeindeschluessel;
import de.kommunalsdk.mandant.Gemeindeverzeichnis;
import de.kommunalsdk.mandant.Regionalschluessel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks keys. No kind has a check digit: form first, then the dated lists. What a list does not know is a warning,
 * because keys change; what a list cannot know is a hint.
 *
 * @param ziffern per DVDV prefix what stands behind the colon; {@link Ziffernform#BELIEBIG} for all others
 */
public record Schluesselpruefung(Map<String, Ziffernform> ziffern) {

    public Schluesselpruefung {
        ziffern = Map.copyOf(ziffern);
    }

    /** A DVDV key. */
    public List<Problem> dvdv(String wert, Fundstelle stelle) {
        Optional<DvdvSchluessel> schluessel = DvdvSchluessel.lies(wert);
        if (schluessel.isEmpty()) {
            return melde(SchluesselFehler.DVDV_FORM, Schwere.FEHLER, stelle, "");
        }
        String praefix = schluessel.get().praefix();
        if (DvdvPraefixe.kategorie(praefix).isEmpty()) {
            String stand = "Version " + DvdvPraefixe.VERSION + " vom " + DvdvPraefixe.STAND;
            return melde(SchluesselFehler.DVDV_PRAEFIX, Schwere.WARNUNG, stelle, stand);
        }
        String zahl = schluessel.get().ziffern();
        return switch (ziffern.getOrDefault(praefix, Ziffernform.BELIEBIG)) {
            case BELIEBIG -> List.of();
            case AGS -> zahl.length() == 8 ? ags(zahl, stelle) : falscheZiffern(stelle);
            case ARS -> zahl.length() == 12 ? ars(zahl, stelle) : falscheZiffern(stelle);
        };
    }

    /** A Regionalschluessel. */
    public List<Problem> ars(String wert, Fundstelle stelle) {
        if (!wert.matches("[0-9]{12}")) {
            return melde(SchluesselFehler.ARS_FORM, Schwere.FEHLER, stelle, "");
        }
        Regionalschluessel ars = new Regionalschluessel(wert);
        return gemeinde(ars.land(), Gemeindeverzeichnis.name(ars).isPresent(), stelle);
    }

    /** A Gemeindeschluessel. */
    public List<Problem> ags(String wert, Fundstelle stelle) {
        if (!wert.matches("[0-9]{8}")) {
            return melde(SchluesselFehler.AGS_FORM, Schwere.FEHLER, stelle, "");
        }
        Gemeindeschluessel ags = new Gemeindeschluessel(wert);
        return gemeinde(ags.land(), Gemeindeverzeichnis.ars(ags).isPresent(), stelle);
    }

    /** A {@link Leistungsschluessel}; no list of all Leistungen is at hand, so only the form is checked. */
    public List<Problem> leistung(String wert, Fundstelle stelle) {
        return wert.matches("99[0-9]{12}")
                ? List.of()
                : melde(SchluesselFehler.LEISTUNG_FORM, Schwere.FEHLER, stelle, "");
    }

    private static List<Problem> falscheZiffern(Fundstelle stelle) {
        return melde(SchluesselFehler.DVDV_ZIFFERN, Schwere.FEHLER, stelle, "");
    }

    private static List<Problem> gemeinde(String land, boolean bekannt, Fundstelle stelle) {
        if (!land.equals(Gemeindeverzeichnis.LAND)) {
            return melde(SchluesselFehler.LAND_NICHT_GEFUEHRT, Schwere.HINWEIS, stelle, "");
        }
        String stand = "Stand " + Gemeindeverzeichnis.STAND;
        return bekannt ? List.of() : melde(SchluesselFehler.GEMEINDE_UNBEKANNT, Schwere.WARNUNG, stelle, stand);
    }

    private static List<Problem> melde(SchluesselFehler code, Schwere schwere, Fundstelle stelle, String zusatz) {
        String meldung = code.bedeutung() + (zusatz.isEmpty() ? "" : " (" + zusatz + ")");
        return List.of(new Problem(code, schwere, stelle, meldung));
    }
}
