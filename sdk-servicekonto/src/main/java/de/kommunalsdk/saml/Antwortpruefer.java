/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.saml.Antwortergebnis.Abgewiesen;
import de.kommunalsdk.saml.internal.Pruefablauf;
import de.kommunalsdk.saml.internal.StrengeAlgorithmen;
import java.time.Clock;

/**
 * Verifies the answers of one account: size and Base64, XML, structure, status, signatures, decryption, addressee, times,
 * level; then reads the verified element. There is no switch that leaves a step out. Thread-safe.
 */
public final class Antwortpruefer {

    private final Metadatenquelle metadaten;
    private final Pruefablauf ablauf;

    /** A verifier with the algorithms of this SDK; no others can be had. */
    public Antwortpruefer(
            Dienstanbieter dienst,
            Kontoprofil profil,
            Metadatenquelle metadaten,
            Wiederholungsschutz schutz,
            Clock uhr) {
        this.metadaten = metadaten;
        this.ablauf = new Pruefablauf(dienst, profil, schutz, uhr, StrengeAlgorithmen.REGEL);
    }

    /**
     * Verifies an answer. Blocks for the computation, and for one call when the account may have changed its keys.
     *
     * @param samlResponse value of the form field
     * @param vorgang the login of this browser, taken out of the store before
     */
    public Antwortergebnis pruefe(String samlResponse, Anmeldevorgang vorgang) {
        IdpMetadaten versucht = metadaten.aktuell();
        Antwortergebnis ergebnis = ablauf.pruefe(samlResponse, vorgang, versucht);
        boolean fremderSchluessel =
                ergebnis instanceof Abgewiesen abgewiesen && abgewiesen.grund() == SamlFehler.SIGNATUR_FALSCH;
        return fremderSchluessel && metadaten.dringend(versucht)
                ? ablauf.pruefe(samlResponse, vorgang, metadaten.aktuell())
                : ergebnis;
    }
}
