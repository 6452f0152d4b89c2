/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import java.util.Map;

/**
 * A request that the account accepted: signed by the portal that it knows.
 *
 * @param id its ID
 * @param klasse requested class; empty: none
 * @param attribute requested attributes, and whether each is required; empty at accounts without this extension
 * @param anzeigename who asks; may be empty
 * @param zurueck where "back" leads; may be empty
 */
public record Kontoanfrage(
        String id, String klasse, Map<String, Boolean> attribute, String anzeigename, String zurueck) {

    public Kontoanfrage {
        attribute = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(attribute));
    }
}
