/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A signed AuthnRequest on its way through the browser.
 *
 * @param vorgang what the answer is compared with; to be kept until it comes, under the token in RelayState
 * @param ziel where the browser goes
 * @param felder fields of the form that is posted there, in their order; empty: the browser is redirected
 */
public record Anmeldeanfrage(Anmeldevorgang vorgang, URI ziel, Map<String, String> felder) {

    public Anmeldeanfrage {
        felder = Collections.unmodifiableMap(new LinkedHashMap<>(felder));
    }
}
