/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.simulator;

import de.kommunalsdk.datenabfrage.Abfrage;
import de.kommunalsdk.datenabfrage.Abfrageergebnis;
import de.kommunalsdk.datenabfrage.Datenabfrage;
import de.kommunalsdk.datenabfrage.Eingabetyp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * A look-up with a script, which keeps what it was asked. Until it is told otherwise it has no answer. Thread-safe; may be
 * told anew at any time.
 */
public final class DatenabfrageSimulator implements Datenabfrage {

    private final String id;
    private final Map<String, Eingabetyp> eingaben;
    private final Set<String> namen;
    private final List<Abfrage> fragen = new CopyOnWriteArrayList<>();
    private volatile Function<Abfrage, Abfrageergebnis> ablauf = a -> new Abfrageergebnis.KeinErgebnis("");

    private DatenabfrageSimulator(String id, Map<String, Eingabetyp> eingaben, Set<String> namen) {
        this.id = id;
        this.eingaben = Map.copyOf(eingaben);
        this.namen = Set.copyOf(namen);
    }

    /** A look-up with these inputs and values. */
    public static DatenabfrageSimulator mit(String id, Map<String, Eingabetyp> eingaben, String... liefert) {
        return new DatenabfrageSimulator(id, eingaben, Set.of(liefert));
    }

    /** Always gives this result. */
    public DatenabfrageSimulator liefert(Map<String, String> werte, String text) {
        return antwortet(a -> new Abfrageergebnis.Ergebnis(werte, text));
    }

    /** Says that it cannot answer. */
    public DatenabfrageSimulator stoert() {
        return antwortet(a -> new Abfrageergebnis.Gestoert());
    }

    /** Never answers, until its caller gives up. */
    public DatenabfrageSimulator haengt() {
        return antwortet(a -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Abfrageergebnis.Gestoert();
        });
    }

    /** Answers as the test wants, or throws. */
    public DatenabfrageSimulator antwortet(Function<Abfrage, Abfrageergebnis> wie) {
        ablauf = wie;
        return this;
    }

    /** How it answers now; {@link #antwortet} takes it back. */
    public Function<Abfrage, Abfrageergebnis> ablauf() {
        return ablauf;
    }

    /** What it was asked so far. */
    public List<Abfrage> fragen() {
        return List.copyOf(fragen);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Map<String, Eingabetyp> eingaben() {
        return eingaben;
    }

    @Override
    public Set<String> liefert() {
        return namen;
    }

    @Override
    public Abfrageergebnis frage(Abfrage abfrage) {
        fragen.add(abfrage);
        return ablauf.apply(abfrage);
    }
}
