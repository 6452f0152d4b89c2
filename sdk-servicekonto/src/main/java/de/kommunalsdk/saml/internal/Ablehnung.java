/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.saml.SamlFehler;

/** Why a step refuses an answer; never leaves the verifier. */
final class Ablehnung extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SamlFehler grund;
    private final String detail;

    Ablehnung(SamlFehler grund, String detail) {
        super(grund.code(), null, false, false); // without stack trace: an attacker shall not make us collect it
        this.grund = grund;
        this.detail = detail;
    }

    SamlFehler grund() {
        return grund;
    }

    String detail() {
        return detail;
    }
}
