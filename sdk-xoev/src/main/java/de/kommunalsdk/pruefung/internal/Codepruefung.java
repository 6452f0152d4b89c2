/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Versionspolitik;
import de.kommunalsdk.error.Problem.Schwere;
import de.kommunalsdk.pruefung.Pruefschritt;
import de.kommunalsdk.pruefung.PruefungFehler;
import java.util.Optional;

/**
 * Checks one XOEV code against its list. The schema fixes list and version (types 1 and 2), the list only (3) or nothing
 * (4); what it fixes arrives here as the value of an absent attribute, so the four types are one.
 *
 * @see <a href="https://docs.xoev.de">XÖV-Handbuch, code types</a>
 */
record Codepruefung(CodelistenStore listen, Versionspolitik politik) {

    private static final int MAX_KENNUNG = 200;

    /**
     * @param code value of the child {@code code}, white space collapsed
     * @param aufgezaehlt whether the schema has checked the value against its own enumeration
     */
    void pruefe(String urn, String version, String code, boolean aufgezaehlt, Befundliste.Ort ort, Befundliste befunde) {
        if (urn.isEmpty() || version.isEmpty()) {
            melde(PruefungFehler.LISTENANGABE_FEHLT, Schwere.FEHLER, urn, ort, befunde);
            return;
        }
        String kennung = urn + " " + version;
        Optional<Codeliste> liste = listen.finde(urn, version);
        if (liste.isPresent()) {
            if (!liste.get().enthaelt(code)) {
                melde(PruefungFehler.CODE_UNBEKANNT, Schwere.FEHLER, kennung, ort, befunde);
            }
        } else if (!aufgezaehlt) {
            fehlt(urn, kennung, code, ort, befunde);
        }
    }

    private void fehlt(String urn, String kennung, String code, Befundliste.Ort ort, Befundliste befunde) {
        Optional<Codeliste> neueste = listen.finde(urn, "");
        PruefungFehler grund =
                neueste.isPresent() ? PruefungFehler.LISTENVERSION_FEHLT : PruefungFehler.LISTE_FEHLT;
        if (politik == Versionspolitik.UNBEKANNTE_ANNEHMEN) {
            melde(grund, Schwere.HINWEIS, kennung, ort, befunde);
        } else if (politik == Versionspolitik.STRENG) {
            melde(grund, Schwere.FEHLER, kennung, ort, befunde);
        } else {
            // a code that the installed version lacks too is worth a second look, no more: lists grow
            boolean auchDortNicht = neueste.isPresent() && !neueste.get().enthaelt(code);
            String zusatz = auchDortNicht ? kennung + "; auch nicht in Version " + neueste.get().version() : kennung;
            melde(grund, Schwere.WARNUNG, zusatz, ort, befunde);
        }
    }

    private static void melde(
            PruefungFehler grund, Schwere schwere, String kennung, Befundliste.Ort ort, Befundliste befunde) {
        String kurz = kennung.length() <= MAX_KENNUNG ? kennung : kennung.substring(0, MAX_KENNUNG) + "...";
        befunde.neu(Pruefschritt.CODELISTEN, grund.code(), grund, schwere, ort, kurz);
    }
}
