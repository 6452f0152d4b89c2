/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import de.kommunalsdk.oidc.OidcFehler;

/** Why a step refuses; never leaves the room. */
public final class Ablehnung extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OidcFehler grund;
    private final String detail;

    Ablehnung(OidcFehler grund) {
        this(grund, "");
    }

    Ablehnung(OidcFehler grund, String detail) {
        super(grund.code(), null, false, false); // without stack trace: an attacker shall not make us collect it
        this.grund = grund;
        this.detail = detail;
    }

    public OidcFehler grund() {
        return grund;
    }

    public String detail() {
        return detail;
    }
}
