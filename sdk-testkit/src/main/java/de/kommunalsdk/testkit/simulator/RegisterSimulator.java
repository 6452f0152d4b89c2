/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.simulator;

import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.register.Register;
import de.kommunalsdk.register.Registeranfrage;
import de.kommunalsdk.register.Registerergebnis;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * A register with a script, which keeps what it was asked. Until it is told otherwise it knows nobody. Thread-safe; may be
 * told anew at any time.
 */
public final class RegisterSimulator implements Register {

    private final String id;
    private final String titel;
    private final List<Registeranfrage> anfragen = new CopyOnWriteArrayList<>();
    private volatile Set<String> eingaben = Set.of();
    private volatile Set<String> attribute = Set.of();
    private volatile Function<Registeranfrage, Registerergebnis> ablauf = a -> new Registerergebnis.NichtGefunden();

    private RegisterSimulator(String id, String titel) {
        this.id = id;
        this.titel = titel;
    }

    /** A register that needs nothing. */
    public static RegisterSimulator mit(String id, String titel) {
        return new RegisterSimulator(id, titel);
    }

    /** Needs these inputs; to be told before the portal starts. */
    public RegisterSimulator braucht(String... namen) {
        eingaben = Set.of(namen);
        return this;
    }

    /** Has these attributes for everybody, at level hoch; the first call also says which names it knows. */
    public RegisterSimulator liefert(Map<String, String> werte) {
        return liefert(werte, Vertrauensniveau.HOCH);
    }

    /** The same at another level. */
    public RegisterSimulator liefert(Map<String, String> werte, Vertrauensniveau niveau) {
        if (attribute.isEmpty()) {
            attribute = Set.copyOf(werte.keySet());
        }
        return antwortet(a -> new Registerergebnis.Gefunden(werte, niveau));
    }

    /** Says that it cannot answer. */
    public RegisterSimulator stoert() {
        return antwortet(a -> new Registerergebnis.Gestoert());
    }

    /** Never answers, until its caller gives up. */
    public RegisterSimulator haengt() {
        return antwortet(a -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Registerergebnis.Gestoert();
        });
    }

    /** Answers as the test wants, or throws. */
    public RegisterSimulator antwortet(Function<Registeranfrage, Registerergebnis> wie) {
        ablauf = wie;
        return this;
    }

    /** What it was asked so far. */
    public List<Registeranfrage> anfragen() {
        return List.copyOf(anfragen);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String titel() {
        return titel;
    }

    @Override
    public Set<String> eingaben() {
        return eingaben;
    }

    @Override
    public Set<String> liefert() {
        return attribute;
    }

    @Override
    public Registerergebnis hole(Registeranfrage anfrage) {
        anfragen.add(anfrage);
        return ablauf.apply(anfrage);
    }
}
