/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Problem.Schwere;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** What a doctor found, for people line by line, or in one line of JSON. */
final class Kontobefunde {

    private Kontobefunde() {}

    /** Writes; gives the exit code. */
    static int schreibe(
            CommandSpec befehl, String konto, List<Problem> befunde, Optional<Instant> zertifikatBis, boolean json) {
        Ausgabe ausgabe = new Ausgabe(befehl);
        String bis = zertifikatBis.map(Instant::toString).orElse("");
        if (json) {
            ausgabe.json(
                    new Ergebnis(konto, bis, befunde.stream().map(Zeile::von).toList()));
        } else {
            befunde.forEach(ausgabe::problem);
            ausgabe.zeile("%s: %d Fehler, %d Warnungen%s"
                    .formatted(
                            konto,
                            anzahl(befunde, Schwere.FEHLER),
                            anzahl(befunde, Schwere.WARNUNG),
                            bis.isEmpty() ? "" : "; das erste Zertifikat endet " + bis));
        }
        return befunde.stream().anyMatch(Problem::istFehler) ? Kommandozeile.BEFUNDE : Kommandozeile.OK;
    }

    private static long anzahl(List<Problem> befunde, Schwere schwere) {
        return befunde.stream().filter(p -> p.schwere() == schwere).count();
    }

    private record Ergebnis(String account, String certificateUntil, List<Zeile> findings) {}

    private record Zeile(String code, String severity, String where, String message, String remedy) {

        static Zeile von(Problem p) {
            return new Zeile(
                    p.code().code(),
                    p.schwere().name(),
                    p.stelle().toString(),
                    p.meldung(),
                    p.code().abhilfe());
        }
    }
}
