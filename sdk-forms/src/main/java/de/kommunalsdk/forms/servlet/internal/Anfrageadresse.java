/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.forms.SdkFehler;
import java.util.regex.Pattern;

/** The address of a request as it was sent. Pages, redirects and cookies repeat it, so only what names this host passes. */
final class Anfrageadresse {

    /** Another host, a parameter of the path, what a browser reads as a slash, a way up. */
    private static final Pattern UNSICHER =
            Pattern.compile("^//|[;\\\\\\p{Cntrl}]|/(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    private Anfrageadresse() {}

    /** Ends the request unless its address can be repeated. */
    static void verlangeSicher(String adresse) {
        if (UNSICHER.matcher(adresse).find()) {
            throw new Abbruch(400, SdkFehler.UNGUELTIGE_ANFRAGE, "web.anfrage");
        }
    }
}
