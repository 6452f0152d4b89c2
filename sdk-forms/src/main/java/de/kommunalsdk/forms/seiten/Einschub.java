/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Trusted HTML that the host writes into a page. */
interface Einschub {

    void schreibe(Writer ziel) throws IOException;

    static String html(Einschub einschub) {
        StringWriter ziel = new StringWriter();
        try {
            einschub.schreibe(ziel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ziel.toString();
    }
}
