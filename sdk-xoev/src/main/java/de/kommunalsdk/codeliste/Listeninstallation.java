/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import de.kommunalsdk.codeliste.internal.Ordnerablage;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.listenablage.Listenablage;
import de.kommunalsdk.listenablage.Listenablage.Eingang;
import de.kommunalsdk.listenablage.Listenablage.Ergebnis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Installs code lists: reads and checks all of them, and only then puts all of them. One that cannot be used, or that
 * would change what is installed, keeps the others out too. Blocks; thread-safe.
 */
public final class Listeninstallation {

    private Listeninstallation() {}

    /**
     * What was done.
     *
     * @param listen the usable lists, with what putting them did; nothing was put when {@code probleme} has an error
     */
    public record Bericht(List<Eintrag> listen, List<Problem> probleme) {
        public Bericht {
            listen = List.copyOf(listen);
            probleme = List.copyOf(probleme);
        }

        /** Whether everything given is installed now. */
        public boolean istInstalliert() {
            return probleme.stream().noneMatch(Problem::istFehler);
        }
    }

    /** One list. */
    public record Eintrag(String datei, Codeliste liste, Ergebnis ergebnis) {}

    /** A directory to install into; a {@link CodelistenStore#ordner} opened afterwards finds the lists. */
    public static Listenablage ordner(Path ordner) {
        return new Ordnerablage(ordner);
    }

    /**
     * Installs files.
     *
     * @param dateien bytes by the name that problems shall tell
     * @param ersetzen whether another content under the same URN and version is replaced
     * @param handelnder who does it, for the history
     */
    public static Bericht installiere(
            Map<String, byte[]> dateien, Listenablage ablage, boolean ersetzen, String handelnder) {
        List<Problem> probleme = new ArrayList<>();
        Map<Listenkennung, Gelesen> gelesene = new LinkedHashMap<>();
        dateien.forEach((name, bytes) -> {
            GenericodeErgebnis ergebnis = GenericodeLeser.lies(name, bytes);
            probleme.addAll(ergebnis.probleme());
            ergebnis.liste().ifPresent(liste -> {
                Gelesen vorher = gelesene.putIfAbsent(liste.kennung(), new Gelesen(name, bytes, liste));
                if (vorher != null && !Arrays.equals(vorher.bytes(), bytes)) {
                    probleme.add(problem(CodelisteFehler.ZWEIMAL_DA, name, liste));
                }
            });
        });
        if (probleme.stream().anyMatch(Problem::istFehler)) {
            return new Bericht(List.of(), probleme);
        }
        List<Gelesen> geordnet = List.copyOf(gelesene.values());
        List<Ergebnis> ergebnisse = ablage.lege(
                geordnet.stream()
                        .map(g -> new Eingang(g.liste().urn(), g.liste().version(), g.bytes()))
                        .toList(),
                ersetzen,
                handelnder);
        List<Eintrag> eintraege = new ArrayList<>();
        for (int i = 0; i < geordnet.size(); i++) {
            Gelesen g = geordnet.get(i);
            eintraege.add(new Eintrag(g.datei(), g.liste(), ergebnisse.get(i)));
            if (ergebnisse.get(i) == Ergebnis.ABGELEHNT) {
                probleme.add(problem(CodelisteFehler.ANDERER_INHALT, g.datei(), g.liste()));
            }
        }
        return new Bericht(eintraege, probleme);
    }

    private record Gelesen(String datei, byte[] bytes, Codeliste liste) {}

    private static Problem problem(CodelisteFehler code, String datei, Codeliste liste) {
        return Problem.fehler(code, Fundstelle.in(datei), liste + ": " + code.bedeutung() + " " + code.abhilfe());
    }
}
