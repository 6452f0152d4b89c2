/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schriftstueck;

/**
 * Port: sets XHTML as a PDF that meets PDF/UA-1 and PDF/A-3u. Thread-safe; blocks, and works only with what it is
 * handed: nothing is loaded from outside. Deterministic: the same {@link Druckvorlage} gives the same bytes as long as
 * the same version of the implementation runs on the same Java.
 */
@FunctionalInterface
public interface Schriftstueck {

    /**
     * Makes the PDF.
     *
     * @throws de.kommunalsdk.error.InvalidInput a code of {@link SchriftstueckFehler}: it can never be made from this
     * @throws de.kommunalsdk.error.ServiceUnavailable a code of {@link SchriftstueckFehler}: later perhaps
     */
    Pdf setze(Druckvorlage vorlage);
}
