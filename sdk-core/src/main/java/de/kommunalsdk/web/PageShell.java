/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.web;

import java.io.IOException;
import java.io.Writer;

/**
 * Port: the page frame of the host portal. It writes the whole document (doctype to {@code </html>}) with the portal's
 * own header, navigation and footer, puts {@link Seite#kopf} into {@code <head>} and {@link Seite#inhalt} into its
 * {@code <main>}. Thread-safe. It must not write inline scripts or styles: the page has a strict CSP.
 */
public interface PageShell {

    /** Writes the document. */
    void schreibe(Seite seite, Writer ziel) throws IOException;
}
