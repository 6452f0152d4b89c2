/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.servicekonto;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The browser leaves for an account.
 *
 * @param ziel where to
 * @param felder fields of the form that is posted there; empty: the browser is redirected
 * @param vorgang what the account wants handed back with the answer; kept on the server
 */
public record Aufbruch(URI ziel, Map<String, String> felder, String vorgang) {

    public Aufbruch {
        felder = Collections.unmodifiableMap(new LinkedHashMap<>(felder));
    }
}
