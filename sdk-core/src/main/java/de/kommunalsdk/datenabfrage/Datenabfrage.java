/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.datenabfrage;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Port for a look-up while a citizen fills in a page. Thread-safe and blocking; never longer waited for than
 * {@link Abfrage#frist}: then the thread is interrupted and a late answer ignored. It changes nothing anywhere: it may be
 * called again with the same inputs.
 *
 * <p>Whatever it throws counts as {@link Abfrageergebnis.Gestoert}: the citizen goes on without it.
 */
public interface Datenabfrage {

    /** Id that dienst.yaml names: {@code [a-z][a-z0-9-]{0,39}}. */
    String id();

    /** What it is asked with: names and types; all are needed. */
    Map<String, Eingabetyp> eingaben();

    /** Names of the values that it can give. */
    Set<String> liefert();

    /** How long an answer holds for the same municipality, language and inputs; at most an hour counts. The default: not at all. */
    default Duration merken() {
        return Duration.ZERO;
    }

    /** Looks up. */
    Abfrageergebnis frage(Abfrage abfrage);
}
