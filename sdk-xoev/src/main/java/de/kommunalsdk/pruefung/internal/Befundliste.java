/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.pruefung.Befund;
import de.kommunalsdk.pruefung.Pruefschritt;
import java.util.ArrayList;
import java.util.List;

/** Collects findings up to a limit. */
final class Befundliste {

    static final int MAX_PFAD = 400;

    private final String datei;
    private final int grenze;
    private final List<Befund> befunde = new ArrayList<>();
    private boolean abgeschnitten;

    Befundliste(String datei, int grenze) {
        this.datei = datei;
        this.grenze = grenze;
    }

    void neu(Pruefschritt schritt, String regel, Fehlercode code, Ort ort, String zusatz) {
        String meldung = code.bedeutung() + (zusatz.isEmpty() ? "" : " (" + zusatz + ")");
        neu(schritt, regel, Problem.fehler(code, stelle(ort), meldung));
    }

    void neu(Pruefschritt schritt, String regel, Problem problem) {
        if (befunde.size() >= grenze) {
            abgeschnitten = true;
        } else {
            befunde.add(new Befund(schritt, regel, problem));
        }
    }

    Fundstelle stelle(Ort ort) {
        String pfad = ort.pfad();
        // the end tells more than the beginning
        String kurz = pfad.length() <= MAX_PFAD ? pfad : "..." + pfad.substring(pfad.length() - MAX_PFAD);
        return new Fundstelle(datei, Math.max(0, ort.zeile()), Math.max(0, ort.spalte()), kurz);
    }

    boolean abgeschnitten() {
        return abgeschnitten;
    }

    boolean hatFehler(Pruefschritt schritt) {
        return befunde.stream()
                .anyMatch(b -> b.schritt() == schritt && b.problem().istFehler());
    }

    boolean hat(Pruefschritt schritt) {
        return befunde.stream().anyMatch(b -> b.schritt() == schritt);
    }

    List<Befund> alle() {
        return befunde;
    }

    /** Where something stands in the message. */
    record Ort(int zeile, int spalte, String pfad) {}
}
