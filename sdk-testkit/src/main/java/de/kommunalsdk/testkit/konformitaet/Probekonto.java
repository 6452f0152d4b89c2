/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.testkit.konto.Kontosimulator;
import de.kommunalsdk.testkit.konto.Testperson;
import java.util.Optional;
import java.util.function.Function;

/**
 * An account that the portal under test offers and whose part the kit plays: it takes the requests and gives the answers.
 *
 * @param dienst a Dienst that asks for a level and fills fields from the account
 * @param simulator the account, which knows the portal; the portal has its metadata
 * @param person reaches the level of the Dienst
 * @param schwache does not
 * @param bericht the report on the login that was delivered with the Antrag of this Vorgangsnummer; empty: none was
 */
public record Probekonto(
        DienstId dienst,
        Kontosimulator simulator,
        Testperson person,
        Testperson schwache,
        Function<String, Optional<String>> bericht) {}
