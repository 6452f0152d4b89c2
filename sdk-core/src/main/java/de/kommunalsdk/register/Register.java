/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.register;

import java.util.Set;

/**
 * Port to a register that knows already what a form asks for (once-only). Thread-safe and blocking; called only after the
 * citizen's consent, never twice for one consent, and never longer waited for than {@link Registeranfrage#frist}: then the
 * thread is interrupted and a late answer ignored.
 *
 * <p>Whatever it throws counts as {@link Registerergebnis.Gestoert}: the citizen types the answers.
 */
public interface Register {

    /** Id that dienst.yaml names: {@code [a-z][a-z0-9-]{0,39}}, not {@code nutzerkonto}. */
    String id();

    /** Name as the citizen knows it, in German, for example {@code Melderegister}. */
    String titel();

    /** What it needs to find the person: names that {@code eingaben} of dienst.yaml must give, each of them. */
    Set<String> eingaben();

    /** Names of the attributes that it can give. */
    Set<String> liefert();

    /** Looks one person up. */
    Registerergebnis hole(Registeranfrage anfrage);
}
