/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.register;

import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * One question to a register.
 *
 * @param mandant the municipality that asks
 * @param dienst the Dienst it asks for
 * @param zweck the purpose that the citizen agreed to
 * @param eingaben what the person is found by, by the names of {@link Register#eingaben}
 * @param attribute what is asked for, and no more
 * @param frist after this time nobody waits for the answer any more
 */
public record Registeranfrage(
        MandantId mandant,
        DienstRef dienst,
        String zweck,
        Map<String, String> eingaben,
        Set<String> attribute,
        Duration frist) {

    public Registeranfrage {
        eingaben = Map.copyOf(eingaben);
        attribute = Set.copyOf(attribute);
    }

    /** Without the inputs, which are personal data. */
    @Override
    public String toString() {
        return "Registeranfrage[" + mandant + ", " + dienst + ", " + attribute + "]";
    }
}
