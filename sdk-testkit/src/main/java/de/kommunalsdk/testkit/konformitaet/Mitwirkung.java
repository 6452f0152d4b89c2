/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.testkit.simulator.DatenabfrageSimulator;
import de.kommunalsdk.testkit.simulator.RegisterSimulator;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What the test of a portal does for rules that cannot be seen from outside.
 *
 * @param einreichen whether the kit may submit one Antrag
 * @param angaben answers by the name of their field, or the end of it
 * @param register a register of the portal
 * @param datenabfrage a look-up of the portal
 * @param zweiterMandant where another Mandant offers the same Dienst, without a slash at the end
 * @param konto an account of the portal
 */
public record Mitwirkung(
        boolean einreichen,
        Map<String, String> angaben,
        Optional<RegisterSimulator> register,
        Optional<DatenabfrageSimulator> datenabfrage,
        Optional<URI> zweiterMandant,
        Optional<Probekonto> konto) {

    /** Nothing. */
    public static final Mitwirkung KEINE =
            new Mitwirkung(false, Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the answers. */
    public Mitwirkung {
        angaben = Map.copyOf(angaben);
    }
}
