/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.GenericodeErgebnis;
import de.kommunalsdk.codeliste.GenericodeLeser;
import de.kommunalsdk.codeliste.Listenkennung;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.ServiceUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lists in files, each read and checked once at the beginning, and again when it left the memory. */
public final class Dateienstore implements CodelistenStore {

    private final Map<Listenkennung, Fund> funde = new LinkedHashMap<>();
    private final List<Problem> probleme;
    private final Listenspeicher speicher;

    private record Fund(String datei, Quelle quelle) {}

    /** The lists among these files; {@code probleme} of finding them are told with those of reading them. */
    public Dateienstore(Map<String, Quelle> dateien, List<Problem> probleme) {
        this(dateien, probleme, new Listenspeicher(Listenspeicher.MAX_EINTRAEGE));
    }

    Dateienstore(Map<String, Quelle> dateien, List<Problem> probleme, Listenspeicher speicher) {
        this.speicher = speicher;
        this.probleme = new ArrayList<>(probleme);
        dateien.forEach((name, quelle) -> nimm(new Fund(name, quelle)));
    }

    private void nimm(Fund fund) {
        GenericodeErgebnis ergebnis;
        try {
            ergebnis = lies(fund);
        } catch (ServiceUnavailable e) {
            probleme.add(Problem.fehler(
                    e.fehlercode(), Fundstelle.in(fund.datei()), e.fehlercode().abhilfe()));
            return;
        }
        if (ergebnis.liste().isEmpty()) {
            ergebnis.probleme().stream()
                    .filter(p -> p.istFehler() && p.code() != CodelisteFehler.KEINE_CODELISTE)
                    .forEach(probleme::add);
            return;
        }
        Codeliste liste = ergebnis.liste().get();
        if (funde.putIfAbsent(liste.kennung(), fund) == null) {
            speicher.merke(liste.versionUrn(), liste);
        } else {
            probleme.add(Problem.warnung(
                    CodelisteFehler.ZWEIMAL_DA,
                    Fundstelle.in(fund.datei()),
                    liste.kennung() + ": " + CodelisteFehler.ZWEIMAL_DA.bedeutung()));
        }
    }

    private static GenericodeErgebnis lies(Fund fund) {
        try (InputStream quelle = fund.quelle().oeffne()) {
            return GenericodeLeser.lies(fund.datei(), quelle);
        } catch (IOException e) {
            throw new ServiceUnavailable(CodelisteFehler.ABLAGE, fund.datei(), e);
        }
    }

    @Override
    public Optional<Codeliste> finde(String urn, String version) {
        return Versionssuche.finde(funde.keySet(), urn, version)
                .map(kennung -> speicher.hole(kennung.versionUrn(), () -> liste(kennung)));
    }

    private Codeliste liste(Listenkennung kennung) {
        GenericodeErgebnis ergebnis = lies(Objects.requireNonNull(funde.get(kennung)));
        return ergebnis.liste()
                .filter(l -> l.kennung().equals(kennung))
                .orElseThrow(() -> new InvalidInput(CodelisteFehler.VERAENDERT, kennung.versionUrn()));
    }

    @Override
    public List<Listenkennung> bestand() {
        return Versionssuche.geordnet(funde.keySet());
    }

    @Override
    public List<Problem> probleme() {
        return List.copyOf(probleme);
    }
}
