/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.testkit.konformitaet.Bericht.Eintrag;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Netz;
import de.kommunalsdk.testkit.konformitaet.internal.NichtMoeglich;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import de.kommunalsdk.testkit.konformitaet.internal.regeln.Regelwerk;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks a running portal. Blocking; ends within the time limit of the {@link Pruefling}. It leaves some drafts, which
 * expire, and submits one Antrag only when {@link Pruefling#mitEinreichung()} says so.
 */
public final class Konformitaetspruefung {

    private Konformitaetspruefung() {}

    /** The rules, in the order of the Eckpunkte. */
    public static List<Regel> regeln() {
        return Regelwerk.ALLE.stream().map(Regelpruefung::regel).toList();
    }

    /** Checks all rules. Throws nothing when the portal is down: the report says so. */
    public static Bericht pruefe(Pruefling pruefling) {
        Instant begonnen = Instant.now();
        Netz netz = new Netz(pruefling.basis(), pruefling.zeitgrenze());
        Optional<NichtMoeglich> hindernis = erreichbar(pruefling, netz);
        Rundgang rundgang = new Rundgang(pruefling, netz);
        List<Eintrag> eintraege = new ArrayList<>();
        for (Regelpruefung pruefung : Regelwerk.ALLE) {
            long anfang = System.nanoTime();
            Ergebnis ergebnis = hindernis.map(NichtMoeglich::ergebnis).orElseGet(() -> pruefe(pruefung, rundgang));
            eintraege.add(new Eintrag(pruefung.regel(), ergebnis, Duration.ofNanos(System.nanoTime() - anfang)));
        }
        return new Bericht(pruefling, begonnen, eintraege);
    }

    /**
     * The first Dienst with a form of its own that the list of Dienste at {@code basis} offers; empty when the list
     * cannot be read or names none.
     */
    public static Optional<DienstId> ersterDienst(URI basis, Duration zeitgrenze) {
        Netz netz = new Netz(basis, zeitgrenze);
        try {
            Seite liste = new Seite(Seite.Art.LISTE, netz.besuche().hole(URI.create(basis + "/")));
            return liste.dienste(basis)
                    .filter(dienst -> hatFormular(netz, new Pruefling(basis, dienst, zeitgrenze)))
                    .findFirst();
        } catch (NichtMoeglich e) {
            return Optional.empty();
        }
    }

    private static boolean hatFormular(Netz netz, Pruefling pruefling) {
        Rundgang rundgang = new Rundgang(pruefling, netz);
        return Rundgang.startformular(rundgang.katalog(rundgang.neuerBrowser())).isPresent();
    }

    private static Optional<NichtMoeglich> erreichbar(Pruefling pruefling, Netz netz) {
        try {
            netz.besuche().hole(pruefling.seite(""));
            return Optional.empty();
        } catch (NichtMoeglich e) {
            return Optional.of(e);
        }
    }

    private static Ergebnis pruefe(Regelpruefung pruefung, Rundgang rundgang) {
        Befund befund = new Befund(pruefung.regel());
        try {
            pruefung.pruefe(rundgang, befund);
            return befund.ergebnis();
        } catch (NichtMoeglich e) {
            // What was found before the obstacle counts.
            return befund.istLeer() ? e.ergebnis() : befund.ergebnis();
        } catch (RuntimeException e) {
            return new Ergebnis.NichtPruefbar(
                    "fehler-im-pruefwerkzeug",
                    "Die Prüfung selbst ist gescheitert (" + e.getClass().getName() + ortVon(e)
                            + "). Bitte dem Projekt melden.");
        }
    }

    private static String ortVon(RuntimeException e) {
        return Arrays.stream(e.getStackTrace())
                .filter(s -> s.getClassName().startsWith(Konformitaetspruefung.class.getPackageName()))
                .findFirst()
                .map(s -> " in " + s.getFileName() + ", Zeile " + s.getLineNumber())
                .orElse("");
    }
}
