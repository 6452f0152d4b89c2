/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.testkit.konformitaet.Ergebnis;
import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.Verstoss;
import java.util.ArrayList;
import java.util.List;

/** Collects what breaks one rule; at most 50 findings. Not thread-safe. */
public final class Befund {

    private static final int HOECHSTENS = 50;

    private final Regel regel;
    private final List<Verstoss> verstoesse = new ArrayList<>();

    public Befund(Regel regel) {
        this.regel = regel;
    }

    /** A finding on a page, with the remedy of the rule. */
    public void melde(String code, Seite seite, String was) {
        melde(code, seite.wo(), was, regel.abhilfe());
    }

    /** A finding with a remedy of its own. */
    public void melde(String code, String wo, String was, String abhilfe) {
        if (verstoesse.size() < HOECHSTENS) {
            verstoesse.add(new Verstoss(code, wo, was, abhilfe));
        }
    }

    public boolean istLeer() {
        return verstoesse.isEmpty();
    }

    public Ergebnis ergebnis() {
        return verstoesse.isEmpty() ? new Ergebnis.Erfuellt() : new Ergebnis.Verletzt(verstoesse);
    }
}
